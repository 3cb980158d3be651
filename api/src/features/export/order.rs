use async_graphql::Value;
use base64::Engine as _;
use base64::engine::general_purpose::URL_SAFE_NO_PAD;
use serde::{Deserialize, Serialize};
use uuid::Uuid;

use crate::app::App;
use crate::features::account::session_of;
use crate::features::company::InvoiceOrder;
use crate::features::settlement::ActOrder;
use crate::graphql::Viewer;
use crate::i18n::Language;
use crate::platform::Fault;
use crate::platform::sheet::Format;

use super::lists::List;

/// What the addresses are sealed for, so that nothing else that is sealed can stand in for one.
const PURPOSE: Uuid = Uuid::from_u128(0x6265_6b65_7420_6578_706f_7274_2061_6464);

/// A file that somebody has asked for: what its address holds, sealed, since a filter may name a person.
#[derive(Serialize, Deserialize)]
pub struct Order {
    session: Uuid,
    /// Seconds since 1970.
    until: i64,
    pub list: String,
    /// The arguments of the list's field.
    pub arguments: Value,
    pub columns: Vec<String>,
    /// A report instead of a list.
    #[serde(default)]
    pub report: Option<serde_json::Value>,
    /// A settlement instead of a list.
    #[serde(default)]
    pub act: Option<serde_json::Value>,
    /// An invoice of a company instead of a list.
    #[serde(default)]
    pub invoice: Option<serde_json::Value>,
    xlsx: bool,
    language: String,
}

impl Order {
    /// An address is good for so long.
    pub const GOOD_SECONDS: i64 = 300;

    pub fn new(
        app: &App,
        viewer: &Viewer,
        list: &List,
        arguments: Value,
        columns: Vec<String>,
        format: Format,
    ) -> Option<Self> {
        Order::of(app, viewer, (list.name, arguments, columns), None, format)
    }

    pub fn of_report(app: &App, viewer: &Viewer, report: serde_json::Value, format: impl Into<Format>) -> Option<Self> {
        Order::of(app, viewer, ("", Value::Null, Vec::new()), Some(report), format.into())
    }

    pub fn of_act(app: &App, viewer: &Viewer, act: ActOrder) -> Option<Self> {
        let act = serde_json::to_value(act).ok()?;
        let order = Order::of(app, viewer, ("", Value::Null, Vec::new()), None, Format::Xlsx)?;
        Some(Order { act: Some(act), ..order })
    }

    pub fn of_invoice(app: &App, viewer: &Viewer, invoice: InvoiceOrder) -> Option<Self> {
        let invoice = serde_json::to_value(invoice).ok()?;
        let order = Order::of(app, viewer, ("", Value::Null, Vec::new()), None, Format::Xlsx)?;
        Some(Order { invoice: Some(invoice), ..order })
    }

    fn of(
        app: &App,
        viewer: &Viewer,
        (list, arguments, columns): (&str, Value, Vec<String>),
        report: Option<serde_json::Value>,
        format: Format,
    ) -> Option<Self> {
        Some(Order {
            session: viewer.session.as_ref()?.id,
            until: app.clock.now().timestamp() + Self::GOOD_SECONDS,
            list: list.to_owned(),
            arguments,
            columns,
            report,
            act: None,
            invoice: None,
            xlsx: format == Format::Xlsx,
            language: viewer.language.code().to_owned(),
        })
    }

    pub fn format(&self) -> Format {
        if self.xlsx { Format::Xlsx } else { Format::Csv }
    }

    /// What the address ends with.
    pub fn seal(&self, app: &App) -> Result<String, Fault> {
        let sealed = app.secrets.seal(&app.ids, PURPOSE, &serde_json::to_string(self)?)?;
        Ok(URL_SAFE_NO_PAD.encode(sealed))
    }

    /// Who asks and for what; `None` where the address is not one of ours or too old, or the session has ended. The
    /// rights are those of this moment.
    pub async fn open(app: &App, sealed: &str, address: String) -> Result<Option<(Viewer, Order)>, Fault> {
        let Ok(bytes) = URL_SAFE_NO_PAD.decode(sealed) else { return Ok(None) };
        let Ok(text) = app.secrets.open(PURPOSE, &bytes) else { return Ok(None) };
        let order: Order = serde_json::from_str(&text)?;
        if order.until < app.clock.now().timestamp() {
            return Ok(None);
        }
        let Some(session) = session_of(app, order.session).await? else { return Ok(None) };
        let language = Language::parse(&order.language).unwrap_or_default();
        let viewer = Viewer::of_session(session, language, address);
        Ok(Some((viewer, order)))
    }
}
