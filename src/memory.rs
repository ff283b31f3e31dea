//! Where memory in the browser comes from.

use rlsf::{GlobalTlsf, GlobalTlsfOptions};

/// As few bytes as can be without costs that grow: what grows is copied, and freed
/// neighbours are one again.
struct Small;

impl GlobalTlsfOptions for Small {
    const ENABLE_REALLOCATION: bool = false;
}

#[global_allocator]
static ALLOCATOR: GlobalTlsf<Small> = GlobalTlsf::new();
