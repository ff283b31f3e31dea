//! Tables, as they come from a spreadsheet or a file of comma-separated values: lists of
//! parties, topics and people at once.

use super::{Action, Content, Place};

/// What a table lists.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Listed {
    /// Parties, one a row.
    Parties,
    /// Topics.
    Topics,
    /// People.
    People,
}

/// The columns of a list, in the order that is taken where a table has no heads: the
/// field, and what a head may call it.
type Columns = [(&'static str, &'static [&'static str]); 3];

impl Listed {
    /// All of them.
    pub const ALL: [Self; 3] = [Self::Parties, Self::Topics, Self::People];

    /// Its name in a document.
    pub fn id(self) -> &'static str {
        match self {
            Self::Parties => "organizations",
            Self::Topics => "topics",
            Self::People => "people",
        }
    }

    fn columns(self) -> Columns {
        match self {
            Self::Parties => [
                ("name", &["name", "party", "organization", "organisation"]),
                (
                    "short_name",
                    &["short_name", "short", "short name", "abbreviation"],
                ),
                (
                    "classification",
                    &["classification", "kind", "type", "what it is"],
                ),
            ],
            Self::Topics => [
                ("name", &["name", "topic"]),
                ("question", &["question"]),
                ("group", &["group"]),
            ],
            Self::People => [
                ("name", &["name", "person"]),
                ("role", &["role", "office", "title"]),
                (
                    "organization_id",
                    &["organization_id", "party", "organization", "speaks for"],
                ),
            ],
        }
    }

    /// The fields of a row, in the order of its cells.
    pub fn fields(self) -> [&'static str; 3] {
        self.columns().map(|(field, _)| field)
    }
}

/// The rows of a table. What parts the cells is what the first line has most of.
fn rows(text: &str) -> Vec<Vec<String>> {
    let text = text.strip_prefix('\u{feff}').unwrap_or(text);
    let first = text.lines().next().unwrap_or_default();
    let count = |sign: char| first.matches(sign).count();
    // Of two with as many, the one that is rarer in a text; a tab is in none.
    let most = [',', ';'].into_iter().max_by_key(|sign| count(*sign));
    let sign = most.filter(|sign| count(*sign) > 0 && count('\t') == 0);
    let sign = sign.unwrap_or('\t');
    let (mut rows, mut row, mut cell) = (Vec::new(), Vec::new(), String::new());
    let mut is_quoted = false;
    let mut signs = text.chars().peekable();
    while let Some(c) = signs.next() {
        match c {
            '"' if is_quoted && signs.peek() == Some(&'"') => {
                signs.next();
                cell.push('"');
            }
            '"' if is_quoted => is_quoted = false,
            '"' if cell.is_empty() => is_quoted = true,
            '\r' if !is_quoted => {}
            c if c == sign && !is_quoted => row.push(std::mem::take(&mut cell)),
            '\n' if !is_quoted => {
                row.push(std::mem::take(&mut cell));
                rows.push(std::mem::take(&mut row));
            }
            c => cell.push(c),
        }
    }
    row.push(cell);
    rows.push(row);
    for cell in rows.iter_mut().flatten() {
        *cell = cell.split_whitespace().collect::<Vec<_>>().join(" ");
    }
    rows.retain(|row| row.iter().any(|cell| !cell.is_empty()));
    rows
}

/// What a table lists, each row with the cells of the list's fields: by the heads of its
/// columns, where it has such, or else in their order. A row without a name is none.
pub fn understood(listed: Listed, text: &str) -> Vec<[String; 3]> {
    let rows = rows(text);
    let columns = listed.columns();
    let called = |names: &[&str], head: &String| names.contains(&head.to_lowercase().as_str());
    let places = rows
        .first()
        .map(|heads| columns.map(|(_, names)| heads.iter().position(|head| called(names, head))));
    let has_heads = places.is_some_and(|places| places[0].is_some());
    let places = match places.filter(|_| has_heads) {
        Some(places) => places,
        None => [Some(0), Some(1), Some(2)],
    };
    let rows = rows.iter().skip(usize::from(has_heads));
    let rows =
        rows.map(|row| places.map(|at| at.and_then(|at| row.get(at)).cloned().unwrap_or_default()));
    rows.filter(|row| !row[0].is_empty()).collect()
}

impl Content {
    /// What adds these rows, in one step; those whose name is known already are left.
    pub fn listing(&self, listed: Listed, rows: &[[String; 3]]) -> Action {
        let is_known = |name: &String| match listed {
            Listed::Parties => self.parties.iter().any(|one| one.name == *name),
            Listed::Topics => self.topics.iter().any(|one| one.name == *name),
            Listed::People => self.people.iter().any(|one| one.name == *name),
        };
        let count = match listed {
            Listed::Parties => self.parties.len(),
            Listed::Topics => self.topics.len(),
            Listed::People => self.people.len(),
        };
        let mut all = Vec::new();
        let new = rows.iter().filter(|[name, ..]| !is_known(name));
        for (at, [name, second, third]) in (count..).zip(new) {
            let (add, place) = match listed {
                Listed::Parties => (Action::AddParty(name.clone()), Place::Party(at)),
                Listed::Topics => (Action::AddTopic(name.clone()), Place::Topic(at)),
                Listed::People => {
                    let party = self.party_called(third);
                    (Action::AddPerson(name.clone(), party), Place::Person(at))
                }
            };
            all.push(add);
            let [_, second_field, third_field] = listed.fields();
            for (field, text) in [(second_field, second), (third_field, third)] {
                if !text.is_empty() && field != "organization_id" {
                    all.push(Action::Write(place, field, text.clone()));
                }
            }
        }
        Action::Several("add.list", all)
    }

    fn party_called(&self, name: &str) -> Option<String> {
        let called = |one: &&super::Party| {
            [&one.id, &one.name, &one.short_name]
                .iter()
                .any(|own| *own == name)
        };
        self.parties.iter().find(called).map(|one| one.id.clone())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_table_is_read_as_it_is_copied() {
        let rows = rows("\u{feff}Name\tShort\r\n\"A \"\"b\"\"\nc\"\tx\r\n\t\r\n\"d\te\"\tf");
        assert_eq!(
            rows,
            [
                vec!["Name", "Short"],
                vec!["A \"b\" c", "x"],
                vec!["d e", "f"]
            ]
        );
        assert_eq!(
            super::rows("a;b,c\nd;e"),
            [vec!["a", "b,c"], vec!["d", "e"]]
        );
        assert_eq!(super::rows("a, b"), [vec!["a", "b"]]);
        assert_eq!(super::rows("one\ntwo"), [vec!["one"], vec!["two"]]);
    }

    #[test]
    fn columns_are_found_by_their_heads() {
        let all = understood(
            Listed::Topics,
            "Group\tQuestion\tTopic\nWar\tShould it?\tCeasefire\n\tWho?\t\n",
        );
        assert_eq!(all, [["Ceasefire", "Should it?", "War"].map(str::to_owned)]);
        let all = understood(Listed::Parties, "Russia\tRU\tstate\nUkraine");
        assert_eq!(
            all,
            [["Russia", "RU", "state"], ["Ukraine", "", ""]].map(|row| row.map(str::to_owned))
        );
    }
}
