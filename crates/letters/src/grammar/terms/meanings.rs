//! The parts of ids that terms stand for.

use super::Term;
use crate::ids::{
    Amendment, BasicText, Body, Issuer, Language, RadiocommunicationSeries, RecommendationPart,
    ResolutionKind, Sector, Series,
};

/// The kind of a numbered part of a basic text.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum PartKind {
    Article,
    Number,
    Section,
    Appendix,
}

/// The kinds of documents that a text can refer back to.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum DocumentKind {
    Resolution,
    Decision,
    Circular,
    /// Any letter, even if it is not a circular.
    Letter,
    Recommendation,
    Question,
    Opinion,
    Document,
    Provision,
}

impl Term {
    /// Whether the word names a kind of letter.
    pub(crate) const fn is_letter(self) -> bool {
        matches!(
            self,
            Self::Circular
                | Self::CircularLetter
                | Self::AdministrativeCircular
                | Self::CollectiveLetter
                | Self::Letter
        )
    }

    /// The Bureau that issues letters.
    pub(crate) const fn bureau(self) -> Option<Issuer> {
        match self {
            Self::StandardizationBureau => Some(Issuer::StandardizationBureau),
            Self::RadiocommunicationBureau => Some(Issuer::RadiocommunicationBureau),
            Self::DevelopmentBureau => Some(Issuer::DevelopmentBureau),
            _ => None,
        }
    }

    /// The series of letters that the code before a number names.
    pub(crate) const fn series(self) -> Option<Series> {
        Some(match self {
            Self::Cl => Series::Cl,
            Self::Lc => Series::Lc,
            Self::Dm => Series::Dm,
            Self::Ca => Series::Radiocommunication(RadiocommunicationSeries::Ca),
            Self::Cace => Series::Radiocommunication(RadiocommunicationSeries::Cace),
            Self::Cr => Series::Radiocommunication(RadiocommunicationSeries::Cr),
            Self::Ccrr => Series::Radiocommunication(RadiocommunicationSeries::Ccrr),
            Self::Car => Series::Radiocommunication(RadiocommunicationSeries::Car),
            Self::Md => Series::Md,
            Self::DevelopmentBureau => Series::Bdt,
            _ => return None,
        })
    }

    /// The way of amending a letter.
    pub(crate) const fn amendment(self) -> Option<Amendment> {
        match self {
            Self::Corrigendum => Some(Amendment::Corrigendum),
            Self::Addendum => Some(Amendment::Addendum),
            Self::Amendment => Some(Amendment::Amendment),
            Self::Erratum => Some(Amendment::Erratum),
            Self::Revision | Self::Revised | Self::RevisedBoth => Some(Amendment::Revision),
            _ => None,
        }
    }

    /// Whether it is a Resolution or a Decision, and of which body, where the word says that too.
    pub(crate) const fn resolution(self) -> Option<(ResolutionKind, Option<Body>)> {
        Some(match self {
            Self::Resolution | Self::Resolutions | Self::ResolutionCode => (ResolutionKind::Resolution, None),
            Self::Decision | Self::Decisions => (ResolutionKind::Decision, None),
            Self::CouncilDecision | Self::CouncilDecisions => (ResolutionKind::Decision, Some(Body::Council)),
            Self::ConferenceRecommendation => (ResolutionKind::Recommendation, None),
            _ => return None,
        })
    }

    /// The body that adopts Resolutions or Decisions.
    pub(crate) const fn body(self) -> Option<Body> {
        Some(match self {
            Self::Plenipotentiary => Body::Plenipotentiary,
            Self::Wtsa => Body::StandardizationAssembly,
            Self::Wtdc => Body::DevelopmentConference,
            Self::Wrc => Body::RadiocommunicationConference,
            Self::Ra | Self::SectorR => Body::RadiocommunicationAssembly,
            Self::Council => Body::Council,
            Self::Wcit => Body::TelecommunicationConference,
            _ => return None,
        })
    }

    /// The Sector.
    pub(crate) const fn sector(self) -> Option<Sector> {
        Some(match self {
            Self::SectorT => Sector::Standardization,
            Self::SectorR => Sector::Radiocommunication,
            Self::SectorD => Sector::Development,
            _ => return None,
        })
    }

    /// The name in ids of the conference or group whose documents have its name before their number.
    pub(crate) const fn conference(self) -> Option<&'static str> {
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

    /// The name in ids of the advisory group or board whose documents have its name before their number.
    pub(crate) const fn group(self) -> Option<&'static str> {
        Some(match self {
            Self::Tdag => "tdag",
            Self::Tsag => "tsag",
            Self::Rag => "rag",
            Self::Rrb => "rrb",
            _ => return None,
        })
    }

    /// The kind of part of a Recommendation. Russian has one word for annexes and for the Appendices of the Radio
    /// Regulations, and another for appendices and addenda; Chinese and Arabic have one for supplements and addenda.
    pub(crate) fn recommendation_part(self, language: Option<Language>) -> Option<RecommendationPart> {
        let is_russian = language == Some(Language::Russian);
        Some(match self {
            Self::Annex => RecommendationPart::Annex,
            Self::Appendix if is_russian => RecommendationPart::Annex,
            Self::Appendix => RecommendationPart::Appendix,
            Self::Addendum if is_russian => RecommendationPart::Appendix,
            Self::Addendum if matches!(language, Some(Language::Chinese | Language::Arabic)) => {
                RecommendationPart::Supplement
            }
            Self::Supplement => RecommendationPart::Supplement,
            _ => return None,
        })
    }

    /// The basic text.
    pub(crate) const fn basic_text(self) -> Option<BasicText> {
        Some(match self {
            Self::Constitution | Self::Cs => BasicText::Constitution,
            Self::Convention | Self::Cv => BasicText::Convention,
            Self::GeneralRules | Self::Gr => BasicText::GeneralRules,
            Self::RadioRegulations | Self::Rr => BasicText::RadioRegulations,
            Self::TelecommunicationRegulations => BasicText::TelecommunicationRegulations,
            Self::OptionalProtocol => BasicText::OptionalProtocol,
            Self::FinancialRegulations => BasicText::FinancialRegulations,
            _ => return None,
        })
    }

    /// The kind of part of a basic text.
    pub(crate) const fn part(self) -> Option<PartKind> {
        Some(match self {
            Self::Article => PartKind::Article,
            Self::Section => PartKind::Section,
            Self::Appendix => PartKind::Appendix,
            Self::NumberSign | Self::NumberSigns | Self::Number => PartKind::Number,
            _ => return None,
        })
    }

    /// The kind of document that a back reference with this word means.
    pub(crate) const fn document(self) -> Option<DocumentKind> {
        Some(match self {
            Self::Resolution | Self::Resolutions => DocumentKind::Resolution,
            Self::Decision | Self::Decisions | Self::CouncilDecision => DocumentKind::Decision,
            Self::Recommendation => DocumentKind::Recommendation,
            Self::Question => DocumentKind::Question,
            Self::Opinion => DocumentKind::Opinion,
            Self::Document => DocumentKind::Document,
            Self::Article => DocumentKind::Provision,
            Self::Circular | Self::CircularLetter | Self::AdministrativeCircular | Self::CollectiveLetter => {
                DocumentKind::Circular
            }
            Self::Letter => DocumentKind::Letter,
            _ => return None,
        })
    }
}
