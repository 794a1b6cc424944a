//! `circulars man`: the manual page, in roff.
//!
//! One page describes all commands: standard output holds one page, and `man circulars` should show all.

use std::io;

use clap::{Arg, Command, CommandFactory};
use clap_mangen::Man;
use clap_mangen::roff::{Roff, roman};

use crate::arguments::{Arguments, EXIT_STATUS};
use crate::failure::Failure;
use crate::output::print;

/// The title, the section of manuals, no date (so that a version always gives the same page), the version, the
/// section's name.
const TITLE: &str =
    concat!(".TH circulars 1 \"\" \"circulars ", env!("CARGO_PKG_VERSION"), "\" \"User Commands\"\n");

pub(crate) fn run() -> Result<(), Failure> {
    let page = page().map_err(|error| Failure::Unusable(format!("the manual cannot be made: {error}")))?;
    print(page.trim_end())
}

fn page() -> io::Result<String> {
    // `--help` is the same for all commands, and the manual replaces it.
    let mut command = Arguments::command().disable_help_flag(true).disable_help_subcommand(true);
    command.build();
    let commands: Vec<Command> =
        command.get_subcommands().filter(|one| !one.is_hide_set()).cloned().collect();
    let usages: Vec<String> = commands.iter().map(usage).collect();
    let man = Man::new(command.override_usage(usages.join("\n")));
    let mut page = Roff::new().render() + TITLE;
    page += &written(|page| man.render_name_section(page))?;
    page += &written(|page| man.render_synopsis_section(page))?;
    page += &written(|page| man.render_description_section(page))?;
    page += &lines(Roff::new().control("SH", ["COMMANDS"]));
    for (command, usage) in commands.into_iter().zip(usages) {
        page += &subsection(command, &usage)?;
    }
    page += &lines(Roff::new().control("SH", ["EXIT STATUS"]).text([roman(EXIT_STATUS)]));
    Ok(page)
}

/// The usage of the command: `circulars read [OPTIONS] <FILE>`.
fn usage(command: &Command) -> String {
    let usage = command.clone().render_usage().to_string();
    usage.trim_start_matches("Usage:").trim().to_owned()
}

/// The description, options and examples of a command.
fn subsection(command: Command, usage: &str) -> io::Result<String> {
    let examples = command.get_after_long_help().map(ToString::to_string);
    let has_options = command.get_arguments().next().is_some();
    let man = Man::new(command.mut_args(with_values_in_its_name));
    let mut subsection = lines(Roff::new().control("SS", [usage]));
    subsection += without_heading(&written(|section| man.render_description_section(section))?);
    if has_options {
        subsection += without_heading(&written(|section| man.render_options_section(section))?);
    }
    if let Some(examples) = examples {
        let mut as_written = Roff::new();
        as_written.control("PP", []).control("nf", []).text([roman(examples)]).control("fi", []);
        subsection += &lines(&as_written);
    }
    Ok(subsection)
}

/// `--issuer <sg|tsb|br|bdt>`: a list of the values would take a line for each.
fn with_values_in_its_name(argument: Arg) -> Arg {
    let values: Vec<String> =
        argument.get_possible_values().iter().map(|value| value.get_name().to_owned()).collect();
    if values.is_empty() {
        argument
    } else {
        argument.value_name(values.join("|")).hide_possible_values(true)
    }
}

fn written(section: impl FnOnce(&mut dyn io::Write) -> io::Result<()>) -> io::Result<String> {
    let mut page = Vec::new();
    section(&mut page)?;
    Ok(without_preamble(&String::from_utf8_lossy(&page)))
}

fn lines(roff: &Roff) -> String {
    without_preamble(&roff.render())
}

/// Removes the definition of the apostrophe at the start of each piece: it is needed once.
fn without_preamble(piece: &str) -> String {
    piece.strip_prefix(&Roff::new().render()).unwrap_or(piece).to_owned()
}

fn without_heading(section: &str) -> &str {
    section.split_once('\n').unwrap_or_default().1
}
