//! Sums of money in words, as documents have them: `Сто двадцать один сом 05 тыйынов`.
//!
//! The whole units are words, the minor ones two digits, as banks and tax offices write them: words cannot be given another digit
//! afterwards.

use crate::money::Currency;

/// A language that sums can be written in.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Locale {
    En,
    Ru,
    Ky,
}

/// What a number of things asks of their name.
#[derive(Clone, Copy)]
struct Unit {
    /// Of one, of two to four, of many; in Russian. The others use what follows.
    ru: [&'static str; 3],
    /// Of one, of several.
    en: [&'static str; 2],
    /// Kyrgyz has one form after any number.
    ky: &'static str,
    /// In Russian: `одна`, `две`.
    feminine: bool,
}

impl Unit {
    fn name(self, locale: Locale, count: u64) -> &'static str {
        let [one, few, many] = self.ru;
        match locale {
            Locale::Ky => self.ky,
            Locale::En => self.en[usize::from(count != 1)],
            Locale::Ru => match (count % 100, count % 10) {
                (11..=14, _) => many,
                (_, 1) => one,
                (_, 2..=4) => few,
                _ => many,
            },
        }
    }
}

const fn masculine(ru: [&'static str; 3], en: [&'static str; 2], ky: &'static str) -> Unit {
    Unit { ru, en, ky, feminine: false }
}

const THOUSAND: Unit =
    Unit {
        ru: ["тысяча", "тысячи", "тысяч"], en: ["thousand", "thousand"], ky: "миң", feminine: true
    };
/// Groups of three digits, the smallest first; what has an `i64` needs no more.
const SCALES: [Unit; 5] = [
    THOUSAND,
    masculine(["миллион", "миллиона", "миллионов"], ["million", "million"], "миллион"),
    masculine(["миллиард", "миллиарда", "миллиардов"], ["billion", "billion"], "миллиард"),
    masculine(["триллион", "триллиона", "триллионов"], ["trillion", "trillion"], "триллион"),
    masculine(["квадриллион", "квадриллиона", "квадриллионов"], ["quadrillion", "quadrillion"], "квадриллион"),
];

/// The names of a currency's whole and minor units; `None`: the code stands for itself.
fn units(currency: Currency) -> Option<(Unit, Unit)> {
    let cent = masculine(["цент", "цента", "центов"], ["cent", "cents"], "цент");
    Some(match currency.code() {
        "KGS" => (
            masculine(["сом", "сома", "сомов"], ["som", "som"], "сом"),
            masculine(["тыйын", "тыйына", "тыйынов"], ["tyiyn", "tyiyn"], "тыйын"),
        ),
        "KZT" => (
            masculine(["тенге", "тенге", "тенге"], ["tenge", "tenge"], "теңге"),
            masculine(["тиын", "тиына", "тиынов"], ["tiyn", "tiyn"], "тыйын"),
        ),
        "UZS" => (
            masculine(["сум", "сума", "сумов"], ["sum", "sum"], "сум"),
            masculine(["тийин", "тийина", "тийинов"], ["tiyin", "tiyin"], "тийин"),
        ),
        "RUB" => (
            masculine(["рубль", "рубля", "рублей"], ["rouble", "roubles"], "рубль"),
            Unit {
                feminine: true, ..masculine(["копейка", "копейки", "копеек"], ["kopeck", "kopecks"], "копейка")
            },
        ),
        "USD" => {
            (masculine(["доллар США", "доллара США", "долларов США"], ["US dollar", "US dollars"], "АКШ доллары"), cent)
        }
        "EUR" => (masculine(["евро", "евро", "евро"], ["euro", "euros"], "евро"), cent),
        _ => return None,
    })
}

/// A sum of minor units in words, with a capital at the beginning: `One thousand som 00 tyiyn`, `Бир миң сом 00 тыйын`. A
/// currency whose units have no names here stands with its code, its minor units as a share: `Сто AED 50/100`.
pub fn money_in_words(locale: Locale, minor: i64, currency: Currency) -> String {
    let scale = 10u64.pow(currency.exponent());
    let (whole, part) = (minor.unsigned_abs() / scale, minor.unsigned_abs() % scale);
    let names = units(currency);
    let mut text = String::new();
    if minor < 0 {
        text.push_str(if locale == Locale::En { "minus " } else { "минус " });
    }
    text.push_str(&number(locale, whole, names.is_some_and(|(unit, _)| unit.feminine)));
    text.push(' ');
    text.push_str(names.map_or(currency.code(), |(unit, _)| unit.name(locale, whole)));
    if currency.exponent() > 0 {
        let digits = format!("{part:00$}", currency.exponent() as usize);
        match names {
            Some((_, unit)) => text.push_str(&format!(" {digits} {}", unit.name(locale, part))),
            None => text.push_str(&format!(" {digits}/{scale}")),
        }
    }
    let mut letters = text.chars();
    letters.next().map(|first| first.to_uppercase().chain(letters).collect()).unwrap_or_default()
}

/// A whole number in words, lower case.
fn number(locale: Locale, value: u64, feminine: bool) -> String {
    if value == 0 {
        return match locale {
            Locale::En => "zero",
            Locale::Ru => "ноль",
            Locale::Ky => "нөл",
        }
        .to_owned();
    }
    let mut words = Vec::new();
    for (n, scale) in SCALES.iter().enumerate().rev() {
        let group = value / 1_000u64.pow(n as u32 + 1) % 1_000;
        if group > 0 {
            group_words(locale, group, scale.feminine, &mut words);
            words.push(scale.name(locale, group));
        }
    }
    group_words(locale, value % 1_000, feminine, &mut words);
    words.iter().enumerate().fold(String::new(), |mut text, (n, word)| {
        // `thirty-four`: the tens end in a hyphen.
        if n > 0 && !text.ends_with('-') {
            text.push(' ');
        }
        text.push_str(word);
        text
    })
}

/// A number below a thousand.
fn group_words(locale: Locale, value: u64, feminine: bool, words: &mut Vec<&'static str>) {
    let [hundreds, rest] = [value / 100, value % 100].map(|part| part as usize);
    let (tens, ones) = (rest / 10, rest % 10);
    match locale {
        Locale::Ru => {
            words.extend(hundreds.checked_sub(1).map(|n| RU_HUNDREDS[n]));
            words.extend(tens.checked_sub(2).map(|n| RU_TENS[n]));
            let ones = if tens == 1 { rest } else { ones };
            words.extend(match (ones, feminine) {
                (0, _) => None,
                (1, true) => Some("одна"),
                (2, true) => Some("две"),
                _ => Some(RU_ONES[ones - 1]),
            });
        }
        Locale::En => {
            if hundreds > 0 {
                words.extend([EN_ONES[hundreds - 1], "hundred"]);
            }
            words.extend(tens.checked_sub(2).map(|n| if ones > 0 { EN_TENS_AND[n] } else { EN_TENS[n] }));
            let ones = if tens == 1 { rest } else { ones };
            words.extend(ones.checked_sub(1).map(|n| EN_ONES[n]));
        }
        Locale::Ky => {
            if hundreds > 0 {
                words.extend([KY_ONES[hundreds - 1], "жүз"]);
            }
            words.extend(tens.checked_sub(1).map(|n| KY_TENS[n]));
            words.extend(ones.checked_sub(1).map(|n| KY_ONES[n]));
        }
    }
}

const RU_HUNDREDS: [&str; 9] =
    ["сто", "двести", "триста", "четыреста", "пятьсот", "шестьсот", "семьсот", "восемьсот", "девятьсот"];
const RU_TENS: [&str; 8] =
    ["двадцать", "тридцать", "сорок", "пятьдесят", "шестьдесят", "семьдесят", "восемьдесят", "девяносто"];
const RU_ONES: [&str; 19] = [
    "один",
    "два",
    "три",
    "четыре",
    "пять",
    "шесть",
    "семь",
    "восемь",
    "девять",
    "десять",
    "одиннадцать",
    "двенадцать",
    "тринадцать",
    "четырнадцать",
    "пятнадцать",
    "шестнадцать",
    "семнадцать",
    "восемнадцать",
    "девятнадцать",
];
const EN_TENS: [&str; 8] = ["twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety"];
const EN_TENS_AND: [&str; 8] = ["twenty-", "thirty-", "forty-", "fifty-", "sixty-", "seventy-", "eighty-", "ninety-"];
const EN_ONES: [&str; 19] = [
    "one",
    "two",
    "three",
    "four",
    "five",
    "six",
    "seven",
    "eight",
    "nine",
    "ten",
    "eleven",
    "twelve",
    "thirteen",
    "fourteen",
    "fifteen",
    "sixteen",
    "seventeen",
    "eighteen",
    "nineteen",
];
const KY_TENS: [&str; 9] = ["он", "жыйырма", "отуз", "кырк", "элүү", "алтымыш", "жетимиш", "сексен", "токсон"];
const KY_ONES: [&str; 9] = ["бир", "эки", "үч", "төрт", "беш", "алты", "жети", "сегиз", "тогуз"];

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn words(locale: Locale, minor: i64, code: &str) -> String {
        money_in_words(locale, minor, Currency::parse(code).unwrap())
    }

    #[test]
    fn som_and_tyiyn_in_russian() {
        for (minor, want) in [
            (0, "Ноль сомов 00 тыйынов"),
            (1, "Ноль сомов 01 тыйын"),
            (103, "Один сом 03 тыйына"),
            (211, "Два сома 11 тыйынов"),
            (521, "Пять сомов 21 тыйын"),
            (1_014, "Десять сомов 14 тыйынов"),
            (1_100, "Одиннадцать сомов 00 тыйынов"),
            (1_200, "Двенадцать сомов 00 тыйынов"),
            (1_922, "Девятнадцать сомов 22 тыйына"),
            (2_000, "Двадцать сомов 00 тыйынов"),
            (2_100, "Двадцать один сом 00 тыйынов"),
            (4_200, "Сорок два сома 00 тыйынов"),
            (10_000, "Сто сомов 00 тыйынов"),
            (11_100, "Сто одиннадцать сомов 00 тыйынов"),
            (21_300, "Двести тринадцать сомов 00 тыйынов"),
            (99_999, "Девятьсот девяносто девять сомов 99 тыйынов"),
            (100_000, "Одна тысяча сомов 00 тыйынов"),
            (100_100, "Одна тысяча один сом 00 тыйынов"),
            (200_200, "Две тысячи два сома 00 тыйынов"),
            (500_000, "Пять тысяч сомов 00 тыйынов"),
            (1_100_000, "Одиннадцать тысяч сомов 00 тыйынов"),
            (1_200_000, "Двенадцать тысяч сомов 00 тыйынов"),
            (2_100_000, "Двадцать одна тысяча сомов 00 тыйынов"),
            (123_405, "Одна тысяча двести тридцать четыре сома 05 тыйынов"),
            (100_000_000, "Один миллион сомов 00 тыйынов"),
            (200_100_100, "Два миллиона одна тысяча один сом 00 тыйынов"),
            (100_000_000_100, "Один миллиард один сом 00 тыйынов"),
            (-123_400, "Минус одна тысяча двести тридцать четыре сома 00 тыйынов"),
        ] {
            assert_eq!(words(Locale::Ru, minor, "KGS"), want, "{minor}");
        }
    }

    #[test]
    fn som_and_tyiyn_in_kyrgyz() {
        for (minor, want) in [
            (0, "Нөл сом 00 тыйын"),
            (101, "Бир сом 01 тыйын"),
            (1_000, "Он сом 00 тыйын"),
            (1_100, "Он бир сом 00 тыйын"),
            (2_200, "Жыйырма эки сом 00 тыйын"),
            (10_000, "Бир жүз сом 00 тыйын"),
            (45_350, "Төрт жүз элүү үч сом 50 тыйын"),
            (123_405, "Бир миң эки жүз отуз төрт сом 05 тыйын"),
            (9_876_500, "Токсон сегиз миң жети жүз алтымыш беш сом 00 тыйын"),
            (100_000_000, "Бир миллион сом 00 тыйын"),
            (-100, "Минус бир сом 00 тыйын"),
        ] {
            assert_eq!(words(Locale::Ky, minor, "KGS"), want, "{minor}");
        }
    }

    #[test]
    fn som_and_tyiyn_in_english() {
        for (minor, want) in [
            (0, "Zero som 00 tyiyn"),
            (100, "One som 00 tyiyn"),
            (1_300, "Thirteen som 00 tyiyn"),
            (2_000, "Twenty som 00 tyiyn"),
            (3_450, "Thirty-four som 50 tyiyn"),
            (123_405, "One thousand two hundred thirty-four som 05 tyiyn"),
            (200_001_900, "Two million nineteen som 00 tyiyn"),
            (-100, "Minus one som 00 tyiyn"),
        ] {
            assert_eq!(words(Locale::En, minor, "KGS"), want, "{minor}");
        }
    }

    #[test]
    fn other_currencies() {
        for (locale, minor, code, want) in [
            (Locale::Ru, 100, "KZT", "Один тенге 00 тиынов"),
            (Locale::Ru, 220_002, "KZT", "Две тысячи двести тенге 02 тиына"),
            (Locale::Ky, 220_000, "KZT", "Эки миң эки жүз теңге 00 тыйын"),
            (Locale::En, 500, "KZT", "Five tenge 00 tiyn"),
            (Locale::Ru, 100, "UZS", "Один сум 00 тийинов"),
            (Locale::Ru, 300_001, "UZS", "Три тысячи сумов 01 тийин"),
            (Locale::Ru, 200, "UZS", "Два сума 00 тийинов"),
            (Locale::Ky, 300_000, "UZS", "Үч миң сум 00 тийин"),
            (Locale::En, 300_000, "UZS", "Three thousand sum 00 tiyin"),
            (Locale::Ru, 2_122, "RUB", "Двадцать один рубль 22 копейки"),
            (Locale::En, 101, "RUB", "One rouble 01 kopeck"),
            (Locale::Ru, 200, "USD", "Два доллара США 00 центов"),
            (Locale::En, 101, "USD", "One US dollar 01 cent"),
            (Locale::Ru, 10_050, "AED", "Сто AED 50/100"),
            (Locale::Ru, 100, "JPY", "Сто JPY"),
            (Locale::En, 1_005, "KWD", "One KWD 005/1000"),
        ] {
            assert_eq!(words(locale, minor, code), want, "{minor} {code}");
        }
    }

    #[test]
    fn the_largest_and_the_smallest_sums_have_words() {
        let largest = "Ninety-two quadrillion two hundred thirty-three trillion seven hundred twenty billion three hundred \
                       sixty-eight million five hundred forty-seven thousand seven hundred fifty-eight som 07 tyiyn";
        assert_eq!(words(Locale::En, i64::MAX, "KGS"), largest);
        assert!(words(Locale::Ru, i64::MIN, "KGS").starts_with("Минус девяносто два квадриллиона двести"));
    }

    proptest! {
        #[test]
        fn two_sums_never_read_the_same(one: i64, other: i64) {
            for locale in [Locale::En, Locale::Ru, Locale::Ky] {
                let same = words(locale, one, "KGS") == words(locale, other, "KGS");
                prop_assert_eq!(same, one == other);
            }
        }

        #[test]
        fn words_are_apart_and_begin_with_a_capital(minor: i64) {
            for locale in [Locale::En, Locale::Ru, Locale::Ky] {
                let text = words(locale, minor, "KGS");
                prop_assert!(!text.contains("  ") && !text.contains("- ") && text.trim() == text, "{}", text);
                prop_assert!(text.chars().next().unwrap().is_uppercase(), "{}", text);
            }
        }
    }
}
