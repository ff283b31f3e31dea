//! Choices made of bytes: the same bytes, the same choices.

/// What is left of the bytes. When they have run out, the first of everything is
/// chosen, and nothing more than is needed.
#[derive(Clone, Debug)]
pub struct Choices<'a> {
    bytes: &'a [u8],
}

impl<'a> Choices<'a> {
    /// Choices of these bytes.
    pub fn new(bytes: &'a [u8]) -> Self {
        Self { bytes }
    }

    /// Bytes to make choices of: for each number others, and always the same.
    pub fn bytes_of(number: u64, length: usize) -> Vec<u8> {
        // SplitMix64: no two numbers near each other have anything in common.
        let mut state = number;
        let next = |_| {
            state = state.wrapping_add(0x9e37_79b9_7f4a_7c15);
            let mut z = state;
            z = (z ^ (z >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
            z = (z ^ (z >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
            (z >> 56) as u8
        };
        (0..length).map(next).collect()
    }

    /// A byte.
    pub fn byte(&mut self) -> u8 {
        match self.bytes.split_first() {
            Some((first, rest)) => {
                self.bytes = rest;
                *first
            }
            None => 0,
        }
    }

    /// A number below another one.
    pub fn below(&mut self, end: usize) -> usize {
        usize::from(self.byte()) % end.max(1)
    }

    /// Whether something is so, once in `of` times.
    pub fn once_in(&mut self, of: usize) -> bool {
        self.below(of) == of - 1
    }

    /// One of several.
    pub fn one_of<'b, T>(&mut self, several: &'b [T]) -> &'b T {
        &several[self.below(several.len())]
    }

    /// Some of so many things, none of them twice, in an order of their own.
    pub fn some_of(&mut self, things: usize, most: usize) -> Vec<usize> {
        let mut some = Vec::new();
        for _ in 0..self.below(most + 1) {
            let one = self.below(things);
            if !some.contains(&one) {
                some.push(one);
            }
        }
        some
    }

    /// What is left, as a text.
    pub fn text(&self) -> String {
        String::from_utf8_lossy(self.bytes).into_owned()
    }
}
