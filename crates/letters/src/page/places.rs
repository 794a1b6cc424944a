//! The names of places in the page. They are the same in all languages, so that `#p4` is the same paragraph in every
//! version.

use crate::text::characters::is_space;

/// The place of an annex, counted from 1.
pub fn annex_id(number: usize) -> String {
    format!("annex-{number}")
}

/// The place of a reference, by its number in the letter from 1.
pub fn reference_id(number: usize) -> String {
    format!("r{number}")
}

/// The place of a text of a footnote, which has several if it is defined more than once. `footnote` is its number in
/// the letter from 0, `nth` counts its texts from 1.
pub(super) fn note_id(label: &str, footnote: usize, nth: usize) -> String {
    numbered(format!("note-{}", slug(label, footnote)), nth)
}

/// The place of a mark of a footnote; `nth` counts its marks from 1.
pub(super) fn mark_id(label: &str, footnote: usize, nth: usize) -> String {
    numbered(format!("mark-{}", slug(label, footnote)), nth)
}

/// The id with its number; the first has none.
fn numbered(id: String, nth: usize) -> String {
    if nth == 1 { id } else { format!("{id}-{nth}") }
}

/// The label, as a part of a name. Labels with other characters than letters and digits could be mistaken for a
/// numbered one, or no longer be distinct from others; the number of their footnote is appended.
fn slug(label: &str, footnote: usize) -> String {
    let is_plain = |c: char| c.is_ascii_alphanumeric() || !c.is_ascii() && !is_space(c);
    if label.chars().all(is_plain) {
        label.to_ascii_lowercase()
    } else {
        format!("{}_{footnote}", label.replace(is_space, "-"))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_place_of_a_second_mark_is_not_that_of_another_footnote() {
        assert_eq!(mark_id("a", 0, 1), "mark-a");
        assert_eq!(mark_id("a", 0, 2), "mark-a-2");
        assert_ne!(mark_id("a-2", 1, 1), mark_id("a", 0, 2));
        assert_ne!(note_id("a b", 2, 1), note_id("a-b", 3, 1));
    }

    #[test]
    fn capital_and_small_letters_name_one_footnote() {
        assert_eq!(note_id("A", 0, 1), note_id("a", 0, 1));
    }
}
