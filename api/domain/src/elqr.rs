//! ELQR, the national payment code: a link whose fragment is a chain of fields, each an id of two digits, a length of two
//! digits in characters, and a value. The last field is a checksum over all that stands before it.

use sha2::{Digest, Sha256};
use uuid::Uuid;

/// Characters of a field at most: the length has two digits.
const LONGEST: usize = 99;
const SERVICE: &str = "32";
const CHECKSUM: &str = "63";
/// In front of the four digits of the checksum.
const CHECKSUM_HEAD: &str = "6304";
/// Characters that are not written as they are in the fragment of a link.
const PLAIN: &[u8] = b"-._~";
/// Crockford's: no I, L, O and U, so that a bank's clerk can read it to ours.
const LETTERS: &[u8; 32] = b"0123456789ABCDEFGHJKMNPQRSTVWXYZ";

#[derive(Clone, PartialEq, Eq, Debug, thiserror::Error)]
pub enum BadLink {
    #[error("the link has no fragment of fields")]
    NoFields,
    #[error("the fields break off at character {0}")]
    Broken(usize),
    #[error("there is no checksum, or it is not the last field")]
    NoChecksum,
    #[error("the checksum does not fit the fields")]
    Checksum,
    #[error("the field {id} would have {length} characters, and may have {LONGEST}")]
    TooLong { id: &'static str, length: usize },
}

/// What a merchant's agreement with its bank says.
#[derive(Clone, PartialEq, Eq, Debug, Default, serde::Serialize, serde::Deserialize)]
pub struct Merchant {
    /// Where links lead: `https://pay.payqr.kg/` lets the phone choose the bank, a bank's own address opens its app.
    pub router: String,
    /// Of the bank: `qr.bank.kg`.
    pub provider: String,
    /// The bank's code of the service.
    pub service: String,
    /// Account or number of the merchant at the bank.
    pub recipient: String,
    /// The bank's number of the merchant, where it has one apart.
    pub merchant: Option<String>,
    /// Four digits: what is sold. 4131 are bus lines, 4112 railways.
    pub mcc: String,
    /// As the payer's app shows it.
    pub name: String,
}

/// One field, in the order in which it stood.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Field {
    pub id: String,
    pub value: String,
}

/// A link that was read, its checksum verified.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Link {
    pub fields: Vec<Field>,
}

impl Link {
    /// The value of a field; `path` is an id, or two of them for a field inside another: `32`, `11`.
    pub fn get(&self, path: &[&str]) -> Option<String> {
        let (first, rest) = path.split_first()?;
        let mut value = self.fields.iter().find(|field| field.id == *first)?.value.clone();
        for id in rest {
            value = fields(&value).ok()?.into_iter().find(|field| field.id == *id)?.value;
        }
        Some(value)
    }

    /// In tyiyn; `None`: the payer types it.
    pub fn amount_minor(&self) -> Option<i64> {
        self.get(&["54"])?.parse().ok()
    }

    /// For one payment only.
    pub fn is_dynamic(&self) -> bool {
        self.get(&["01"]).as_deref() == Some("12")
    }
}

fn fields(text: &str) -> Result<Vec<Field>, BadLink> {
    let letters: Vec<char> = text.chars().collect();
    let (mut found, mut at) = (Vec::new(), 0);
    while at < letters.len() {
        let broken = || BadLink::Broken(at);
        let head: String = letters.get(at..at + 4).ok_or_else(broken)?.iter().collect();
        if !head.bytes().all(|letter| letter.is_ascii_digit()) {
            return Err(broken());
        }
        let (id, length) = head.split_at(2);
        let length: usize = length.parse().map_err(|_| broken())?;
        let value = letters.get(at + 4..at + 4 + length).ok_or_else(broken)?;
        found.push(Field { id: id.to_owned(), value: value.iter().collect() });
        at += 4 + length;
    }
    Ok(found)
}

/// Reads a link of any bank, or the fragment alone, and verifies its checksum.
pub fn read(link: &str) -> Result<Link, BadLink> {
    let fragment = link.trim().rsplit_once('#').map_or(link.trim(), |(_, fragment)| fragment);
    let text = decoded(fragment);
    if text.is_empty() {
        return Err(BadLink::NoFields);
    }
    let fields = fields(&text)?;
    let told = fields.last().filter(|field| field.id == CHECKSUM && field.value.len() == 4);
    let told = told.ok_or(BadLink::NoChecksum)?;
    let body = text.strip_suffix(&format!("{CHECKSUM_HEAD}{}", told.value)).ok_or(BadLink::NoChecksum)?;
    if !checksum(body).eq_ignore_ascii_case(&told.value) {
        return Err(BadLink::Checksum);
    }
    Ok(Link { fields })
}

/// The last four hexadecimal digits of SHA-256 over the fields as text, without the checksum's own.
fn checksum(body: &str) -> String {
    let digest = Sha256::digest(body.as_bytes());
    digest[digest.len() - 2..].iter().map(|byte| format!("{byte:02x}")).collect()
}

/// A link that pays one payment: its amount in tyiyn, which the payer cannot change.
pub fn write(merchant: &Merchant, payment: Uuid, amount_minor: i64, comment: &str) -> Result<String, BadLink> {
    let mut service = vec![("00", merchant.provider.clone()), ("01", merchant.service.clone())];
    service.push(("10", merchant.recipient.clone()));
    service.push(("11", reference(payment)));
    // Neither the amount nor the recipient can be edited.
    service.extend([("12", "12".to_owned()), ("13", "12".to_owned())]);
    let mut all = vec![("00", "01".to_owned()), ("01", "12".to_owned()), (SERVICE, joined(&service)?)];
    if let Some(number) = &merchant.merchant {
        all.push(("33", joined(&[("00", number.clone())])?));
    }
    all.push(("34", comment.chars().take(25).collect()));
    all.extend([("52", merchant.mcc.clone()), ("53", "417".to_owned()), ("54", amount_minor.to_string())]);
    all.push(("59", merchant.name.clone()));
    all.retain(|(_, value)| !value.is_empty());
    let body = joined(&all)?;
    let sum = checksum(&body);
    Ok(format!("{}#{}{CHECKSUM_HEAD}{sum}", merchant.router.trim_end_matches('#'), encoded(&body)))
}

fn joined(fields: &[(&'static str, String)]) -> Result<String, BadLink> {
    let mut text = String::new();
    for (id, value) in fields {
        let length = value.chars().count();
        if length > LONGEST {
            return Err(BadLink::TooLong { id, length });
        }
        text.push_str(&format!("{id}{length:02}{value}"));
    }
    Ok(text)
}

/// What a payment is called in a link: 26 letters and digits, since its field has little room.
pub fn reference(payment: Uuid) -> String {
    let number = payment.as_u128();
    (0..26).rev().map(|place| char::from(LETTERS[(number >> (place * 5)) as usize & 31])).collect()
}

/// The payment of a reference, in small letters too.
pub fn payment_of(reference: &str) -> Option<Uuid> {
    if reference.len() != 26 {
        return None;
    }
    let mut number: u128 = 0;
    for letter in reference.bytes() {
        let digit = LETTERS.iter().position(|known| *known == letter.to_ascii_uppercase())?;
        number = number.checked_mul(32)?.checked_add(digit as u128)?;
    }
    Some(Uuid::from_u128(number))
}

fn encoded(text: &str) -> String {
    let mut link = String::with_capacity(text.len());
    for byte in text.bytes() {
        if byte.is_ascii_alphanumeric() || PLAIN.contains(&byte) {
            link.push(char::from(byte));
        } else {
            link.push_str(&format!("%{byte:02X}"));
        }
    }
    link
}

fn decoded(text: &str) -> String {
    let bytes = text.as_bytes();
    let (mut plain, mut at) = (Vec::with_capacity(bytes.len()), 0);
    while at < bytes.len() {
        let code = (bytes[at] == b'%').then(|| text.get(at + 1..at + 3)).flatten();
        match code.and_then(|code| u8::from_str_radix(code, 16).ok()) {
            Some(byte) => {
                plain.push(byte);
                at += 3;
            }
            None => {
                plain.push(bytes[at]);
                at += 1;
            }
        }
    }
    String::from_utf8_lossy(&plain).into_owned()
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    /// Of shops and services of Kyrgyz banks, as these have made them.
    const REAL: [&str; 6] = [
        "https://app.mbank.kg/qr/#00020101021132750012c2b.mbank.kg010202101610332200022805291123%D0%9E%D1%81%D0%9E%D0%9E%20%22%D0%94%D0%B8%D0%B4%D0%B6%D0%B8%D1%82%D0%B0%D0%BB%20%D0%A1%D0%BE%D0%BB%D1%8E%D1%88%D0%BD%D1%81%221302123422mbiz%3A27621834%3A186603085204999953034175924OsOO%20Didzhital%20Soliushns6304a891",
        "https://qr.finik.kg/#00020101021232810011qr.finik.kg0114averspay-items10328606240d690d42e4b036d3dba9d0371a120212130212520448295303417540712412005908Finik-QR6304b127",
        "https://qr.finik.kg/#00020101021132750011qr.finik.kg0114averspay-items10326cc60f3c453e4286ae7bbbed49208ead1302125204482953034175908Finik-QR630424e3",
        "https://app.mbank.kg/qr/#00020101021132590015qr.demirbank.kg01047001101611800003896513311202111302125204482953034175909DEMIRBANK6304dcb6",
        "https://payqr.kg/qr/#00020101021132590015qr.demirbank.kg01047001101611800003478401861202111302125204482953034175909DEMIRBANK63049e3a",
        "00020101021232990015qr.demirbank.kg0108ib_andro1016118000035393208912021213021211328454d5b3ee5d47c7b61c0a0b07bb939a5204482953034175405100535909DEMIRBANK6304283F",
    ];

    fn merchant() -> Merchant {
        Merchant {
            router: "https://pay.payqr.kg/".into(),
            provider: "qr.bank.example".into(),
            service: "7001".into(),
            recipient: "1180000389651331".into(),
            merchant: Some("34077".into()),
            mcc: "4131".into(),
            name: "Бишкек автобекети".into(),
        }
    }

    #[test]
    fn links_of_real_banks_verify() {
        for link in REAL {
            assert!(read(link).is_ok(), "{link}: {:?}", read(link));
        }
        let dynamic = read(REAL[1]).unwrap();
        assert_eq!((dynamic.is_dynamic(), dynamic.amount_minor()), (true, Some(1_241_200)));
        assert_eq!(dynamic.get(&["32", "10"]).as_deref(), Some("8606240d690d42e4b036d3dba9d0371a"));
        let company = read(REAL[0]).unwrap();
        assert_eq!(company.get(&["32", "11"]).as_deref(), Some("ОсОО \"Диджитал Солюшнс\""));
        assert_eq!((company.is_dynamic(), company.amount_minor()), (false, None));
        assert_eq!(company.get(&["34"]).as_deref(), Some("mbiz:27621834:18660308"));
    }

    #[test]
    fn a_link_with_another_amount_does_not_verify() {
        let cheaper = REAL[1].replace("5407124120", "5407024120");
        assert_eq!(read(&cheaper), Err(BadLink::Checksum));
        assert_eq!(read(REAL[3].trim_end_matches("6304dcb6")), Err(BadLink::NoChecksum));
        assert_eq!(read("https://pay.payqr.kg/#"), Err(BadLink::NoFields));
        assert_eq!(read("https://pay.payqr.kg/#000201015"), Err(BadLink::Broken(6)));
        assert_eq!(read("https://pay.payqr.kg/#0099x"), Err(BadLink::Broken(0)));
        assert_eq!(read("#%D0%9E%zz%"), Err(BadLink::Broken(0)));
    }

    #[test]
    fn a_link_of_ours_says_what_is_to_be_paid() {
        let payment = Uuid::from_u128(0x0199_5b3e_e5d4_7c7b_61c0_a0b0_7bb9_39af);
        let link = write(&merchant(), payment, 65_050, "BK-7F3K-2QXM").unwrap();
        assert!(link.starts_with("https://pay.payqr.kg/#000201010212"), "{link}");
        assert!(link.is_ascii() && !link.contains(' '), "{link}");
        let link = read(&link).unwrap();
        assert!(link.is_dynamic());
        let expected = [
            (&["32", "00"][..], "qr.bank.example"),
            (&["32", "01"], "7001"),
            (&["32", "10"], "1180000389651331"),
            (&["32", "11"], &reference(payment)),
            (&["32", "12"], "12"),
            (&["32", "13"], "12"),
            (&["33", "00"], "34077"),
            (&["34"], "BK-7F3K-2QXM"),
            (&["52"], "4131"),
            (&["53"], "417"),
            (&["54"], "65050"),
            (&["59"], "Бишкек автобекети"),
        ];
        for (path, value) in expected {
            assert_eq!(link.get(path).as_deref(), Some(value), "{path:?}");
        }
        let long = Merchant { recipient: "1".repeat(34), ..merchant() };
        assert_eq!(write(&long, payment, 1, ""), Err(BadLink::TooLong { id: "32", length: 107 }));
    }

    proptest! {
        #[test]
        fn what_is_written_is_read(id: u128, amount in 1i64..100_000_000_000, name in "[\\PC#%]{1,25}", comment in "\\PC{0,40}") {
            let merchant = Merchant { name: name.clone(), ..merchant() };
            let link = write(&merchant, Uuid::from_u128(id), amount, &comment).unwrap();
            let link = read(&link).unwrap();
            prop_assert_eq!(link.amount_minor(), Some(amount));
            prop_assert_eq!(link.get(&["59"]), Some(name));
            let reference = link.get(&["32", "11"]).unwrap();
            prop_assert_eq!(payment_of(&reference.to_lowercase()), Some(Uuid::from_u128(id)));
        }

        #[test]
        fn any_text_is_read_without_harm(text in "\\PC{0,80}") {
            let _ = read(&text);
            let _ = payment_of(&text);
        }
    }
}
