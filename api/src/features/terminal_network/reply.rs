//! Our answers, as XML.

use std::io;

use domain::terminal::{Outcome, Results};
use quick_xml::Writer;
use quick_xml::events::{BytesDecl, BytesText, Event};

use crate::i18n::{Language, t};
use crate::platform::Fault;

use super::settings::Settings;

/// What a network is told.
#[derive(Clone, Debug)]
pub struct Reply {
    pub outcome: Outcome,
    /// The network's number of the transaction.
    pub txn: Option<String>,
    /// Ours.
    pub number: Option<i64>,
    /// What was paid or, to `check`, what is due; minor units.
    pub sum_minor: Option<i64>,
    /// For the terminal's screen or receipt, in the language of the order.
    pub comment: String,
    /// What is shown before the customer pays: a name for programs and a text for people.
    pub fields: Vec<(&'static str, String)>,
}

impl Reply {
    /// With the words of the outcome.
    pub fn of(outcome: Outcome, txn: Option<&str>, language: Language) -> Self {
        Self::saying(outcome, txn, t(language, &format!("terminal.{}", outcome.code()), &[]))
    }

    pub fn saying(outcome: Outcome, txn: Option<&str>, comment: String) -> Self {
        Reply { outcome, txn: txn.map(ToOwned::to_owned), number: None, sum_minor: None, comment, fields: Vec::new() }
    }

    /// The document as this network reads it.
    pub fn write(&self, network: &Settings) -> Result<String, Fault> {
        self.document(&network.results, |minor| network.write_sum(minor))
    }

    /// The document for who is not known, in the family's numbers.
    pub fn write_usual(&self) -> Result<String, Fault> {
        self.document(&Results::usual(), |minor| minor.to_string())
    }

    fn document(&self, results: &Results, sum: impl Fn(i64) -> String) -> Result<String, Fault> {
        let mut writer = Writer::new(Vec::new());
        writer.write_event(Event::Decl(BytesDecl::new("1.0", Some("UTF-8"), None)))?;
        writer.create_element("response").write_inner_content(|inside| {
            text(inside, "osmp_txn_id", self.txn.as_deref().unwrap_or_default())?;
            if let Some(number) = self.number {
                text(inside, "prv_txn", &number.to_string())?;
            }
            if let Some(minor) = self.sum_minor {
                text(inside, "sum", &sum(minor))?;
            }
            text(inside, "result", &results.number(self.outcome).to_string())?;
            text(inside, "comment", &self.comment)?;
            if self.fields.is_empty() {
                return Ok(());
            }
            inside.create_element("fields").write_inner_content(|fields| {
                for (n, (name, value)) in self.fields.iter().enumerate() {
                    let field = fields.create_element(format!("field{}", n + 1));
                    field.with_attribute(("name", *name)).write_text_content(BytesText::new(&plain(value)))?;
                }
                Ok(())
            })?;
            Ok(())
        })?;
        Ok(String::from_utf8(writer.into_inner())?)
    }
}

fn text(writer: &mut Writer<Vec<u8>>, name: &str, value: &str) -> io::Result<()> {
    writer.create_element(name).write_text_content(BytesText::new(&plain(value))).map(|_| ())
}

/// Receipt printers know no other blanks than the plain one, and XML no control characters.
fn plain(text: &str) -> String {
    let blank = |letter: char| letter.is_whitespace() || letter.is_control();
    text.chars().map(|letter| if blank(letter) { ' ' } else { letter }).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_people_have_typed_is_text() {
        let comment = "<b>\u{a0}& \"Ош\" ]]>".to_owned();
        let reply = Reply { number: Some(12), ..Reply::saying(Outcome::Ok, Some("7"), comment) };
        assert_eq!(
            reply.write_usual().unwrap(),
            "<?xml version=\"1.0\" encoding=\"UTF-8\"?><response><osmp_txn_id>7</osmp_txn_id><prv_txn>12</prv_txn>\
             <result>0</result><comment>&lt;b&gt; &amp; &quot;Ош&quot; ]]&gt;</comment></response>"
        );
    }
}
