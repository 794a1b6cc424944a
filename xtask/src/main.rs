//! Tasks of this workspace: `cargo xtask`.
//!
//! Generated files are checked in, so that neither the library nor the viewer needs a generator to be built, and every
//! change in them can be reviewed. `cargo test` fails if one is stale.

mod generated;
#[cfg(test)]
mod named_tests;
mod standalone;
mod styles;
mod tables;
mod words;

use std::process::ExitCode;
use std::{env, fs};

/// The usage of the tasks.
const USAGE: &str = "\
cargo xtask tables            the tables of data/ as Rust: crates/letters/src/*/tables.rs
cargo xtask styles            the style sheets as they ship: styles/built/*.css
cargo xtask words             the texts of the interface in JavaScript: src/element/{interface-*,words}.js
cargo xtask standalone        the letter of the standalone page, in index.html
cargo xtask … --check         fails where a generated file is stale";

/// The folder of the repository.
const ROOT: &str = concat!(env!("CARGO_MANIFEST_DIR"), "/..");

fn main() -> ExitCode {
    let words: Vec<String> = env::args().skip(1).collect();
    let words: Vec<&str> = words.iter().map(String::as_str).collect();
    let outcome = match words[..] {
        ["styles"] => styles::generate().and_then(|files| generated::write(&files)),
        ["styles", "--check"] => styles::generate().and_then(|files| generated::check(&files)),
        ["tables"] => tables::generate().and_then(|files| generated::write(&files)),
        ["tables", "--check"] => tables::generate().and_then(|files| generated::check(&files)),
        ["standalone"] => standalone::generate().and_then(|files| generated::write(&files)),
        ["standalone", "--check"] => standalone::generate().and_then(|files| generated::check(&files)),
        ["words"] => words::generate().and_then(|files| generated::write(&files)),
        ["words", "--check"] => words::generate().and_then(|files| generated::check(&files)),
        [] | ["help" | "--help"] => {
            println!("{USAGE}");
            Ok(())
        }
        _ => Err(format!("unknown task: {}\n\n{USAGE}", words.join(" "))),
    };
    match outcome {
        Ok(()) => ExitCode::SUCCESS,
        Err(problem) => {
            eprintln!("error: {problem}");
            ExitCode::FAILURE
        }
    }
}

/// The text of a file of the repository.
fn read(path: &str) -> Result<String, String> {
    fs::read_to_string(format!("{ROOT}/{path}")).map_err(|error| format!("{path}: {error}"))
}
