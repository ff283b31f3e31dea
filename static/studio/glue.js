// What Rust exports to the scripts of this folder.

/** wasm-bindgen's script, beside which these scripts are put. */
export const glue = wasm_bindgen;
