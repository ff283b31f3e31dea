//! From what is selected to a statement: what the reducer does while somebody marks.

use super::acts::{Pending, Said, field_id};
use super::desk::State;
use crate::article::{Speaker, StatementKind, Target};
use crate::draft::{
    self, Content, Mark, Place, Proposal, Rewritten, Span, is_quoted, joined, slice,
};

/// The words of passages, as a quotation has them.
fn words(content: &Content, spans: &[Span]) -> String {
    joined(spans.iter().map(|span| {
        let paragraph = content.paragraphs.get(span.paragraph);
        (
            *span,
            paragraph.map_or("", |one| slice(&one.text, span.from, span.to)),
        )
    }))
}

impl State {
    /// What is selected, or only the caret somewhere.
    pub(super) fn select(&mut self, paragraph: usize, at: usize, spans: Vec<Span>) {
        self.caret = (paragraph, at);
        let known = self.pending.take().unwrap_or_default();
        if spans.is_empty() && known.held.is_empty() {
            return;
        }
        let content = self.content();
        let quoted = |span: &Span| {
            let paragraph = content.paragraphs.get(span.paragraph);
            paragraph.is_some_and(|one| is_quoted(&one.text, span.from, span.to))
        };
        let is_same = known.selected == spans;
        let next = Pending {
            selected: spans,
            ..known.clone()
        };
        // That there are marks around it is a fact; of the other voices, none is.
        let kind = match next.spans().iter().all(quoted) {
            _ if is_same => known.kind,
            true => Some(StatementKind::DirectQuote),
            false => known
                .kind
                .filter(|kind| *kind != StatementKind::DirectQuote),
        };
        self.pending = Some(Pending { kind, ..next });
    }

    /// Holds what is selected while something else is.
    pub(super) fn hold(&mut self) {
        if let Some(pending) = &mut self.pending {
            pending.held = pending.spans();
            pending.selected.clear();
            self.say(Said::Text("said.held"));
        }
    }

    /// What finds these passages and nothing else, and how they are without what is not
    /// seen at their ends.
    fn described(&self, spans: &[Span]) -> Option<(Vec<Target>, Vec<Span>)> {
        let drawn = self.drawn.as_ref()?;
        let passages = drawn.passages.as_ref()?;
        let all = spans.iter().map(|span| passages.target(*span).ok());
        all.collect::<Option<Vec<_>>>()
            .map(|all| all.into_iter().unzip())
    }

    /// Stores what is selected, as a statement of that speaker.
    pub(super) fn store(&mut self, speaker: Option<Speaker>, new: Option<draft::Action>) {
        let Some(pending) = self.pending.clone() else {
            return;
        };
        let Some(kind) = pending.kind else {
            return self.say(Said::Text("bar.voice.missing"));
        };
        if let Some(span) = self.mark(&pending.spans(), kind, speaker, new) {
            self.pending = None;
            self.caret = (span.paragraph, span.to);
            let at = self.content().statements.len().saturating_sub(1);
            self.focus_on(match kind {
                StatementKind::DirectQuote => "text".to_owned(),
                _ => field_id(Place::Statement(at), "text"),
            });
        }
    }

    /// Stores what is selected, as a statement of somebody new: one step.
    pub(super) fn store_new(&mut self, name: String) {
        if let Some((speaker, add)) = self.somebody(name) {
            self.store(Some(speaker), Some(add));
        }
    }

    /// Somebody new, and what adds them.
    fn somebody(&self, name: String) -> Option<(Speaker, draft::Action)> {
        let add = draft::Action::AddPerson(name, None);
        let added = self.draft()?.after(&add);
        let person = added.content().people.last()?.id.clone();
        Some((Speaker::Named(person), add))
    }

    /// Stores passages as one statement; its last passage, if that could be.
    fn mark(
        &mut self,
        spans: &[Span],
        kind: StatementKind,
        speaker: Option<Speaker>,
        new: Option<draft::Action>,
    ) -> Option<Span> {
        let content = self.content();
        let Some((targets, spans)) = self.described(spans) else {
            self.say(Said::Text("bar.no-selector"));
            return None;
        };
        let (first, last) = (*spans.first()?, *spans.last()?);
        let paragraph = content.paragraphs.get(first.paragraph)?.number;
        let speaker = speaker.filter(|_| kind.has_speaker());
        if speaker.is_some() {
            self.last_speaker.clone_from(&speaker);
        }
        let mark = draft::Action::Mark(Box::new(Mark {
            kind,
            speaker,
            text: match kind {
                StatementKind::DirectQuote => words(&content, &spans),
                _ => String::new(),
            },
            paragraph,
            targets,
        }));
        self.act(&match new {
            Some(add) => draft::Action::Several("mark", vec![add, mark]),
            None => mark,
        });
        self.statement = Some(content.statements.len());
        self.say(Said::Text("said.marked"));
        Some(last)
    }

    /// Gives what is selected to the statement that is looked at.
    pub(super) fn extend(&mut self) {
        let (Some(at), Some(pending), Some(drawn)) =
            (self.statement, self.pending.clone(), self.drawn.clone())
        else {
            return;
        };
        let content = self.content();
        let Some(statement) = content.statements.get(at) else {
            return;
        };
        let known = drawn.spans.get(at).cloned().unwrap_or_default();
        let all = Pending {
            held: known,
            selected: pending.spans(),
            kind: None,
        };
        let Some((targets, spans)) = self.described(&all.spans()) else {
            return self.say(Said::Text("bar.no-selector"));
        };
        let first = spans
            .first()
            .and_then(|span| content.paragraphs.get(span.paragraph));
        let is_quotation = statement.kind == Some(StatementKind::DirectQuote);
        self.act(&draft::Action::Rewrite(Rewritten {
            statement: at,
            targets,
            paragraph: first.map_or(statement.paragraph, |one| one.number),
            text: is_quotation.then(|| words(&content, &spans)),
        }));
        self.pending = None;
        self.say(Said::Text("said.extended"));
    }

    /// The proposal that is looked at.
    pub(super) fn proposed(&self) -> Option<&Proposal> {
        let all = &self.drawn.as_ref()?.proposals;
        all.get(self.proposal % all.len().max(1))
    }

    /// Stores the proposal, if it names somebody; without a name it is to be changed.
    pub(super) fn accept(&mut self) {
        let Some(one) = self.proposed().cloned() else {
            return;
        };
        let (speaker, add) = match (one.speaker, one.name) {
            (Some(known), _) => (known, None),
            (None, Some(name)) => match self.somebody(name) {
                Some((speaker, add)) => (speaker, Some(add)),
                None => return,
            },
            (None, None) => return self.change(),
        };
        self.mark(&one.spans, StatementKind::DirectQuote, Some(speaker), add);
    }

    /// Takes the proposal as what is selected, and asks who speaks.
    pub(super) fn change(&mut self) {
        if let Some(one) = self.proposed().cloned() {
            self.pending = Some(Pending {
                held: one.spans,
                selected: Vec::new(),
                kind: Some(StatementKind::DirectQuote),
            });
            self.focus_on("speaker".to_owned());
        }
    }

    /// Says that the proposal is no quotation.
    pub(super) fn wave(&mut self) {
        if let Some(one) = self.proposed() {
            let words = one.text.clone();
            self.act(&draft::Action::Wave(words));
            self.say(Said::Text("said.waved"));
        }
    }
}
