//! What is exported, and how its parts are called.

use crate::article::{Document, Speaker, Stance, Statement, StatementKind};
use crate::comparison::{Cell, Index, PartyIx, StanceIx, Standing, StatementIx, TopicIx};
use crate::i18n::{Texts, date, quotation_marks, written};
use crate::state::{Choice, Passage, Passages};

/// A document, what of it is chosen, and the language to say it in.
#[derive(Debug)]
pub struct Sheet<'a> {
    /// What is compared.
    pub document: &'a Document,
    /// The same, indexed.
    pub index: &'a Index,
    /// The parties, in their order.
    pub parties: Vec<PartyIx>,
    /// The topics, in their order.
    pub topics: Vec<TopicIx>,
    /// The words of the interface.
    pub texts: &'a Texts,
    /// The titles that only files need.
    titles: Texts,
    /// Where the passages stand in the page that the file is made in.
    passages: Passages,
    /// The level of the headline among the headings of the page that the file is put
    /// into.
    pub(super) headline: u8,
}

/// A stance with its statements, and whether it held before the current one.
pub(super) struct Held<'a> {
    pub(super) stance: &'a Stance,
    pub(super) earlier: bool,
    pub(super) statements: Vec<&'a Statement>,
}

const TITLES: [(&str, &str); 9] = [
    ("en", include_str!("titles/en.txt")),
    ("uk", include_str!("titles/uk.txt")),
    ("ru", include_str!("titles/ru.txt")),
    ("de", include_str!("titles/de.txt")),
    ("fr", include_str!("titles/fr.txt")),
    ("es", include_str!("titles/es.txt")),
    ("ar", include_str!("titles/ar.txt")),
    ("zh", include_str!("titles/zh.txt")),
    ("zh-Hant", include_str!("titles/zh-Hant.txt")),
];

impl<'a> Sheet<'a> {
    /// The parties and topics of a choice. In whatever view it was made, files
    /// have the topics in the document's order, and all of them: to leave out
    /// where parties agree is a way to look, not a selection.
    pub fn new(index: &'a Index, choice: &Choice, texts: &'a Texts) -> Self {
        let language = texts.language();
        let written = written(language);
        let titles = TITLES.iter().find(|(known, _)| *known == written);
        Self {
            document: index.document(),
            index,
            parties: choice.parties.clone(),
            topics: choice.topics.clone(),
            texts,
            titles: Texts::parse(language, titles.unwrap_or(&TITLES[0]).1),
            passages: Passages::default(),
            headline: 2,
        }
    }

    /// The same in a page in which the passages stand there.
    pub fn with_passages(self, passages: Passages) -> Self {
        Self { passages, ..self }
    }

    /// The same for a page in which the headline is a heading of that level, from 1
    /// to 6.
    pub fn with_headline(self, headline: u8) -> Self {
        Self { headline, ..self }
    }

    /// What a reader of the file must know of a statement's passage; nothing where
    /// it is as the document has it, or was not looked for.
    pub(super) fn note(&self, statement: &Statement) -> Option<&str> {
        let at = self.index.statement_of_id(&statement.id)?;
        Some(self.texts.get(match self.passages.of_statement(at)? {
            Passage::Exact | Passage::Folded => return None,
            Passage::Changed => "passage.changed",
            Passage::Ambiguous => "passage.ambiguous",
            Passage::NotFound => "passage.not-found",
        }))
    }

    pub(super) fn title(&self, key: &'static str) -> &str {
        self.titles.get(key)
    }

    /// The cell's stances, the current ones first.
    pub(super) fn held(&self, cell: &Cell<'_>) -> Vec<Held<'a>> {
        let held = |earlier| {
            move |stance: &StanceIx| Held {
                stance: self.index.stance(*stance),
                earlier,
                statements: self.statements(self.index.rests_on(*stance)),
            }
        };
        let current = cell.current.iter().map(held(false));
        current.chain(cell.earlier.iter().map(held(true))).collect()
    }

    /// What is background to a topic.
    pub(super) fn background(&self, topic: TopicIx) -> Vec<&'a Statement> {
        self.statements(self.index.background(topic))
    }

    fn statements(&self, statements: &[StatementIx]) -> Vec<&'a Statement> {
        let statements = statements.iter();
        statements.map(|at| self.index.statement(*at)).collect()
    }

    /// Where a party stands, in words; where the article says nothing, that.
    pub(super) fn position(&self, standing: Standing) -> &str {
        match standing {
            Standing::At(position) => &self.index.position(position).label,
            Standing::Silent => self.texts.get("standing.silent"),
            Standing::Mixed => self.texts.get("standing.mixed"),
            Standing::Contradictory => self.texts.get("standing.contradictory"),
        }
    }

    /// A stance's own position.
    pub(super) fn position_of(&self, stance: &Stance) -> &str {
        let mut scale = self.document.scale.iter();
        match scale.find(|position| position.id == stance.position) {
            Some(position) => &position.label,
            None => self.texts.get("standing.mixed"),
        }
    }

    /// Who speaks, and as what; for the article's own voice, nobody.
    pub(super) fn speaker(&self, speaker: &'a Speaker) -> (&str, &str) {
        match speaker {
            Speaker::Article => ("", ""),
            Speaker::Unnamed(words) => (words, self.texts.get("statement.unnamed")),
            Speaker::Named(id) => {
                match (self.document.person(id), self.document.organization(id)) {
                    (Some(person), _) => (&person.name, &person.role),
                    (None, Some(party)) => (&party.name, ""),
                    (None, None) => ("", ""),
                }
            }
        }
    }

    pub(super) fn kind(&self, statement: &Statement) -> &str {
        self.texts.get(match statement.kind.id() {
            "direct_quote" => "kind.direct_quote",
            "reported_speech" => "kind.reported_speech",
            "narration" => "kind.narration",
            _ => "kind.commentary",
        })
    }

    /// The words of a statement, for people to read: a quotation in its marks.
    pub(super) fn words(&self, statement: &Statement) -> String {
        let text = &*statement.text;
        let [open, close] = match statement.kind {
            StatementKind::DirectQuote => quotation_marks(&self.document.language, text),
            _ => [""; 2],
        };
        [open, text, close].concat()
    }

    /// Whose voice, who, when and where, in a line.
    pub(super) fn attribution(&self, statement: &'a Statement) -> String {
        let (name, role) = self.speaker(&statement.speaker);
        let when = statement.date.as_ref().map(|when| date(self.texts, when));
        let paragraph = [("n", statement.paragraph.into())];
        let parts = [
            self.kind(statement).to_owned(),
            name.to_owned(),
            role.to_owned(),
            when.unwrap_or_default(),
            self.texts.with("statement.paragraph", &paragraph),
        ];
        let parts: Vec<String> = parts.into_iter().filter(|part| !part.is_empty()).collect();
        self.texts.join("list.comma", &parts)
    }

    /// Publisher and date of the article.
    pub(super) fn publication(&self) -> String {
        let article = &self.document.article;
        let published = article.date_published.as_ref();
        let parts = [
            article.publisher.clone(),
            published.map(|when| date(self.texts, when)),
        ];
        let parts: Vec<String> = parts.into_iter().flatten().collect();
        self.texts.join("list.comma", &parts)
    }

    /// How the comparison came about, each line with whether it is in the
    /// document's words.
    pub(super) fn making(&self) -> Vec<(String, bool)> {
        let review = &self.document.review;
        let updated = date(self.texts, &review.updated);
        let updated = self
            .texts
            .with("about.updated", &[("date", (&updated).into())]);
        let mut lines = vec![(review.method.clone(), true), (updated, false)];
        lines.extend(review.notes.iter().map(|note| (note.clone(), true)));
        for correction in &review.corrections {
            let when = date(self.texts, &correction.date);
            let line = [when, correction.text.clone()];
            lines.push((self.texts.join("list.colon", &line), true));
        }
        lines
    }
}
