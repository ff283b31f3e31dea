//! The body of the same name in `properties`.
#![no_main]

libfuzzer_sys::fuzz_target!(|bytes: &[u8]| properties::targets::body("dates")(bytes));
