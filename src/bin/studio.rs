//! In the browser the page on which documents are made. Natively there is nothing
//! to it: what it does without a page is in `standpoint::draft`.

// The page's script calls what `standpoint::studio` exports; nothing runs unasked.
use standpoint as _;

fn main() {}
