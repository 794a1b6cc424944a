//! Parses an id from its printed path.

use std::fmt;
use std::str::FromStr;

use super::printing::UNKNOWN;
use super::{
    Amendment, BasicText, Body, CouncilSeries, DocumentId, Month, RadiocommunicationSeries,
    RecommendationPart, ResolutionKind, Sector, TextPart,
};
use crate::ids::{decimal, positive};

/// The text is not the id of a document in its printed spelling.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct UnknownId;

impl fmt::Display for UnknownId {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("not the id of a document")
    }
}

impl std::error::Error for UnknownId {}

impl FromStr for DocumentId {
    type Err = UnknownId;

    /// Parses an id in its printed spelling only: the result prints to the same text.
    fn from_str(path: &str) -> Result<Self, UnknownId> {
        let (name, edition) = match path.split_once('@') {
            Some((name, edition)) => (name, Some(edition)),
            None => (path, None),
        };
        let parts: Vec<&str> = name.split('/').collect();
        let id = match edition {
            Some(edition) => edition_of(&parts, edition),
            None => document(&parts),
        };
        id.filter(|id| id.to_string() == path).ok_or(UnknownId)
    }
}

/// A document with an edition.
fn edition_of(parts: &[&str], edition: &str) -> Option<DocumentId> {
    match parts {
        [sector, "rec", number] if let Some((year, month)) = edition.split_once('-') => {
            let edition = Month::new(decimal(year)?, decimal(month)?)?;
            recommendation(sector, number, Some(edition))
        }
        [body, kind, number] => resolution(body, kind, number, Some(decimal(edition)?)),
        _ => None,
    }
}

/// A document without an edition.
fn document(parts: &[&str]) -> Option<DocumentId> {
    match parts {
        [of @ .., kind, number] if of.len() >= 2 && Amendment::with_code(kind).is_some() => {
            let of = Box::new(document(of)?);
            Some(DocumentId::Amendment { of, kind: Amendment::with_code(kind)?, number: positive(number)? })
        }
        [of @ .., kind, label] if of.len() == 3 && RecommendationPart::with_code(kind).is_some() => {
            let of = Box::new(document(of).filter(|of| matches!(of, DocumentId::Recommendation { .. }))?);
            let kind = RecommendationPart::with_code(kind)?;
            Some(DocumentId::RecommendationPart { of, kind, label: filled(label)? })
        }
        ["?", "awaited"] => Some(DocumentId::Awaited),
        ["itu-r", "rep", number] => Some(DocumentId::Report { number: (*number).to_owned() }),
        ["itu-r", "hdb", number] => Some(DocumentId::Handbook { number: positive(number)? }),
        ["itu-t", "suppl", series, number] => {
            Some(DocumentId::SeriesSupplement { series: letter_alone(series)?, number: positive(number)? })
        }
        ["itu-t", "imp", number] => Some(DocumentId::ImplementersGuide { number: filled(number)? }),
        ["itu-t", "sg", study_group, "c", number] => {
            Some(DocumentId::Contribution { study_group: positive(study_group)?, number: positive(number)? })
        }
        ["ifrb", "circular", number] => Some(DocumentId::IfrbCircular { number: positive(number)? }),
        ["agreement", name] => Some(DocumentId::RegionalAgreement { name: filled(name)? }),
        [conference, "final-acts"] => Some(DocumentId::FinalActs { conference: filled(conference)? }),
        ["tsb", "ob", number] => Some(DocumentId::OperationalBulletin { number: positive(number)? }),
        ["sg" | "tsb" | "br" | "bdt", ..] => letter(parts),
        ["wtpf", "opinion", number] => Some(DocumentId::Opinion { number: positive(number)? }),
        ["council", "doc", session, number] if let Some(session) = session.strip_prefix("ca") => {
            Some(DocumentId::OldCouncilDocument { session: positive(session)?, number: positive(number)? })
        }
        ["council", "doc", year, number] => Some(DocumentId::CouncilDocument {
            year: decimal(year)?,
            series: None,
            number: positive(number)?,
        }),
        ["council", "doc", year, series, number] => Some(DocumentId::CouncilDocument {
            year: decimal(year)?,
            series: Some(CouncilSeries::with_code(series)?),
            number: positive(number)?,
        }),
        [conference, "doc", number @ ..] if !number.is_empty() => {
            let is_name = |text: &str| text.chars().all(|c| c.is_ascii_alphanumeric() || c == '-');
            let conference = filled(conference).filter(|name| is_name(name))?.to_ascii_lowercase();
            Some(DocumentId::ConferenceDocument { conference, number: filled(&number.join("/"))? })
        }
        [sector, "rec", number] if let Some(id) = recommendation(sector, number, None) => Some(id),
        [sector, "question", number, group] => Some(DocumentId::Question {
            sector: known(sector, Sector::with_code)?,
            number: filled(number)?,
            group: filled(group)?,
        }),
        [body, kind @ ("res" | "dec" | "rec"), number] => resolution(body, kind, number, None),
        [text, part @ ..] => basic_text(text, part),
        [] => None,
    }
}

fn letter(parts: &[&str]) -> Option<DocumentId> {
    Some(match parts {
        ["sg", "cl", year, number] => {
            DocumentId::CircularLetter { year: decimal(year)?, number: positive(number)? }
        }
        ["sg", "lc", number] => DocumentId::OldCircularLetter { number: positive(number)? },
        ["sg", "dm", year, number] => {
            DocumentId::DmLetter { year: Some(decimal(year)?), number: positive(number)? }
        }
        ["sg", "dm", number] => DocumentId::DmLetter { year: None, number: positive(number)? },
        ["tsb", "circular", period, number] => {
            DocumentId::TsbCircular { period: Some(decimal(period)?), number: positive(number)? }
        }
        ["tsb", "circular", number] => DocumentId::TsbCircular { period: None, number: positive(number)? },
        ["tsb", "collective", number, group] => {
            DocumentId::CollectiveLetter { number: positive(number)?, group: filled(group)? }
        }
        ["bdt", "md", number] => DocumentId::MdLetter { number: positive(number)? },
        ["br", "lcce", study_group, number] => {
            DocumentId::StudyGroupLetter { study_group: positive(study_group)?, number: positive(number)? }
        }
        ["br", series, number] => {
            let series = RadiocommunicationSeries::with_code(series)?;
            DocumentId::RadiocommunicationCircular { series, number: positive(number)? }
        }
        ["bdt", "circular", number @ ..] if !number.is_empty() => {
            DocumentId::BdtCircular { number: filled(&number.join("/"))? }
        }
        _ => return None,
    })
}

fn resolution(body: &str, kind: &str, number: &str, edition: Option<u16>) -> Option<DocumentId> {
    let kind = ResolutionKind::with_code(kind)?;
    Some(DocumentId::Resolution {
        kind,
        body: known(body, Body::with_code)?,
        number: filled(number)?,
        edition,
    })
}

fn recommendation(sector: &str, number: &str, edition: Option<Month>) -> Option<DocumentId> {
    let sector = Sector::with_code(sector)?;
    Some(DocumentId::Recommendation { sector, number: filled(number)?, edition })
}

fn basic_text(text: &str, part: &[&str]) -> Option<DocumentId> {
    let text = BasicText::with_code(text)?;
    let part = match part {
        [] => TextPart::Whole,
        ["art", number] => TextPart::Article(filled(number)?),
        ["no", number] => TextPart::Number(filled(number)?),
        ["sec", number] => TextPart::Section(filled(number)?),
        ["app", number] => TextPart::Appendix(filled(number)?),
        ["part", part, number] => {
            TextPart::OfPart { part: letter_alone(part)?.to_ascii_uppercase(), number: filled(number)? }
        }
        _ => return None,
    };
    Some(DocumentId::BasicText { text, part })
}

/// The value with the code; `?` stands for an unknown one.
fn known<T>(code: &str, with_code: impl Fn(&str) -> Option<T>) -> Option<Option<T>> {
    if code == UNKNOWN { Some(None) } else { with_code(code).map(Some) }
}

/// The only letter of the text.
fn letter_alone(text: &str) -> Option<char> {
    let mut letters = text.chars();
    letters.next().filter(|letter| letter.is_ascii_alphabetic() && letters.next().is_none())
}

fn filled(text: &str) -> Option<String> {
    (!text.is_empty()).then(|| text.to_owned())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_id_is_parsed_from_what_it_prints() {
        for path in [
            "sg/cl/2020/43",
            "sg/lc/58",
            "sg/dm/2020/1021",
            "sg/dm/1051",
            "tsb/circular/237",
            "tsb/circular/2017/237",
            "tsb/collective/9/SG3RG-LAC",
            "br/cr/384",
            "br/lcce/4/71",
            "bdt/circular/8",
            "bdt/circular/IP/CSTG-2",
            "br/ca/270/add/1",
            "itu-t/rec/A.12/corr/2",
            "itu-t/rec/G.9804.2/amd/1",
            "itu-r/rep/M.2410-0",
            "tsb/ob/1096",
            "council/doc/2021/4/rev/1",
            "pp/res/99@2018",
            "pp/dec/5",
            "?/res/1",
            "ra/res/1-8",
            "council/res/1299@2020",
            "itu-t/rec/Q.708@1999-03",
            "itu-r/rec/SM.328-8",
            "?/question/4/17",
            "itu-r/question/202-2/1",
            "wtpf/opinion/4",
            "constitution",
            "convention/art/25",
            "general-rules/sec/3",
            "rr/no/9.7",
            "rr/app/30B",
            "itr/art/6",
            "council/doc/2020/57",
            "wtdc17/doc/11",
            "wcit-12/doc/ADM/1",
            "wcit/res/4@2012",
            "wrc/rec/608@2007",
            "pp/rec/5",
            "itu-t/rec/K.83/app/II",
            "itu-t/rec/G.992.5/annex/B",
            "itu-t/rec/P.800/suppl/1",
            "itu-t/suppl/A/3",
            "itu-t/imp/H.323",
            "itu-r/hdb/21",
            "rop",
            "rop/part/c/1.10",
            "optional-protocol",
            "financial-regulations/art/12",
            "council/doc/2017/inf/5",
            "council/doc/2018/ep/2",
            "council/doc/ca30/4856",
            "tdag/doc/16-21/6",
            "itu-t/sg/13/c/50",
            "wrc-15/final-acts",
            "agreement/ge06",
            "ifrb/circular/850",
            "br/car/55",
            "bdt/md/102",
            "?/awaited",
        ] {
            let id: Result<DocumentId, UnknownId> = path.parse();
            assert_eq!(id.map(|id| id.to_string()).as_deref(), Ok(path));
        }
    }

    #[test]
    fn other_spellings_are_no_ids() {
        for path in [
            "",
            "/",
            "sg/cl/2020/043",
            "sg/cl/2020",
            "SG/CL/2020/43",
            "pp/res/99@",
            "pp/res/@2018",
            "pp/res",
            "itu-t/rec/Q.708@1999-13",
            "constitution/art",
            "who/res/1",
            "sg/cl/2020/43/corr/0",
            "?/doc/1",
        ] {
            assert_eq!(path.parse::<DocumentId>(), Err(UnknownId), "{path}");
        }
    }
}
