//! The command for publishers and scripts.
//!
//! Its output is a contract: results go to standard output, problems to standard error (or, where problems are the
//! result, to standard output). The exit status is 0 on success, 1 when the input has errors, 2 on a usage error.

mod arguments;
mod catalogue;
mod check;
mod checked;
mod cite;
mod completions;
mod export;
mod failure;
mod folder;
mod import;
mod manual;
mod output;
mod page;
mod progress;
mod publish;
mod read;
mod record;
mod references;
mod report;
mod serve;
mod source;
mod style;
mod versions;

use std::process::ExitCode;

#[global_allocator]
static GLOBAL: mimalloc::MiMalloc = mimalloc::MiMalloc;

use clap::Parser;

use arguments::{Arguments, Command};
use failure::Failure;

fn main() -> ExitCode {
    // A usage error ends here, with status 2.
    let arguments = Arguments::parse();
    match run(&arguments.command) {
        Ok(()) => ExitCode::SUCCESS,
        Err(Failure::Reported) => ExitCode::FAILURE,
        Err(Failure::Unusable(problem)) => {
            output::tell(&format!("error: {problem}"));
            ExitCode::FAILURE
        }
    }
}

fn run(command: &Command) -> Result<(), Failure> {
    match command {
        Command::Read(arguments) => read::run(arguments),
        Command::Record(arguments) => record::run(arguments),
        Command::Page(arguments) => page::run(arguments),
        Command::Style => style::run(),
        Command::Export(arguments) => export::run(arguments),
        Command::Import(arguments) => import::run(arguments),
        Command::Check(arguments) => check::run(arguments),
        Command::Catalogue(arguments) => catalogue::run(arguments),
        Command::Publish(arguments) => publish::run(arguments),
        Command::Serve(arguments) => serve::run(arguments),
        Command::Cite(arguments) => cite::run(arguments),
        Command::Completions { shell } => completions::run(*shell),
        Command::Man => manual::run(),
        Command::Version => output::print(concat!("circulars ", env!("CARGO_PKG_VERSION"))),
    }
}
