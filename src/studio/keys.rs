//! Which key was pressed. On a layout of other letters a key is found by its place.

use std::cell::Cell;
use yew::KeyboardEvent;

thread_local! {
    /// Whether letters and digits are keys: somebody who dictates, or whose hand shakes,
    /// presses them without wanting to (WCAG 2.1.4).
    static LETTERS: Cell<bool> = const { Cell::new(true) };
}

/// Has letters and digits be keys, or not.
pub(super) fn set_letters(are_keys: bool) {
    LETTERS.set(are_keys);
}

/// Whether letters and digits are keys.
pub(super) fn are_letters() -> bool {
    LETTERS.get()
}

/// A key, with no regard to the layout where that has no Latin letters: a capital
/// letter, a digit, or the name that browsers have for it. Nothing while somebody
/// composes with an input method.
pub(super) fn key_of(event: &KeyboardEvent) -> Option<String> {
    if event.is_composing() || event.key() == "Process" {
        return None;
    }
    let key = key(&event.key(), &event.code());
    // Without the key for commands a letter is nothing then.
    let is_letter = key.len() == 1 && key != " ";
    (are_letters() || !is_letter || !is_plain(event)).then_some(key)
}

/// What a key types, if that is one sign, on whatever layout.
pub(super) fn sign_of(event: &KeyboardEvent) -> Option<char> {
    let typed = event.key();
    let mut signs = typed.chars();
    signs.next().filter(|_| signs.next().is_none())
}

/// Of what a browser says: what is typed, and the key's place.
fn key(key: &str, code: &str) -> String {
    let mut letters = key.chars();
    let (Some(letter), None) = (letters.next(), letters.next()) else {
        return key.to_owned();
    };
    if letter.is_ascii_alphabetic() {
        return letter.to_ascii_uppercase().to_string();
    }
    if letter.is_alphabetic() || letter.is_numeric() {
        let place = code.strip_prefix("Key").or(code.strip_prefix("Digit"));
        if let Some(place) = place {
            return place.to_owned();
        }
    }
    letter.to_string()
}

/// Whether the key that stands for commands is held, and Alt is not.
pub(super) fn is_command(event: &KeyboardEvent) -> bool {
    (event.ctrl_key() || event.meta_key()) && !event.alt_key()
}

/// Whether no key is held beside it but Shift.
pub(super) fn is_plain(event: &KeyboardEvent) -> bool {
    !event.ctrl_key() && !event.meta_key() && !event.alt_key()
}
