//! A tree in one piece: how a document comes into WebAssembly in one step, and
//! not in some twenty for each of its texts.
//!
//! `static/widget/pack.js` writes it. In order: the number of words, a word
//! being four bytes of the lowest first; the words; and, in UTF-8, all texts,
//! each with a zero byte after it, so that the halves of surrogate pairs do not
//! meet. A value is a word, its kind in the lowest three bits and a number in
//! the rest, and what follows from that:
//!
//! | kind | number | what follows |
//! | --- | --- | --- |
//! | 0 null | – | – |
//! | 1 boolean | 1 for true | – |
//! | 2 number | – | two words, a 64-bit float |
//! | 3 text | its length in UTF-16 | the next of the texts is it |
//! | 4 list | how many entries | the entries |
//! | 5 object | how many fields | for each its name and its value |
//!
//! A name is a word: the how many-th of all different names it is, from 0. One
//! that is new is followed by its length, and is the next of the texts.

use super::budget::{Node, TooLarge};
use super::limits::BYTES;
use super::value::{Name, Value};

/// Why there is no tree.
pub(super) enum Refused {
    /// It is larger than any document.
    TooLarge(TooLarge),
    /// The bytes are none that `pack.js` writes.
    Malformed,
}

impl From<TooLarge> for Refused {
    fn from(refused: TooLarge) -> Self {
        Self::TooLarge(refused)
    }
}

/// The tree that was packed, for a place.
pub(super) fn unpack(bytes: &[u8], node: &Node<'_>) -> Result<Value, Refused> {
    let mut words = Words(bytes);
    let count = words.next()? as usize;
    let (words, texts) = count
        .checked_mul(4)
        .and_then(|length| words.0.split_at_checked(length))
        .ok_or(Refused::Malformed)?;
    if texts.len() > BYTES {
        return Err(node.exceeds("bytes", BYTES).into());
    }
    Packed {
        words: Words(words),
        texts: std::str::from_utf8(texts).map_err(|_| Refused::Malformed)?,
        names: Vec::new(),
    }
    .value(node)
}

struct Words<'a>(&'a [u8]);

impl Words<'_> {
    fn next(&mut self) -> Result<u32, Refused> {
        let (word, rest) = self.0.split_first_chunk().ok_or(Refused::Malformed)?;
        self.0 = rest;
        Ok(u32::from_le_bytes(*word))
    }
}

struct Packed<'a> {
    words: Words<'a>,
    texts: &'a str,
    names: Vec<Name>,
}

impl<'a> Packed<'a> {
    fn value(&mut self, node: &Node<'_>) -> Result<Value, Refused> {
        let word = self.words.next()?;
        let number = word as usize >> 3;
        if let 4 | 5 = word & 7 {
            node.open()?;
        } else {
            node.pay()?;
        }
        Ok(match word & 7 {
            0 => Value::Null,
            1 => Value::Bool(number == 1),
            2 => Value::Number(self.number()?),
            3 => Value::String(self.text(number)?.to_owned()),
            4 => Value::Array(self.list(number, |packed, index| packed.value(&node.entry(index)))?),
            5 => Value::Object(self.list(number, |packed, _| {
                let name = packed.name()?;
                let value = packed.value(&node.field(&name))?;
                Ok((name, value))
            })?),
            _ => return Err(Refused::Malformed),
        })
    }

    fn list<T>(
        &mut self,
        count: usize,
        mut item: impl FnMut(&mut Self, usize) -> Result<T, Refused>,
    ) -> Result<Vec<T>, Refused> {
        // Each takes a word at least.
        if count > self.words.0.len() / 4 {
            return Err(Refused::Malformed);
        }
        let mut items = Vec::with_capacity(count);
        for index in 0..count {
            items.push(item(self, index)?);
        }
        Ok(items)
    }

    /// JavaScript has numbers that JSON has not.
    fn number(&mut self) -> Result<f64, Refused> {
        let (low, high) = (self.words.next()?, self.words.next()?);
        let number = f64::from_bits(u64::from(high) << 32 | u64::from(low));
        if number.is_finite() {
            // Neither has JSON a zero with a sign, everywhere.
            Ok(number + 0.0)
        } else {
            Err(Refused::Malformed)
        }
    }

    fn name(&mut self) -> Result<Name, Refused> {
        let index = self.words.next()? as usize;
        if index == self.names.len() {
            let length = self.words.next()? as usize;
            let name = self.text(length)?.into();
            self.names.push(name);
        }
        self.names.get(index).cloned().ok_or(Refused::Malformed)
    }

    /// The next text, which has so many UTF-16 units.
    fn text(&mut self, units: usize) -> Result<&'a str, Refused> {
        let (text, rest) = self
            .texts
            .split_at_checked(length(self.texts, units))
            .ok_or(Refused::Malformed)?;
        self.texts = rest.strip_prefix('\0').ok_or(Refused::Malformed)?;
        Ok(text)
    }
}

/// How many bytes so many UTF-16 units at the beginning of a text take.
fn length(text: &str, units: usize) -> usize {
    let start = text.as_bytes().get(..units);
    if start.is_some_and(<[u8]>::is_ascii) {
        return units;
    }
    let mut left = units;
    let within = |c: &char| {
        let before = left;
        left = left.saturating_sub(c.len_utf16());
        before > 0
    };
    text.chars().take_while(within).map(char::len_utf8).sum()
}

#[cfg(all(test, not(target_arch = "wasm32")))]
mod tests;
