//! Problems and uncertainties in a letter: a place, a reason, and advice.
//!
//! Bad input is never an error that stops the reader: the text is still shown, and a diagnostic says what could not be
//! understood. Diagnostics are for publishers; readers do not see them. They are in English only.

mod places;

pub use places::Places;

use std::fmt;
use std::ops::Range;

/// A range of the source, in bytes.
pub type Span = Range<usize>;

/// A problem in a letter, for its publisher.
#[derive(Clone, Debug, PartialEq, Eq)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize))]
pub struct Diagnostic {
    /// The kind of diagnostic.
    pub code: Code,
    /// Its place, in bytes of the source. Empty, at the start, for the letter as a whole.
    pub span: Span,
}

/// The severity of a diagnostic.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Severity {
    /// Must be fixed before publishing.
    Error,
    /// Should be checked before publishing.
    Warning,
}

impl fmt::Display for Severity {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self {
            Self::Error => "error",
            Self::Warning => "warning",
        })
    }
}

/// Makes [`Code`] from its rows, so that no code can lack one. The reason is also the documentation of the code. Each
/// column is a function of its own: a program that prints no advice has none in it.
macro_rules! codes {
    ($($code:ident: $severity:ident $name:literal, $reason:literal, $advice:literal;)*) => {
        /// The kinds of diagnostics. Their names are stable: scripts may rely on them.
        #[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
        #[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize))]
        pub enum Code {
            $(#[doc = concat!("`", $name, "`: ", $reason, ".")] $code,)*
        }

        impl Code {
            /// All codes.
            pub const ALL: &'static [Self] = &[$(Self::$code),*];

            /// The stable name: `no-date`.
            pub const fn name(self) -> &'static str {
                match self { $(Self::$code => $name),* }
            }

            /// The severity.
            pub const fn severity(self) -> Severity {
                match self { $(Self::$code => Severity::$severity),* }
            }

            /// The reason: what is wrong, in one sentence.
            pub const fn reason(self) -> &'static str {
                match self { $(Self::$code => $reason),* }
            }

            /// The advice to the publisher, in one sentence.
            pub const fn advice(self) -> &'static str {
                match self { $(Self::$code => $advice),* }
            }
        }
    };
}

codes! {
    Empty: Error "empty",
        "the file has no text",
        "put the letter into the file";
    NotALetter: Error "not-a-letter",
        "the text has fewer than two marks of a letter, such as a reference, a date, addressees or a subject",
        "check that this is the right file; it is shown as it is";
    UnknownLanguage: Warning "unknown-language",
        "the text is in none of the six official languages, or too short to tell",
        "name the language with --language, or in the element's lang attribute";
    OtherLanguage: Warning "other-language",
        "the letter is in another language than its file name, --language or the page says",
        "rename the file, or correct or leave out --language or the element's lang attribute";
    NotUtf8: Error "not-utf-8",
        "the text is not in UTF-8: some characters are lost from here on",
        "save the file as UTF-8";
    NullCharacters: Warning "null-characters",
        "the text has null characters, which are shown as replacement characters",
        "remove them; they come from a converter and have no meaning";
    ConverterMarks: Warning "converter-marks",
        "a converter left this, and it is no text of the letter: it is not shown",
        "remove it; what the letter should say stands in its text";
    FrontMatter: Warning "front-matter",
        "the text of the letter does not say the same as its front matter",
        "correct one of them; what the text lacks is taken from here";
    NoReference: Warning "no-reference",
        "the letter has no reference",
        "add a line with the reference, such as “Ref.: Circular letter CL-20/43”";
    NoDate: Warning "no-date",
        "the letter has no date",
        "add a line with place and date, such as “Geneva, 5 October 2020”";
    NoSubject: Warning "no-subject",
        "the letter has no subject",
        "add a line such as “Subject: World Telecommunication Day”";
    NoAddressees: Warning "no-addressees",
        "the letter names no addressees",
        "add a line such as “To the Administrations of Member States of the Union”";
    NoSignatory: Warning "no-signatory",
        "the letter does not say who signs it",
        "add the name and the title of the signatory at the end, on lines of their own";
    UnreadLine: Warning "unread-line",
        "this text between letterhead and body is none of the values of a letter that are known",
        "if it is one, give it its label; it is shown in its place";
    UnknownReference: Warning "unknown-reference",
        "the reference is in none of the known series",
        "check the reference; without a known one the letter has no id, and nothing can link to it";
    DeadLink: Warning "dead-link",
        "the link leads nowhere",
        "give the link the address of a page, or remove it; its words are shown as plain text";
    PictureWithoutText: Warning "picture-without-text",
        "the picture has no alt text",
        "describe the picture between its square brackets";
    ImpossibleDate: Error "impossible-date",
        "the calendar does not have this day",
        "correct the date; until then it is ignored";
    UnresolvedCitation: Warning "unresolved-citation",
        "no address of the cited document is known",
        "link the words to the document; they have no link unless the site's catalogue or registry has the document";
    AmbiguousCitation: Warning "ambiguous-citation",
        "it is not clear which document is cited",
        "name the body that adopted or issued it, with city and year or date; it is shown without a link";
    ContradictoryLink: Warning "contradictory-link",
        "the link leads to another document than its words name",
        "correct the link or the words; the link is kept, and the reader is warned";
    Divergence: Warning "divergence",
        "another version of the letter says something else",
        "compare both with the original; which of them is right cannot be determined here";
    DuplicateVersion: Warning "duplicate-version",
        "another file has the same letter in the same language",
        "keep one of them, or correct the reference or the language of the other";
    UnpairedParagraph: Warning "unpaired-paragraph",
        "a paragraph is in one version of the letter and not in another",
        "compare both with the original; the paragraph is shown beside an empty place";
    TooDeep: Warning "too-deep",
        "lists or quotations are nested too deep to be shown as such",
        "use fewer levels; the inner ones are shown as plain text";
}

/// A place in a text: the line, and the character in the line, both from 1.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Place {
    /// The line.
    pub line: usize,
    /// The character in the line.
    pub column: usize,
}

impl Place {
    /// The place of a byte of the source.
    pub fn of(source: &str, byte: usize) -> Self {
        let before = source.get(..byte).unwrap_or(source);
        let line_start = before.rfind('\n').map_or(0, |at| at + 1);
        let column = before.get(line_start..).unwrap_or_default().chars().count() + 1;
        Self { line: before.bytes().filter(|byte| *byte == b'\n').count() + 1, column }
    }
}

#[cfg(test)]
mod tests {
    use std::collections::HashSet;

    use super::*;

    #[test]
    fn each_code_has_a_name_of_its_own() {
        let names: HashSet<&str> = Code::ALL.iter().map(|code| code.name()).collect();
        assert_eq!(names.len(), Code::ALL.len());
    }

    #[test]
    fn names_are_lower_case_words_joined_by_hyphens() {
        for code in Code::ALL {
            let is_word = |word: &str| {
                !word.is_empty() && word.bytes().all(|b| b.is_ascii_lowercase() || b.is_ascii_digit())
            };
            assert!(code.name().split('-').all(is_word), "{code:?}");
        }
    }

    #[test]
    fn reason_and_advice_are_clauses_without_a_full_stop() {
        for code in Code::ALL {
            for text in [code.reason(), code.advice()] {
                assert!(text.starts_with(char::is_lowercase) && !text.ends_with('.'), "{code:?}: {text}");
            }
        }
    }
}
