//! Names that change with a content.

use base64::Engine;
use base64::engine::general_purpose::STANDARD;
use sha2::{Digest, Sha256};

/// Eight hexadecimal digits of the content's SHA-256.
pub(crate) fn short(content: &[u8]) -> String {
    Sha256::digest(content)
        .iter()
        .take(4)
        .map(|byte| format!("{byte:02x}"))
        .collect()
}

/// The content's SHA-256 as a page writes it.
pub(crate) fn whole(content: &[u8]) -> String {
    STANDARD.encode(Sha256::digest(content))
}

#[cfg(test)]
mod tests {
    use super::short;

    #[test]
    fn a_digest_is_the_first_of_sha_256() {
        assert_eq!(short(b""), "e3b0c442");
    }
}
