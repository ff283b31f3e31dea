//! What Unicode knows of characters, whatever stands in a text: what is not seen of
//! it, which quotation marks are one, in which direction it is written, and its normal form KC, by JavaScript in a
//! browser, whose tables every reader has already, and natively by ICU4X.
//!
//! Texts are equal where this makes them equal: within a document
//! ([`normalize`](crate::article::normalize)) and, place by place, in an article
//! ([`Folded`](crate::anchoring::Folded)).

#[cfg_attr(target_arch = "wasm32", path = "ecma.rs")]
#[cfg_attr(not(target_arch = "wasm32"), path = "icu.rs")]
mod platform;

pub(crate) use platform::nfkc;

use std::borrow::Cow;

/// Whether a character leaves nothing to be seen: soft hyphen, zero width space,
/// word joiner, zero width no-break space; marks and controls of direction.
pub(crate) fn is_unseen(c: char) -> bool {
    matches!(c, '\u{AD}' | '\u{200B}' | '\u{2060}' | '\u{FEFF}')
        || matches!(c, '\u{61C}' | '\u{200E}' | '\u{200F}' | '\u{202A}'..='\u{202E}' | '\u{2066}'..='\u{2069}')
}

/// A curly quotation mark or apostrophe as a straight one; any other character as
/// it is.
pub(crate) fn straight(c: char) -> char {
    match c {
        '‘' | '’' | '‚' | '‛' | 'ʼ' => '\'',
        '“' | '”' | '„' | '‟' => '"',
        c => c,
    }
}

/// Whether a character is of a script that is written from right to left: by the
/// blocks that Unicode keeps for them.
pub(crate) fn is_rtl(c: char) -> bool {
    matches!(
        c,
        '\u{590}'..='\u{8FF}' | '\u{FB1D}'..='\u{FDFF}' | '\u{FE70}'..='\u{FEFC}'
            | '\u{10800}'..='\u{10FFF}' | '\u{1E800}'..='\u{1EFFF}'
    )
}

/// Whether a character is a letter that is written from left to right, or may be:
/// to take a sign of punctuation for one does no harm.
fn is_ltr(c: char) -> bool {
    c.is_ascii_alphabetic()
        || (c >= '\u{C0}' && !is_rtl(c) && !('\u{2000}'..='\u{303F}').contains(&c))
}

/// A text that stands in another one, which is written from right to left or not:
/// isolated where it has letters of the other direction, so that what stands beside
/// it stays beside it (UAX #9, 2.7: a paired isolate whose direction is that of the
/// first letter).
pub(crate) fn isolated(text: &str, is_in_rtl: bool) -> Cow<'_, str> {
    let is_foreign = if is_in_rtl { is_ltr } else { is_rtl };
    if !text.contains(is_foreign) {
        return text.into();
    }
    ["\u{2068}", text, "\u{2069}"].concat().into()
}
