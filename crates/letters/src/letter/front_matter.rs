//! The date and the reference in the front matter that a converter or an editor has put before a letter: a second opinion
//! on those that its text says.
//!
//! What the text lacks is taken from the front matter; where the two differ, the text of the letter counts, which was
//! signed. Both are reported. The date may be that of the conversion: it is taken only where the front matter also names
//! the letter by its reference, and one that is years away from the letter's own is ignored.

use super::types::Letter;
use crate::dates;
use crate::diagnostic::{Code, Diagnostic};
use crate::grammar::Circumstances;
use crate::grammar::own_reference;
use crate::ids::{Date, DocumentId};
use crate::letter::markdown::front_matter;

/// The most words of a reference: “TSB Circular 265”.
const MOST_WORDS: usize = 3;

/// Compares the letter with the front matter of its source.
pub(super) fn consult(letter: &mut Letter, source: &str, diagnostics: &mut Vec<Diagnostic>) {
    let Some(block) = front_matter(source) else { return };
    let text = source.get(block.clone()).unwrap_or_default();
    let mut report = |line: &str| {
        let start = block.start + (line.as_ptr() as usize - text.as_ptr() as usize);
        diagnostics.push(Diagnostic { code: Code::FrontMatter, span: start..start + line.trim_end().len() });
    };
    let value_of = |key: &str| {
        let line =
            text.lines().find(|line| line.split_once(':').is_some_and(|(its, _)| its.trim() == key))?;
        let (_, value) = line.split_once(':')?;
        Some((line, value.trim().trim_matches(['"', '\''])))
    };
    let reference = value_of("reference").or_else(|| value_of("ref"));
    let names_letter = reference.is_some_and(|(_, value)| reference_in(letter, value).is_some());
    if let Some((line, value)) = reference
        && compare_reference(letter, value)
    {
        report(line);
    }
    if let Some((line, value)) = value_of("date")
        && compare_date(letter, value, names_letter)
    {
        report(line);
    }
}

/// Whether the date is another than that of the letter, or one that the letter lacks; `names_letter` is whether the
/// front matter has the reference of a letter.
fn compare_date(letter: &mut Letter, value: &str, names_letter: bool) -> bool {
    let Some(date) = date(letter, value) else { return false };
    let own = letter.metadata.letterhead.date;
    let is_of_conversion = own.is_some_and(|own| own.year().abs_diff(date.year()) > 1);
    if own == Some(date) || is_of_conversion || own.is_none() && !names_letter {
        return false;
    }
    letter.metadata.letterhead.date = own.or(Some(date));
    true
}

fn date(letter: &Letter, value: &str) -> Option<Date> {
    let iso = value.get(..10).filter(|_| value.len() == 10 || value.as_bytes().get(10) == Some(&b'T'));
    iso.and_then(Date::from_iso).or_else(|| dates::place_and_date(value, letter.metadata.language)?.date)
}

/// Whether the reference names another letter than the letter's own, or one where the letter has none.
fn compare_reference(letter: &mut Letter, value: &str) -> bool {
    let Some((reference, id)) = reference_in(letter, value) else { return false };
    let head = &letter.metadata.letterhead;
    let is_known = head.references.contains(&reference) || head.ids.iter().any(|own| own.agrees_with(&id));
    if is_known {
        return false;
    }
    let head = &mut letter.metadata.letterhead;
    if head.references.is_empty() {
        head.references = vec![reference];
        head.ids = vec![id];
    }
    true
}

/// The reference of a letter that the value is as a whole.
fn reference_in(letter: &Letter, value: &str) -> Option<(String, DocumentId)> {
    let head = &letter.metadata.letterhead;
    let circumstances =
        Circumstances { language: letter.metadata.language, issuer: head.issued_by, date: head.date };
    let is_short = value.split(' ').count() <= MOST_WORDS && !value.contains(',');
    let mut read = own_reference::read(value, circumstances).into_iter().filter(|_| is_short);
    let one = read.next()?;
    Some((one.text, one.id?)).filter(|_| read.next().is_none())
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
        let head = letter.metadata.letterhead;
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
