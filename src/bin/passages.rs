//! In the browser the module that finds passages in a page. Natively there is
//! nothing to it: `standpoint check --text` does the same with a plain text.

// The loader calls what `standpoint::passages` exports; nothing runs unasked.
use standpoint as _;

fn main() {}
