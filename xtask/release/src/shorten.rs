//! Short names for what a WebAssembly module and its script share: those of
//! wasm-bindgen are long, and end in digits that cannot be compressed.

use anyhow::{Context, Result};
use walrus::Module;

/// The script and the WebAssembly with short names.
///
/// # Errors
/// When the WebAssembly is none.
pub(super) fn shorten(glue: &str, wasm: &[u8]) -> Result<(String, Vec<u8>)> {
    let mut module = Module::from_buffer(wasm).context("wasm-bindgen wrote no WebAssembly")?;
    let glue = rename(&mut module, glue);
    Ok((glue, module.emit_wasm()))
}

/// Gives every import and export a short name on both sides. What the script
/// never asks for is exported no more, and wasm-opt then takes it out.
fn rename(module: &mut Module, glue: &str) -> String {
    let mut glue = glue.to_owned();
    for (number, import) in module.imports.iter_mut().enumerate() {
        let short = format!("_{number:x}");
        glue = renamed(&glue, "", &import.name, &short);
        import.name = short;
    }
    let mut unused = Vec::new();
    for (number, export) in module.exports.iter_mut().enumerate() {
        let short = format!("_{number:x}");
        let shorter = renamed(&glue, "wasm.", &export.name, &short);
        if shorter == glue {
            unused.push(export.id());
        }
        glue = shorter;
        export.name = short;
    }
    for export in unused {
        module.exports.delete(export);
    }
    glue
}

/// The script with another name for `before` followed by `name`, as whole words.
fn renamed(glue: &str, before: &str, name: &str, short: &str) -> String {
    let is_word = |c: char| c.is_ascii_alphanumeric() || c == '_' || c == '$';
    let long = [before, name].concat();
    let mut out = String::with_capacity(glue.len());
    let mut rest = glue;
    while let Some(at) = rest.find(&long) {
        let (head, tail) = rest.split_at(at);
        let after = &tail[long.len()..];
        let whole = !head.ends_with(is_word) && !after.starts_with(is_word);
        out.push_str(head);
        out.push_str(before);
        out.push_str(if whole { short } else { name });
        rest = after;
    }
    out.push_str(rest);
    out
}

#[cfg(test)]
mod tests {
    use super::*;
    use walrus::{FunctionBuilder, ModuleConfig, ValType};

    /// A module with an import, and two functions that are exported.
    fn module() -> Vec<u8> {
        let mut module = Module::with_config(ModuleConfig::new());
        let kind = module.types.add(&[], &[]);
        module.add_import_func("./x.js", "__wbg_log_0123456789abcdef", kind);
        for export in ["print", "main"] {
            let mut builder = FunctionBuilder::new(&mut module.types, &[], &[ValType::I32]);
            builder.func_body().i32_const(7);
            let function = builder.finish(Vec::new(), &mut module.funcs);
            module.exports.add(export, function);
        }
        module.emit_wasm()
    }

    #[test]
    fn names_are_short_on_both_sides_and_the_unused_is_gone() {
        let glue = "a = { __wbg_log_0123456789abcdef: print, \
                    __wbg_log_0123456789abcdef2: 1 }; wasm.print(); wasm.printed();";
        let (glue, wasm) = shorten(glue, &module()).expect("a module");
        assert_eq!(
            glue,
            "a = { _0: print, __wbg_log_0123456789abcdef2: 1 }; wasm._0(); wasm.printed();"
        );
        let module = Module::from_buffer(&wasm).expect("a module");
        assert_eq!(module.imports.iter().next().expect("it").name, "_0");
        let exports: Vec<_> = module.exports.iter().map(|e| e.name.as_str()).collect();
        assert_eq!(exports, ["_0"]);
    }
}
