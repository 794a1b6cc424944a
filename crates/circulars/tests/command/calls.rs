//! How the command is called: help, completions, the manual, exit statuses.

use crate::{Folder, circulars};

const COMMANDS: [&str; 12] = [
    "read",
    "record",
    "page",
    "style",
    "export",
    "import",
    "check",
    "catalogue",
    "publish",
    "cite",
    "completions",
    "man",
];

#[test]
fn the_help_names_every_command_and_says_what_the_exit_status_means() {
    for arguments in [["--help"], ["help"]] {
        let help = circulars(&arguments);
        for command in COMMANDS {
            assert!(help.stdout.contains(&format!("\n  {command} ")), "{command} in {}", help.stdout);
        }
        assert!(help.stdout.contains("Exit status: 0 when done"));
        assert_eq!((help.stderr.as_str(), help.status), ("", Some(0)));
    }
}

#[test]
fn every_command_has_a_help_of_its_own() {
    for command in COMMANDS {
        let help = circulars(&[command, "--help"]);
        assert!(help.stdout.contains(&format!("Usage: circulars {command}")), "{}", help.stdout);
        assert_eq!((help.stderr.as_str(), help.status), ("", Some(0)));
        assert_eq!(circulars(&["help", command]).stdout, help.stdout);
    }
}

#[test]
fn the_help_of_a_command_has_its_options() {
    let help = circulars(&["check", "--help"]).stdout;
    assert!(help.contains("--catalogue <FILE>") && help.contains("--format <FORMAT>"), "{help}");
    assert!(!help.contains("--language"), "{help}");
}

#[test]
fn the_version_is_printed_by_option_and_by_command() {
    for arguments in [["--version"], ["-V"], ["version"]] {
        let answer = circulars(&arguments);
        assert_eq!(answer.stdout, concat!("circulars ", env!("CARGO_PKG_VERSION"), "\n"));
        assert_eq!(answer.status, Some(0));
    }
}

#[test]
fn a_call_without_a_command_gets_the_help_on_standard_error() {
    let answer = circulars(&[]);
    assert!(answer.stderr.contains("Usage: circulars <COMMAND>"), "{}", answer.stderr);
    assert_eq!((answer.stdout.as_str(), answer.status), ("", Some(2)));
}

#[test]
fn a_wrong_call_has_status_2_and_leads_to_the_help() {
    for arguments in [
        &["write"][..],
        &["read"],
        &["read", "a", "b"],
        &["read", "a", "--language", "de"],
        &["read", "a", "--language"],
        &["read", "--all"],
        &["read", "-l", "fr"],
        &["read", "a", "--format", "xml"],
        &["record", "a", "--format", "json"],
        &["page", "a", "--format", "json"],
        &["style", "a"],
        &["check"],
        &["check", "a", "--language", "fr"],
        &["cite", "a"],
        &["cite", "--date", "tomorrow"],
        &["cite", "--issuer", "who"],
        &["catalogue"],
        &["completions"],
        &["completions", "cmd"],
        &["help", "write"],
    ] {
        let answer = circulars(arguments);
        assert!(answer.stderr.starts_with("error: "), "{arguments:?}: {}", answer.stderr);
        assert!(answer.stderr.contains("--help"), "{arguments:?}: {}", answer.stderr);
        assert_eq!((answer.stdout.as_str(), answer.status), ("", Some(2)), "{arguments:?}");
    }
}

#[test]
fn a_wrong_value_is_answered_with_the_right_ones() {
    let answer = circulars(&["read", "a", "--language", "de"]);
    assert!(answer.stderr.contains("[possible values: ar, zh, en, fr, ru, es]"), "{}", answer.stderr);
}

#[test]
fn a_value_may_follow_its_option_or_an_equals_sign() {
    let folder = Folder::new("equals").with("empty.md", "\n");
    let apart = circulars(&["check", folder.path(), "--format", "json"]);
    assert_eq!(apart.json_lines().len(), 1);
    assert_eq!(circulars(&["check", folder.path(), "--format=json"]).stdout, apart.stdout);
}

#[test]
fn an_option_given_twice_counts_as_given_last() {
    let folder = Folder::new("twice").with("empty.md", "\n");
    let answer = circulars(&["check", "--format", "human", folder.path(), "--format", "json"]);
    assert_eq!(answer.json_lines().len(), 1);
}

#[test]
fn completions_are_a_script_for_each_shell() {
    for (shell, sign) in [
        ("bash", "complete -F _circulars"),
        ("elvish", "set edit:completion:arg-completer[circulars]"),
        ("fish", "complete -c circulars"),
        ("powershell", "Register-ArgumentCompleter"),
        ("zsh", "#compdef circulars"),
    ] {
        let answer = circulars(&["completions", shell]);
        assert!(answer.stdout.contains(sign), "{shell}: {}", answer.stdout);
        assert!(answer.stdout.contains("catalogue") && answer.stdout.contains("language"), "{shell}");
        assert_eq!((answer.stderr.as_str(), answer.status), ("", Some(0)));
    }
}

#[test]
fn the_manual_is_a_page_in_roff_with_every_command() {
    let answer = circulars(&["man"]);
    let page = answer.stdout;
    assert_eq!(page.matches(".TH circulars 1 ").count(), 1);
    for section in ["NAME", "SYNOPSIS", "DESCRIPTION", "COMMANDS", "\"EXIT STATUS\""] {
        assert_eq!(page.matches(&format!("\n.SH {section}\n")).count(), 1, "{section} in {page}");
    }
    for command in COMMANDS {
        assert!(page.contains(&format!("circulars {command}")), "{command} in {page}");
    }
    assert!(page.contains(r"\fB\-\-issuer\fR \fI<sg|tsb|br|bdt>\fR"), "{page}");
    assert_eq!((answer.stderr.as_str(), answer.status), ("", Some(0)));
}

#[test]
fn style_prints_the_style_sheet_of_a_static_letter() {
    let answer = circulars(&["style"]);
    assert!(answer.stdout.contains("circular-letter article"), "{}", answer.stdout);
    assert_eq!(answer.status, Some(0));
}
