//! Finding names as people type them: any letter case, ё for е, Kyrgyz letters or their Russian stand-ins, Cyrillic
//! or Latin, the beginning only, a letter wrong.

/// A name for sorting as people look it up: any letter case, each letter where the Kyrgyz alphabet has it.
pub fn alphabetical(name: &str) -> String {
    let mut key = String::with_capacity(name.len());
    for letter in name.chars().flat_map(char::to_lowercase) {
        // These stand far from their neighbours in the code: each follows the letter it comes after.
        let after = match letter {
            'ё' => 'е',
            'ң' => 'н',
            'ө' => 'о',
            'ү' => 'у',
            _ => {
                key.push(letter);
                continue;
            }
        };
        key.push(after);
        key.push(char::MAX);
    }
    key
}

/// A number with letters for sorting as people count: `9` before `10`, `10` before `10A`.
pub fn counted(number: &str) -> String {
    let digits: String = number.chars().take_while(char::is_ascii_digit).collect();
    format!("{digits:0>12} {}", number.to_lowercase())
}

/// A name prepared for matching: words in a Latin skeleton where look- and sound-alikes are one letter.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct SearchKey {
    whole: String,
    /// What stands before the first comma or bracket: the town in the name of a station.
    head: String,
    words: Vec<String>,
}

impl SearchKey {
    pub fn new(text: &str) -> Self {
        let words_of = |text: &str| -> Vec<String> {
            let words = text.split(|c: char| !c.is_alphanumeric() && c != '\'' && c != 'ʼ').map(fold);
            words.filter(|word| !word.is_empty()).collect()
        };
        let words = words_of(text);
        let head = text.trim().split([',', '(']).next().map(words_of).unwrap_or_default();
        Self { whole: words.concat(), head: head.concat(), words }
    }

    pub fn is_empty(&self) -> bool {
        self.words.is_empty()
    }

    /// All words in one.
    pub fn whole(&self) -> &str {
        &self.whole
    }
}

/// Kyrgyz "from" and "to", as in «Оштон Бишкекке», folded.
const ENDINGS: [&str; 14] =
    ["dan", "den", "don", "ton", "tan", "ten", "nan", "nen", "non", "ga", "ge", "ka", "ke", "ko"];

/// The query without a case's ending on its last word; `None` where it has none, or hardly anything is left.
pub fn without_ending(query: &SearchKey) -> Option<SearchKey> {
    let last = query.words.last()?;
    let stem = ENDINGS.iter().find_map(|ending| last.strip_suffix(ending)).filter(|stem| stem.len() > 1)?;
    let mut words = query.words.clone();
    *words.last_mut()? = stem.to_owned();
    let whole = words.concat();
    Some(SearchKey { head: whole.clone(), whole, words })
}

/// Folds one word to lower-case Latin letters and digits.
///
/// `Бишкек` and `Bishkek` give the same; `ы`, `й`, `y` and `i` are one, `ж`, `дж`, `zh` and `j` are one, doubled
/// letters count once, soft and hard signs are dropped.
pub fn fold(word: &str) -> String {
    let mut latin = String::with_capacity(word.len());
    for letter in word.chars().flat_map(char::to_lowercase) {
        push_latin(letter, &mut latin);
    }
    let mut folded = String::with_capacity(latin.len());
    let mut rest = latin.as_str();
    let mut run = 1;
    while let Some(letter) = rest.chars().next() {
        let (taken, instead) = PAIRS
            .iter()
            .find(|(pair, _)| rest.starts_with(pair))
            .map_or((letter.len_utf8(), None), |(pair, instead)| (pair.len(), Some(*instead)));
        let next = instead.unwrap_or(match letter {
            'y' => 'i',
            'w' => 'v',
            'q' => 'k',
            other => other,
        });
        run = if folded.ends_with(next) { run + 1 } else { 1 };
        // "11" is not "1", but "suu" is "su", and "qqqq" is nothing.
        if next.is_ascii_digit() || run != 2 {
            folded.push(next);
        }
        rest = &rest[taken..];
    }
    folded
}

/// Spellings of one sound in Latin letters.
const PAIRS: &[(&str, char)] = &[("dzh", 'j'), ("dj", 'j'), ("zh", 'j'), ("kh", 'h'), ("ck", 'k'), ("ph", 'f')];

fn push_latin(letter: char, out: &mut String) {
    let text = match letter {
        'а' | 'á' | 'à' | 'â' | 'ä' | 'ã' | 'å' | 'ā' | 'ă' | 'ą' | 'ә' => "a",
        'б' => "b",
        'в' => "v",
        'г' | 'ғ' | 'ѓ' | 'ğ' => "g",
        'д' | 'ď' | 'đ' | 'ђ' => "d",
        'е' | 'ё' | 'э' | 'é' | 'è' | 'ê' | 'ë' | 'ē' | 'ė' | 'ę' | 'ě' => "e",
        'ж' => "zh",
        'з' | 'ѕ' | 'ź' | 'ż' => "z",
        'и' | 'й' | 'ы' | 'і' | 'ї' | 'ј' | 'í' | 'ì' | 'î' | 'ï' | 'ı' | 'ī' | 'į' | 'ý' | 'ÿ' => "i",
        'к' | 'қ' | 'ќ' | 'ķ' => "k",
        'л' | 'ł' | 'ľ' | 'ļ' => "l",
        'љ' => "li",
        'м' => "m",
        'н' | 'ң' | 'ñ' | 'ń' | 'ň' | 'ņ' => "n",
        'њ' => "ni",
        'о' | 'ө' | 'ó' | 'ò' | 'ô' | 'ö' | 'õ' | 'ø' | 'ō' | 'ő' => "o",
        'п' => "p",
        'р' | 'ř' => "r",
        'с' | 'ś' => "s",
        'š' | 'ş' | 'ș' => "sh",
        'т' | 'ť' | 'ț' | 'ţ' => "t",
        'у' | 'ү' | 'ұ' | 'ў' | 'ú' | 'ù' | 'û' | 'ü' | 'ū' | 'ů' | 'ű' => "u",
        'ф' => "f",
        'х' | 'ҳ' | 'һ' => "h",
        'ц' | 'ç' | 'ć' => "ts",
        'ч' | 'č' => "ch",
        'џ' => "dzh",
        'ž' => "zh",
        'ш' => "sh",
        'щ' => "sch",
        'ъ' | 'ь' | '\'' | 'ʼ' | '\u{0300}'..='\u{036f}' => "",
        'ю' => "iu",
        'я' => "ia",
        'ß' => "ss",
        'x' => "ks",
        other => {
            out.push(other);
            return;
        }
    };
    out.push_str(text);
}

/// How well a name answers a query: larger is better, `None` when it doesn't. 1000 is the very name; below 500 it
/// takes a misspelling.
pub fn score(query: &SearchKey, name: &SearchKey) -> Option<u32> {
    exact_score(query, name).or_else(|| misspelled_score(query, name))
}

/// The part of [`score`] without misspellings, quick.
pub fn exact_score(query: &SearchKey, name: &SearchKey) -> Option<u32> {
    if query.is_empty() {
        return None;
    }
    if query.whole == name.whole {
        return Some(1000);
    }
    if query.whole == name.head {
        return Some(950);
    }
    if name.whole.starts_with(&query.whole) {
        return Some(900);
    }
    let (last, full) = query.words.split_last()?;
    let all = full.iter().all(|word| name.words.iter().any(|other| other == word))
        && name.words.iter().any(|other| other.starts_with(last.as_str()));
    all.then_some(700)
}

/// Matches with a letter wrong, missing, too many or two swapped; two letters in long words.
pub fn misspelled_score(query: &SearchKey, name: &SearchKey) -> Option<u32> {
    let allowed = allowed_errors(query.whole.len());
    if allowed == 0 {
        return None;
    }
    let whole = prefix_distance(&query.whole, &name.whole, allowed).map(|errors| (errors, 450));
    let first = name.words.iter().filter_map(|word| {
        let errors = prefix_distance(&query.whole, word, allowed)?;
        Some((errors, if name.words.first() == Some(word) { 440 } else { 400 }))
    });
    whole.into_iter().chain(first).map(|(errors, base)| base - errors.min(4) as u32 * 100).max()
}

fn allowed_errors(letters: usize) -> usize {
    match letters {
        0..=3 => 0,
        4..=6 => 1,
        _ => 2,
    }
}

/// Longest word that is compared letter by letter, in bytes; folded words are almost always ASCII.
const LONGEST: usize = 48;

/// Fewest edits (insert, delete, replace, swap neighbours) that turn `typed` into `name` or into a beginning of it;
/// `None` above `allowed`.
fn prefix_distance(typed: &str, name: &str, allowed: usize) -> Option<usize> {
    let (typed, name) = (typed.as_bytes(), name.as_bytes());
    let name = &name[..name.len().min(typed.len() + allowed)];
    if typed.len() > name.len() + allowed || typed.len() > LONGEST - 4 {
        return None;
    }
    // Three rows of the table are enough: the one being filled and the two before it.
    let mut rows = [[0_u8; LONGEST]; 3];
    let width = name.len() + 1;
    for (column, cell) in (0_u8..).zip(rows[0].iter_mut().take(width)) {
        *cell = column;
    }
    let limit = u8::try_from(allowed).unwrap_or(u8::MAX);
    for (i, letter) in typed.iter().enumerate() {
        let (row, before, earlier) = ((i + 1) % 3, i % 3, (i + 2) % 3);
        rows[row][0] = u8::try_from(i + 1).unwrap_or(u8::MAX);
        let mut least = rows[row][0];
        for (j, other) in name.iter().enumerate() {
            let mut best = rows[before][j] + u8::from(letter != other);
            best = best.min(rows[before][j + 1] + 1).min(rows[row][j] + 1);
            if i > 0 && j > 0 && typed[i - 1] == *other && *letter == name[j - 1] {
                best = best.min(rows[earlier][j - 1] + 1);
            }
            rows[row][j + 1] = best;
            least = least.min(best);
        }
        if least > limit {
            return None;
        }
    }
    let last = &rows[typed.len() % 3][..width];
    last.iter().min().map(|errors| usize::from(*errors)).filter(|errors| *errors <= allowed)
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn matches(query: &str, name: &str) -> Option<u32> {
        score(&SearchKey::new(query), &SearchKey::new(name))
    }

    #[test]
    fn one_name_in_two_scripts_is_the_same_name() {
        for (a, b) in [
            ("Бишкек", "Bishkek"),
            ("ош", "OSH"),
            ("Балыкчы", "balykchy"),
            ("Балыкчи", "Balykchy"),
            ("Нарын", "naryn"),
            ("Чолпон-Ата", "cholpon ata"),
            ("Жалал-Абад", "Jalal-Abad"),
            ("Джалал-Абад", "jalal abad"),
            ("Джалал-Абад", "Dzhalal-Abad"),
            ("Өзгөн", "озгон"),
            ("Түп", "туп"),
            ("Кызыл-Кия", "kyzyl-kiya"),
            ("Көк-Жаңгак", "Кок-Жангак"),
            ("Аламүдүн", "аламудун"),
            ("Берёзовка", "березовка"),
            ("Кара-Куль", "karakul"),
            ("Исык-Куль", "ysyk-kul"),
            ("Qaraqol", "Каракол"),
        ] {
            assert_eq!(matches(a, b), Some(1000), "{a} / {b}: {} {}", fold(a), fold(b));
        }
    }

    #[test]
    fn beginnings_and_misspellings_match_weaker() {
        for (query, name) in [
            ("биш", "Бишкек"),
            ("b", "Bishkek"),
            ("бишкекк", "Бишкек"),
            ("бишкекx", "Бишкек"),
            ("бшикек", "Бишкек"),
            ("бешкек", "Бишкек"),
            ("bishkec", "Бишкек"),
            ("каракл", "Каракол"),
            ("чалпон ата", "Чолпон-Ата"),
            ("автовокзал", "Ош, Новый автовокзал"),
            ("ош новый", "Ош, Новый автовокзал"),
            ("джалалабат", "Джалал-Абад (Манас)"),
            ("манас", "Джалал-Абад (Манас)"),
            ("балыкчи", "Балыкчы"),
        ] {
            assert!(matches(query, name).is_some(), "{query} / {name}");
        }
    }

    #[test]
    fn other_names_do_not_match() {
        for (query, name) in [("ош", "Бишкек"), ("талас", "Токмок"), ("", "Ош"), ("-", "Ош"), ("нарын", "Баткен")]
        {
            assert_eq!(matches(query, name), None, "{query} / {name}");
        }
    }

    #[test]
    fn a_case_s_ending_can_be_taken_off() {
        for (query, name) in [("Оштон", "Ош"), ("Нарындан", "Нарын"), ("Талас Баткенге", "Талас Баткен")]
        {
            assert_eq!(without_ending(&SearchKey::new(query)), Some(SearchKey::new(name)), "{query}");
        }
        assert_eq!(without_ending(&SearchKey::new("Ош")), None);
        assert_eq!(without_ending(&SearchKey::new("дан")), None);
    }

    #[test]
    fn a_key_held_down_is_not_a_letter() {
        assert_eq!(matches("qqqq", "Каракол"), None);
        assert_eq!(matches("ннннн", "Нарын"), None);
        assert_eq!(matches("суу", "Су"), Some(1000));
    }

    #[test]
    fn names_come_in_the_order_of_the_alphabet() {
        let names = ["нан", "Ңгу", "оба", "Озгон", "Өзгөн", "парк", "Узун", "Үч-Терек", "Фонтан"];
        let mut sorted = names;
        sorted.sort_by_key(|name| alphabetical(name));
        assert_eq!(sorted, names);
        assert!(alphabetical("Ёлка") < alphabetical("Жар") && alphabetical("Ель") < alphabetical("Ёлка"));
    }

    #[test]
    fn numbers_come_as_people_count() {
        let mut numbers = ["10", "9", "104V", "10A", "B1", "104"];
        numbers.sort_by_key(|number| counted(number));
        assert_eq!(numbers, ["B1", "9", "10", "10A", "104", "104V"]);
    }

    #[test]
    fn the_closer_name_comes_first() {
        assert!(matches("кара", "Кара-Балта") > matches("кара", "Новая Кара"));
        assert!(matches("кара-куль", "Кара-Куль") > matches("кара-куль", "Кара-Кульджа"));
        assert!(matches("ош", "Ош, Новый автовокзал") > matches("ош", "Ошский"));
        assert!(matches("манас", "Манас-Ордо") > matches("манас", "Джалал-Абад (Манас)"));
    }

    proptest! {
        #[test]
        fn letter_case_does_not_matter(text in "[a-zа-яңөүё]{0,12}") {
            prop_assert_eq!(fold(&text.to_uppercase()), fold(&text));
        }

        #[test]
        fn a_name_always_finds_itself(text in "[А-Яа-яңөүё]{1,8}( [а-я]{1,6})?") {
            let key = SearchKey::new(&text);
            prop_assume!(!key.is_empty());
            prop_assert_eq!(score(&key, &key), Some(1000));
        }

        #[test]
        fn one_wrong_letter_in_a_long_name_is_forgiven(name in "[bdfgklmnprstv][aeiou][bdfgklmnprstv][aeiou][bdfgklmnprstv][aeiou]", at in 0..6_usize) {
            let mut typed: Vec<char> = name.chars().collect();
            typed[at] = '0';
            let typed: String = typed.into_iter().collect();
            prop_assert!(matches(&typed, &name).is_some());
        }

        #[test]
        fn nothing_panics(query in ".{0,20}", name in ".{0,20}") {
            let _ = matches(&query, &name);
        }
    }
}
