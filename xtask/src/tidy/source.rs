//! Rust's text, cut into words and signs.

/// A word, or a sign, with its line.
pub(super) type Token<'a> = (usize, &'a str);

/// The code's words and signs. Comments and literals of text are left out: what
/// stands in them is no code.
pub(super) fn tokens(text: &str) -> Vec<Token<'_>> {
    let mut tokens = Vec::new();
    let mut rest = text;
    let mut line = 1;
    while let Some(first) = rest.chars().next() {
        let length = match passed_over(rest) {
            Some(length) => length,
            None => {
                let length = word(rest).max(first.len_utf8());
                tokens.push((line, &rest[..length]));
                length
            }
        };
        line += rest[..length].matches('\n').count();
        rest = &rest[length..];
    }
    tokens
}

/// The length of what counts for nothing, if the text begins with it.
fn passed_over(text: &str) -> Option<usize> {
    if text.starts_with(char::is_whitespace) {
        return Some(text.len() - text.trim_start().len());
    }
    if text.starts_with("//") {
        return Some(text.find('\n').unwrap_or(text.len()));
    }
    if text.starts_with("/*") {
        return Some(comment(text));
    }
    raw_string(text)
        .or_else(|| string(text))
        .or_else(|| character(text))
}

/// A comment between signs, which may hold others.
fn comment(text: &str) -> usize {
    let mut depth = 0;
    let mut at = 0;
    while at < text.len() {
        let rest = &text.as_bytes()[at..];
        if rest.starts_with(b"/*") {
            (depth, at) = (depth + 1, at + 2);
        } else if rest.starts_with(b"*/") {
            (depth, at) = (depth - 1, at + 2);
            if depth == 0 {
                return at;
            }
        } else {
            at += 1;
        }
    }
    text.len()
}

/// `r"…"`, `br#"…"#`.
fn raw_string(text: &str) -> Option<usize> {
    let body = text.strip_prefix("br").or_else(|| text.strip_prefix('r'))?;
    let marks = body.len() - body.trim_start_matches('#').len();
    let body = body[marks..].strip_prefix('"')?;
    let end = format!("\"{}", "#".repeat(marks));
    let before = text.len() - body.len();
    Some(
        body.find(&end)
            .map_or(text.len(), |at| before + at + end.len()),
    )
}

/// `"…"`, `b"…"`.
fn string(text: &str) -> Option<usize> {
    let body = text.strip_prefix('b').unwrap_or(text).strip_prefix('"')?;
    Some(text.len() - body.len() + until_closed(body, '"'))
}

/// `'x'`, `b'x'`; a lifetime begins with the same sign and has no second.
fn character(text: &str) -> Option<usize> {
    let body = text.strip_prefix('b').unwrap_or(text).strip_prefix('\'')?;
    let mut signs = body.chars();
    let escaped = signs.next()? == '\\';
    let closed = escaped || signs.next()? == '\'';
    closed.then(|| text.len() - body.len() + until_closed(body, '\''))
}

/// The length up to and with the sign that ends a literal.
fn until_closed(body: &str, end: char) -> usize {
    let mut escaped = false;
    for (at, sign) in body.char_indices() {
        match sign {
            _ if escaped => escaped = false,
            '\\' => escaped = true,
            _ if sign == end => return at + sign.len_utf8(),
            _ => {}
        }
    }
    body.len()
}

/// The length of the word that the text begins with.
fn word(text: &str) -> usize {
    let other = |sign: char| !sign.is_alphanumeric() && sign != '_';
    text.find(other).unwrap_or(text.len())
}

/// Whether the sign or word stands there.
pub(super) fn is(tokens: &[Token<'_>], at: usize, word: &str) -> bool {
    tokens.get(at).is_some_and(|(_, token)| *token == word)
}

/// Whether `::` stands there.
pub(super) fn is_separator(tokens: &[Token<'_>], at: usize) -> bool {
    is(tokens, at, ":") && is(tokens, at + 1, ":")
}

/// Whether a name stands there.
pub(super) fn is_name(token: &str) -> bool {
    token.starts_with(|first: char| first.is_alphabetic() || first == '_')
}

#[cfg(test)]
mod tests {
    use super::*;

    fn words(text: &str) -> Vec<&str> {
        tokens(text).into_iter().map(|(_, token)| token).collect()
    }

    #[test]
    fn comments_and_literals_are_no_code() {
        assert_eq!(words("a // b\nc /* d /* e */ f */ g"), ["a", "c", "g"]);
        assert_eq!(
            words(r##"a "b \" c" d r#"e " f"# g b"h" i"##),
            ["a", "d", "g", "i"]
        );
        assert_eq!(words(r"a '{' b '\'' c b'}' d"), ["a", "b", "c", "d"]);
        assert_eq!(words("&'a x"), ["&", "'", "a", "x"]);
    }

    #[test]
    fn lines_are_counted_through_what_is_left_out() {
        let found = tokens("\"a\nb\" c\n/*\n*/ d");
        assert_eq!(found, [(2, "c"), (4, "d")]);
    }
}
