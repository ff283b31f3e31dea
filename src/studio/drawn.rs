//! What follows from a version of the draft: at once where its passages stand, and in a
//! moment what is wrong with it.

use crate::article::{Target, read_owned};
use crate::draft::{Checked, Content, Draft, Passages, Proposal, Span, check, proposals};
use crate::intl::Intl;
use std::rc::Rc;

/// What is drawn from a version, and holds as long as it does. What the version before
/// had in common with it is not made again.
#[derive(Debug)]
pub(super) struct Drawn {
    content: Rc<Content>,
    pub(super) passages: Option<Rc<Passages<Intl>>>,
    targets: Vec<Vec<Target>>,
    /// Where the passages of each statement stand.
    pub(super) spans: Vec<Vec<Span>>,
    /// What may be a quotation and is not marked.
    pub(super) proposals: Vec<Proposal>,
}

impl Drawn {
    pub(super) fn of(draft: &Draft, before: Option<&Self>) -> Self {
        let content = draft.content();
        let before = before.filter(|before| is_same_text(&before.content, content));
        let passages = match before {
            Some(before) => before.passages.clone(),
            None => Intl::new(&content.language)
                .ok()
                .map(|language| Rc::new(Passages::new(content, language))),
        };
        let count = content.statements.len();
        let targets: Vec<_> = (0..count).map(|at| draft.targets(at)).collect();
        let known = |at: usize, targets: &Vec<Target>| {
            let before = before?;
            (before.targets.get(at) == Some(targets)).then(|| before.spans[at].clone())
        };
        let spans = targets.iter().enumerate().map(|(at, targets)| {
            let find = || {
                let passages = passages.as_ref();
                let all = targets.iter().filter_map(|one| passages?.find(one));
                all.collect()
            };
            known(at, targets).unwrap_or_else(find)
        });
        let spans: Vec<Vec<Span>> = spans.collect();
        Self {
            proposals: proposals(content, &spans),
            content: content.clone(),
            passages,
            targets,
            spans,
        }
    }
}

fn is_same_text(one: &Content, other: &Content) -> bool {
    let words = |content: &Content| -> Vec<(bool, usize)> {
        let all = content.paragraphs.iter();
        all.map(|one| (one.is_out, one.text.len())).collect()
    };
    one.language == other.language
        && words(one) == words(other)
        && (one.paragraphs.iter().zip(&other.paragraphs)).all(|(one, other)| one.text == other.text)
}

/// What is said of a version once it was looked through: that takes longer than a key
/// may, and is done when nothing has changed for a moment.
#[derive(Debug)]
pub(super) struct Reviewed {
    /// The how many-th version it is.
    pub(super) version: u64,
    /// The version.
    pub(super) draft: Rc<Draft>,
    /// What is wrong, and what is worth a look.
    pub(super) checked: Vec<Checked>,
    /// Whether it is a document that readers can see.
    pub(super) is_readable: bool,
}

impl Reviewed {
    pub(super) fn of(draft: &Rc<Draft>, version: u64, drawn: &Drawn) -> Self {
        let passages = drawn.passages.as_ref();
        Self {
            checked: passages.map(|all| check(draft, all)).unwrap_or_default(),
            is_readable: read_owned(draft.document()).is_ok(),
            version,
            draft: draft.clone(),
        }
    }

    /// How much stops publishing.
    pub(super) fn stops(&self) -> usize {
        self.checked.iter().filter(|one| one.stops).count()
    }
}
