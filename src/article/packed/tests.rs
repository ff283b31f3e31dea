//! `pack.js` in Rust, and what is unpacked of that and of anything else. What
//! `pack.js` itself writes is unpacked in `tests/browser.rs`.

use crate::article::limits::{BYTES, DEPTH, VALUES};
use crate::article::{Fault, Problem, Value};
use proptest::prelude::*;
use serde::de::value::{BytesDeserializer, Error};

fn pack(value: &Value) -> Vec<u8> {
    let (mut words, mut names, mut texts) = (Vec::new(), Vec::new(), Vec::new());
    write(value, &mut words, &mut names, &mut texts);
    joined(&words, &texts)
}

fn joined(words: &[u32], texts: &[String]) -> Vec<u8> {
    let count = u32::try_from(words.len()).expect("few");
    let mut bytes = count.to_le_bytes().to_vec();
    for word in words {
        bytes.extend_from_slice(&word.to_le_bytes());
    }
    for text in texts {
        bytes.extend_from_slice(text.as_bytes());
        bytes.push(0);
    }
    bytes
}

fn units(text: &str) -> u32 {
    u32::try_from(text.encode_utf16().count()).expect("short")
}

fn write(value: &Value, words: &mut Vec<u32>, names: &mut Vec<String>, texts: &mut Vec<String>) {
    let count = |length: usize| u32::try_from(length).expect("few");
    match value {
        Value::Null => words.push(0),
        Value::Bool(truth) => words.push(u32::from(*truth) << 3 | 1),
        Value::Number(number) => {
            let bits = number.to_bits();
            words.extend([2, bits as u32, (bits >> 32) as u32]);
        }
        Value::String(text) => {
            words.push(units(text) << 3 | 3);
            texts.push(text.clone());
        }
        Value::Array(items) => {
            words.push(count(items.len()) << 3 | 4);
            for item in items {
                write(item, words, names, texts);
            }
        }
        Value::Object(fields) => {
            words.push(count(fields.len()) << 3 | 5);
            for (name, value) in fields {
                match names.iter().position(|known| **known == **name) {
                    Some(place) => words.push(count(place)),
                    None => {
                        words.extend([count(names.len()), units(name)]);
                        names.push(name.to_string());
                        texts.push(name.to_string());
                    }
                }
                write(value, words, names, texts);
            }
        }
    }
}

fn unpacked(bytes: &[u8]) -> Result<Value, Problem> {
    Value::parse(BytesDeserializer::<Error>::new(bytes))
}

fn values() -> impl Strategy<Value = Value> {
    let leaf = prop_oneof![
        Just(Value::Null),
        any::<bool>().prop_map(Value::Bool),
        any::<i32>().prop_map(|n| Value::Number(f64::from(n) / 8.0)),
        // Letters of one to four bytes, and what parts the texts.
        "[a-c\\x00 éя字𝔞]{0,9}".prop_map(Value::String),
    ];
    leaf.prop_recursive(5, 60, 6, |inner| {
        let name = "[a-e]{1,2}|𝔞|\\x00|".prop_map(|name| name.as_str().into());
        prop_oneof![
            proptest::collection::vec(inner.clone(), 0..6).prop_map(Value::Array),
            proptest::collection::vec((name, inner), 0..6).prop_map(Value::Object),
        ]
    })
}

proptest! {
    #[test]
    fn what_was_packed_is_unpacked(value in values()) {
        prop_assert_eq!(unpacked(&pack(&value)), Ok(value));
    }

    #[test]
    fn bytes_that_nobody_packed_are_refused_or_read(
        value in values(),
        changes in proptest::collection::vec((any::<prop::sample::Index>(), any::<u8>()), 1..4),
    ) {
        let mut bytes = pack(&value);
        for (at, byte) in changes {
            let at = at.index(bytes.len());
            bytes[at] = byte;
        }
        let _ = unpacked(&bytes);
    }

    #[test]
    fn bytes_that_end_too_soon_are_refused(value in values(), end in any::<prop::sample::Index>()) {
        let bytes = pack(&value);
        let end = end.index(bytes.len());
        prop_assert!(unpacked(&bytes[..end]).is_err());
    }
}

fn too_large(measure: &'static str, most: usize) -> Fault {
    Fault::TooLarge { measure, most }
}

#[test]
fn it_may_be_so_deep_and_no_deeper() {
    let nested = |depth: u8| {
        let list = |inner, _| Value::Array(vec![inner]);
        (1..depth).fold(Value::Array(Vec::new()), list)
    };
    assert!(unpacked(&pack(&nested(DEPTH))).is_ok());
    let refused = unpacked(&pack(&nested(DEPTH + 1))).expect_err("it is too deep");
    let measure = "objects and lists inside each other";
    assert_eq!(refused.fault, too_large(measure, usize::from(DEPTH)));
    assert_eq!(refused.pointer, "/0".repeat(usize::from(DEPTH)));
}

#[test]
fn it_may_have_so_many_values_and_no_more() {
    let many = |count: usize| {
        let mut words = vec![0; count];
        words[0] = u32::try_from(count - 1).expect("not so many") << 3 | 4;
        joined(&words, &[])
    };
    assert!(unpacked(&many(VALUES)).is_ok());
    let refused = unpacked(&many(VALUES + 1)).expect_err("it is too much");
    assert_eq!(refused.fault, too_large("values", VALUES));
}

#[test]
fn its_texts_may_have_so_many_bytes_and_no_more() {
    let long = |count: usize| unpacked(&pack(&Value::String("a".repeat(count - 1))));
    assert!(long(BYTES).is_ok());
    let refused = long(BYTES + 1).expect_err("it is too long");
    assert_eq!(refused.fault, too_large("bytes", BYTES));
}
