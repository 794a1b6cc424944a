//! Prints an id as a path in small letters.

use std::fmt;

use super::{Body, DocumentId, Sector, TextPart};

/// The code of an unknown body or Sector.
pub(super) const UNKNOWN: &str = "?";

impl fmt::Display for DocumentId {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::CircularLetter { year, number } => write!(f, "sg/cl/{year}/{number}"),
            Self::DmLetter { year: Some(year), number } => write!(f, "sg/dm/{year}/{number}"),
            Self::DmLetter { year: None, number } => write!(f, "sg/dm/{number}"),
            Self::RadiocommunicationCircular { series, number } => write!(f, "br/{}/{number}", series.code()),
            Self::StudyGroupLetter { study_group, number } => write!(f, "br/lcce/{study_group}/{number}"),
            Self::OldCircularLetter { number } => write!(f, "sg/lc/{number}"),
            Self::TsbCircular { period: Some(period), number } => write!(f, "tsb/circular/{period}/{number}"),
            Self::TsbCircular { period: None, number } => write!(f, "tsb/circular/{number}"),
            Self::CollectiveLetter { number, group } => write!(f, "tsb/collective/{number}/{group}"),
            Self::BdtCircular { number } => write!(f, "bdt/circular/{number}"),
            Self::MdLetter { number } => write!(f, "bdt/md/{number}"),
            Self::IfrbCircular { number } => write!(f, "ifrb/circular/{number}"),
            Self::Amendment { of, kind, number } => write!(f, "{of}/{}/{number}", kind.code()),
            Self::Resolution { kind, body, number, edition } => {
                write!(f, "{}/{}/{number}", body.map_or(UNKNOWN, Body::code), kind.code())?;
                edition.map_or(Ok(()), |year| write!(f, "@{year}"))
            }
            Self::Recommendation { sector, number, edition } => {
                write!(f, "{}/rec/{number}", sector.code())?;
                edition.map_or(Ok(()), |month| write!(f, "@{}-{:02}", month.year(), month.month()))
            }
            Self::RecommendationPart { of, kind, label } => write!(f, "{of}/{}/{label}", kind.code()),
            Self::SeriesSupplement { series, number } => write!(f, "itu-t/suppl/{series}/{number}"),
            Self::ImplementersGuide { number } => write!(f, "itu-t/imp/{number}"),
            Self::Question { sector, number, group } => {
                write!(f, "{}/question/{number}/{group}", sector.map_or(UNKNOWN, Sector::code))
            }
            Self::Report { number } => write!(f, "itu-r/rep/{number}"),
            Self::Handbook { number } => write!(f, "itu-r/hdb/{number}"),
            Self::OperationalBulletin { number } => write!(f, "tsb/ob/{number}"),
            Self::Opinion { number } => write!(f, "wtpf/opinion/{number}"),
            Self::BasicText { text, part } => match part {
                TextPart::Whole => f.write_str(text.code()),
                TextPart::Article(number) => write!(f, "{}/art/{number}", text.code()),
                TextPart::Number(number) => write!(f, "{}/no/{number}", text.code()),
                TextPart::Section(number) => write!(f, "{}/sec/{number}", text.code()),
                TextPart::Appendix(number) => write!(f, "{}/app/{number}", text.code()),
                TextPart::OfPart { part, number } => {
                    write!(f, "{}/part/{}/{number}", text.code(), part.to_ascii_lowercase())
                }
            },
            Self::CouncilDocument { year, series: None, number } => write!(f, "council/doc/{year}/{number}"),
            Self::CouncilDocument { year, series: Some(series), number } => {
                write!(f, "council/doc/{year}/{}/{number}", series.code())
            }
            Self::OldCouncilDocument { session, number } => write!(f, "council/doc/ca{session}/{number}"),
            Self::ConferenceDocument { conference, number } => write!(f, "{conference}/doc/{number}"),
            Self::Contribution { study_group, number } => write!(f, "itu-t/sg/{study_group}/c/{number}"),
            Self::FinalActs { conference } => write!(f, "{conference}/final-acts"),
            Self::RegionalAgreement { name } => write!(f, "agreement/{name}"),
            Self::Awaited => f.write_str("?/awaited"),
        }
    }
}
