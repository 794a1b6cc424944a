//! Reads an id back from its path.

use std::fmt;
use std::str::FromStr;

use super::{
    Amendment, BasicText, Body, DocumentId, Month, RadiocommunicationSeries, ResolutionKind, Sector,
    TextPart, decimal, positive,
};

/// The text is not the id of a document, or not spelt as ids are.
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

    /// Reads an id as it is printed, and nothing else: what is read prints to the same text.
    fn from_str(path: &str) -> Result<Self, UnknownId> {
        read(path).filter(|id| id.to_string() == path).ok_or(UnknownId)
    }
}

fn read(path: &str) -> Option<DocumentId> {
    let (name, edition) = match path.split_once('@') {
        Some((name, edition)) => (name, Some(edition)),
        None => (path, None),
    };
    let parts: Vec<&str> = name.split('/').collect();
    if let [base @ .., kind, number] = &parts[..]
        && base.len() >= 2
        && let Some(kind) = Amendment::ALL.into_iter().find(|candidate| candidate.code() == *kind)
    {
        let of = Box::new(read(&base.join("/"))?);
        return Some(DocumentId::Amendment { of, kind, number: positive(number)? });
    }
    match (&parts[..], edition) {
        (_, Some(edition)) => with_edition(&parts, edition),
        (["?", "awaited"], _) => Some(DocumentId::Awaited),
        (["sg" | "tsb" | "br" | "bdt", ..], _) => letter(&parts),
        (["wtpf", "opinion", number], _) => Some(DocumentId::Opinion { number: positive(number)? }),
        (["council", "doc", year, number], _) => {
            Some(DocumentId::CouncilDocument { year: decimal(year)?, number: positive(number)? })
        }
        ([conference, "doc", number @ ..], _) if !number.is_empty() => {
            let is_name = |text: &str| text.chars().all(|c| c.is_ascii_alphanumeric() || c == '-');
            let number = number.join("/");
            let holds = is_name(conference) && !conference.is_empty() && !number.is_empty();
            let conference = conference.to_ascii_lowercase();
            holds.then_some(DocumentId::ConferenceDocument { conference, number })
        }
        ([body, "res" | "dec", _], _) if *body == "?" || named(body).is_some() => resolution(&parts, None),
        ([sector, "rec", number], _) => Some(DocumentId::Recommendation {
            sector: sector_named(sector)?,
            number: filled(number)?,
            edition: None,
        }),
        ([sector, "question", number, group], _) => Some(DocumentId::Question {
            sector: if *sector == "?" { None } else { Some(sector_named(sector)?) },
            number: filled(number)?,
            group: filled(group)?,
        }),
        _ => basic_text(&parts),
    }
}

/// A document whose edition is named.
fn with_edition(parts: &[&str], edition: &str) -> Option<DocumentId> {
    match parts {
        [sector, "rec", number] => {
            let (year, month) = edition.split_once('-')?;
            let edition = Some(Month::new(decimal(year)?, decimal(month)?)?);
            Some(DocumentId::Recommendation {
                sector: sector_named(sector)?,
                number: filled(number)?,
                edition,
            })
        }
        _ => resolution(parts, Some(decimal(edition)?)),
    }
}

fn resolution(parts: &[&str], edition: Option<u16>) -> Option<DocumentId> {
    let [body, kind, number] = parts else { return None };
    let kind = ResolutionKind::ALL.into_iter().find(|candidate| candidate.code() == *kind)?;
    let body = if *body == "?" { None } else { Some(named(body)?) };
    Some(DocumentId::Resolution { kind, body, number: filled(number)?, edition })
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
        ["br", "lcce", study_group, number] => {
            DocumentId::StudyGroupLetter { study_group: positive(study_group)?, number: positive(number)? }
        }
        ["br", series, number] => DocumentId::RadiocommunicationCircular {
            series: RadiocommunicationSeries::ALL
                .into_iter()
                .find(|candidate| candidate.code() == *series)?,
            number: positive(number)?,
        },
        ["bdt", "circular", number @ ..] if !number.is_empty() => {
            DocumentId::BdtCircular { number: filled(&number.join("/"))? }
        }
        _ => return None,
    })
}

fn basic_text(parts: &[&str]) -> Option<DocumentId> {
    let (name, part) = parts.split_first()?;
    let text = BasicText::ALL.into_iter().find(|text| text.code() == *name)?;
    let part = match part {
        [] => TextPart::Whole,
        ["art", number] => TextPart::Article(filled(number)?),
        ["no", number] => TextPart::Number(filled(number)?),
        ["sec", number] => TextPart::Section(filled(number)?),
        ["app", number] => TextPart::Appendix(filled(number)?),
        _ => return None,
    };
    Some(DocumentId::BasicText { text, part })
}

fn named(code: &str) -> Option<Body> {
    Body::ALL.into_iter().find(|body| body.code() == code)
}

fn sector_named(code: &str) -> Option<Sector> {
    Sector::ALL.into_iter().find(|sector| sector.code() == code)
}

fn filled(text: &str) -> Option<String> {
    (!text.is_empty()).then(|| text.to_owned())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_id_is_read_back_from_what_it_prints() {
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
            "?/awaited",
        ] {
            let id: Result<DocumentId, UnknownId> = path.parse();
            assert_eq!(id.map(|id| id.to_string()).as_deref(), Ok(path));
        }
    }

    #[test]
    fn what_is_spelt_otherwise_is_no_id() {
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
