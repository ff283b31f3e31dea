//! No view, no file and no page says what the document does not hold, and every
//! number is the one that its JSON gives: of any document, after anything that a
//! reader does.

use properties::facts::Facts;
use properties::reader::{Seen, action};
use properties::{Choices, document, files, shown};
use proptest::prelude::*;
use serde_json::Value as Json;
use standpoint::article::{Value, read};
use standpoint::comparison::Index;
use standpoint::state::{State, View};
use std::rc::Rc;

fn state(json: &Json) -> State {
    let value: Value = serde_json::from_value(json.clone()).expect("JSON");
    let document = read(&value).unwrap_or_else(|problems| panic!("{problems:#?} in {json:#}"));
    State::new(Rc::new(Index::new(Rc::new(document))))
}

fn cases(cases: u32) -> ProptestConfig {
    ProptestConfig {
        cases,
        failure_persistence: None,
        ..ProptestConfig::default()
    }
}

fn bytes() -> impl Strategy<Value = Vec<u8>> {
    prop::collection::vec(any::<u8>(), 0..500)
}

proptest! {
    #![proptest_config(cases(40))]

    #[test]
    fn after_whatever_a_reader_does(made in bytes(), done in prop::collection::vec(any::<u8>(), 120)) {
        let json = document(&mut Choices::new(&made));
        let facts = Facts(&json);
        let mut state = state(&json);
        let mut choices = Choices::new(&done);
        for _ in 0..30 {
            state = state.apply(action(&mut choices, &state.index));
            Seen::of(facts, &state).holds(&state);
        }
        shown::holds(&Seen::of(facts, &state), &shown::rendered(&state, &state.choice));
    }

    #[test]
    fn in_every_file(made in bytes(), done in prop::collection::vec(any::<u8>(), 60)) {
        let json = document(&mut Choices::new(&made));
        let mut state = state(&json);
        let mut choices = Choices::new(&done);
        for _ in 0..15 {
            files::holds(&Seen::of(Facts(&json), &state), &state);
            state = state.apply(action(&mut choices, &state.index));
        }
    }

    #[test]
    fn in_every_view_of_all(made in bytes()) {
        let json = document(&mut Choices::new(&made));
        let mut state = state(&json);
        for view in View::ALL {
            state.choice.view = view;
            let seen = Seen::of(Facts(&json), &state);
            shown::holds(&seen, &shown::rendered(&state, &state.choice));
        }
    }
}
