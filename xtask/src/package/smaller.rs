//! How `wasm-opt` makes WebAssembly small.

/// What WebAssembly may use: what the browsers of the last three years have.
/// Not `--all-features`, with which wasm-opt writes what they refuse.
pub(super) const WASM_FEATURES: [&str; 6] = [
    "--enable-bulk-memory",
    "--enable-sign-ext",
    "--enable-nontrapping-float-to-int",
    "--enable-reference-types",
    "--enable-multivalue",
    "--enable-mutable-globals",
];

/// Nothing of a program lies in the lowest 1024 bytes (there the stack ends); a
/// function with one caller stays apart when it is not tiny; control flow is written
/// anew; functions with like names, which are much alike, stand together, as a
/// compressor likes it; and what that leaves of branches is gone through once more.
pub(super) const SMALLER: [&str; 10] = [
    "--low-memory-unused",
    "--one-caller-inline-max-function-size=120",
    "--flatten",
    "--rereloop",
    "-Oz",
    "-Oz",
    "--reorder-functions-by-name",
    "--remove-unused-brs",
    "--optimize-instructions",
    "--strip-debug",
];
