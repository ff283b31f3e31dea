//! Positions: in a cell, evidence by a letter and the step of the scale by a digit.

use super::Author;
use super::cast::party_of;
use anyhow::{Context, Result};
use standpoint::article::{MIXED, Stance};
use std::collections::VecDeque;
use thirtyfour::Key;

/// The letters that choose evidence.
const LETTERS: &str = "abcdefghijklnopqrstuvwxyz";

impl Author<'_> {
    /// Places every stance.
    pub(super) async fn place(&self) -> Result<()> {
        self.studio.press(&['g', 'p']).await?;
        self.studio.is_at("go-positions").await?;
        self.pane("work").await?;
        self.tab_to("cell-0-0").await?;
        self.tally.borrow_mut().reading += self.studio.keys();
        let columns = self.wanted.organizations.len();
        let count = columns * self.wanted.topics.len();
        let cells = self.wanted.stances.iter().map(|one| self.cell(one));
        let cells = cells.collect::<Result<Vec<usize>>>()?;
        let mut here = 0;
        for (n, stance) in self.wanted.stances.iter().enumerate() {
            let to = cells[n];
            self.studio.press(&moves(here, to, columns, count)).await?;
            let id = format!("cell-{}-{}", to / columns, to % columns);
            self.studio.is_at(&id).await?;
            self.stance(stance, n).await.with_context(|| id.clone())?;
            // On to the next cell, or back to this one, whichever is nearer.
            let next = (to + 1).min(count - 1);
            let wanted = cells.get(n + 1).copied().unwrap_or(next);
            let [stay, go] = [to, next].map(|from| moves(from, wanted, columns, count).len());
            if stay < go {
                self.studio.press(&[Key::Escape]).await?;
                here = to;
            } else {
                self.studio.held(&[Key::Control], Key::Enter).await?;
                here = next;
            }
            let keys = self.studio.keys();
            self.tally.borrow_mut().stances.push(keys);
        }
        Ok(())
    }

    /// Places a stance in the cell that has the focus.
    async fn stance(&self, stance: &Stance, at: usize) -> Result<()> {
        let before = self.wanted.stances[..at].iter();
        let entry = before
            .filter(|one| {
                one.organization_id == stance.organization_id && one.topic_id == stance.topic_id
            })
            .count();
        match entry {
            0 => self.studio.press(&[Key::Enter]).await?,
            _ => self.studio.press(&['a']).await?,
        }
        self.studio.is_at(&format!("evidence-{entry}-0")).await?;
        let mut offered: Vec<&str> = self.wanted.statements.iter().map(|one| &*one.id).collect();
        offered.sort_by_key(|id| {
            let one = self.wanted.statements.iter().find(|one| one.id == *id);
            one.and_then(|one| party_of(self.wanted, &one.speaker)) != Some(&stance.organization_id)
        });
        for (chosen, id) in (1..).zip(&stance.statement_ids) {
            let place = offered.iter().position(|one| one == id);
            let place = place.context("a statement that there is")?;
            match LETTERS.chars().nth(place) {
                Some(letter) => self.studio.press(&[letter]).await?,
                None => {
                    for _ in 0..place {
                        self.studio.press(&[Key::Down]).await?;
                    }
                    self.studio.press(&[Key::Space]).await?;
                }
            }
            self.studio
                .wait(&format!(
                    "document.querySelectorAll('[id^=\"evidence-{entry}-\"]:checked').length === {chosen}"
                ))
                .await?;
        }
        let mut steps = self.wanted.scale.iter();
        let digit = match stance.position.as_str() {
            MIXED => 'm',
            id => {
                let step = steps.position(|one| one.id == id).context("a step")?;
                char::from_digit(u32::try_from(step + 1)?, 10).context("a digit")?
            }
        };
        self.studio.press(&[digit]).await?;
        self.studio
            .is_at(&format!("field-stance{at}-summary"))
            .await?;
        self.write(&stance.summary).await?;
        if !stance.conditions.is_empty() || stance.date.is_some() {
            self.studio.press(&[Key::Tab]).await?;
            self.write(&stance.conditions.join("\n")).await?;
        }
        if let Some(date) = &stance.date {
            self.studio.press(&[Key::Tab]).await?;
            self.write(&date.to_string()).await?;
        }
        Ok(())
    }

    /// The how many-th cell of the grid, row by row, a stance belongs to.
    fn cell(&self, stance: &Stance) -> Result<usize> {
        let (mut topics, mut parties) =
            (self.wanted.topics.iter(), self.wanted.organizations.iter());
        let row = topics.position(|one| one.id == stance.topic_id);
        let column = parties.position(|one| one.id == stance.organization_id);
        let (row, column) = row.zip(column).context("a cell that there is")?;
        Ok(row * self.wanted.organizations.len() + column)
    }
}

/// The arrows from a cell to another, as few as there can be.
fn moves(from: usize, to: usize, columns: usize, count: usize) -> Vec<Key> {
    let mut ways = VecDeque::from([(from, Vec::new())]);
    let mut seen = vec![false; count];
    while let Some((at, way)) = ways.pop_front() {
        if at == to {
            return way;
        }
        let steps = [
            (at.checked_sub(1), Key::Left),
            (at.checked_sub(columns), Key::Up),
            (Some(at + 1), Key::Right),
            (Some(at + columns), Key::Down),
        ];
        for (next, key) in steps {
            if let Some(next) = next.filter(|next| *next < count && !seen[*next]) {
                seen[next] = true;
                ways.push_back((next, [&way[..], &[key]].concat()));
            }
        }
    }
    Vec::new()
}
