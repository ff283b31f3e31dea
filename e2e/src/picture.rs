//! Pictures, and what is different between two of them.

use anyhow::{Context, Result, anyhow, ensure};
use std::collections::HashMap;
use std::fmt;
use std::fs::File;
use std::io::{BufWriter, Cursor};
use std::path::Path;

/// A picture: red, green and blue of each pixel, row by row.
#[derive(Clone, PartialEq, Eq)]
pub struct Picture {
    width: usize,
    height: usize,
    pixels: Vec<[u8; 3]>,
}

impl fmt::Debug for Picture {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "Picture of {} × {}", self.width, self.height)
    }
}

/// Two colours are the same up to this step of a channel: the processors of two
/// machines round a blend differently.
const NOISE: u8 = 4;

/// From this step on a reader sees it at once; a hairline is 35 off its paper.
const PLAIN: u8 = 30;

/// How many pixels may differ plainly: none of a line, a letter or a sign.
const PLAIN_PIXELS: usize = 6;

/// How many may differ at all: less than a sign's ground, or a letter's edges.
const FAINT_PIXELS: usize = 60;

/// What is different between two pictures that are not the same.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Difference {
    /// Their sizes are.
    Size {
        /// Width and height as they should be.
        before: (usize, usize),
        /// Width and height as they are.
        now: (usize, usize),
    },
    /// Some pixels are.
    Pixels {
        /// How many.
        count: usize,
        /// The rows from the first of them to the last.
        rows: (usize, usize),
    },
}

impl fmt::Display for Difference {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Size { before, now } => {
                let ((w, h), (width, height)) = (before, now);
                write!(f, "{width} × {height} pixels, it was {w} × {h}")
            }
            Self::Pixels { count, rows } => {
                write!(f, "{count} pixels differ, in rows {} to {}", rows.0, rows.1)
            }
        }
    }
}

impl Picture {
    /// A picture of these pixels, row by row.
    ///
    /// # Errors
    /// When the number of pixels is not that of the size.
    pub fn new(width: usize, pixels: Vec<[u8; 3]>) -> Result<Self> {
        ensure!(
            width > 0 && pixels.len().is_multiple_of(width),
            "{} pixels are no rows of {width}",
            pixels.len()
        );
        let height = pixels.len() / width;
        Ok(Self {
            width,
            height,
            pixels,
        })
    }

    /// Reads a PNG as browsers write it.
    ///
    /// # Errors
    /// When it is no such PNG.
    pub fn from_png(bytes: &[u8]) -> Result<Self> {
        let mut reader = png::Decoder::new(Cursor::new(bytes)).read_info()?;
        let size = reader.output_buffer_size();
        let mut buffer = vec![0; size.context("the picture is too large")?];
        let frame = reader.next_frame(&mut buffer)?;
        ensure!(
            frame.bit_depth == png::BitDepth::Eight,
            "a PNG with {:?} bits is not read",
            frame.bit_depth
        );
        let samples = frame.color_type.samples();
        ensure!(samples >= 3, "a PNG without colours is not read");
        let pixels = buffer[..frame.buffer_size()].chunks_exact(samples);
        let pixels = pixels.map(|pixel| [pixel[0], pixel[1], pixel[2]]).collect();
        Self::new(usize::try_from(frame.width)?, pixels)
    }

    /// Writes a PNG.
    ///
    /// # Errors
    /// When the file cannot be written.
    pub fn save_png(&self, file: &Path) -> Result<()> {
        let cannot = || format!("{} cannot be written", file.display());
        let out = BufWriter::new(File::create(file).with_context(cannot)?);
        let (width, height) = self.size()?;
        let mut encoder = png::Encoder::new(out, width, height);
        encoder.set_color(png::ColorType::Rgb);
        encoder.set_compression(png::Compression::Fast);
        let mut writer = encoder.write_header().with_context(cannot)?;
        let data = self.pixels.as_flattened();
        writer.write_image_data(data).with_context(cannot)
    }

    /// Makes a PNG of at most 256 colours, as documents have them: a picture of a page has
    /// few, and of those in between the nearest is taken.
    ///
    /// # Errors
    /// When it cannot be written.
    pub fn to_indexed_png(&self) -> Result<Vec<u8>> {
        let mut counts: HashMap<[u8; 3], usize> = HashMap::new();
        for pixel in &self.pixels {
            *counts.entry(*pixel).or_default() += 1;
        }
        let mut colours: Vec<([u8; 3], usize)> = counts.into_iter().collect();
        // By how many pixels have it; the same order on every machine.
        colours.sort_by_key(|(colour, count)| (std::cmp::Reverse(*count), *colour));
        let palette: Vec<[u8; 3]> = colours
            .iter()
            .take(256)
            .map(|(colour, _)| *colour)
            .collect();
        let nearest = |colour: [u8; 3]| {
            let far = |other: &[u8; 3]| -> u32 {
                let steps = colour.iter().zip(other);
                steps.map(|(a, b)| u32::from(a.abs_diff(*b)).pow(2)).sum()
            };
            let all = (0_u8..=255).zip(&palette);
            all.min_by_key(|(_, other)| far(other))
                .map_or(0, |(at, _)| at)
        };
        let places: HashMap<[u8; 3], u8> = colours
            .iter()
            .map(|(colour, _)| (*colour, nearest(*colour)))
            .collect();
        let data: Vec<u8> = self.pixels.iter().map(|pixel| places[pixel]).collect();
        let mut bytes = Vec::new();
        let (width, height) = self.size()?;
        let mut encoder = png::Encoder::new(&mut bytes, width, height);
        encoder.set_color(png::ColorType::Indexed);
        encoder.set_palette(palette.as_flattened().to_vec());
        encoder.set_compression(png::Compression::High);
        encoder.write_header()?.write_image_data(&data)?;
        Ok(bytes)
    }

    /// Reads a lossless WebP.
    ///
    /// # Errors
    /// When it is none.
    pub fn from_webp(bytes: &[u8]) -> Result<Self> {
        let image = webp::Decoder::new(bytes).decode();
        let image = image.context("this is no WebP picture")?;
        let samples = if image.is_alpha() { 4 } else { 3 };
        let pixels = image.chunks_exact(samples);
        let pixels = pixels.map(|pixel| [pixel[0], pixel[1], pixel[2]]).collect();
        Self::new(usize::try_from(image.width())?, pixels)
    }

    /// Makes a lossless WebP, small enough to be kept.
    ///
    /// # Errors
    /// When the picture is too large for that.
    pub fn to_webp(&self) -> Result<Vec<u8>> {
        let (width, height) = self.size()?;
        let mut how = webp::WebPConfig::new().map_err(|()| anyhow!("no WebP can be written"))?;
        how.lossless = 1;
        how.quality = 75.0;
        how.method = 4;
        let encoder = webp::Encoder::from_rgb(self.pixels.as_flattened(), width, height);
        let made = encoder.encode_advanced(&how);
        let made = made.map_err(|error| anyhow!("the picture is no WebP: {error:?}"))?;
        Ok(made.to_vec())
    }

    fn size(&self) -> Result<(u32, u32)> {
        Ok((u32::try_from(self.width)?, u32::try_from(self.height)?))
    }

    fn rows(&self) -> std::slice::ChunksExact<'_, [u8; 3]> {
        self.pixels.chunks_exact(self.width)
    }

    /// What is different in `now`; none where no reader sees a difference.
    pub fn difference(&self, now: &Self) -> Option<Difference> {
        let sizes = [self, now].map(|picture| (picture.width, picture.height));
        if sizes[0] != sizes[1] {
            let [before, now] = sizes;
            return Some(Difference::Size { before, now });
        }
        let (mut plain, mut count) = (0, 0);
        let mut rows = (usize::MAX, 0);
        for (row, (old, new)) in self.rows().zip(now.rows()).enumerate() {
            if old == new {
                continue;
            }
            for step in old.iter().zip(new).map(|(old, new)| step(*old, *new)) {
                if step > NOISE {
                    count += 1;
                    plain += usize::from(step >= PLAIN);
                    rows = (rows.0.min(row), row);
                }
            }
        }
        (plain > PLAIN_PIXELS || count > FAINT_PIXELS).then_some(Difference::Pixels { count, rows })
    }

    /// Both beside each other, and in a third column what differs: red on the
    /// faded picture that is there now.
    pub fn beside(&self, now: &Self) -> Self {
        const GAP: usize = 16;
        let width = self.width.max(now.width);
        let height = self.height.max(now.height);
        let mut pixels = vec![[128; 3]; (3 * width + 2 * GAP) * height];
        for (y, line) in pixels.chunks_exact_mut(3 * width + 2 * GAP).enumerate() {
            for x in 0..width {
                let (old, new) = (self.at(x, y), now.at(x, y));
                line[x] = old.unwrap_or(line[x]);
                line[x + width + GAP] = new.unwrap_or(line[x]);
                let both = old.zip(new);
                let same = both.is_some_and(|(old, new)| step(old, new) <= NOISE);
                let colour = if same {
                    new.map(|colour| colour.map(|channel| 192 + channel / 4))
                } else {
                    Some([224, 0, 48])
                };
                line[x + 2 * (width + GAP)] = colour.unwrap_or([128; 3]);
            }
        }
        Self {
            width: 3 * width + 2 * GAP,
            height,
            pixels,
        }
    }

    fn at(&self, x: usize, y: usize) -> Option<[u8; 3]> {
        let inside = x < self.width && y < self.height;
        inside.then(|| self.pixels[y * self.width + x])
    }
}

/// The largest step of a channel from one colour to the other.
fn step(old: [u8; 3], new: [u8; 3]) -> u8 {
    let steps = old.iter().zip(new).map(|(old, new)| old.abs_diff(new));
    steps.max().unwrap_or(0)
}
