//! In the browser the module that is loaded when a reader wants a file.
//! Natively there is nothing to it: `standpoint export` does the same.

// The loader calls what `standpoint::export` exports; nothing runs unasked.
use standpoint as _;

fn main() {}
