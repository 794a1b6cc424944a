//! Any bytes: decoded, read, shown.

#![no_main]

#[path = "../../crates/letters/tests/invariants/mod.rs"]
mod invariants;

use letters::ids::Language;
use letters::letter;
use libfuzzer_sys::fuzz_target;

fuzz_target!(|bytes: &[u8]| {
    let Some((first, bytes)) = bytes.split_first() else { return };
    // The first byte says whether a language is given, and which.
    let language = Language::ALL.get(usize::from(*first % 7)).copied();
    invariants::check(&letter::decode(bytes), language);
});
