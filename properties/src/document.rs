//! Documents made of choices: valid ones, with gaps, histories, contradictions, and
//! texts that mean something elsewhere.

use crate::Choices;
use crate::dates::DATES;
use serde_json::{Map, Value, json};

/// What is put behind a text: nothing, or what some format takes for its own.
const FLAVOURS: [&str; 14] = [
    "",
    "",
    " & <b>x</b>",
    " |*_`#",
    " \"q\"",
    " ‘é’",
    " ع",
    " 🙂",
    ", y; z",
    " 1. =2",
    " </script>",
    " {n}",
    " \\n",
    " - –",
];

/// Every text of a document is another one, so that what is shown can be told by it.
struct Texts<'a, 'b> {
    choices: &'a mut Choices<'b>,
    number: usize,
}

impl Texts<'_, '_> {
    fn one(&mut self, stem: &str) -> String {
        self.number += 1;
        format!("{stem} {}{}", self.number, self.choices.one_of(&FLAVOURS))
    }
}

/// A document that has no mistakes.
pub fn document(choices: &mut Choices<'_>) -> Value {
    let parties = 1 + choices.below(4);
    let topics = 1 + choices.below(5);
    let people = choices.below(4);
    let statements = 1 + choices.below(9);
    let paragraphs = 1 + choices.below(40);
    let mut texts = Texts { choices, number: 0 };
    let mut document = json!({
        "format": "standpoint/1",
        "language": *texts.choices.one_of(&["en", "de", "ar", "zh-Hans"]),
        "article": {
            "headline": texts.one("Headline"),
            "description": texts.one("Description"),
            "paragraphs": paragraphs,
        },
        "review": { "method": texts.one("Method"), "updated": texts.date() },
        "organizations": (0..parties).map(|n| texts.party(n)).collect::<Vec<_>>(),
        "people": (0..people).map(|n| texts.person(n, parties)).collect::<Vec<_>>(),
        "topics": (0..topics).map(|n| texts.topic(n, statements)).collect::<Vec<_>>(),
        "statements": (0..statements)
            .map(|n| texts.statement(n, parties, people, paragraphs))
            .collect::<Vec<_>>(),
    });
    texts.about(&mut document);
    let scale = texts.scale(&mut document);
    let stances = texts.choices.below(19);
    document["stances"] = (0..stances)
        .map(|_| texts.stance(parties, topics, statements, &scale))
        .collect();
    let events = texts.choices.below(4);
    document["events"] = (0..events)
        .map(|n| texts.event(n, parties, statements, paragraphs))
        .collect();
    document
}

impl Texts<'_, '_> {
    fn date(&mut self) -> &'static str {
        self.choices.one_of(&DATES).edtf
    }

    fn about(&mut self, document: &mut Value) {
        if self.choices.once_in(3) {
            document["article"]["publisher"] = json!(self.one("Publisher"));
            document["article"]["date_published"] = json!(self.date());
            document["article"]["url"] = json!("https://news.example/a?b=1&c=2");
        }
        if self.choices.once_in(3) {
            document["review"]["notes"] = json!([self.one("Note"), self.one("Note")]);
            let (date, text) = (self.date(), self.one("Correction"));
            document["review"]["corrections"] = json!([{ "date": date, "text": text }]);
        }
    }

    fn party(&mut self, n: usize) -> Value {
        let mut party = json!({
            "id": format!("p{n}"), "name": self.one("Party"), "short_name": self.one("Short"),
            "classification": self.one("Class"),
        });
        if self.choices.once_in(2) {
            party["color"] = json!(*self.choices.one_of(&["#36c", "#FFEE00", "#000"]));
        }
        party
    }

    fn person(&mut self, n: usize, parties: usize) -> Value {
        json!({
            "id": format!("w{n}"), "name": self.one("Person"), "role": self.one("Role"),
            "organization_id": format!("p{}", self.choices.below(parties)),
        })
    }

    fn statement_ids(&mut self, statements: usize, most: usize) -> Vec<String> {
        let some = self.choices.some_of(statements, most);
        some.into_iter().map(|n| format!("s{n}")).collect()
    }

    fn topic(&mut self, n: usize, statements: usize) -> Value {
        let mut topic = json!({
            "id": format!("t{n}"), "name": self.one("Topic"), "question": self.one("Question"),
            "statement_ids": self.statement_ids(statements, 2),
        });
        if self.choices.once_in(2) {
            topic["group"] = json!(format!("Group {}", self.choices.below(2)));
        }
        topic
    }

    fn statement(&mut self, n: usize, parties: usize, people: usize, paragraphs: usize) -> Value {
        let kinds = ["direct_quote", "reported_speech", "narration", "commentary"];
        let (kind, text) = (*self.choices.one_of(&kinds), self.one("Words"));
        let mut statement = json!({
            "id": format!("s{n}"), "kind": kind, "text": text,
            "paragraph": 1 + self.choices.below(paragraphs),
            "target": { "type": "TextQuoteSelector", "exact": text },
        });
        if matches!(kind, "direct_quote" | "reported_speech") {
            match self.choices.below(3) {
                0 if people > 0 => {
                    statement["speaker_id"] = json!(format!("w{}", self.choices.below(people)));
                }
                1 => statement["speaker_id"] = json!(format!("p{}", self.choices.below(parties))),
                _ => {
                    let unnamed = format!("Sources {}", self.choices.below(2));
                    statement["attribution_text"] = json!(unnamed);
                }
            }
        }
        if self.choices.once_in(2) {
            statement["date"] = json!(self.date());
        }
        statement
    }

    /// The ids of the scale, of one step to five; sometimes it is the one that stands
    /// in for a document's own.
    fn scale(&mut self, document: &mut Value) -> Vec<String> {
        let all = [-2.0, -0.5, 0.0, 1.0, 1.5];
        if self.choices.once_in(4) {
            return ["against", "reserved", "neutral", "conditional", "for"]
                .map(str::to_owned)
                .to_vec();
        }
        let first = self.choices.below(all.len());
        let last = first + self.choices.below(all.len() - first);
        let step = |n: usize| json!({ "id": format!("v{n}"), "label": self.one("Position"), "value": all[n] });
        document["scale"] = (first..=last).map(step).collect();
        (first..=last).map(|n| format!("v{n}")).collect()
    }

    fn stance(
        &mut self,
        parties: usize,
        topics: usize,
        statements: usize,
        scale: &[String],
    ) -> Value {
        let mut stance = Map::new();
        let mut put = |name: &str, value: Value| stance.insert(name.to_owned(), value);
        put(
            "organization_id",
            json!(format!("p{}", self.choices.below(parties))),
        );
        put(
            "topic_id",
            json!(format!("t{}", self.choices.below(topics))),
        );
        let place = self.choices.below(scale.len() + 1);
        put("position", json!(scale.get(place).map_or("mixed", |id| id)));
        put("summary", json!(self.one("Summary")));
        let mut ids = self.statement_ids(statements, 3);
        if ids.is_empty() {
            ids.push(format!("s{}", self.choices.below(statements)));
        }
        put("statement_ids", json!(ids));
        if self.choices.once_in(3) {
            put(
                "conditions",
                json!([self.one("Condition"), self.one("Condition")]),
            );
        }
        if self.choices.once_in(2) {
            put("date", json!(self.date()));
        }
        Value::Object(stance)
    }

    fn event(&mut self, n: usize, parties: usize, statements: usize, paragraphs: usize) -> Value {
        let who = self.choices.some_of(parties, 2);
        let mut event = json!({
            "id": format!("e{n}"), "name": self.one("Event"), "description": self.one("Account"),
            "start_date": self.date(),
            "organization_ids": who.into_iter().map(|n| format!("p{n}")).collect::<Vec<_>>(),
            "statement_ids": self.statement_ids(statements, 2),
        });
        if self.choices.once_in(2) {
            event["paragraph"] = json!(1 + self.choices.below(paragraphs));
        }
        if self.choices.once_in(3) {
            event["start_date"] = json!("2020");
            event["end_date"] = json!("2021-03-04");
        }
        event
    }
}
