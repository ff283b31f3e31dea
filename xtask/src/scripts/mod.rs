//! TypeScript's compiler over the scripts of `static/`: each by its types, what
//! is published of the element by the element, and what Rust exports to the
//! scripts by what they expect of it.

mod manifest;

use crate::npm::Npm;
use crate::process::{root, run};
use anyhow::{Context, Result};
use std::fs;
use std::path::{Path, PathBuf};

/// What `static/api/custom-elements.json` says, held against the element's types.
const MANIFEST: &str = "manifest.ts";

/// What is claimed of wasm-bindgen's declarations.
const GLUE: &str = include_str!("glue.ts");

/// Checks the scripts of `static/`, and the manifest of the element.
///
/// # Errors
/// When there is no compiler and none can be installed, or it finds something.
pub(crate) fn check() -> Result<()> {
    let file = root().join("static/api/custom-elements.json");
    let manifest = fs::read_to_string(&file)
        .with_context(|| format!("{} could not be read", file.display()))?;
    let claims = manifest::claims(&manifest)
        .with_context(|| format!("{} is no manifest of an element", file.display()))?;
    let folder = folder("scripts")?;
    write(&folder, MANIFEST, &claims)?;
    compile(
        &Npm::ready()?,
        &folder,
        r#""../../static/**/*.js", "../../static/**/*.ts", "*.ts""#,
        "a script of static/ is not what its types say, or static/api not what the element is",
    )
}

/// Checks that Rust exports what each module's `glue.d.ts` says. `declarations`
/// is what wasm-bindgen writes of it, by the modules' folders in `static/`.
///
/// # Errors
/// When it does not.
pub(crate) fn check_glue(npm: &Npm, declarations: &[(&str, String)]) -> Result<()> {
    let folder = folder("glue")?;
    for (module, text) in declarations {
        // What would be the page's is the module's.
        let text = format!("{text}\nexport {{ wasm_bindgen }};\n");
        write(&folder, &format!("{module}.d.ts"), &text)?;
    }
    write(&folder, "glue.ts", GLUE)?;
    compile(
        npm,
        &folder,
        r#""../../static/**/*.d.ts", "*.ts""#,
        "what Rust exports is not what a glue.d.ts of static/ says: change that with it",
    )
}

/// A folder for what the compiler reads, below `target`.
fn folder(name: &str) -> Result<PathBuf> {
    let folder = root().join("target").join(name);
    fs::create_dir_all(&folder).with_context(|| format!("{} cannot be made", folder.display()))?;
    Ok(folder)
}

fn write(folder: &Path, name: &str, text: &str) -> Result<()> {
    let file = folder.join(name);
    fs::write(&file, text).with_context(|| format!("{} cannot be written", file.display()))
}

/// Runs the compiler as `static/tsconfig.json` has it over the files `include`.
fn compile(npm: &Npm, folder: &Path, include: &str, failed: &str) -> Result<()> {
    let settings =
        format!("{{ \"extends\": \"../../static/tsconfig.json\", \"include\": [{include}] }}\n");
    write(folder, "tsconfig.json", &settings)?;
    run(npm.tsc().arg("--project").arg(folder), failed)
}
