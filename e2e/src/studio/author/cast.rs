//! Who takes part, what is asked, the scale, and what happened.

use super::Author;
use anyhow::Result;
use standpoint::article::{Document, Speaker};
use thirtyfour::Key;

/// A row of a table, as a spreadsheet writes it.
fn row(cells: &[&str]) -> String {
    let cells = cells
        .iter()
        .map(|cell| format!("\"{}\"", cell.replace('"', "\"\"")));
    cells.collect::<Vec<_>>().join(";")
}

impl Author<'_> {
    /// Parties, topics and people, as lists, and the scale.
    pub(super) async fn cast(&self) -> Result<()> {
        let wanted = self.wanted;
        self.go("positions").await?;
        self.scale().await?;
        self.go("positions").await?;
        self.tab_to("lists").await?;
        self.studio.press(&[Key::Enter]).await?;
        let parties = wanted
            .organizations
            .iter()
            .map(|one| row(&[&one.name, &one.short_name, &one.classification]));
        self.list("", "name;short;classification", parties).await?;
        let topics = wanted.topics.iter().map(|one| {
            let group = one.group.as_deref().unwrap_or_default();
            row(&[&one.name, &one.question, group])
        });
        self.list("topics", "name;question;group", topics).await?;
        let people = wanted.people.iter().map(|one| {
            let party = wanted
                .organizations
                .iter()
                .find(|party| party.id == one.organization_id);
            row(&[
                &one.name,
                &one.role,
                party.map_or("", |party| &party.short_name),
            ])
        });
        self.list("people", "name;role;party", people).await?;
        for (at, one) in wanted.organizations.iter().enumerate() {
            let id = format!("field-party{at}-color");
            self.fill_some(&id, one.color.as_deref()).await?;
        }
        self.tally.borrow_mut().cast += self.studio.keys();
        Ok(())
    }

    /// Writes a list, whose name begins so, into the field for one.
    async fn list(
        &self,
        name: &str,
        heads: &str,
        rows: impl Iterator<Item = String>,
    ) -> Result<()> {
        let rows: Vec<String> = rows.collect();
        self.tab_to("table-of").await?;
        if !name.is_empty() {
            // Letters that follow each other closely are one word to a list of choices.
            self.studio
                .wait("performance.now() > (window.isOneWord ?? 0)")
                .await?;
            self.studio.write(name).await?;
            self.studio
                .page
                .run("window.isOneWord = performance.now() + 1500")
                .await?;
        }
        self.tab_to("field-table").await?;
        self.write(&format!("{heads}\n{}", rows.join("\n"))).await?;
        self.tab_to("add-table").await?;
        self.studio.press(&[Key::Enter]).await?;
        self.tab_to("table-of").await
    }

    /// The scale, where it is not the one that is there at first.
    async fn scale(&self) -> Result<()> {
        let scale = &self.wanted.scale;
        let known = standpoint::article::default_scale();
        let is_first = scale.len() == known.len()
            && scale
                .iter()
                .zip(&known)
                .all(|(one, other)| one.label == other.label && one.value == other.value);
        if is_first {
            return Ok(());
        }
        let preset = match scale.len() {
            2 => "scale-pair",
            3 => "scale-three",
            4 => "scale-four",
            _ => "scale-five",
        };
        self.tab_to(preset).await?;
        self.studio.press(&[Key::Enter]).await?;
        for (at, one) in scale.iter().enumerate() {
            self.fill(&format!("field-position{at}-label"), &one.label)
                .await?;
            self.fill(&format!("field-position{at}-value"), &one.value.to_string())
                .await?;
        }
        Ok(())
    }

    /// Background and events.
    pub(super) async fn tell_of_events(&self) -> Result<()> {
        let wanted = self.wanted;
        let statements: Vec<&str> = wanted.statements.iter().map(|one| &*one.id).collect();
        let parties: Vec<&str> = wanted.organizations.iter().map(|one| &*one.id).collect();
        for (at, topic) in wanted.topics.iter().enumerate() {
            let list = format!("field-topic{at}-statement_ids");
            self.choose(&list, &statements, &topic.statement_ids)
                .await?;
        }
        self.tab_to("add-events").await?;
        for event in &wanted.events {
            self.write(&event.name).await?;
            self.studio.press(&[Key::Enter]).await?;
        }
        for (at, event) in wanted.events.iter().enumerate() {
            let field = |name: &str| format!("field-event{at}-{name}");
            self.fill(&field("start_date"), &event.start_date.to_string())
                .await?;
            let end = event.end_date.as_ref().map(ToString::to_string);
            self.fill_some(&field("end_date"), end.as_deref()).await?;
            self.fill(&field("description"), &event.description).await?;
            let paragraph = event.paragraph.map(|n| n.to_string());
            self.fill_some(&field("paragraph"), paragraph.as_deref())
                .await?;
            self.choose(
                &field("organization_ids"),
                &parties,
                &event.organization_ids,
            )
            .await?;
            self.choose(&field("statement_ids"), &statements, &event.statement_ids)
                .await?;
        }
        self.tally.borrow_mut().cast += self.studio.keys();
        Ok(())
    }

    /// Unfolds a list, and chooses of it in that order.
    async fn choose(&self, list: &str, all: &[&str], chosen: &[String]) -> Result<()> {
        if chosen.is_empty() {
            return Ok(());
        }
        self.tab_to(list).await?;
        self.studio.press(&[Key::Enter]).await?;
        self.tab_to(&format!("{list}-0")).await?;
        let mut at = 0;
        for id in chosen {
            let to = all.iter().position(|one| one == id).unwrap_or_default();
            let key = if to < at { Key::Up } else { Key::Down };
            for _ in 0..to.abs_diff(at) {
                self.studio.press(std::slice::from_ref(&key)).await?;
            }
            at = to;
            self.studio.press(&[Key::Space]).await?;
        }
        Ok(())
    }
}

/// The party that a speaker belongs to.
pub(super) fn party_of<'a>(wanted: &'a Document, speaker: &'a Speaker) -> Option<&'a str> {
    let Speaker::Named(id) = speaker else {
        return None;
    };
    let person = wanted.people.iter().find(|one| one.id == *id);
    Some(person.map_or(id, |one| &one.organization_id))
}
