//! The date and the reference in the front matter that a converter or an editor has put before a letter: a second opinion
//! on those that its text says.
//!
//! What the text lacks is taken from the front matter; where the two differ, the text of the letter counts, which was
//! signed. Both are reported. A date that is years away from the letter's own is that of the conversion.

use super::types::Letter;
use crate::dates;
use crate::diagnostic::{Code, Diagnostic};
use crate::grammar::Circumstances;
use crate::grammar::own_reference;
use crate::ids::{Date, DocumentId};
use crate::letter::markdown::front_matter;

/// The keys of a date and of a reference.
const DATES: [&str; 3] = ["date", "issued", "published"];
const REFERENCES: [&str; 4] = ["reference", "ref", "number", "symbol"];

/// Compares the letter with the front matter of its source.
pub(super) fn consult(letter: &mut Letter, source: &str, diagnostics: &mut Vec<Diagnostic>) {
    let Some(block) = front_matter(source) else { return };
    let mut at = block.start;
    for line in source.get(block).unwrap_or_default().split_inclusive('\n') {
        let span = at..at + line.trim_end().len();
        at += line.len();
        let Some((key, value)) = line.split_once(':') else { continue };
        let value = value.trim().trim_matches(['"', '\'']);
        let is_news = match key.trim() {
            key if DATES.contains(&key) => compare_date(letter, value),
            key if REFERENCES.contains(&key) => compare_reference(letter, value),
            _ => false,
        };
        if is_news {
            diagnostics.push(Diagnostic { code: Code::FrontMatter, span });
        }
    }
}

/// Whether the date is another than that of the letter, or one that the letter lacks.
fn compare_date(letter: &mut Letter, value: &str) -> bool {
    let Some(date) = date(letter, value) else { return false };
    let own = letter.letterhead.date;
    let is_of_conversion = own.is_some_and(|own| own.year().abs_diff(date.year()) > 1);
    if own == Some(date) || is_of_conversion {
        return false;
    }
    letter.letterhead.date = own.or(Some(date));
    true
}

fn date(letter: &Letter, value: &str) -> Option<Date> {
    let iso = value.get(..10).filter(|_| value.len() == 10 || value.as_bytes().get(10) == Some(&b'T'));
    iso.and_then(Date::from_iso).or_else(|| dates::place_and_date(value, letter.language)?.date)
}

/// Whether the reference names another letter than the letter's own, or one where the letter has none.
fn compare_reference(letter: &mut Letter, value: &str) -> bool {
    let head = &letter.letterhead;
    let circumstances = Circumstances { language: letter.language, issuer: head.issued_by, date: head.date };
    let mut read = own_reference::read(value, circumstances).into_iter();
    let Some((reference, id)) = read.next().and_then(|one| Some((one.text, one.id?))) else { return false };
    let is_known = head.references.contains(&reference) || head.ids.iter().any(|own| is_same(own, &id));
    if is_known {
        return false;
    }
    let head = &mut letter.letterhead;
    if head.references.is_empty() {
        head.references = vec![reference];
        head.ids = vec![id];
    }
    true
}

/// Whether both are one letter; the study period of a TSB Circular may be unknown.
fn is_same(own: &DocumentId, other: &DocumentId) -> bool {
    match (own, other) {
        (DocumentId::TsbCircular { number: own, .. }, DocumentId::TsbCircular { number: other, .. }) => {
            own == other
        }
        _ => own == other,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::ids::Language;
    use crate::letter::read;

    fn facts(front: &str, head: &str) -> (Option<String>, Vec<String>, usize) {
        let source = format!(
            "---\n{front}---\n\nGeneral Secretariat\n\n{head}\n\nTo Member States of the Union\n\nSubject: Elections\n\nDear Sir/Madam,\n\nI have the honour.\n\nYours faithfully,\n"
        );
        let letter = read(&source, Some(Language::English));
        let remarks = letter.diagnostics.iter().filter(|one| one.code == Code::FrontMatter).count();
        let head = letter.letterhead;
        (head.date.map(|date| date.to_string()), head.references, remarks)
    }

    #[test]
    fn what_the_text_lacks_is_taken_with_a_remark() {
        assert_eq!(
            facts("date: 2020-02-27\nreference: \"CL-20/11\"\n", ""),
            (Some("2020-02-27".to_owned()), vec!["CL-20/11".to_owned()], 2)
        );
    }

    #[test]
    fn what_agrees_needs_no_remark() {
        assert_eq!(
            facts(
                "date: 27 February 2020\nref: CL-20/11\nlang: en\n",
                "Ref.: CL-20/11\n\nGeneva, 27 February 2020"
            ),
            (Some("2020-02-27".to_owned()), vec!["CL-20/11".to_owned()], 0)
        );
    }

    #[test]
    fn where_they_differ_the_text_counts_with_a_remark() {
        let head = "Ref.: CL-20/11\n\nGeneva, 27 February 2020";
        let own = (Some("2020-02-27".to_owned()), vec!["CL-20/11".to_owned()], 2);
        assert_eq!(facts("date: 2020-02-28\nreference: CL-20/12\n", head), own);
    }

    #[test]
    fn a_date_of_another_time_is_that_of_the_conversion() {
        let head = "Ref.: CL-20/11\n\nGeneva, 27 February 2020";
        assert_eq!(facts("date: 2024-05-01\n", head).0.as_deref(), Some("2020-02-27"));
    }
}
