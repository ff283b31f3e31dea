//! In the browser this is the widget's start; natively it is the command line.

// The loader calls what `standpoint::embed` exports; nothing runs unasked.
#[cfg(target_arch = "wasm32")]
use standpoint as _;

#[cfg(target_arch = "wasm32")]
fn main() {}

#[cfg(not(target_arch = "wasm32"))]
fn main() -> std::process::ExitCode {
    standpoint::cli::main()
}
