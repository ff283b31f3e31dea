//! What Unicode knows of characters, whatever stands in a text: what is not seen of
//! it, which quotation marks are one, and its normal form KC, by JavaScript in a
//! browser, whose tables every reader has already, and natively by ICU4X.
//!
//! Texts are equal where this makes them equal: within a document
//! ([`normalize`](crate::article::normalize)) and, place by place, in an article
//! ([`Folded`](crate::anchoring::Folded)).

#[cfg_attr(target_arch = "wasm32", path = "ecma.rs")]
#[cfg_attr(not(target_arch = "wasm32"), path = "icu.rs")]
mod platform;

pub(crate) use platform::nfkc;

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
