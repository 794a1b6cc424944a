//! How problems are reported by `read` and `check`.

use crate::{Folder, circulars, json_lines, letter};

/// A folder with one letter that has so many dead links, all in one line.
fn dead_links(name: &str, number: usize) -> Folder {
    Folder::new(name).with("letter.md", letter("CL-24/1", &"See [this page](#). ".repeat(number)))
}

#[test]
fn people_see_the_line_with_a_caret_under_the_place() {
    let text = "Geneva, 31 April 2020\n\nRef.: CL-20/1\n\nSubject: A specimen\n";
    let folder = Folder::new("reports-caret").with("letter.md", text);
    let file = folder.file("letter.md");
    let answer = circulars(&["read", &file, "--language", "en"]);
    let expected = format!(
        "error[impossible-date]: the calendar does not have this day\n --> {file}:1:9\n  |\n\
         1 | Geneva, 31 April 2020\n  |         ^^^^^^^^^^^^^\n  |\n  = help: correct the date"
    );
    assert!(answer.stderr.contains(&expected), "{}", answer.stderr);
}

#[test]
fn a_remark_about_the_letter_as_a_whole_shows_its_first_line() {
    let folder =
        Folder::new("reports-whole").with("letter.md", "Geneva, 3 May 2020\n\nSubject: A specimen\n");
    let file = folder.file("letter.md");
    let answer = circulars(&["read", &file]);
    let expected = format!(
        "warning[no-reference]: the letter has no reference\n --> {file}:1:1\n  |\n1 | Geneva, 3 May 2020\n  | ^\n"
    );
    assert!(answer.stderr.contains(&expected), "{}", answer.stderr);
}

#[test]
fn programs_get_each_remark_as_a_line_of_json() {
    let text = "Geneva, 31 April 2020\n\nRef.: CL-20/1\n\nSubject: [À](#) specimen\n";
    let folder = Folder::new("reports-json").with("letter.md", text);
    let answer = circulars(&["read", &folder.file("letter.md"), "--format", "json"]);
    let remarks = json_lines(&answer.stderr);
    let dead = remarks.iter().find(|remark| remark["code"] == "dead-link").unwrap();
    let place = ["line", "column", "start", "end"].map(|key| dead[key].as_u64().unwrap());
    assert_eq!(place, [5, 10, 47, 53]);
    assert_eq!(dead["severity"], "warning");
    assert_eq!(dead["file"], folder.file("letter.md"));
}

#[test]
fn people_see_at_most_a_thousand_remarks_of_a_code_and_how_many_more_there_are() {
    let folder = dead_links("reports-cap", 1002);
    let file = folder.file("letter.md");
    let more = format!("warning[dead-link]: and 2 more in {file}; --format json prints all\n");
    let check = circulars(&["check", folder.path()]);
    assert_eq!(check.stdout.matches("warning[dead-link]: the link leads nowhere").count(), 1000);
    assert!(check.stdout.ends_with(&more), "{}", check.stdout.lines().last().unwrap());
    assert_eq!(check.stderr, "1 letter: 0 errors, 1002 warnings\n");
    let read = circulars(&["read", &file]);
    assert!(read.stderr.ends_with(&more));
}

#[test]
fn a_thousand_remarks_of_a_code_are_all_shown() {
    let check = circulars(&["check", dead_links("reports-no-cap", 1000).path()]);
    assert!(!check.stdout.contains(" more in "));
}

#[test]
fn programs_get_all_remarks() {
    let check = circulars(&["check", dead_links("reports-all", 1002).path(), "--format", "json"]);
    assert_eq!(check.json_lines().len(), 1002);
}

#[test]
fn the_place_in_a_very_long_line_is_that_in_the_file() {
    let line = "號 ".repeat(20_000) + "see [this page](#)";
    let folder = Folder::new("reports-long").with("letter.md", letter("CL-24/1", &line));
    let answer = circulars(&["check", folder.path()]);
    assert!(answer.stdout.contains(":11:40005\n"), "{}", answer.stdout);
    let shown = answer.stdout.lines().find(|line| line.starts_with("11 | ")).unwrap();
    assert!(shown.starts_with("11 | ...") && shown.ends_with("see [this page](#)"), "{shown}");
}

#[test]
fn a_remark_about_a_very_long_place_shows_its_beginning() {
    let text = "word ".repeat(20_000);
    let folder =
        Folder::new("reports-long-link").with("letter.md", letter("CL-24/1", &format!("[{text}](#)")));
    let answer = circulars(&["check", folder.path()]);
    assert!(
        answer.stdout.contains("warning[dead-link]") && answer.stdout.len() < 5_000,
        "{}",
        answer.stdout.len()
    );
}
