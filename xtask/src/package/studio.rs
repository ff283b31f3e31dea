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

    /// Writes the page with everything inside, to keep on a stick: with the scripts of
    /// the comparison, which is its preview.
    pub(super) fn studio_alone(&self, modules: &[Module], comparison: &[String]) -> Result<()> {
        let [module] = modules else {
            bail!("of the module {} there is not one", MODULE.0);
        };
        let template = read_text(&root().join("static/studio.html"))?;
        let style = read_text(&root().join("static/studio.css"))?;
        let run = script::run(&module.glue, &module.glue_name);
        let own = [module.script(), run];
        let scripts = comparison.iter().chain(&own);
        let scripts: Vec<String> = scripts.map(|one| script::inline(one)).collect();
        let page = alone(&template, &module.wasm_name, &style, &scripts.join("\n"));
        let page = page.context("static/studio.html cannot be filled")?;
        self.put("studio-standalone.html", page.as_bytes())
    }
}

/// The page with its style and scripts inside, and a policy that lets these in and
/// nothing else.
fn alone(template: &str, wasm: &str, style: &str, scripts: &str) -> Result<String> {
    let mut page = template.to_owned();
    for (place, instead) in [
        (
            "script-src 'self' 'wasm-unsafe-eval'",
            "script-src 'unsafe-inline' 'wasm-unsafe-eval'",
        ),
        ("style-src 'self'", "style-src 'unsafe-inline'"),
        ("connect-src 'self'", "connect-src 'none'"),
        (
            "<link rel=\"stylesheet\" href=\"studio.css\">",
            &format!("<style>{style}</style>"),
        ),
        ("<script src=\"standpoint.js\" async></script>\n", ""),
        ("<script src=\"@@SCRIPT@@\" defer></script>\n", ""),
        ("@@WASM@@", wasm),
        ("</body>", &format!("{scripts}\n</body>")),
    ] {
        if page.matches(place).count() != 1 {
            bail!("it needs {place} once, to be made one file");
        }
        page = page.replace(place, instead);
    }
    Ok(page)
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

    #[test]
    fn the_page_can_be_one_file() {
        let template = include_str!("../../../static/studio.html");
        let page = alone(template, "a.wasm", "b{}", "<script>c</script>").expect("every place");
        assert!(page.contains("<style>b{}</style>") && page.contains("data-wasm=\"a.wasm\""));
        assert!(!page.contains("src=") && !page.contains("'self'"), "{page}");
        assert!(alone("", "", "", "").is_err());
    }
}
