//! The fonts of the screenshots: the ones that npm has brought and no other, so
//! that a picture does not depend on what a machine has.

use anyhow::{Context, Result, ensure};
use std::path::{Path, PathBuf};
use tempfile::TempDir;

/// Each with what it is for; the order is the order of asking.
const SANS: [&str; 4] = [
    "Noto Sans",
    "Noto Sans Arabic",
    // Arrows, then the asterisk of what is mixed.
    "Noto Sans Math",
    "Noto Sans Symbols 2",
];
const SERIF: &str = "Noto Serif";

/// A configuration for fontconfig, until it is dropped.
#[derive(Debug)]
pub(crate) struct Fonts {
    folder: TempDir,
}

impl Fonts {
    /// Writes the configuration; the letters' edges are smooth or not.
    ///
    /// # Errors
    /// When `STANDPOINT_FONTS` names no folder with fonts.
    pub(crate) fn pinned(smooth: bool) -> Result<Self> {
        let fonts = std::env::var_os("STANDPOINT_FONTS").map(PathBuf::from);
        let fonts = fonts.context("STANDPOINT_FONTS names no folder; run `cargo xtask shots`")?;
        ensure!(
            fonts.join("noto-sans").is_dir(),
            "{} has no fonts; run `cargo xtask setup`",
            fonts.display()
        );
        let folder = TempDir::new().context("no folder for the fonts' configuration")?;
        let text = configuration(&fonts, &folder.path().join("cache"), smooth);
        std::fs::write(folder.path().join("fonts.conf"), text)
            .context("the fonts' configuration cannot be written")?;
        Ok(Self { folder })
    }

    /// What `FONTCONFIG_FILE` has to name.
    pub(crate) fn file(&self) -> PathBuf {
        self.folder.path().join("fonts.conf")
    }
}

fn configuration(fonts: &Path, cache: &Path, smooth: bool) -> String {
    let families = |first: &[&str]| -> String {
        let all = first.iter().chain(&SANS);
        all.map(|name| format!("<family>{name}</family>")).collect()
    };
    let mut aliases = String::new();
    for (name, first) in [
        ("sans-serif", &[][..]),
        ("system-ui", &[]),
        ("serif", &[SERIF]),
        ("monospace", &[]),
    ] {
        let prefer = families(first);
        aliases += &format!(
            "<alias binding=\"same\"><family>{name}</family><prefer>{prefer}</prefer></alias>\n"
        );
    }
    let all: String = SANS
        .iter()
        .map(|name| format!("<string>{name}</string>"))
        .collect();
    format!(
        "<?xml version=\"1.0\"?>\n<!DOCTYPE fontconfig SYSTEM \"fonts.dtd\">\n<fontconfig>\n\
         <dir>{}</dir>\n<cachedir>{}</cachedir>\n{aliases}\
         <match target=\"pattern\">\
         <edit name=\"family\" mode=\"append_last\">{all}</edit>\
         </match>\n\
         <match target=\"font\">\
         <edit name=\"antialias\" mode=\"assign\"><bool>{smooth}</bool></edit>\
         <edit name=\"hinting\" mode=\"assign\"><bool>false</bool></edit>\
         <edit name=\"rgba\" mode=\"assign\"><const>none</const></edit>\
         </match>\n</fontconfig>\n",
        fonts.display(),
        cache.display(),
    )
}
