//! Who is made up: names as they are common in Kyrgyzstan, and numbers that nobody has.

use crate::platform::ids::Ids;

/// First, father's and last name.
pub struct Person {
    pub first: &'static str,
    pub middle: String,
    pub last: &'static str,
}

/// Of a man and of a woman.
pub type Family = (&'static str, &'static str);

pub fn family(ids: &Ids) -> Family {
    FAMILIES[ids.below(FAMILIES.len())]
}

/// The first and the last name of one of a family.
pub fn relative(ids: &Ids, family: Family) -> (&'static str, &'static str) {
    if ids.below(2) == 0 { (WOMEN[ids.below(WOMEN.len())], family.1) } else { (MEN[ids.below(MEN.len())], family.0) }
}

pub fn man(ids: &Ids) -> Person {
    let father = MEN[ids.below(MEN.len())];
    Person { first: MEN[ids.below(MEN.len())], middle: format!("{father} уулу"), last: family(ids).0 }
}

/// A mobile number in E.164.
pub fn phone(ids: &Ids) -> String {
    format!("+996555{}", ids.digits(6))
}

const FAMILIES: [Family; 16] = [
    ("Асанов", "Асанова"),
    ("Токтогулов", "Токтогулова"),
    ("Осмонов", "Осмонова"),
    ("Жумабеков", "Жумабекова"),
    ("Абдырахманов", "Абдырахманова"),
    ("Эсенов", "Эсенова"),
    ("Мамытов", "Мамытова"),
    ("Сыдыков", "Сыдыкова"),
    ("Алиев", "Алиева"),
    ("Исаков", "Исакова"),
    ("Бейшеналиев", "Бейшеналиева"),
    ("Кадыров", "Кадырова"),
    ("Иванов", "Иванова"),
    ("Петров", "Петрова"),
    ("Ким", "Ким"),
    ("Юлдашев", "Юлдашева"),
];
const MEN: [&str; 12] =
    ["Айбек", "Нурлан", "Бакыт", "Тимур", "Азамат", "Эрлан", "Улан", "Кубат", "Данияр", "Сергей", "Темирлан", "Максат"];
const WOMEN: [&str; 12] = [
    "Айгүл",
    "Гүлнара",
    "Айнура",
    "Мээрим",
    "Асель",
    "Жылдыз",
    "Нургүл",
    "Бегимай",
    "Чолпон",
    "Елена",
    "Кызжибек",
    "Алина",
];
