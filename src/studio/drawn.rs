//! What follows from a version of the draft.

use crate::draft::{Checked, Draft, Passages, Proposal, Span, check, proposals};
use crate::intl::Intl;

/// What is drawn from a version, and holds as long as it does.
#[derive(Debug)]
pub(super) struct Drawn {
    pub(super) passages: Option<Passages<Intl>>,
    /// Where the passages of each statement stand.
    pub(super) spans: Vec<Vec<Span>>,
    /// What may be a quotation and is not marked.
    pub(super) proposals: Vec<Proposal>,
    /// What is wrong, and what is worth a look.
    pub(super) checked: Vec<Checked>,
}

impl Drawn {
    pub(super) fn of(draft: &Draft) -> Self {
        let content = draft.content();
        let language = Intl::new(&content.language).ok();
        let passages = language.map(|language| Passages::new(content, language));
        let spans = passages.as_ref().map(|all| all.spans(draft));
        let spans = spans.unwrap_or_default();
        Self {
            proposals: proposals(content, &spans),
            spans,
            checked: passages
                .as_ref()
                .map(|all| check(draft, all))
                .unwrap_or_default(),
            passages,
        }
    }

    /// How much stops publishing.
    pub(super) fn stops(&self) -> usize {
        self.checked.iter().filter(|one| one.stops).count()
    }
}
