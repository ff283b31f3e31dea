//! Every statement: arranged, filtered, searched.

use super::chooser::select;
use super::element::{El, el, text_in};
use super::shared::Shared;
use super::statement::{kind_key, kind_sign, speaker_name, statement_view};
use crate::article::{Statement, StatementKind};
use crate::comparison::{occurrences, topics_of};
use crate::state::{Action, Arrangement, speaker_key, speakers};
use yew::virtual_dom::ListenerKind;

/// The statements view.
pub(super) fn statements(shared: &Shared) -> El {
    let heard = heard(shared);
    let groups = groups(shared, &heard);
    el("div")
        .class("statements-view")
        .part("statements")
        .child(filters(shared, true))
        .child(hits(shared, &heard))
        .each(groups.iter().map(|group| section(shared, group)))
}

/// The statements that the choice leaves. Of a party that is hidden nobody is
/// heard, and what bears only on hidden topics is hidden with them.
pub(super) fn heard(shared: &Shared) -> Vec<&Statement> {
    let (document, choice) = (shared.document(), &shared.state.choice);
    let is_left = |statement: &&Statement| {
        let party = document.organization_of(&statement.speaker);
        let topics = topics_of(document, &statement.id);
        let speaker = choice.speaker.as_deref();
        choice.kinds.contains(&statement.kind)
            && party.is_none_or(|party| choice.parties.contains(&party.id))
            && (topics.is_empty() || topics.iter().any(|topic| choice.topics.contains(&topic.id)))
            && (speaker.is_none() || speaker_key(&statement.speaker) == speaker)
            && (choice.search.trim().is_empty() || hits_in(shared, statement) > 0)
    };
    document.statements.iter().filter(is_left).collect()
}

/// How many those are, announced.
pub(super) fn hits(shared: &Shared, heard: &[&Statement]) -> El {
    text_in("p", "hits", &count(shared, heard))
        .key(":hits")
        .attr("role", "status")
}

/// How often what is searched for stands in a statement and its speaker's name.
fn hits_in(shared: &Shared, statement: &Statement) -> usize {
    let wanted = &shared.state.choice.search;
    let name = speaker_name(shared, &statement.speaker);
    occurrences(&statement.text, wanted).len() + occurrences(name, wanted).len()
}

/// How many statements, and how many hits in them.
fn count(shared: &Shared, found: &[&Statement]) -> String {
    let total = shared.document().statements.len();
    let mut count = shared
        .texts
        .count("statements.count", total, &[("found", found.len().into())]);
    if !shared.state.choice.search.trim().is_empty() {
        let hits: usize = found
            .iter()
            .map(|statement| hits_in(shared, statement))
            .sum();
        let hits = shared.texts.count("statements.hits", hits, &[]);
        count = shared.texts.join("list.sentence", &[count, hits]);
    }
    count
}

/// A key that no other group has, a title, and the statements.
type Group<'a> = (String, Option<String>, Vec<&'a Statement>);

fn groups<'a>(shared: &'a Shared, found: &[&'a Statement]) -> Vec<Group<'a>> {
    let document = shared.document();
    let those = |belongs: &dyn Fn(&Statement) -> bool| -> Vec<&'a Statement> {
        found
            .iter()
            .filter(|statement| belongs(statement))
            .copied()
            .collect()
    };
    let text = |key| Some(shared.texts.get(key).to_owned());
    let mut groups: Vec<Group<'a>> = Vec::new();
    match shared.state.choice.arrangement {
        Arrangement::Article => groups.push((":all".to_owned(), None, found.to_vec())),
        Arrangement::Speaker => {
            for key in speakers(document) {
                let said = those(&|s| speaker_key(&s.speaker) == Some(&key));
                let name = said
                    .first()
                    .map(|s| speaker_name(shared, &s.speaker).to_owned());
                groups.push((["by ", &key].concat(), name, said));
            }
            let own = those(&|s| speaker_key(&s.speaker).is_none());
            groups.push((":article".to_owned(), text("statements.article"), own));
        }
        Arrangement::Topic => {
            for topic in shared.topics() {
                let on = those(&|s| topics_of(document, &s.id).iter().any(|t| t.id == topic.id));
                groups.push((["on ", &topic.id].concat(), Some(topic.name.clone()), on));
            }
            let other = those(&|s| topics_of(document, &s.id).is_empty());
            groups.push((":other".to_owned(), text("statements.elsewhere"), other));
        }
    }
    groups.retain(|(.., group)| !group.is_empty());
    groups
}

fn section(shared: &Shared, (key, title, group): &Group<'_>) -> El {
    let item = |statement: &&Statement| {
        let view = statement_view(shared, &statement.id, &shared.state.choice.search, None);
        el("li").key(&statement.id).maybe(view)
    };
    let heading = title
        .as_ref()
        .map(|title| text_in("h3", "section-heading", title).attr("dir", "auto"));
    el("section")
        .key(key)
        .maybe(heading)
        .child(el("ul").class("statements").each(group.iter().map(item)))
}

/// Search, speaker and kinds; and the arrangement, where they are in a list.
pub(super) fn filters(shared: &Shared, arranged: bool) -> El {
    let texts = &shared.texts;
    let choice = &shared.state.choice;
    let search = el("input")
        .attr("type", "search")
        .part("search")
        .attr("autocomplete", "off")
        .value(&choice.search)
        .value_to(shared, || ListenerKind::oninput, Action::Search);
    let kind = |kind: StatementKind| {
        let check = el("input")
            .attr("type", "checkbox")
            .attr("name", kind.id())
            .checked(choice.kinds.contains(&kind))
            .change(shared, Action::ToggleKind(kind));
        let name = el("span")
            .child(kind_sign(kind))
            .text(" ")
            .text(texts.get(&kind_key(kind)));
        el("label")
            .key(kind.id())
            .class("option")
            .child(check)
            .child(name)
    };
    let kinds = el("fieldset")
        .class("kinds")
        .child(text_in("legend", "label", texts.get("about.kinds")))
        .each(StatementKind::ALL.into_iter().map(kind));
    let arrangements = Arrangement::ALL.map(|a| (a.id().to_owned(), a == choice.arrangement));
    let arrangement = arranged.then(|| {
        select(shared, "statements.by", &arrangements, |id| {
            Action::Arrange(id.parse().unwrap_or_default())
        })
    });
    el("div")
        .key(":filters")
        .class("filters")
        .attr("role", "search")
        .child(
            el("label")
                .key(":search")
                .class("field search")
                .child(text_in("span", "label", texts.get("statements.search")))
                .child(search),
        )
        .child(speaker_select(shared).key(":speaker"))
        .maybe(arrangement)
        .child(kinds.key(":kinds"))
}

fn speaker_select(shared: &Shared) -> El {
    let chosen = &shared.state.choice.speaker;
    let document = shared.document();
    let option = |key: String| {
        let statement = document
            .statements
            .iter()
            .find(|s| speaker_key(&s.speaker) == Some(&key));
        let name = statement
            .map(|s| speaker_name(shared, &s.speaker))
            .unwrap_or_default();
        el("option")
            .key(&key)
            .attr("value", &key)
            .selected(chosen.as_ref() == Some(&key))
            .own(shared, name)
    };
    let everybody = el("option")
        .key("")
        .attr("value", "")
        .selected(chosen.is_none())
        .text(shared.texts.get("statements.everybody"));
    let list = el("select")
        .value_to(
            shared,
            || ListenerKind::onchange,
            |key| Action::Hear((!key.is_empty()).then_some(key)),
        )
        .child(everybody)
        .each(speakers(document).into_iter().map(option));
    let label = text_in("span", "label", shared.texts.get("statements.speaker"));
    el("label").class("field").child(label).child(list)
}
