//! Percent-encoding.

/// Percent-encodes a text (RFC 3986, section 2.1), but for letters, digits and
/// the bytes that are to be kept.
pub(crate) fn percent_encode(text: &str, kept: &[u8], into: &mut String) {
    const DIGITS: &[u8; 16] = b"0123456789ABCDEF";
    for byte in text.bytes() {
        if byte.is_ascii_alphanumeric() || kept.contains(&byte) {
            into.push(char::from(byte));
        } else {
            into.push('%');
            into.push(char::from(DIGITS[usize::from(byte >> 4)]));
            into.push(char::from(DIGITS[usize::from(byte & 15)]));
        }
    }
}
