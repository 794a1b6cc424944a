//! What `circulars` promises to publishers and scripts.

#![allow(clippy::unwrap_used, reason = "a test stops at what it does not expect")]

use std::io::Write;
use std::path::Path;
use std::process::{Command, Output, Stdio};

fn circulars(arguments: &[&str]) -> Output {
    Command::new(env!("CARGO_BIN_EXE_circulars"))
        .current_dir(concat!(env!("CARGO_MANIFEST_DIR"), "/../.."))
        .args(arguments)
        .output()
        .unwrap()
}

fn file(name: &str, text: &str) -> String {
    let path = Path::new(env!("CARGO_TARGET_TMPDIR")).join(name);
    std::fs::write(&path, text).unwrap();
    path.display().to_string()
}

#[test]
fn read_prints_the_letter_as_json() {
    let output = circulars(&["read", "letters/cl-20-43/fr.md"]);
    let expected = include_str!("fixtures/cl-20-43.fr.json");
    assert_eq!(String::from_utf8(output.stdout).unwrap(), expected);
    assert_eq!(output.status.code(), Some(0));
}

#[test]
fn what_is_to_be_mended_is_said_with_a_caret_under_its_place() {
    let letter =
        file("impossible-date.md", "Geneva, 31 April 2020\n\nRef.: CL-20/1\n\nSubject: A specimen\n");
    let output = circulars(&["read", &letter, "--language", "en"]);
    let said = String::from_utf8(output.stderr).unwrap();
    let expected = format!(
        "error[impossible-date]: the calendar does not have this day\n --> {letter}:1:9\n  |\n\
         1 | Geneva, 31 April 2020\n  |         ^^^^^^^^^^^^^\n  |\n  = help: correct the date"
    );
    assert!(said.contains(&expected), "{said}");
    assert!(String::from_utf8(output.stdout).unwrap().contains("\"CL-20/1\""));
    assert_eq!(output.status.code(), Some(1));
}

#[test]
fn programs_get_each_remark_as_a_line_of_json() {
    let letter = file("remarks.md", "Geneva, 31 April 2020\n\nRef.: CL-20/1\n\nSubject: [À](#) specimen\n");
    let output = circulars(&["read", &letter, "--format", "json"]);
    let said = String::from_utf8(output.stderr).unwrap();
    let remarks: Vec<serde_json::Value> =
        said.lines().map(|line| serde_json::from_str(line).unwrap()).collect();
    let dead = remarks.iter().find(|remark| remark["code"] == "dead-link").unwrap();
    assert_eq!(
        (&dead["line"], &dead["column"], &dead["start"], &dead["end"]),
        (&5.into(), &10.into(), &47.into(), &53.into())
    );
    assert_eq!(dead["severity"], "warning");
}

#[test]
fn check_looks_at_every_letter_of_a_folder_and_fails_on_errors() {
    let output = circulars(&["check", "letters"]);
    assert_eq!(output.status.code(), Some(0));
    let said = String::from_utf8(output.stdout).unwrap();
    assert!(said.contains("warning[dead-link]") && said.contains("warning[unresolved-citation]"));
    let summary = String::from_utf8(output.stderr).unwrap();
    assert!(summary.starts_with("42 letters: 0 errors, "), "{summary}");

    let folder = Path::new(env!("CARGO_TARGET_TMPDIR")).join("checked");
    std::fs::create_dir_all(folder.join("inner")).unwrap();
    std::fs::write(folder.join("inner/ru.md"), include_str!("../../../letters/cl-20-43/fr.md")).unwrap();
    std::fs::write(folder.join("empty.md"), "\n").unwrap();
    std::fs::write(folder.join("notes.txt"), "no letter").unwrap();
    let output = circulars(&["check", folder.to_str().unwrap(), "--format", "json"]);
    let said = String::from_utf8(output.stdout).unwrap();
    assert!(said.contains("\"other-language\"") && said.contains("\"empty\"") && !said.contains("notes.txt"));
    assert_eq!(output.status.code(), Some(1));
}

#[test]
fn check_says_where_there_are_no_letters() {
    let output = circulars(&["check", "src"]);
    assert!(String::from_utf8(output.stderr).unwrap().contains("there are no letters (*.md) in src"));
    assert_eq!(output.status.code(), Some(1));
}

#[test]
fn check_names_citations_that_lead_nowhere_and_links_that_contradict_their_words() {
    let letter = file(
        "citations.md",
        "Geneva, 3 May 2024\n\nRef.: CL-24/1\n\nTo: All\n\nSubject: A specimen\n\nDear Sir,\n\nSee Resolution 7, Decision 482 of the \
         Council and [Circular Letter CL-20/43](https://www.itu.int/md/S20-CL-C-0043/en), and CL-24/1 itself.\n\nYours faithfully,\n",
    );
    let output = circulars(&["check", &letter, "--format", "json"]);
    let said = String::from_utf8(output.stdout).unwrap();
    for code in ["ambiguous-citation", "unresolved-citation", "contradictory-link"] {
        assert_eq!(said.matches(code).count(), 1, "{code} in {said}");
    }
    let output = circulars(&["read", &letter]);
    let read: serde_json::Value = serde_json::from_slice(&output.stdout).unwrap();
    let states: Vec<&str> = read["citations"]
        .as_array()
        .unwrap()
        .iter()
        .map(|citation| citation["state"].as_str().unwrap())
        .collect();
    assert_eq!(states, ["ambiguous", "unresolved", "ambiguous", "own"]);
    assert_eq!(read["citations"][2]["target"], "https://www.itu.int/md/S20-CL-C-0043/en");
}

#[test]
fn check_says_where_versions_of_a_letter_differ_from_the_one_that_was_issued() {
    let folder = Path::new(env!("CARGO_TARGET_TMPDIR")).join("versions");
    std::fs::create_dir_all(&folder).unwrap();
    let english = include_str!("../../../letters/cl-20-43/en.md");
    let edited = english.replace("take place on 22 February 2021", "take place on 24 February 2021");
    std::fs::write(
        folder.join("en.md"),
        edited.replace("You will soon receive", "\n\nYou will soon receive"),
    )
    .unwrap();
    let chinese = include_str!("../../../letters/cl-20-43/zh.md").split("\n\n");
    let shorter: Vec<&str> = chinese.filter(|block| !block.starts_with("您将很快收到")).collect();
    std::fs::write(folder.join("zh.md"), shorter.join("\n\n")).unwrap();
    std::fs::write(folder.join("fr.md"), include_str!("../../../letters/cl-20-43/fr.md")).unwrap();
    let output = circulars(&["check", folder.to_str().unwrap(), "--format", "json"]);
    let said = String::from_utf8(output.stdout).unwrap();
    let remarks = said.lines().map(|line| serde_json::from_str::<serde_json::Value>(line).unwrap());
    let remarks: Vec<serde_json::Value> = remarks.filter(|remark| !remark["detail"].is_null()).collect();
    let told = |remark: &serde_json::Value| {
        let file =
            Path::new(remark["file"].as_str().unwrap()).file_name().unwrap().to_str().unwrap().to_owned();
        format!(
            "{file}:{} {} {}",
            remark["line"],
            remark["code"].as_str().unwrap(),
            remark["detail"].as_str().unwrap()
        )
    };
    assert_eq!(
        remarks.iter().map(told).collect::<Vec<_>>(),
        [
            "en.md:24 divergence date “24 February 2021” here, “22 février 2021” in fr.md",
            "zh.md:29 unpaired-paragraph it stands in fr.md, and not here",
        ]
    );
    assert_eq!(output.status.code(), Some(0));
}

#[test]
fn the_catalogue_of_the_letters_is_current() {
    let output = circulars(&["catalogue", "letters"]);
    let made = String::from_utf8(output.stdout).unwrap();
    let kept = include_str!("../../../letters/catalogue.json");
    let differing = made.lines().zip(kept.lines()).find(|(made, kept)| made != kept);
    assert!(made == kept, "{differing:?}: run: cargo run -- catalogue letters > target/catalogue.json");
    let catalogue: serde_json::Value = serde_json::from_str(&made).unwrap();
    let letters = catalogue["letters"].as_array().unwrap();
    let letter = |id: &str| letters.iter().find(|letter| letter["id"] == id).unwrap();
    assert_eq!(letter("br/cr/902")["supersedes"], serde_json::json!(["br/cr/901", "br/cr/901/add/1"]));
    assert_eq!(letter("br/cace/901/corr/1")["corrects"], serde_json::json!(["br/cace/901"]));
    assert_eq!(letter("tsb/collective/92/17")["postpones"], serde_json::json!(["tsb/collective/91/17"]));
    // Letters that are known and not held have nothing but their ids.
    assert_eq!(letter("sg/cl/2019/53"), &serde_json::json!({ "id": "sg/cl/2019/53" }));
    assert_eq!(letter("sg/cl/2020/40"), &serde_json::json!({ "id": "sg/cl/2020/40" }));
}

#[test]
fn cite_answers_each_line_with_the_citations_in_its_text() {
    let mut child = Command::new(env!("CARGO_BIN_EXE_circulars"))
        .args(["cite", "--issuer", "tsb", "--date", "2018-05-02"])
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .stderr(Stdio::piped())
        .spawn()
        .unwrap();
    let lines = "{\"text\": \"Suite à la Résolution 99 (Rév. Dubaï, 2018)\", \"lang\": \"fr\", \"own\": 1}\nnot JSON\n\n\
                 {\"text\": \"As TSB Circular 43 says\", \"lang\": \"en\", \"context\": {\"date\": \"2011-03-24\"}}\n\
                 {\"text\": \"As Circular 43 says\", \"lang\": \"en\"}\n";
    child.stdin.take().unwrap().write_all(lines.as_bytes()).unwrap();
    let output = child.wait_with_output().unwrap();
    let answers: Vec<serde_json::Value> = String::from_utf8(output.stdout)
        .unwrap()
        .lines()
        .map(|line| serde_json::from_str(line).unwrap())
        .collect();
    let citation = serde_json::json!([{ "text": "Résolution 99 (Rév. Dubaï, 2018)", "id": "pp/res/99@2018", "start": 11, "end": 43 }]);
    assert_eq!((&answers[0]["citations"], &answers[0]["own"]), (&citation, &1.into()));
    assert_eq!(answers[1]["citations"][0]["id"], "tsb/circular/2009/43");
    assert_eq!(answers[2]["citations"][0]["id"], "tsb/circular/2017/43");
    assert!(String::from_utf8(output.stderr).unwrap().starts_with("error: line 2: not JSON"));
    assert_eq!(output.status.code(), Some(1));
}

#[test]
fn standard_input_is_a_file_too() {
    let output = Command::new(env!("CARGO_BIN_EXE_circulars"))
        .args(["read", "-"])
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .spawn();
    let mut child = output.unwrap();
    child.stdin.take().unwrap().write_all(include_bytes!("../../../letters/cl-20-43/fr.md")).unwrap();
    let output = child.wait_with_output().unwrap();
    assert_eq!(String::from_utf8(output.stdout).unwrap(), include_str!("fixtures/cl-20-43.fr.json"));
}

#[test]
fn a_file_that_is_not_there_is_an_error_of_the_input() {
    let output = circulars(&["read", "no-such-letter.md"]);
    assert!(String::from_utf8(output.stderr).unwrap().starts_with("error: no-such-letter.md cannot be read"));
    assert_eq!(output.status.code(), Some(1));
}

#[test]
fn a_file_that_is_not_text_is_named_as_such() {
    let output = circulars(&["read", &file("letter.pdf", "%PDF-1.7")]);
    assert!(String::from_utf8(output.stderr).unwrap().contains("convert it to Markdown first"));
    assert_eq!((output.stdout.len(), output.status.code()), (0, Some(1)));
}

#[test]
fn a_wrong_call_is_answered_with_the_usage() {
    for arguments in [
        &[][..],
        &["write"],
        &["read"],
        &["read", "a", "b"],
        &["read", "a", "--language", "de"],
        &["read", "--all"],
        &["read", "-l", "fr"],
        &["read", "a", "--format", "xml"],
        &["check"],
        &["check", "a", "--language", "fr"],
        &["cite", "a"],
        &["cite", "--date", "tomorrow"],
        &["cite", "--issuer", "who"],
        &["catalogue"],
    ] {
        let output = circulars(arguments);
        assert!(
            String::from_utf8(output.stderr).unwrap().contains("circulars read FILE.md"),
            "{arguments:?}"
        );
        assert_eq!(output.status.code(), Some(2), "{arguments:?}");
    }
}

#[test]
fn the_six_versions_of_cl_20_43_say_the_same() {
    let facts = |language: &str| {
        let output = circulars(&["read", &format!("letters/cl-20-43/{language}.md")]);
        let letter: serde_json::Value = serde_json::from_slice(&output.stdout).unwrap();
        assert_eq!(letter["language"], language);
        // The French text is the one that was issued.
        let status = if language == "fr" { serde_json::Value::Null } else { "unofficial".into() };
        assert_eq!(letter["status"], status, "{language}");
        let each = |list: &str, keys: &[&str]| {
            let entries = letter[list].as_array().unwrap().iter();
            entries
                .map(|entry| keys.iter().map(|key| entry[*key].clone()).collect::<Vec<_>>())
                .collect::<Vec<_>>()
        };
        let same: Vec<_> = ["references", "ids", "unit", "date", "signed", "paragraphs"]
            .map(|key| letter[key].clone())
            .into();
        (
            same,
            each("contact", &["phone", "fax", "email"]),
            each("dates", &["first", "last", "paragraph"]),
            each("citations", &["id", "in", "paragraph", "state"]),
        )
    };
    let issued = facts("fr");
    for language in ["ar", "zh", "en", "ru", "es"] {
        assert_eq!(facts(language), issued, "{language}");
    }
}
