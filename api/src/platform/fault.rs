use std::fmt;

/// A failure of ours: the database is away, a row cannot be decoded. A passenger's mistake is never a `Fault`.
///
/// It deliberately has no `Display`: a fault reaches a client only as the code `INTERNAL` with a trace id.
pub struct Fault(Box<dyn std::error::Error + Send + Sync>);

impl Fault {
    /// A fault with words for the log.
    pub fn new(message: impl Into<String>) -> Self {
        Fault(message.into().into())
    }

    /// Worth trying the transaction again: it was chosen to break a deadlock, waited too long for a lock, or met a
    /// random number that was taken.
    pub fn is_transient(&self) -> bool {
        let words = format!("{self:?}");
        [
            "deadlock detected",
            "lock timeout",
            "could not serialize",
            "database is locked",
            "order_number",
            "order.number",
        ]
        .iter()
        .any(|sign| words.contains(sign))
    }

    /// The cause, for the log.
    pub fn cause(&self) -> &(dyn std::error::Error + Send + Sync) {
        self.0.as_ref()
    }
}

impl fmt::Debug for Fault {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let mut source: Option<&dyn std::error::Error> = Some(self.0.as_ref());
        let mut first = true;
        while let Some(error) = source {
            if !first {
                write!(f, ": ")?;
            }
            write!(f, "{error}")?;
            first = false;
            source = error.source();
        }
        Ok(())
    }
}

impl<E: std::error::Error + Send + Sync + 'static> From<E> for Fault {
    fn from(error: E) -> Self {
        Fault(Box::new(error))
    }
}
