//! The plugin for WordPress: one archive, the same bytes of the same files.

use anyhow::{Context, Result};
use std::collections::BTreeMap;
use std::fs;
use std::io::{Cursor, Write};
use std::path::Path;
use zip::write::SimpleFileOptions;
use zip::{CompressionMethod, DateTime, ZipWriter};

/// The folder that WordPress unpacks the archive into.
const NAME: &str = "standpoint";

/// Packs the plugin's own files, and those of a build that a reader's page loads.
///
/// # Errors
/// When something cannot be read or written.
pub(crate) fn pack(own: &Path, build: &Path, archive: &Path) -> Result<()> {
    let mut files = BTreeMap::new();
    collect(own, NAME, &mut files)?;
    collect(build, &format!("{NAME}/build"), &mut files)?;
    files.retain(|name, _| {
        name.strip_prefix("standpoint/build/")
            .is_none_or(is_for_readers)
    });
    if let Some(folder) = archive.parent() {
        fs::create_dir_all(folder)
            .with_context(|| format!("{} cannot be made", folder.display()))?;
    }
    fs::write(archive, zipped(&files)?)
        .with_context(|| format!("{} cannot be written", archive.display()))
}

/// These files as an archive: in the order of their names, and all of the first day that
/// archives know. The day of the build is nobody's matter.
fn zipped(files: &BTreeMap<String, Vec<u8>>) -> Result<Vec<u8>> {
    let options = SimpleFileOptions::default()
        .compression_method(CompressionMethod::Deflated)
        .compression_level(Some(9))
        .last_modified_time(DateTime::default())
        .unix_permissions(0o644);
    let mut zip = ZipWriter::new(Cursor::new(Vec::new()));
    for (name, content) in files {
        zip.start_file(name, options)
            .and_then(|()| Ok(zip.write_all(content)?))
            .with_context(|| format!("{name} could not be packed"))?;
    }
    let archive = zip.finish().context("the archive has no end")?;
    Ok(archive.into_inner())
}

/// Whether a page of the site may load that file: what the loader does, and the page that
/// others hold in a frame. Pages, the Studio, the built-in article and what is for pages
/// from disk are not.
fn is_for_readers(name: &str) -> bool {
    let stem = name.split(['-', '.']).nth(1).unwrap_or_default();
    name.starts_with("frame.")
        || (name.starts_with("standpoint")
            && !["studio", "article", "d", "react"].contains(&stem)
            && !name.ends_with(".wasm.js"))
}

/// Every file in a folder, by its name in the archive.
fn collect(folder: &Path, within: &str, files: &mut BTreeMap<String, Vec<u8>>) -> Result<()> {
    let unreadable = |path: &Path| format!("{} could not be read", path.display());
    for entry in folder.read_dir().with_context(|| unreadable(folder))? {
        let path = entry?.path();
        let name = path.file_name().unwrap_or_default().to_string_lossy();
        let name = format!("{within}/{name}");
        if path.is_dir() {
            collect(&path, &name, files)?;
        } else {
            let content = fs::read(&path).with_context(|| unreadable(&path))?;
            files.insert(name, content);
        }
    }
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::{is_for_readers, zipped};
    use std::collections::BTreeMap;
    use std::io::Cursor;
    use zip::ZipArchive;

    #[test]
    fn an_archive_has_its_files_in_order_and_no_day() {
        let files = ["b/c.php", "a.js"].map(|name| (name.to_owned(), name.as_bytes().to_vec()));
        let archive = zipped(&BTreeMap::from(files)).expect("an archive");
        let mut archive = ZipArchive::new(Cursor::new(archive)).expect("it can be read");
        for (at, name) in ["a.js", "b/c.php"].into_iter().enumerate() {
            let file = archive.by_index(at).expect("a file");
            assert_eq!(file.name().expect("a name"), name);
            let day = file.last_modified().expect("a day");
            assert_eq!((day.year(), day.month(), day.day()), (1980, 1, 1));
        }
    }

    #[test]
    fn readers_load_the_widget_and_not_the_studio() {
        for name in [
            "standpoint.js",
            "standpoint-93786606.wasm",
            "standpoint-d6ed4b20.css",
            "standpoint-d6ed4b20.css.js",
            "standpoint-de-dac110e5.js",
            "standpoint-export-c0d1de04.wasm",
            "standpoint-frame.js",
            "frame.html",
        ] {
            assert!(is_for_readers(name), "{name}");
        }
        for name in [
            "standpoint-93786606.wasm.js",
            "standpoint-studio-1ae87a90.wasm",
            "standpoint-article-ac354507.js",
            "standpoint.d.ts",
            "standpoint.react.d.ts",
            "index.html",
            "studio.css",
            "articles/harbour-town.json",
            "wordpress/standpoint.zip",
        ] {
            assert!(!is_for_readers(name), "{name}");
        }
    }
}
