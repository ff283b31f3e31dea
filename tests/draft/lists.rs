//! Lists at once, the scale, events and several positions of a cell.

use standpoint::draft::{Action, Draft, History, Listed, Place, Undone, understood};

#[test]
fn a_pasted_list_is_one_step() {
    let history = History::new(Draft::begin("en"));
    let paste = |history: &History, listed, text: &str| {
        let rows = understood(listed, text);
        history.after(&history.now().content().listing(listed, &rows))
    };
    let parties = paste(
        &history,
        Listed::Parties,
        "Short\tParty\tKind\nRU\tRussia\tstate\nUA\tUkraine\tstate",
    );
    let content = parties.now().content().clone();
    let told: Vec<[&str; 3]> = content
        .parties
        .iter()
        .map(|one| [one.name.as_str(), &one.short_name, &one.classification])
        .collect();
    assert_eq!(
        told,
        [["Russia", "RU", "state"], ["Ukraine", "UA", "state"]]
    );
    let people = paste(
        &parties,
        Listed::People,
        "Person;Office;Party\nHelen Aske;Mayor;RU\nRowe;;",
    );
    let content = people.now().content().clone();
    assert_eq!(content.people[0].party, "russia");
    assert_eq!(content.people[0].role, "Mayor");
    // What is known is left as it is, and all of it is undone at once.
    let again = paste(
        &people,
        Listed::Parties,
        "Russia,other,thing\nHungary,HU,state",
    );
    assert_eq!(again.now().content().parties.len(), 3);
    assert_eq!(again.now().content().parties[0].classification, "state");
    assert_eq!(again.step(Undone::Undo).now(), people.now());
}

#[test]
fn another_document_lends_its_cast_and_no_more() {
    let seed = Draft::open(include_str!("../../seeds/harbour-town.json")).expect("a document");
    let draft = Draft::begin("en").after(&Action::AddParty("Fishers".to_owned()));
    let after = draft.after(&Action::Adopt(Box::new(seed.clone())));
    let (own, other) = (after.content(), seed.content());
    let is_known = other.parties.iter().any(|one| one.id == "fishers");
    assert_eq!(
        own.parties.len(),
        other.parties.len() + usize::from(!is_known)
    );
    assert_eq!(own.people, other.people);
    assert_eq!(own.scale, other.scale);
    assert!(own.topics.iter().all(|one| one.statements.is_empty()));
    assert!(own.statements.is_empty() && own.stances.is_empty());
    // Once more changes nothing.
    assert_eq!(after.after(&Action::Adopt(Box::new(seed))), after);
}

#[test]
fn the_scale_is_not_taken_from_under_a_position() {
    let mut draft = Draft::begin("en");
    let steps = [("No", -2.0), ("mixed", 0.0), ("Yes", 2.0)]
        .map(|(label, value)| (label.to_owned(), value));
    draft = draft.after(&Action::SetScale(steps.to_vec()));
    let ids: Vec<String> = draft
        .content()
        .scale
        .iter()
        .map(|one| one.id.clone())
        .collect();
    assert_eq!(ids, ["no", "mixed-1", "yes"]);
    let rest = Action::Rest {
        stance: None,
        party: "a".to_owned(),
        topic: "b".to_owned(),
        statements: vec!["s1".to_owned()],
    };
    draft = draft.after(&rest).after(&Action::Write(
        Place::Stance(0),
        "position",
        "yes".to_owned(),
    ));
    assert_eq!(draft.after(&Action::SetScale(Vec::new())), draft);
    assert_eq!(draft.after(&Action::Remove(Place::Position(2))), draft);
    assert_eq!(
        draft
            .after(&Action::Remove(Place::Position(1)))
            .content()
            .scale
            .len(),
        2
    );
    assert_eq!(
        draft.after(&Action::Number(Place::Position(0), "value", None)),
        draft
    );
    let conditions = Action::List(Place::Stance(0), "conditions", vec!["If asked".to_owned()]);
    let with = draft.after(&conditions);
    assert_eq!(with.content().stances[0].conditions, ["If asked"]);
    assert_eq!(
        with.after(&Action::List(Place::Stance(0), "conditions", Vec::new())),
        draft
    );
    // A cell may have several.
    assert_eq!(draft.after(&rest).content().cell("a", "b").count(), 2);
    let event = draft.after(&Action::AddEvent("Storm".to_owned()));
    let event = event.after(&Action::Number(Place::Event(0), "paragraph", Some(2.0)));
    assert_eq!(event.content().events[0].paragraph, 2);
    assert!(
        event.exported().contains("\"paragraph\": 2"),
        "{}",
        event.exported()
    );
}
