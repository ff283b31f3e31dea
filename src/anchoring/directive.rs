//! A selector as a text directive, the part of a link that names a passage.

use crate::article::{Selector, Target, TextQuote, percent_encode};

/// The passages of a statement as text directives, to stand behind `#:~:`.
pub fn to_directives(targets: &[Target]) -> String {
    let mut directives = String::new();
    for target in targets {
        directives.push_str(if directives.is_empty() {
            "text="
        } else {
            "&text="
        });
        directives.push_str(&to_directive(&target.selector));
    }
    directives
}

/// The selector as `prefix-,start,end,-suffix`, to stand behind `#:~:text=`.
///
/// The directive has one prefix and one suffix, around the whole passage. A
/// *RangeSelector* may also say what follows its first words and what goes
/// before its last ones; of that a link cannot speak.
pub fn to_directive(selector: &Selector) -> String {
    let (start, end) = match selector {
        Selector::Quote(quote) => (quote, None),
        Selector::Range(start, end) => (start, Some(end)),
    };
    let suffix = end.unwrap_or(start).suffix.as_deref();
    let mut directive = String::new();
    if let Some(prefix) = said(start.prefix.as_deref()) {
        push_term(&mut directive, prefix);
        directive.push_str("-,");
    }
    push_term(&mut directive, &start.exact);
    if let Some(TextQuote { exact, .. }) = end {
        directive.push(',');
        push_term(&mut directive, exact);
    }
    if let Some(suffix) = said(suffix) {
        directive.push_str(",-");
        push_term(&mut directive, suffix);
    }
    directive
}

/// No term of a directive may be empty.
fn said(context: Option<&str>) -> Option<&str> {
    context.filter(|text| !text.is_empty())
}

/// Writes a term with everything percent-encoded that is more than a letter or a
/// digit: what the grammar uses itself, what no URL may hold, and what mails and
/// Markdown take for the end of a link.
fn push_term(directive: &mut String, term: &str) {
    percent_encode(term, b"_~", directive);
}
