//! Where somebody is: in a cell of the grid, or sent to what is to be mended.

use super::acts::{Screen, cell_id, field_id};
use super::desk::State;
use crate::draft::Place;

impl State {
    /// The row and the column of the cell that is open.
    fn open_place(&self) -> Option<(usize, usize)> {
        let content = self.content();
        let (party, topic) = self.cell.as_ref()?;
        let row = content.topics.iter().position(|one| one.id == *topic)?;
        let column = content.parties.iter().position(|one| one.id == *party)?;
        Some((row, column))
    }

    /// The id of the button of the cell that is open.
    pub(super) fn open_cell(&self) -> Option<String> {
        let (row, column) = self.open_place()?;
        Some(cell_id(row, column))
    }

    /// Opens a cell, with an entry more where it had so many: evidence comes first.
    pub(super) fn open(&mut self, cell: Option<(String, String)>, adding: Option<usize>) {
        if cell.is_some() && !self.content().statements.is_empty() {
            self.focus_on(format!("evidence-{}-0", adding.unwrap_or(0)));
        }
        (self.cell, self.adding) = (cell, adding);
    }

    /// Closes the cell that is open, and is at the next one.
    pub(super) fn close_and_go_on(&mut self) {
        let Some((row, column)) = self.open_place() else {
            return;
        };
        let content = self.content();
        let columns = content.parties.len();
        let last = (columns * content.topics.len()).saturating_sub(1);
        let to = (row * columns + column + 1).min(last);
        self.cell = None;
        self.focus_on(cell_id(to / columns, to % columns));
    }

    /// Goes to where something is, to mend it.
    pub(super) fn go_to(&mut self, place: Place, field: Option<&str>) {
        let field = field.unwrap_or("");
        match place {
            Place::Document if field == "text" => {
                let is_there = self.content().kept().next().is_some();
                self.screen = if is_there {
                    Screen::Mark
                } else {
                    Screen::Article
                };
                self.focus_on(if is_there { "text" } else { "field-text" }.to_owned());
            }
            Place::Document | Place::Article | Place::Review => {
                let in_grid = [
                    "organizations",
                    "topics",
                    "statements",
                    "stances",
                    "people",
                    "scale",
                    "events",
                ];
                let is_list = place == Place::Document && in_grid.contains(&field);
                self.screen = if is_list {
                    Screen::Positions
                } else {
                    Screen::Article
                };
                self.focus_on(match is_list {
                    true => format!("add-{field}"),
                    false => field_id(place, field),
                });
            }
            Place::Statement(at) => {
                self.screen = Screen::Mark;
                self.statement = Some(at);
                self.focus_on(match field {
                    "" | "target" | "paragraph" => "text".to_owned(),
                    field => field_id(place, field),
                });
            }
            Place::Stance(at) => {
                self.screen = Screen::Positions;
                let content = self.content();
                let stance = content.stances.get(at);
                self.cell = stance.map(|one| (one.party.clone(), one.topic.clone()));
                self.focus_on(field_id(place, field));
            }
            _ => {
                self.screen = Screen::Positions;
                self.focus_on(field_id(place, field));
            }
        }
    }
}
