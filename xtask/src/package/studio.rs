//! The Studio's page: the one that documents are made on.

use super::names::Module;
use super::{Package, read_text, script};
use crate::process::root;
use anyhow::{Context, Result, bail};

/// What it is called in `static/`, and what cargo calls it.
pub(super) const MODULE: (&str, &str) = ("studio", "standpoint-studio");

impl Package {
    /// Writes the page and what it loads.
    pub(super) fn studio_page(&self, modules: &[Module]) -> Result<()> {
        let [module] = modules else {
            bail!("of the module {} there is not one", MODULE.0);
        };
        let template = read_text(&root().join("static/studio.html"))?;
        let page = page(&template, module).context("static/studio.html cannot be filled")?;
        // Nobody asks for it by its name: it begins by itself.
        let script = script::run(&module.glue, &module.glue_name);
        self.put(&module.glue_name, script.as_bytes())?;
        self.put(&module.wasm_name, &module.wasm)?;
        self.put(module.script_name(), module.script().as_bytes())?;
        self.put("studio.html", page.as_bytes())
    }
}

/// The page with the names of its files.
fn page(template: &str, module: &Module) -> Result<String> {
    let mut page = template.to_owned();
    for (place, name) in [
        ("@@SCRIPT@@", &module.glue_name),
        ("@@WASM@@", &module.wasm_name),
    ] {
        if page.matches(place).count() != 1 {
            bail!("it needs {place} once, to know where that name goes");
        }
        page = page.replace(place, name);
    }
    Ok(page)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_page_names_its_files() {
        let module = Module::new(MODULE.0, MODULE.1, "glue", vec![1]);
        let filled = page("<a @@SCRIPT@@ @@WASM@@>", &module).expect("both places");
        let expected = format!("<a {} {}>", module.glue_name, module.wasm_name);
        assert_eq!(filled, expected);
        assert!(page("@@WASM@@", &module).is_err());
    }
}
