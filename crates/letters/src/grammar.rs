//! The grammar by which texts name documents: “Lettre circulaire N° CL-20/43”, “Resolution 99 (Rev. Dubai, 2018)”,
//! “《公约》第9条”.
//!
//! The text is divided into [`tokens`]: the words that such names are made of ([`terms`], a table of `data/`, by
//! language), numbers and marks. The [`rules`] go through them once; where a word or a number can begin a name, the
//! rules for its kind say whether there is one, where it ends, and which [id](crate::ids::DocumentId) it has:
//! [`resolutions`], [`letters`], [`provisions`], [`rules_of_procedure`], [`recommendations`], [`recommendation_parts`],
//! [`questions`], [`documents`], [`agreements`]; [`chinese`], which
//! puts the number before the word; [`back_references`] for “the said Resolution” and for letters that are announced
//! without a number. There is no regular expression, and every rule looks at a bounded number of tokens, so that the
//! time grows linearly with the text.
//!
//! The same grammar reads the citations of a letter and its own reference in the letterhead ([`own_reference`]).

mod adopting_bodies;
mod agreements;
mod amendments;
mod antecedents;
mod assembly;
mod back_references;
mod basic_texts;
mod bulletins;
mod chinese;
mod conferences;
mod context;
mod documents;
mod editions;
mod letters;
mod letters_by_words;
mod listed_letters;
mod nested_provisions;
mod numbers;
pub(crate) mod own_reference;
mod provisions;
mod questions;
mod reader;
mod recommendation_parts;
mod recommendations;
mod resolutions;
mod rules;
mod rules_of_procedure;
#[rustfmt::skip]
mod tables;
pub(crate) mod terms;
#[cfg(test)]
mod tests;
pub(crate) mod tokens;
mod vocabulary;

pub use reader::{Circumstances, Found};

use reader::Reader;

/// Finds the citations in a text: a passage, or a sentence of it. They are in the order of the text and do not
/// overlap.
pub fn find_in_text(text: &str, circumstances: Circumstances) -> Vec<Found> {
    Reader::new(text, circumstances).read()
}
