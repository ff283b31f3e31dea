//! The quotation marks of languages.

use super::written;

/// The marks around a quotation and those around one inside of it, as CLDR has them
/// for these languages (its *delimiters*); where newspapers go by another rule than
/// the language at large, theirs.
const MARKS: [(&str, &str); 11] = [
    ("de-CH de-LI fr-CH it-CH", "« » ‹ ›"),
    ("de cs sk sl et lt ka bg is lb hr bs sr mk", "„ “ ‚ ‘"),
    ("pl hu ro", "„ ” « »"),
    ("fr", "«\u{202f} \u{202f}» “ ”"),
    ("ru uk be", "« » „ “"),
    ("es it no nb nn el ca hy sq pt-PT", "« » “ ”"),
    ("fa", "« » ‹ ›"),
    ("sv fi da he", "” ” ’ ’"),
    ("ar ur", "” “ ’ ‘"),
    ("ja zh-Hant", "「 」 『 』"),
    ("nl", "‘ ’ “ ”"),
];
const OTHERS: &str = "“ ” ‘ ’";

/// What opens a quotation, with what can close it.
const PAIRS: [(char, &str); 12] = [
    ('“', "”"),
    ('„', "“”"),
    ('”', "”“"),
    ('«', "»"),
    ('»', "«»"),
    ('‹', "›"),
    ('‘', "’"),
    ('‚', "‘’"),
    ('「', "」"),
    ('『', "』"),
    ('"', "\""),
    ('\'', "'"),
];

/// The marks to set a quotation between, which is in that language. They are the
/// language's own; those for a quotation within another, where such a one already
/// stands in it, since what is quoted is changed by no sign; and none where it has
/// brought its own.
pub fn quotation_marks(language: &str, text: &str) -> [&'static str; 2] {
    if has_its_own(text) {
        return [""; 2];
    }
    let mut marks = marks_of(language).split(' ');
    let mut next = || marks.next().unwrap_or_default();
    let (outer, inner) = ([next(), next()], [next(), next()]);
    if text.contains(outer[0].trim()) {
        inner
    } else {
        outer
    }
}

/// By the whole tag, then by the language.
fn marks_of(language: &str) -> &'static str {
    let of = |tag: &str| {
        let known = MARKS
            .iter()
            .find(|(tags, _)| tags.split(' ').any(|known| known == tag));
        known.map(|(_, marks)| *marks)
    };
    of(language)
        .or_else(|| of(written(language)))
        .unwrap_or(OTHERS)
}

/// Whether it can stand behind a quotation: a sign or a space, and no letter. Which
/// those are is a table that would weigh more than all of this.
fn is_after(c: char) -> bool {
    " \u{a0}\u{202f}.,;:!?…–—)]”“’»›」』\"'。，、；：！？؟،؛".contains(c)
}

/// Whether a text begins with a mark that is closed at its end, or nowhere: one around
/// all of it, that is, and not around its first words.
fn has_its_own(text: &str) -> bool {
    let mut letters = text.char_indices();
    let first = letters.next().map(|(_, first)| first);
    let Some((open, close)) = PAIRS.into_iter().find(|(open, _)| Some(*open) == first) else {
        return false;
    };
    let mut depth = 1;
    for (place, letter) in letters {
        let rest = &text[place + letter.len_utf8()..];
        // In front of a letter it is an apostrophe.
        let is_within = "’'".contains(letter) && !rest.is_empty() && !rest.starts_with(is_after);
        if close.contains(letter) && !is_within {
            depth -= 1;
            if depth == 0 {
                return rest.chars().all(is_after);
            }
        } else if letter == open {
            depth += 1;
        }
    }
    // An apostrophe as well can stand in front.
    !matches!(open, '‘' | '\'')
}

#[cfg(test)]
mod tests {
    use super::*;

    fn quoted(language: &str, text: &str) -> String {
        let [open, close] = quotation_marks(language, text);
        [open, text, close].concat()
    }

    #[test]
    fn each_language_has_its_own() {
        for (language, marked) in [
            ("en", "“No”"),
            ("en-GB", "“No”"),
            ("xx", "“No”"),
            ("not a tag", "“No”"),
            ("", "“No”"),
            ("de", "„No“"),
            ("de-AT", "„No“"),
            ("de-CH", "«No»"),
            ("fr", "«\u{202f}No\u{202f}»"),
            ("fr-CA", "«\u{202f}No\u{202f}»"),
            ("uk", "«No»"),
            ("ru", "«No»"),
            ("es-MX", "«No»"),
            ("pl", "„No”"),
            ("sv", "”No”"),
            ("ar", "”No“"),
            ("ar-EG", "”No“"),
            ("zh", "“No”"),
            ("zh-SG", "“No”"),
            ("zh-Hans-TW", "“No”"),
            ("zh-Hant", "「No」"),
            ("zh-TW", "「No」"),
            ("zh-HK", "「No」"),
            ("ja", "「No」"),
        ] {
            assert_eq!(quoted(language, "No"), marked, "{language}");
        }
    }

    #[test]
    fn one_that_has_brought_its_own_has_none_besides() {
        for text in [
            "“No”",
            "“No.”",
            "“No”.",
            "„Nein“",
            "„Nie”",
            "«Нет»",
            "«А «Б» В»",
            "« Non »",
            "「不」",
            "\"No\"",
            "'No'",
            "‘We don’t’",
            "”Nej”",
            "»Nein«",
            "“We will",
            "„Wir",
        ] {
            assert_eq!(quoted("en", text), text);
        }
    }

    #[test]
    fn one_within_another_is_left_as_it_is() {
        for (language, text, marked) in [
            ("en", "‘No’ is what they said", "“‘No’ is what they said”"),
            ("en", "“No” is what they said", "‘“No” is what they said’"),
            ("en", "“No,” he said, “never”", "‘“No,” he said, “never”’"),
            ("en", "We say “no” again", "‘We say “no” again’"),
            ("en", "They don’t", "“They don’t”"),
            ("en", "'Tis time", "“'Tis time”"),
            ("en", "‘Tis time", "“‘Tis time”"),
            ("en", "It’s the parties’ plan", "“It’s the parties’ plan”"),
            ("de", "Wir sagen „nein“ dazu", "‚Wir sagen „nein“ dazu‘"),
            ("ru", "Это «нет» и всё", "„Это «нет» и всё“"),
            ("nl", "Foto’s zijn er niet", "‘Foto’s zijn er niet’"),
            ("zh-TW", "我們說「不」", "『我們說「不」』"),
        ] {
            assert_eq!(quoted(language, text), marked);
        }
    }
}
