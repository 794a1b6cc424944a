//! `circulars cite`.

use serde_json::json;

use crate::circulars_with_input;

#[test]
fn each_line_is_answered_with_the_citations_in_its_text() {
    let line = "{\"text\": \"Suite à la Résolution 99 (Rév. Dubaï, 2018)\", \"lang\": \"fr\", \"own\": 1}\n";
    let answer = circulars_with_input(&["cite"], line.as_bytes());
    let text = "Résolution 99 (Rév. Dubaï, 2018)";
    let citations = json!([{ "text": text, "id": "pp/res/99@2018", "start": 11, "end": 43 }]);
    let lines = answer.json_lines();
    assert_eq!((&lines[0]["citations"], &lines[0]["own"]), (&citations, &1.into()));
    assert_eq!((answer.stderr.as_str(), answer.status), ("", Some(0)));
}

#[test]
fn the_options_apply_to_lines_that_do_not_say_otherwise() {
    let lines = "{\"text\": \"As TSB Circular 43 says\", \"context\": {\"date\": \"2011-03-24\"}}\n\
                 {\"text\": \"As Circular 43 says\"}\n";
    let arguments = ["cite", "--language", "en", "--issuer", "tsb", "--date", "2018-05-02"];
    let answers = circulars_with_input(&arguments, lines.as_bytes()).json_lines();
    assert_eq!(answers[0]["citations"][0]["id"], "tsb/circular/2009/43");
    assert_eq!(answers[1]["citations"][0]["id"], "tsb/circular/2017/43");
}

#[test]
fn a_line_that_cannot_be_read_is_named_and_the_others_are_answered() {
    let lines =
        "{\"text\": \"one\"}\nnot JSON\n\n{\"text\": \"two\"}\n{\"text\": \"three\", \"lang\": \"de\"}\n";
    let answer = circulars_with_input(&["cite"], lines.as_bytes());
    assert_eq!(answer.json_lines().len(), 2);
    let errors: Vec<&str> = answer.stderr.lines().collect();
    assert!(errors[0].starts_with("error: line 2: not JSON"), "{errors:?}");
    assert_eq!(errors[1..], ["error: line 5: no language is called \"de\""]);
    assert_eq!(answer.status, Some(1));
}
