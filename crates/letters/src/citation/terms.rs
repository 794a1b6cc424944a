//! The words that citations are made of, and the conferences that editions name: `data/citation_words.tsv`, `data/cities.tsv`,
//! `data/conferences.tsv`.

use crate::ids::Body;
use crate::ids::Language;
use crate::text::words::{Found, Words, found};

/// What a word means in a citation.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Term {
    // Kinds of documents. The plurals are apart where only they begin a list.
    Resolution,
    Resolutions,
    Decision,
    Decisions,
    /// “Acuerdo”: what Spanish calls a Decision of the Council.
    CouncilDecision,
    CouncilDecisions,
    Recommendation,
    /// What has the number of a Recommendation and is none: “Report ITU-R M.2135”.
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
    /// The number of a provision, behind it: 款.
    Number,
    NumberSign,
    /// The sign of several numbers, which they share: “Nos.”.
    NumberSigns,
    /// 第, before a number.
    Ordinal,
    /// 号, behind a number.
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
    // Who issues, adopts, approves.
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
    // Words between.
    Of,
    /// “its”: of somebody named before.
    Its,
    And,
    Range,
    Revised,
    /// Revised, of two or more.
    RevisedBoth,
    Amended,
    About,
    // Words that tell which document is meant.
    This,
    Said,
    Soon,
    Relevant,
    /// As `Relevant`, and says alone that the letter is to come: “separate”, “forthcoming”.
    Announcing,
    Supersedes,
    Postpones,
}

/// Who adopts what is known by city and year.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Assembly {
    /// The Plenipotentiary Conference.
    Pp,
    Wtsa,
    Wtdc,
    Wrc,
    Ra,
    /// The World Conference on International Telecommunications.
    Wcit,
    /// The World Telecommunication Policy Forum.
    Wtpf,
}

include!(concat!(env!("OUT_DIR"), "/citation_words.rs"));
include!(concat!(env!("OUT_DIR"), "/citation_words_meanings.rs"));
include!(concat!(env!("OUT_DIR"), "/cities.rs"));
include!(concat!(env!("OUT_DIR"), "/cities_meanings.rs"));
include!(concat!(env!("OUT_DIR"), "/conferences.rs"));

/// The word of a citation with which the text begins.
pub(super) fn term(text: &str, language: Option<Language>) -> Option<Found<Term>> {
    found(CITATION_WORDS_MEANINGS, CITATION_WORDS.longest(text, language, &|_, _| true))
}

/// The city of a conference with which the text begins.
pub(super) fn city(text: &str, language: Option<Language>) -> Option<Found<&'static str>> {
    found(CITIES_MEANINGS, CITIES.longest(text, language, &|_, _| true))
}

/// Who met in the city in the year, if that body adopts Resolutions.
pub(super) fn body_in(city: &str, year: u16) -> Option<Body> {
    CONFERENCES
        .iter()
        .filter(|(_, _, its_year, its_city)| *its_year == year && *its_city == city)
        .find_map(|(_, assembly, ..)| assembly.body())
}

/// The year in which the conference with this two-digit year in its name was held: that of WTSA-20 is 2022.
pub(super) fn year_of(term: Term, year: u16) -> u16 {
    let held = CONFERENCES.iter().find(|(name, assembly, ..)| {
        term.assembly() == Some(*assembly) && short_year(name) == Some(year % 100)
    });
    held.map_or(year, |(_, _, year, _)| *year)
}

fn short_year(conference: &str) -> Option<u16> {
    conference.rsplit('-').next()?.parse().ok()
}

impl Assembly {
    const fn body(self) -> Option<Body> {
        Some(match self {
            Self::Pp => Body::Plenipotentiary,
            Self::Wtsa => Body::StandardizationAssembly,
            Self::Wtdc => Body::DevelopmentConference,
            Self::Wrc => Body::RadiocommunicationConference,
            // Their Resolutions are known by the Sector, and the others adopt none.
            Self::Ra | Self::Wcit | Self::Wtpf => return None,
        })
    }
}

impl Term {
    const fn assembly(self) -> Option<Assembly> {
        Some(match self {
            Self::Plenipotentiary => Assembly::Pp,
            Self::Wtsa => Assembly::Wtsa,
            Self::Wtdc => Assembly::Wtdc,
            Self::Wrc => Assembly::Wrc,
            Self::Ra => Assembly::Ra,
            Self::Wcit => Assembly::Wcit,
            Self::Wtpf => Assembly::Wtpf,
            _ => return None,
        })
    }

    /// The body that the word names.
    pub(super) const fn body(self) -> Option<Body> {
        Some(match self {
            Self::Plenipotentiary => Body::Plenipotentiary,
            Self::Wtsa => Body::StandardizationAssembly,
            Self::Wtdc => Body::DevelopmentConference,
            Self::Wrc => Body::RadiocommunicationConference,
            Self::Ra | Self::SectorR => Body::RadiocommunicationAssembly,
            Self::Council => Body::Council,
            _ => return None,
        })
    }

    /// The name in ids of the conference or group whose documents have its name before their number.
    pub(super) const fn conference(self) -> Option<&'static str> {
        Some(match self {
            Self::Plenipotentiary => "pp",
            Self::Wtsa => "wtsa",
            Self::Wtdc => "wtdc",
            Self::Wrc => "wrc",
            Self::Ra => "ra",
            Self::Wcit => "wcit",
            Self::Wtpf => "wtpf",
            _ => return None,
        })
    }

    /// The Sector that the word names.
    pub(super) const fn sector(self) -> Option<crate::ids::Sector> {
        use crate::ids::Sector;
        Some(match self {
            Self::SectorT => Sector::Standardization,
            Self::SectorR => Sector::Radiocommunication,
            Self::SectorD => Sector::Development,
            _ => return None,
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::text::words::tests::prefix;

    /// The characters by which most words are passed over must not decide otherwise than the whole comparison.
    #[test]
    fn no_word_is_passed_over_that_a_text_begins_with() {
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
