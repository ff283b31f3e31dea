//! The forms that texts of a document have: ids, addresses, tags, digits. Dates
//! have a module of their own.

/// A number as a person would write it, where a person would write it.
pub(super) fn written(number: f64) -> String {
    if number == 0.0 || (1e-6..1e16).contains(&number.abs()) {
        return number.to_string();
    }
    "a number out of all range".to_owned()
}

/// A number with its thousands set apart.
pub(super) fn grouped(number: usize) -> String {
    let digits = number.to_string();
    let mut grouped = String::new();
    for (at, digit) in digits.char_indices() {
        if at > 0 && (digits.len() - at).is_multiple_of(3) {
            grouped.push(',');
        }
        grouped.push(digit);
    }
    grouped
}

/// How many characters a text has, where those are more than so many.
pub(super) fn length_over(text: &str, most: usize) -> Option<usize> {
    // No character takes less than a byte.
    if text.len() <= most {
        return None;
    }
    let found = text.chars().count();
    (found > most).then_some(found)
}

/// Ids stand in URLs and in element ids, so they are plain.
pub(super) fn is_id(text: &str) -> bool {
    text.bytes()
        .all(|b| b.is_ascii_alphanumeric() || b == b'-' || b == b'_')
        && text
            .bytes()
            .next()
            .is_some_and(|b| b.is_ascii_alphanumeric())
}

/// An absolute `http` or `https` address. Any other scheme could run script
/// when it is put into a link.
pub(super) fn is_web_address(text: &str) -> bool {
    let parts = text.split_once(':');
    let Some((scheme, rest)) =
        parts.and_then(|(scheme, rest)| Some((scheme, rest.strip_prefix("//")?)))
    else {
        return false;
    };
    (scheme.eq_ignore_ascii_case("https") || scheme.eq_ignore_ascii_case("http"))
        && !rest.starts_with(['/', '?', '#'])
        && !rest.is_empty()
        && !text.contains(is_never_in_an_address)
}

/// What no address holds: it would end there, or begin something else, where the
/// address is written into a text. It can be percent-encoded.
fn is_never_in_an_address(c: char) -> bool {
    c.is_whitespace() || c.is_control() || matches!(c, '<' | '>' | '"' | '\'' | '`')
}

/// An address to write to, or of a page to write at.
pub(super) fn is_contact(text: &str) -> bool {
    let is_mail = |address: &str| {
        address
            .split_once('@')
            .is_some_and(|(name, host)| !name.is_empty() && !host.is_empty() && !host.contains('@'))
            && !address.contains(is_never_in_an_address)
    };
    is_web_address(text) || text.strip_prefix("mailto:").is_some_and(is_mail)
}

/// Well-formed in the sense of BCP 47, section 2.2.9, as far as its parts go.
pub(super) fn is_language(text: &str) -> bool {
    let mut parts = text.split('-');
    let first = parts
        .next()
        .is_some_and(|p| (2..=8).contains(&p.len()) && p.bytes().all(|b| b.is_ascii_alphabetic()));
    first
        && parts.all(|p| (1..=8).contains(&p.len()) && p.bytes().all(|b| b.is_ascii_alphanumeric()))
}

/// A colour in hexadecimal, as CSS has it.
pub(super) fn is_color(text: &str) -> bool {
    text.strip_prefix('#').is_some_and(|digits| {
        matches!(digits.len(), 3 | 6) && digits.bytes().all(|b| b.is_ascii_hexdigit())
    })
}

/// A passage's digest: 64 bits in hexadecimal.
pub(super) fn is_short_digest(text: &str) -> bool {
    text.len() == 16 && text.bytes().all(|b| b.is_ascii_hexdigit())
}

/// A SHA-256 in hexadecimal.
pub(super) fn is_digest(text: &str) -> bool {
    text.len() == 64 && text.bytes().all(|b| b.is_ascii_hexdigit())
}

/// The regions (ISO 3166-1) that have their seasons when the southern hemisphere has
/// them.
const SOUTHERN: &str =
    "AO AR AU BO BR BW CL FJ FK GS HM LS MG MU MW MZ NA NC NZ PE PF PY RE SZ TO UY VU WS ZA ZM ZW";

/// Whether the language of that tag is that of a region south of the equator.
pub(super) fn is_southern(tag: &str) -> bool {
    let mut parts = tag.split('-').skip(1);
    let region = parts.find(|part| part.len() == 2);
    region.is_some_and(|region| SOUTHERN.contains(&region.to_ascii_uppercase()))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn thousands_stand_apart() {
        for (number, words) in [
            (0, "0"),
            (250, "250"),
            (1_000, "1,000"),
            (50_000, "50,000"),
            (4_000_000, "4,000,000"),
        ] {
            assert_eq!(grouped(number), words);
        }
    }
}
