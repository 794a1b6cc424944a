//! The words that names of documents are made of: `data/citation_words.tsv`.

mod meanings;

pub(super) use meanings::{DocumentKind, PartKind};

use super::tables::{CITATION_WORDS, CITATION_WORDS_MEANINGS};
use crate::ids::Language;
use crate::text::words::{Found, found};

/// The meaning of a word in the name of a document.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Term {
    // Kinds of documents. The plural is separate if only it begins a list.
    Resolution,
    Resolutions,
    Decision,
    Decisions,
    /// “Acuerdo”: the Spanish word for a Decision of the Council.
    CouncilDecision,
    CouncilDecisions,
    Recommendation,
    /// Reports, Handbooks and the like, whose numbers look like those of Recommendations: “Report ITU-R M.2135”.
    Report,
    Question,
    Opinion,
    Document,
    Circular,
    CircularLetter,
    AdministrativeCircular,
    CollectiveLetter,
    Letter,
    Corrigendum,
    Addendum,
    Revision,
    // Basic texts, and their parts.
    Constitution,
    Convention,
    GeneralRules,
    RadioRegulations,
    TelecommunicationRegulations,
    Article,
    Section,
    Appendix,
    /// The word for a provision, after its number: 款.
    Number,
    NumberSign,
    /// The sign of several numbers: “Nos.”.
    NumberSigns,
    /// 第, before a number.
    Ordinal,
    /// 号, after a number.
    Counter,
    // Series and abbreviations, in capitals before a number.
    Cl,
    /// LC, as circular letters were numbered before CL.
    Lc,
    Dm,
    Ca,
    Cace,
    Cr,
    Ccrr,
    /// C, for a document of the Council.
    CouncilCode,
    /// R, for a Resolution of the Council.
    ResolutionCode,
    /// Q, for a Question.
    QuestionCode,
    /// AP, for an Appendix of the Radio Regulations.
    AppendixCode,
    Cs,
    Cv,
    Gr,
    Rr,
    // Bodies that issue, adopt or approve documents.
    StandardizationBureau,
    RadiocommunicationBureau,
    DevelopmentBureau,
    SectorT,
    SectorR,
    SectorD,
    Plenipotentiary,
    Wtsa,
    Wtdc,
    Wrc,
    Ra,
    Council,
    Wcit,
    Wtpf,
    Itu,
    /// Another organisation, or something of its own.
    Foreign,
    /// A room, whose number may look like a document's.
    Room,
    // Words between these.
    Of,
    /// “its”: of a body named before.
    Its,
    And,
    Range,
    Revised,
    /// Revised, of two or more.
    RevisedBoth,
    Amended,
    About,
    // Words that show which document is meant.
    This,
    Said,
    Soon,
    Relevant,
    /// As `Relevant`, and enough to announce a letter: “separate”, “forthcoming”.
    Announcing,
    Supersedes,
    Postpones,
}

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
