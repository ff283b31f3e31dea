//! Verbs of saying, by language: lists that are data, and grow by a line.

use std::collections::HashSet;

/// The languages for which there is a list.
const LISTS: [(&str, &str); 8] = [
    ("en", include_str!("saying/en.txt")),
    ("uk", include_str!("saying/uk.txt")),
    ("ru", include_str!("saying/ru.txt")),
    ("de", include_str!("saying/de.txt")),
    ("fr", include_str!("saying/fr.txt")),
    ("es", include_str!("saying/es.txt")),
    ("ar", include_str!("saying/ar.txt")),
    ("zh", include_str!("saying/zh.txt")),
];

/// How names are told from other words.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Script {
    /// They begin with a capital.
    Capitals,
    /// They follow the verb.
    AfterVerb,
    /// They stand before it, and no space parts words.
    BeforeVerb,
}

/// What is known of how a language says who speaks.
#[derive(Clone, Debug)]
pub(super) struct Saying {
    verbs: HashSet<&'static str>,
    no_names: HashSet<&'static str>,
    pub(super) script: Script,
}

impl Saying {
    /// That of a language, by its tag; nothing where there is no list.
    pub(super) fn of(language: &str) -> Option<Self> {
        let primary = language.split(['-', '_']).next().unwrap_or_default();
        let primary = primary.to_ascii_lowercase();
        let (_, list) = LISTS.iter().find(|(tag, _)| *tag == primary)?;
        let mut saying = Self {
            verbs: HashSet::new(),
            no_names: HashSet::new(),
            script: match primary.as_str() {
                "ar" => Script::AfterVerb,
                "zh" => Script::BeforeVerb,
                _ => Script::Capitals,
            },
        };
        for line in list.lines().filter(|line| !line.starts_with('#')) {
            match line.strip_prefix('!') {
                Some(words) => saying.no_names.extend(words.split_whitespace()),
                None => saying.verbs.extend(line.split_whitespace()),
            }
        }
        Some(saying)
    }

    pub(super) fn is_verb(&self, word: &str) -> bool {
        self.verbs.contains(word.to_lowercase().as_str())
    }

    pub(super) fn is_name(&self, word: &str) -> bool {
        word.chars().next().is_some_and(char::is_uppercase)
            && !self.no_names.contains(word.to_lowercase().as_str())
    }

    /// The verb with which a text ends, where no space parts words.
    pub(super) fn verb_at_end<'a>(&self, text: &'a str) -> Option<&'a str> {
        let all = self.verbs.iter().filter(|verb| text.ends_with(**verb));
        let longest = all.max_by_key(|verb| verb.len())?;
        Some(&text[text.len() - longest.len()..])
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_list_says_something() {
        for (tag, list) in LISTS {
            let saying = Saying::of(tag).expect(tag);
            assert!(saying.verbs.len() > 8, "{tag}");
            let lines = list.lines().filter(|line| !line.starts_with(['#', '!']));
            let verbs = lines.flat_map(str::split_whitespace).count();
            assert_eq!(verbs, saying.verbs.len(), "{tag} has a verb twice");
        }
        assert!(Saying::of("de-AT").is_some_and(|one| one.is_verb("Sagte")));
        assert!(Saying::of("fi").is_none());
    }
}
