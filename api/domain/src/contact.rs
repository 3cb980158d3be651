//! E-mail addresses and phone numbers as they are stored and compared.

#[derive(Clone, PartialEq, Eq, Debug)]
pub enum Contact {
    /// Lower case.
    Email(String),
    /// E.164: `+996…`.
    Phone(String),
}

impl Contact {
    /// Reads either; `None` where it is neither.
    pub fn parse(text: &str) -> Option<Self> {
        if text.contains('@') { email(text).map(Contact::Email) } else { phone(text).map(Contact::Phone) }
    }

    pub fn value(&self) -> &str {
        match self {
            Contact::Email(value) | Contact::Phone(value) => value,
        }
    }

    /// Enough to recognise one's own address by, too little to learn another's.
    pub fn masked(&self) -> String {
        match self {
            Contact::Email(value) => {
                let (name, host) = value.split_once('@').unwrap_or((value, ""));
                let first: String = name.chars().take(1).collect();
                format!("{first}•••@{host}")
            }
            Contact::Phone(value) => {
                let tail = &value[value.len().saturating_sub(2)..];
                format!("{}•••••{tail}", &value[..value.len().min(4)])
            }
        }
    }
}

/// An address that a mail server could take: one `@`, a host with a point, no spaces or control characters.
pub fn email(text: &str) -> Option<String> {
    let text = text.trim().to_lowercase();
    let (name, host) = text.split_once('@')?;
    let allowed = |c: char| c.is_alphanumeric() || "!#$%&'*+/=?^_`{|}~.-".contains(c);
    let host_good = host.len() >= 4
        && host.contains('.')
        && host.split('.').all(|label| {
            !label.is_empty()
                && label.chars().all(|c| c.is_alphanumeric() || c == '-')
                && !label.starts_with('-')
                && !label.ends_with('-')
        });
    let name_good = !name.is_empty()
        && name.chars().all(allowed)
        && !name.starts_with('.')
        && !name.ends_with('.')
        && !name.contains("..");
    (text.len() <= 254 && name.len() <= 64 && name_good && host_good).then_some(text)
}

/// A phone number in E.164. Without a country code it is taken as Kyrgyz (`0555 12-34-56`, `555123456`).
pub fn phone(text: &str) -> Option<String> {
    let text = text.trim();
    if text.chars().any(|c| !(c.is_ascii_digit() || "+()- .\u{a0}".contains(c)))
        || text.rfind('+').is_some_and(|at| at > 0)
    {
        return None;
    }
    let digits: String = text.chars().filter(char::is_ascii_digit).collect();
    let full = if text.starts_with('+') {
        digits
    } else if let Some(rest) = digits.strip_prefix("00") {
        rest.to_owned()
    } else if digits.len() == 10 && digits.starts_with('0') {
        format!("996{}", &digits[1..])
    } else if digits.len() == 9 {
        format!("996{digits}")
    } else {
        digits
    };
    let kyrgyz_wrong = full.starts_with("996") && full.len() != 12;
    ((10..=15).contains(&full.len()) && !full.starts_with('0') && !kyrgyz_wrong).then(|| format!("+{full}"))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn phones() {
        for (text, want) in [
            ("+996 555 12-34-56", Some("+996555123456")),
            ("0555 123456", Some("+996555123456")),
            ("555123456", Some("+996555123456")),
            ("996555123456", Some("+996555123456")),
            ("+7 (701) 123-45-67", Some("+77011234567")),
            ("+996 555 12-34-5", None),
            ("12345", None),
            ("+996abc", None),
            ("", None),
        ] {
            assert_eq!(phone(text).as_deref(), want, "{text}");
        }
    }

    #[test]
    fn emails() {
        for (text, want) in [
            (" Aida@Example.com ", Some("aida@example.com")),
            ("a.b+c@mail.example.kg", Some("a.b+c@mail.example.kg")),
            ("a@b", None),
            ("a b@example.com", None),
            ("@example.com", None),
            ("a@@example.com", None),
            ("a@-x.com", None),
            ("a\r\nBcc: x@example.com", None),
        ] {
            assert_eq!(email(text).as_deref(), want, "{text}");
        }
        assert_eq!(Contact::parse("aida@example.com").unwrap().masked(), "a•••@example.com");
        assert_eq!(Contact::parse("0555123456").unwrap().masked(), "+996•••••56");
    }
}
