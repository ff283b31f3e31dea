//! Trunk's hook: from what trunk has built to the files that are published.
//!
//! Trunk builds the WebAssembly and stages its page; this runs after each build,
//! on `trunk serve` too, and writes into trunk's staging folder only.

mod embed;
mod names;
mod news_page;
mod page;
mod publish;
mod script;
mod smaller;
mod studio;

use crate::cargo::{command_line, for_release};
use crate::digest;
use crate::modules;
use crate::npm::Npm;
use crate::process::{command, output, root, run as run_command};
use crate::scripts;
use anyhow::{Context, Result};
use names::{Module, OWN_NAME, Seals, Translations};
use smaller::{SMALLER, WASM_FEATURES};
use std::ffi::OsStr;
use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

/// The document that is built in and rendered into the page.
const BUILT_IN: &str = "ceasefire-2025";

/// The WebAssembly modules: what the loader calls them, and what cargo does. The
/// first is what every page needs, the others come when they are wanted; the last
/// is a page of its own, which no reader loads.
pub(crate) const MODULES: [(&str, &str); 4] = [
    ("widget", "standpoint"),
    ("export", "standpoint-export"),
    ("passages", "standpoint-passages"),
    studio::MODULE,
];

/// The document in the lines of `embed.html`.
const EXAMPLE: &str = "harbour-town.json";

/// Runs as trunk's hook.
///
/// # Errors
/// When trunk has not called it, or anything of the build is not as expected.
pub(crate) fn run() -> Result<()> {
    let staging = std::env::var_os("TRUNK_STAGING_DIR")
        .context("this is trunk's hook; run `cargo xtask build` or `trunk build` instead")?;
    let release = std::env::var_os("TRUNK_PROFILE").as_deref() == Some(OsStr::new("release"));
    let minifier = if release { Some(Npm::ready()?) } else { None };
    Package {
        staging: PathBuf::from(staging),
        work: root().join("target/package"),
        minifier,
        command_line: command_line()?,
    }
    .write()
}

struct Package {
    staging: PathBuf,
    /// For files on the way.
    work: PathBuf,
    /// Shrinks the release; a debug build does without.
    minifier: Option<Npm>,
    /// The program that renders documents.
    command_line: PathBuf,
}

impl Package {
    fn write(&self) -> Result<()> {
        fs::create_dir_all(&self.work)
            .with_context(|| format!("{} cannot be made", self.work.display()))?;
        let css = self.style()?;
        let css_name = format!("standpoint-{}.css", digest::short(css.as_bytes()));
        let texts = self.texts()?;
        let mut modules = Vec::new();
        let mut declarations = Vec::new();
        for (name, stem) in MODULES {
            declarations.push((name, self.declarations(stem)?));
            modules.push(self.module(name, stem)?);
        }
        if let Some(npm) = &self.minifier {
            scripts::check_glue(npm, &declarations)?;
        }
        let (studio, modules): (Vec<_>, Vec<_>) = modules
            .into_iter()
            .partition(|module| module.name == studio::MODULE.0);
        let article = self.built_in()?;
        let article_name = format!(
            "standpoint-article-{}.js",
            digest::short(article.as_bytes())
        );
        let article = script::text_script(&article, &article_name);
        let css_script = script::text_script(&css, &css_name);
        let mut loaded: Vec<(String, Vec<u8>)> = vec![
            (css_name.clone(), css.into_bytes()),
            (format!("{css_name}.js"), css_script.clone().into_bytes()),
            (article_name.clone(), article.clone().into_bytes()),
        ];
        loaded.extend(modules.iter().flat_map(Module::files));
        loaded.extend(
            texts
                .files()
                .map(|(_, name, script)| (name, script.into_bytes())),
        );
        let seals = Seals::of(
            loaded
                .iter()
                .map(|(name, content)| (name.clone(), &**content)),
        );
        let assets = names::assets(&modules, &css_name, &article_name, &texts, &seals);
        let loader = script::loader(&self.bundled("element/index.js")?, &assets)?;
        let loader = script::among_others(&self.minified(&loader, "js")?)?;
        loaded.push((seals.name, seals.script.into_bytes()));
        for (name, content) in &loaded {
            self.put(name, content)?;
        }
        // In the place of trunk's script of the same name.
        self.put("standpoint.js", loader.as_bytes())?;
        let alone = |entry: &str| self.minified(&script::alone(&self.bundled(entry)?), "js");
        self.put("frame.js", alone("frame/inside.js")?.as_bytes())?;
        let beside_frames = alone("frame/outside.js")?;
        self.put("standpoint-frame.js", beside_frames.as_bytes())?;
        self.put("styling.js", alone("styling/index.js")?.as_bytes())?;

        let names: Vec<_> = loaded.iter().map(|(name, _)| name.as_str()).collect();
        self.publish(&names)?;
        self.embed_page(&loader, &beside_frames)?;
        self.studio_page(&studio)?;
        let staged = read_text(&self.staging.join("index.html"))?;
        let linked = self.prerendered("--stylesheet", css_name.as_ref())?;
        let index = page::fill(
            &staged,
            // First, so that it is on its way while the rest still comes.
            &format!("<script src=\"standpoint.js\" async></script>\n{linked}"),
        )?;
        self.put("index.html", index.as_bytes())?;

        let css_file = self.staging.join(&css_name);
        let mut all = self.prerendered("--inline-style", css_file.as_os_str())?;
        let mut parts: Vec<String> = texts.files().map(|(.., script)| script).collect();
        for module in modules {
            parts.push(module.script());
            parts.push(module.glue);
        }
        parts.extend([css_script, article, loader]);
        for part in &parts {
            all.push('\n');
            all.push_str(&script::inline(part));
        }
        self.studio_alone(&studio, &parts)?;
        self.put("standalone.html", page::fill(&staged, &all)?.as_bytes())?;
        self.copy_files()?;
        self.plugin()
    }

    /// The plugin for WordPress, of a release.
    fn plugin(&self) -> Result<()> {
        if self.minifier.is_none() {
            return Ok(());
        }
        let mut plugin = for_release("plugin");
        plugin
            .arg(root().join("wordpress"))
            .arg(&self.staging)
            .arg(self.staging.join("wordpress/standpoint.zip"));
        run_command(&mut plugin, "the plugin for WordPress could not be packed")
    }

    /// The document that is built in, without what only people need: its line
    /// breaks. A script brings it, because that can be loaded from disk as well.
    fn built_in(&self) -> Result<String> {
        let file = root().join(format!("seeds/{BUILT_IN}.json"));
        let document: serde_json::Value = serde_json::from_str(&read_text(&file)?)
            .with_context(|| format!("{} is no JSON", file.display()))?;
        Ok(document.to_string())
    }

    /// What wasm-bindgen says of a module's script, taken out of trunk's folder,
    /// where it has the name of another file.
    fn declarations(&self, stem: &str) -> Result<String> {
        let file = self.staging.join(format!("{stem}.d.ts"));
        let text = read_text(&file)?;
        fs::remove_file(&file).with_context(|| format!("{} is gone", file.display()))?;
        Ok(text)
    }

    /// What trunk has built of a module, taken out of its folder.
    fn module(&self, name: &'static str, stem: &str) -> Result<Module> {
        let (glue_file, wasm_file) = (format!("{stem}.js"), format!("{stem}_bg.wasm"));
        let (glue_file, wasm_file) = (self.staging.join(glue_file), self.staging.join(wasm_file));
        let glue = read_text(&glue_file)?;
        let wasm = fs::read(&wasm_file)
            .with_context(|| format!("trunk wrote no {}", wasm_file.display()))?;
        for file in [&glue_file, &wasm_file] {
            fs::remove_file(file).with_context(|| format!("{} is gone", file.display()))?;
        }
        let (glue, wasm) = self.shrunk(stem, glue, wasm)?;
        let more = self.bundled(&format!("{name}/index.js"))?;
        let glue = self.minified(&script::wrap_glue(&glue, &more, OWN_NAME)?, "js")?;
        Ok(Module::new(name, stem, &glue, wasm))
    }

    /// The script and the WebAssembly, shrunk in a release.
    fn shrunk(&self, stem: &str, glue: String, wasm: Vec<u8>) -> Result<(String, Vec<u8>)> {
        let Some(npm) = &self.minifier else {
            return Ok((glue, wasm));
        };
        let file = |what: &str| self.work.join(format!("{stem}.{what}"));
        let (script, large, small) = (file("js"), file("large.wasm"), file("small.wasm"));
        for (file, content) in [(&script, glue.as_bytes()), (&large, &wasm[..])] {
            fs::write(file, content)
                .with_context(|| format!("{} cannot be written", file.display()))?;
        }
        let mut shorten = for_release("shorten");
        run_command(
            shorten.arg(&script).arg(&large),
            "the WebAssembly and its script could not be given short names",
        )?;
        let mut optimise = npm.wasm_opt();
        optimise
            .arg("--strip-producers")
            .args(SMALLER)
            .args(WASM_FEATURES);
        optimise.arg(&large).arg("-o").arg(&small);
        run_command(&mut optimise, "wasm-opt could not shrink the WebAssembly")?;
        let wasm =
            fs::read(&small).with_context(|| format!("wasm-opt wrote no {}", small.display()))?;
        Ok((read_text(&script)?, wasm))
    }

    /// A module of `static/` and all that it imports, as one script.
    fn bundled(&self, entry: &str) -> Result<String> {
        let entry = root().join("static").join(entry);
        let Some(npm) = &self.minifier else {
            return modules::joined(&entry);
        };
        let bundle = self.work.join("bundle.js");
        let mut bundler: Command = npm.esbuild();
        bundler.arg(&entry).args([
            "--bundle",
            "--format=esm",
            "--charset=utf8",
            "--log-level=warning",
            "--target=es2022",
        ]);
        bundler.arg(format!("--outfile={}", bundle.display()));
        run_command(&mut bundler, "esbuild could not bundle")?;
        read_text(&bundle)
    }

    /// The parts of the style sheet in the order of their names.
    fn style(&self) -> Result<String> {
        let mut css = String::new();
        for file in files(&root().join("static/style"), "css")? {
            css.push_str(&read_text(&file)?);
            css.push('\n');
        }
        self.minified(&css, "css")
    }

    /// The interface's texts in every language: scripts, because those can be
    /// loaded from disk as well.
    fn texts(&self) -> Result<Translations> {
        let mut texts = Vec::new();
        for file in files(&root().join("src/i18n"), "txt")? {
            let language = file.file_stem().unwrap_or_default().to_string_lossy();
            let source = script::without_comments(&read_text(&file)?);
            texts.push((language.into_owned(), source));
        }
        Ok(Translations::new(texts))
    }

    fn minified(&self, source: &str, kind: &str) -> Result<String> {
        let Some(npm) = &self.minifier else {
            return Ok(source.to_owned());
        };
        let (before, after) = (
            self.work.join(format!("before.{kind}")),
            self.work.join(format!("after.{kind}")),
        );
        fs::write(&before, source)
            .with_context(|| format!("{} cannot be written", before.display()))?;
        let mut minify: Command = npm.esbuild();
        minify.arg(&before).args([
            "--minify",
            "--charset=utf8",
            "--log-level=warning",
            "--target=es2022",
        ]);
        minify.arg(format!("--outfile={}", after.display()));
        run_command(&mut minify, "esbuild could not minify")?;
        read_text(&after)
    }

    /// The built-in document's comparison as HTML, with its style from there.
    fn prerendered(&self, option: &str, style: &OsStr) -> Result<String> {
        let mut render = command(&self.command_line);
        // In a page of its own the headline is the title.
        render.args(["render", "--built-in", "--heading-level", "1"]);
        render
            .arg(format!("seeds/{BUILT_IN}.json"))
            .arg("--out")
            .arg(&self.work);
        render.arg(option).arg(style);
        run_command(&mut render, "the built-in article could not be rendered")?;
        read_text(&self.work.join(format!("{BUILT_IN}.fragment.html")))
    }

    /// The page with the lines that embed a comparison.
    fn embed_page(&self, loader: &str, beside_frames: &str) -> Result<()> {
        let document = root().join("seeds").join(EXAMPLE);
        let mut export = command(&self.command_line);
        export.arg("export").arg(&document);
        let table = output(export.args(["--format", "html"]));
        let table = table.context("the table of embed.html could not be made")?;
        let lines = embed::Lines {
            document: EXAMPLE,
            json: &read_text(&document)?,
            table: &table,
            loader,
            beside_frames,
        };
        let page = lines.page(&read_text(&root().join("static/embed.html"))?)?;
        self.put("embed.html", page.as_bytes())
    }

    /// The pages and documents that are published as they are.
    fn copy_files(&self) -> Result<()> {
        let source = root();
        let mut copies: Vec<_> = [
            "news-page.html",
            "news-page.css",
            "frame.html",
            "frame.css",
            "embed.css",
            "styling.html",
            "styling.css",
            "studio.css",
            "api/index.d.ts",
            "api/standpoint.d.ts",
            "api/standpoint.react.d.ts",
            "api/custom-elements.json",
        ]
        .map(|file| {
            let from = source.join("static").join(file);
            let to = from.file_name().map(PathBuf::from).unwrap_or_default();
            (from, to)
        })
        .into();
        for (from, to) in [("seeds", "articles"), ("static/schema", "schema")] {
            for file in files(&source.join(from), "json")? {
                let name = file.file_name().map(PathBuf::from).unwrap_or_default();
                copies.push((file, Path::new(to).join(name)));
            }
        }
        for (from, to) in copies {
            let content =
                fs::read(&from).with_context(|| format!("{} is missing", from.display()))?;
            self.put(to, &content)?;
        }
        self.news_page()
    }

    fn put(&self, name: impl AsRef<Path>, content: &[u8]) -> Result<()> {
        let file = self.staging.join(name);
        if let Some(folder) = file.parent() {
            fs::create_dir_all(folder)
                .with_context(|| format!("{} cannot be made", folder.display()))?;
        }
        fs::write(&file, content).with_context(|| format!("{} cannot be written", file.display()))
    }
}

fn read_text(file: &Path) -> Result<String> {
    fs::read_to_string(file).with_context(|| format!("{} could not be read", file.display()))
}

/// The files of a folder with that ending, in the order of their names.
fn files(folder: &Path, ending: &str) -> Result<Vec<PathBuf>> {
    let entries =
        fs::read_dir(folder).with_context(|| format!("{} could not be read", folder.display()))?;
    let mut files = Vec::new();
    for entry in entries {
        let path = entry?.path();
        if path.extension() == Some(OsStr::new(ending)) {
            files.push(path);
        }
    }
    files.sort();
    Ok(files)
}
