//! Looks up the words that names of documents are made of: `data/citation_words.tsv`.

use super::tables::{CITATION_WORDS, CITATION_WORDS_MEANINGS};
use super::terms::Term;
use crate::ids::Language;
use crate::text::words::{Found, found};

/// The term with which the text begins.
pub(super) fn term(text: &str, language: Option<Language>) -> Option<Found<Term>> {
    found(CITATION_WORDS_MEANINGS, CITATION_WORDS.longest(text, language, &|_, _| true))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::text::words::tests::prefix;

    /// The packed table finds what a comparison with each word finds.
    #[test]
    fn no_word_is_missed_that_a_text_begins_with() {
        let mut forms = Vec::new();
        CITATION_WORDS.all(None, &mut |_, form| forms.push(form.to_owned()));
        assert!(forms.len() > 1000, "{} words", forms.len());
        for form in forms.iter().step_by(5) {
            let word = form.trim_end_matches('…');
            let spaced: String = word.chars().flat_map(|c| [c, '\u{200B}']).collect();
            for text in [
                format!("{word} 12"),
                format!("{word}№ 1"),
                word.to_uppercase(),
                word.replace(' ', "\u{a0} "),
                spaced,
                word.to_owned(),
            ] {
                let longest = forms.iter().filter_map(|form| prefix(&text, form)).max();
                let found = CITATION_WORDS.longest(&text, None, &|_, _| true).map(|(_, length)| length);
                assert_eq!(found, longest, "{text:?}");
            }
        }
    }
}
