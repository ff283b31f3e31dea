//! From one text to another that is much the same: what stands in between instead.

/// One stretch that is exchanged.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Patch {
    /// Where it begins, in bytes.
    from: usize,
    /// How many bytes go.
    removed: usize,
    inserted: String,
}

impl Patch {
    /// What leads from one text to another.
    pub(super) fn between(from: &str, to: &str) -> Self {
        let pairs = from.bytes().zip(to.bytes());
        let mut before = pairs.take_while(|(a, b)| a == b).count();
        // What both begin with ends at the same character in both.
        while !from.is_char_boundary(before) || !to.is_char_boundary(before) {
            before -= 1;
        }
        let most = from.len().min(to.len()) - before;
        let pairs = from.bytes().rev().zip(to.bytes().rev()).take(most);
        let mut after = pairs.take_while(|(a, b)| a == b).count();
        while !from.is_char_boundary(from.len() - after) || !to.is_char_boundary(to.len() - after) {
            after -= 1;
        }
        Self {
            from: before,
            removed: from.len() - before - after,
            inserted: to[before..to.len() - after].to_owned(),
        }
    }

    /// The other text; none, where this is not the first.
    pub(super) fn applied(&self, text: &str) -> Option<String> {
        let before = text.get(..self.from)?;
        let after = text.get(self.from.checked_add(self.removed)?..)?;
        Some([before, &self.inserted, after].concat())
    }

    /// Writes it under a name behind others.
    pub(super) fn write(&self, name: &str, to: &mut String) {
        let Self {
            from,
            removed,
            inserted,
        } = self;
        let head = format!("{name} {from} {removed} {}\n", inserted.len());
        to.push_str(&head);
        to.push_str(inserted);
        to.push('\n');
    }

    /// Those that were written, as far as they are whole.
    pub(super) fn read(mut text: &str) -> impl Iterator<Item = (&str, Self)> {
        std::iter::from_fn(move || {
            let (head, rest) = text.split_once('\n')?;
            let mut parts = head.split(' ');
            let name = parts.next()?;
            let mut number = || parts.next()?.parse::<usize>().ok();
            let (from, removed, length) = (number()?, number()?, number()?);
            let inserted = rest.get(..length)?.to_owned();
            text = rest.get(length..)?.strip_prefix('\n')?;
            let patch = Self {
                from,
                removed,
                inserted,
            };
            Some((name, patch))
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_patch_leads_from_one_text_to_the_other() {
        let texts = [
            "", "a", "aa", "é", "è", "aé", "éa", "🚢", "🚣", "a🚢a", "a🚣a", "a\n\na", "aaa a",
            "ab ba",
        ];
        for (from, to) in texts
            .iter()
            .flat_map(|from| texts.iter().map(move |to| (from, to)))
        {
            let patch = Patch::between(from, to);
            assert_eq!(patch.applied(from).as_deref(), Some(*to), "{from:?}");
            let mut written = String::new();
            patch.write("one.step", &mut written);
            patch.write("two", &mut written);
            let read: Vec<(&str, Patch)> = Patch::read(&written).collect();
            assert_eq!(read, [("one.step", patch.clone()), ("two", patch)]);
        }
    }

    #[test]
    fn what_is_damaged_ends_there() {
        assert_eq!(Patch::read("x 1 2").count(), 0);
        assert_eq!(Patch::read("x 1 2 9\nabc\n").count(), 0);
        let far = Patch::read("x 7 0 1\na\n").next().expect("one").1;
        assert_eq!(far.applied("abc"), None);
    }
}
