//! What of a draft can be held against its text, however little is there yet.

use super::{Draft, Place};
use crate::article::{Article, Speaker, Stance, Statement, StatementKind};
use crate::json::{Json, Step};
use crate::revise;

/// What a draft says, as far as a text can tell.
#[derive(Clone, Debug)]
pub(super) struct Claims {
    article: Article,
    statements: Vec<Statement>,
    stances: Vec<Stance>,
}

impl Claims {
    pub(super) fn of(draft: &Draft) -> Self {
        let content = draft.content();
        let known = |field| {
            let way = [&Place::Article.way()[..], &[Step::Field(field)]].concat();
            draft.project().at(&way)
        };
        let count = known("paragraphs").and_then(Json::number);
        let statements = content.statements.iter().enumerate();
        Self {
            article: Article {
                headline: String::new(),
                description: String::new(),
                url: None,
                publisher: None,
                date_published: None,
                paragraphs: count.filter(|n| *n >= 1.0).map_or(0, |n| n as u32),
                text_digest: known("text_digest").and_then(Json::text),
            },
            statements: statements
                .map(|(at, one)| Statement {
                    id: one.id.clone(),
                    speaker: one.speaker.clone().unwrap_or(Speaker::Article),
                    kind: one.kind.unwrap_or(StatementKind::Narration),
                    text: one.text.clone(),
                    date: None,
                    paragraph: one.paragraph,
                    targets: draft.targets(at),
                })
                .collect(),
            stances: content
                .stances
                .iter()
                .map(|one| Stance {
                    organization_id: one.party.clone(),
                    topic_id: one.topic.clone(),
                    position: one.position.clone(),
                    summary: one.summary.clone(),
                    conditions: Vec::new(),
                    statement_ids: one.statements.clone(),
                    date: None,
                })
                .collect(),
        }
    }
}

impl<'a> From<&'a Claims> for revise::Claims<'a> {
    fn from(claims: &'a Claims) -> Self {
        Self {
            article: &claims.article,
            statements: &claims.statements,
            stances: &claims.stances,
        }
    }
}
