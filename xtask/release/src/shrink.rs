//! The WebAssembly and its script made smaller, before wasm-opt.

use anyhow::{Context, Result};
use walrus::{FunctionBuilder, FunctionId, Module};

/// Functions that nobody needs, by how their names end. Serde's error messages
/// could print a number that nobody expected, and with that all of Rust's
/// formatting of floating point numbers comes along, some 3.5 KB of brotli. Our
/// reader expects every type, so no such message is ever made; if one were, it
/// would have no number in it.
const NEVER_PRINTED: [&str; 2] = [
    "<f64 as core::fmt::Display>::fmt",
    "<f32 as core::fmt::Display>::fmt",
];

/// The script and the WebAssembly with what is never used taken out, and with
/// short names for what they share: those of wasm-bindgen are long, and end in
/// digits that cannot be compressed.
///
/// # Errors
/// When the WebAssembly is none.
pub(super) fn shrink(glue: &str, wasm: &[u8]) -> Result<(String, Vec<u8>)> {
    let mut module = Module::from_buffer(wasm).context("wasm-bindgen wrote no WebAssembly")?;
    let never: Vec<FunctionId> = module
        .funcs
        .iter()
        .filter(|function| function.name.as_deref().is_some_and(is_never_printed))
        .map(walrus::Function::id)
        .collect();
    for function in never {
        print_nothing(&mut module, function)?;
    }
    let glue = shorten(&mut module, glue);
    Ok((glue, module.emit_wasm()))
}

/// Compilers put a hash behind a crate's name.
fn is_never_printed(name: &str) -> bool {
    let mut plain = String::new();
    let mut depth = 0;
    for c in name.chars() {
        match c {
            '[' => depth += 1,
            ']' => depth -= 1,
            _ if depth == 0 => plain.push(c),
            _ => {}
        }
    }
    NEVER_PRINTED.iter().any(|never| plain.starts_with(never))
}

/// Replaces a function that formats something by one that answers `Ok`.
fn print_nothing(module: &mut Module, function: FunctionId) -> Result<()> {
    let signature = module.types.get(module.funcs.get(function).ty());
    let (parameters, results) = (signature.params().to_vec(), signature.results().to_vec());
    let locals: Vec<_> = parameters
        .iter()
        .map(|kind| module.locals.add(*kind))
        .collect();
    let mut builder = FunctionBuilder::new(&mut module.types, &parameters, &results);
    builder.func_body().i32_const(0);
    let kind = walrus::FunctionKind::Local(builder.local_func(locals));
    module.funcs.get_mut(function).kind = kind;
    Ok(())
}

/// Gives every import and export a short name on both sides. What the script
/// never asks for is exported no more, and wasm-opt then takes it out.
fn shorten(module: &mut Module, glue: &str) -> String {
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
    use walrus::{ModuleConfig, ValType};

    /// A module with an import, a function that prints a number, one that does
    /// not, and an export of each.
    fn module() -> Vec<u8> {
        let mut module = Module::with_config(ModuleConfig::new());
        let kind = module.types.add(&[], &[]);
        module.add_import_func("./x.js", "__wbg_log_0123456789abcdef", kind);
        for (name, export) in [
            ("<f64 as core[00ff]::fmt::Display>::fmt", "print"),
            ("<i32 as core[00ff]::fmt::Display>::fmt", "main"),
        ] {
            let mut builder = FunctionBuilder::new(&mut module.types, &[], &[ValType::I32]);
            builder.name(name.to_owned()).func_body().i32_const(7);
            let function = builder.finish(Vec::new(), &mut module.funcs);
            module.exports.add(export, function);
        }
        module.emit_wasm()
    }

    #[test]
    fn names_are_short_on_both_sides_and_the_unused_is_gone() {
        let glue = "a = { __wbg_log_0123456789abcdef: print, \
                    __wbg_log_0123456789abcdef2: 1 }; wasm.print(); wasm.printed();";
        let (glue, wasm) = shrink(glue, &module()).expect("a module");
        assert_eq!(
            glue,
            "a = { _0: print, __wbg_log_0123456789abcdef2: 1 }; wasm._0(); wasm.printed();"
        );
        let module = Module::from_buffer(&wasm).expect("a module");
        assert_eq!(module.imports.iter().next().expect("it").name, "_0");
        let exports: Vec<_> = module.exports.iter().map(|e| e.name.as_str()).collect();
        assert_eq!(exports, ["_0"]);
    }

    #[test]
    fn numbers_that_are_never_printed_print_nothing() {
        let (_, wasm) = shrink("wasm.print(); wasm.main();", &module()).expect("a module");
        let module = Module::from_buffer(&wasm).expect("a module");
        let bodies: Vec<String> = module
            .funcs
            .iter_local()
            .map(|(_, function)| {
                let block = function.block(function.entry_block());
                format!("{:?}", block.instrs[0].0)
            })
            .collect();
        assert!(bodies[0].contains("I32(0)"), "{bodies:?}");
        assert!(bodies[1].contains("I32(7)"), "{bodies:?}");
    }
}
