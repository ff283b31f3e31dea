//! What stops a draft from being published, and what is worth a look: what the checker
//! says of the document and of the document beside its text, and what only somebody can
//! know who knows what was read.

use super::claims::Claims;
use super::{Draft, Passages, Place, is_quoted};
use crate::anchoring::Language;
use crate::article::{Fault, Finding, Level, StatementKind, advise, read_owned};
use crate::revise::against;

/// Something that is wrong, or worth a look.
#[derive(Clone, Debug, PartialEq)]
pub struct Checked {
    /// Whether it stops publishing.
    pub stops: bool,
    /// A stable name: the checker's own, or one of these here.
    pub code: &'static str,
    /// Where it is.
    pub place: Place,
    /// The field there, if it is one.
    pub field: Option<String>,
    /// What the checker says, in its words.
    pub what: String,
}

impl Checked {
    fn of(finding: &Finding) -> Self {
        let (place, field) = Place::of_pointer(&finding.pointer);
        Self {
            stops: finding.level == Level::Error,
            code: finding.code,
            place,
            field: field.map(str::to_owned),
            what: format!("{}. {}.", finding.what, finding.mend),
        }
    }

    fn note(stops: bool, code: &'static str, place: Place, field: Option<&str>) -> Self {
        Self {
            stops,
            code,
            place,
            field: field.map(str::to_owned),
            what: String::new(),
        }
    }
}

/// Looks through a draft.
pub fn check<L: Language>(draft: &Draft, passages: &Passages<L>) -> Vec<Checked> {
    let content = draft.content();
    let mut all = of_the_document(draft);
    let told = |all: &[Checked], place, code| {
        let is_it = |one: &Checked| one.place == place && one.code == code;
        all.iter().any(is_it)
    };
    if content.kept().next().is_none() {
        let place = Place::Document;
        all.push(Checked::note(true, "no-text", place, Some("text")));
    } else {
        for finding in against(&Claims::of(draft), passages.text()) {
            let one = Checked::of(&finding);
            // By the document alone it may be told already.
            let is_told = one.code == "quotation-differs" && told(&all, one.place, "quote-differs");
            if !is_told {
                all.push(one);
            }
        }
    }
    if content.unread() > 0 {
        let place = Place::Document;
        all.push(Checked::note(true, "unread", place, Some("text")));
    }
    all.extend(of_quotation_marks(draft, passages));
    // First what stops, and each in the order of the document.
    all.sort_by_key(|one| !one.stops);
    all
}

/// What the checker says of the document.
fn of_the_document(draft: &Draft) -> Vec<Checked> {
    let problems = match read_owned(draft.document()) {
        Ok(document) => return advise(&document).iter().map(Checked::of).collect(),
        Err(problems) => problems,
    };
    let checked = problems.iter().map(|problem| {
        let (place, field) = Place::of_pointer(&problem.pointer);
        let missing = match &problem.fault {
            Fault::Missing { field } => Some(*field),
            _ => None,
        };
        Checked {
            stops: true,
            code: problem.fault.code(),
            place,
            field: field.or(missing).map(str::to_owned),
            what: format!("{}. {}.", problem.fault.what(), problem.fault.mend()),
        }
    });
    checked.collect()
}

/// Direct quotations around which there are no marks in the text.
fn of_quotation_marks<L: Language>(draft: &Draft, passages: &Passages<L>) -> Vec<Checked> {
    let content = draft.content();
    let quotations = content.statements.iter().enumerate();
    let quotations = quotations.filter(|(_, one)| one.kind == Some(StatementKind::DirectQuote));
    let unmarked = quotations.filter(|(at, _)| {
        let targets = draft.targets(*at);
        let spans = targets.iter().filter_map(|target| passages.find(target));
        spans.into_iter().any(|span| {
            let paragraph = content.paragraphs.get(span.paragraph);
            paragraph.is_some_and(|one| !is_quoted(&one.text, span.from, span.to))
        })
    });
    unmarked
        .map(|(at, _)| Checked::note(false, "no-marks", Place::Statement(at), Some("target")))
        .collect()
}
