//! From a text to [`Json`], of which it keeps every byte.

use super::{Field, Json, Part, Sequence};

impl Json {
    /// Reads a text that was read as JSON before; none if it is none.
    pub fn parse(text: &str) -> Option<Self> {
        let mut scanner = Scanner { text, at: 0 };
        scanner.space();
        let value = scanner.value()?;
        scanner.space();
        (scanner.at == text.len()).then_some(value)
    }
}

/// Reads JSON piece by piece.
struct Scanner<'a> {
    text: &'a str,
    at: usize,
}

impl<'a> Scanner<'a> {
    fn rest(&self) -> &'a str {
        &self.text[self.at..]
    }

    fn space(&mut self) -> &'a str {
        let rest = self.rest();
        let space = &rest[..rest.len() - rest.trim_start().len()];
        self.at += space.len();
        space
    }

    fn takes(&mut self, sign: char) -> bool {
        let is_next = self.rest().starts_with(sign);
        self.at += if is_next { sign.len_utf8() } else { 0 };
        is_next
    }

    fn plain(&mut self) -> Option<&'a str> {
        let rest = self.rest();
        let end = if rest.starts_with('"') {
            let mut escaped = false;
            let is_end = |(at, byte): (usize, &u8)| {
                let ends = at > 0 && *byte == b'"' && !escaped;
                escaped = *byte == b'\\' && !escaped;
                ends.then_some(at + 1)
            };
            rest.as_bytes().iter().enumerate().find_map(is_end)?
        } else {
            let is_end = |c: char| c.is_whitespace() || matches!(c, ',' | ']' | '}');
            rest.find(is_end).unwrap_or(rest.len())
        };
        self.at += end;
        (end > 0).then_some(&rest[..end])
    }

    fn value(&mut self) -> Option<Json> {
        if self.takes('{') {
            let fields = self.sequence('}', |scanner| {
                let name = scanner.plain().filter(|name| name.len() > 1)?;
                let start = scanner.at;
                scanner.space();
                scanner.takes(':').then_some(())?;
                scanner.space();
                let colon = &scanner.text[start..scanner.at];
                Some(Field {
                    name: name.into(),
                    colon: colon.into(),
                    value: scanner.value()?,
                })
            })?;
            return Some(Json::Object(fields.into()));
        }
        if self.takes('[') {
            return Some(Json::Array(self.sequence(']', Self::value)?.into()));
        }
        self.plain().map(|written| Json::Plain(written.into()))
    }

    fn sequence<T>(
        &mut self,
        end: char,
        read: impl Fn(&mut Self) -> Option<T>,
    ) -> Option<Sequence<T>> {
        let mut parts = Vec::new();
        loop {
            let before = self.space();
            if self.takes(end) {
                // A comma with nothing after it is no JSON.
                let end = before.into();
                return parts.is_empty().then_some(Sequence { parts, end });
            }
            let value = read(self)?;
            let after = self.space();
            let ends = !self.takes(',');
            parts.push(Part {
                before: before.into(),
                value,
                after: if ends { "" } else { after }.into(),
            });
            if ends {
                let space = after.into();
                return self.takes(end).then_some(Sequence { parts, end: space });
            }
        }
    }
}
