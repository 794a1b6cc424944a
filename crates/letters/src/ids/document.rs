//! Language-neutral ids of documents.
//!
//! One id names a document in all its languages: “Lettre circulaire N° CL-20/43” and “CL-20/43号通函” are both
//! `sg/cl/2020/43`. The series is part of the id, because one number occurs in many of them: CL-20/43 is a circular
//! letter of the General Secretariat, C20/43 a document of the Council, CR/43 a letter of the Radiocommunication Bureau.
//!
//! An id is printed as a path in small letters, in which a number keeps its issuer's spelling, and is read back from it:
//! [`parsing`].

mod parsing;

pub use parsing::UnknownId;

use std::fmt;

use super::tables::STUDY_PERIODS;
use crate::ids::Date;
use crate::text::characters::{is_dash, is_space};

/// The id of a document that a letter can be or cite.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub enum DocumentId {
    /// A circular letter of the General Secretariat, CL-yy/n. Numbers start from 1 each year.
    CircularLetter {
        /// The year of issue, in four digits.
        year: u16,
        /// The number within the year.
        number: u32,
    },
    /// A DM letter of the General Secretariat, DM-yy/n, or DM-n in the older form without a year.
    DmLetter {
        /// The year of issue, in four digits, where the reference has one.
        year: Option<u16>,
        /// The number.
        number: u32,
    },
    /// A circular or circular letter of the Radiocommunication Bureau. Numbers run on since 1993.
    RadiocommunicationCircular {
        /// The series.
        series: RadiocommunicationSeries,
        /// The number within the series.
        number: u32,
    },
    /// A circular letter of the Radiocommunication Bureau to a study group, SG/LCCE/n.
    StudyGroupLetter {
        /// The study group.
        study_group: u32,
        /// The number within the study group.
        number: u32,
    },
    /// A circular letter of the General Secretariat from before CL-yy/n: “Circular-Letter No. 58”.
    OldCircularLetter {
        /// The number.
        number: u32,
    },
    /// A circular of the Telecommunication Standardization Bureau. Numbers start again with each study period.
    TsbCircular {
        /// The first year of the study period, where it is known.
        period: Option<u16>,
        /// The number within the study period.
        number: u32,
    },
    /// A collective letter of the Telecommunication Standardization Bureau to a study group, n/SG.
    CollectiveLetter {
        /// The number within the study group.
        number: u32,
        /// The study group, or another group, as written: `11`, `TSAG`, `SG3RG-LAC`.
        group: String,
    },
    /// A circular of the Telecommunication Development Bureau.
    BdtCircular {
        /// The number, without zeros before it; in older shapes everything after `BDT/`.
        number: String,
    },
    /// A corrigendum, an addendum or a revision of one of these.
    Amendment {
        /// What is amended.
        of: Box<DocumentId>,
        /// How.
        kind: Amendment,
        /// The number of the amendment, from 1.
        number: u32,
    },
    /// A Resolution or a Decision.
    Resolution {
        /// Which of the two.
        kind: ResolutionKind,
        /// Who adopted it, where that can be told.
        body: Option<Body>,
        /// The number, as written: `99`; of the Radiocommunication Assembly also `1-8`.
        number: String,
        /// The year of the edition, where one is named.
        edition: Option<u16>,
    },
    /// A Recommendation.
    Recommendation {
        /// The Sector that approved it.
        sector: Sector,
        /// Series and number: `X.509`, `SM.328-8`.
        number: String,
        /// The edition, where one is named.
        edition: Option<Month>,
    },
    /// A Question that a study group works on.
    Question {
        /// The Sector, where it can be told.
        sector: Option<Sector>,
        /// The number, as written: `4`, `202-2`.
        number: String,
        /// The study group.
        group: String,
    },
    /// An Opinion of the World Telecommunication Policy Forum.
    Opinion {
        /// The number.
        number: u32,
    },
    /// A basic text of the Union, or a part of one.
    BasicText {
        /// The text.
        text: BasicText,
        /// The part: the whole, or a provision.
        part: TextPart,
    },
    /// A document of the Council.
    CouncilDocument {
        /// The year of the session.
        year: u16,
        /// The number within the session.
        number: u32,
    },
    /// A document of a conference or another meeting.
    ConferenceDocument {
        /// The conference, as written, in small letters: `wtdc17`, `pp-18`.
        conference: String,
        /// The number, as written: `11`, `ADM/1`.
        number: String,
    },
    /// A letter that is announced and has no number yet.
    Awaited,
}

/// What a conference adopts under a number.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum ResolutionKind {
    /// A Resolution.
    Resolution,
    /// A Decision.
    Decision,
}

/// A conference or council that adopts Resolutions and Decisions.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Body {
    /// The Plenipotentiary Conference.
    Plenipotentiary,
    /// The World Telecommunication Standardization Assembly (WTSA).
    StandardizationAssembly,
    /// The World Telecommunication Development Conference (WTDC).
    DevelopmentConference,
    /// The World Radiocommunication Conference (WRC).
    RadiocommunicationConference,
    /// The Radiocommunication Assembly (RA), whose Resolutions are those of the ITU-R.
    RadiocommunicationAssembly,
    /// The Council.
    Council,
}

/// A Sector of the Union.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Sector {
    /// Telecommunication Standardization, ITU-T.
    Standardization,
    /// Radiocommunication, ITU-R.
    Radiocommunication,
    /// Telecommunication Development, ITU-D.
    Development,
}

/// A month of a year: editions of Recommendations are known by theirs.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Month {
    year: u16,
    month: u8,
}

impl Month {
    /// The month, if there is one of this number.
    pub const fn new(year: u16, month: u8) -> Option<Self> {
        if month == 0 || month > 12 || year < 1865 || year > 9999 { None } else { Some(Self { year, month }) }
    }

    /// The year, in four digits.
    pub const fn year(self) -> u16 {
        self.year
    }

    /// The month, from 1.
    pub const fn month(self) -> u8 {
        self.month
    }
}

/// The texts on which the Union rests.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum BasicText {
    /// The Constitution (CS).
    Constitution,
    /// The Convention (CV).
    Convention,
    /// The General Rules of conferences, assemblies and meetings of the Union (GR).
    GeneralRules,
    /// The Radio Regulations (RR).
    RadioRegulations,
    /// The International Telecommunication Regulations (ITRs).
    TelecommunicationRegulations,
}

/// A part of a basic text. Numbers are as written: `4A`, `9.7`, `30B`.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub enum TextPart {
    /// The text as a whole.
    Whole,
    /// An article.
    Article(String),
    /// A provision by its number in the margin.
    Number(String),
    /// A section of the General Rules.
    Section(String),
    /// An appendix of the Radio Regulations.
    Appendix(String),
}

/// How a letter amends another.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Amendment {
    /// It corrects.
    Corrigendum,
    /// It adds.
    Addendum,
    /// It replaces.
    Revision,
}

impl Amendment {
    const ALL: [Self; 3] = [Self::Corrigendum, Self::Addendum, Self::Revision];

    const fn code(self) -> &'static str {
        match self {
            Self::Corrigendum => "corr",
            Self::Addendum => "add",
            Self::Revision => "rev",
        }
    }
}

impl ResolutionKind {
    const ALL: [Self; 2] = [Self::Resolution, Self::Decision];

    const fn code(self) -> &'static str {
        match self {
            Self::Resolution => "res",
            Self::Decision => "dec",
        }
    }
}

impl Body {
    /// All of them.
    pub const ALL: [Self; 6] = [
        Self::Plenipotentiary,
        Self::StandardizationAssembly,
        Self::DevelopmentConference,
        Self::RadiocommunicationConference,
        Self::RadiocommunicationAssembly,
        Self::Council,
    ];

    /// The code in ids: `pp`.
    pub const fn code(self) -> &'static str {
        match self {
            Self::Plenipotentiary => "pp",
            Self::StandardizationAssembly => "wtsa",
            Self::DevelopmentConference => "wtdc",
            Self::RadiocommunicationConference => "wrc",
            Self::RadiocommunicationAssembly => "ra",
            Self::Council => "council",
        }
    }
}

impl Sector {
    /// All of them.
    pub const ALL: [Self; 3] = [Self::Standardization, Self::Radiocommunication, Self::Development];

    /// The code in ids: `itu-t`.
    pub const fn code(self) -> &'static str {
        match self {
            Self::Standardization => "itu-t",
            Self::Radiocommunication => "itu-r",
            Self::Development => "itu-d",
        }
    }
}

impl BasicText {
    /// All of them.
    pub const ALL: [Self; 5] = [
        Self::Constitution,
        Self::Convention,
        Self::GeneralRules,
        Self::RadioRegulations,
        Self::TelecommunicationRegulations,
    ];

    /// The code in ids: `general-rules`.
    pub const fn code(self) -> &'static str {
        match self {
            Self::Constitution => "constitution",
            Self::Convention => "convention",
            Self::GeneralRules => "general-rules",
            Self::RadioRegulations => "rr",
            Self::TelecommunicationRegulations => "itr",
        }
    }
}

/// The series of circulars of the Radiocommunication Bureau.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum RadiocommunicationSeries {
    /// CA: administrative circulars.
    Ca,
    /// CACE: administrative circulars to Administrations and Sector Members.
    Cace,
    /// CR: circular letters to Administrations.
    Cr,
    /// CCRR: circular letters on the Rules of Procedure.
    Ccrr,
}

impl RadiocommunicationSeries {
    const ALL: [Self; 4] = [Self::Ca, Self::Cace, Self::Cr, Self::Ccrr];

    /// The series that a reference names: `CR`.
    pub(crate) fn named(code: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|series| series.code().eq_ignore_ascii_case(code))
    }

    /// The code in ids: `cr`.
    pub const fn code(self) -> &'static str {
        match self {
            Self::Ca => "ca",
            Self::Cace => "cace",
            Self::Cr => "cr",
            Self::Ccrr => "ccrr",
        }
    }
}

impl DocumentId {
    /// Reads a reference as a letterhead writes it: `CL-20/43`, `DM-1051`, `CR/384`, `4/LCCE/71`, `BDT/008`.
    ///
    /// Only shapes that name their series are read. A bare `20/43` may be a letter or a Question: what it is depends on
    /// the words around it, which are not known here.
    pub fn from_reference(reference: &str) -> Option<Self> {
        let reference = reference.trim().to_ascii_uppercase();
        if let Some(rest) = reference.strip_prefix("CL") {
            let (year, number) = rest.trim_start_matches(is_hyphen_or_space).split_once('/')?;
            return Some(Self::CircularLetter { year: full_year(year)?, number: positive(number)? });
        }
        if let Some(rest) = reference.strip_prefix("DM") {
            let rest = rest.trim_start_matches(is_hyphen_or_space);
            return Some(match rest.split_once('/') {
                Some((year, number)) => {
                    Self::DmLetter { year: Some(full_year(year)?), number: positive(number)? }
                }
                None => Self::DmLetter { year: None, number: positive(rest)? },
            });
        }
        if let Some(rest) = reference.strip_prefix("BDT/") {
            let rest = rest.strip_prefix("CIRCULAR/").unwrap_or(rest);
            let number = positive(rest).map(|number| number.to_string());
            let number = number.or_else(|| rest.contains('/').then(|| rest.to_owned()))?;
            return rest.ends_with(|c: char| c.is_ascii_digit()).then_some(Self::BdtCircular { number });
        }
        let (before, number) = reference.rsplit_once('/')?;
        let number = positive(number)?;
        if let Some(study_group) = before.strip_suffix("/LCCE") {
            return Some(Self::StudyGroupLetter { study_group: positive(study_group)?, number });
        }
        RadiocommunicationSeries::ALL
            .into_iter()
            .find(|series| series.code().eq_ignore_ascii_case(before))
            .map(|series| Self::RadiocommunicationCircular { series, number })
    }
}

impl DocumentId {
    /// The document without the edition that is named: what all editions are editions of.
    pub fn without_edition(&self) -> Self {
        let mut document = self.clone();
        match &mut document {
            Self::Resolution { edition, .. } => *edition = None,
            Self::Recommendation { edition, .. } => *edition = None,
            _ => {}
        }
        document
    }

    /// The year of the edition of a Resolution or Decision, where one is named.
    pub const fn edition(&self) -> Option<u16> {
        match self {
            Self::Resolution { edition, .. } => *edition,
            _ => None,
        }
    }

    /// Whether the document is a circular letter of any series, or an amendment of one.
    pub fn is_letter(&self) -> bool {
        match self {
            Self::CircularLetter { .. }
            | Self::DmLetter { .. }
            | Self::RadiocommunicationCircular { .. }
            | Self::StudyGroupLetter { .. }
            | Self::OldCircularLetter { .. }
            | Self::TsbCircular { .. }
            | Self::CollectiveLetter { .. }
            | Self::BdtCircular { .. } => true,
            Self::Amendment { of, .. } => of.is_letter(),
            _ => false,
        }
    }

    /// Whether there are corrigenda, addenda and revisions of it that are documents of their own. A Resolution is revised by an edition.
    pub fn can_be_amended(&self) -> bool {
        match self {
            Self::CouncilDocument { .. } | Self::ConferenceDocument { .. } => true,
            Self::Amendment { of, .. } => of.can_be_amended(),
            id => id.is_letter(),
        }
    }
}

/// The first year of the study period of the ITU-T in which the day lies: that by which ids know the period.
pub fn study_period(date: Date) -> Option<u16> {
    let begun = STUDY_PERIODS
        .iter()
        .rev()
        .find(|(_, year, month, day)| (*year, *month, *day) <= (date.year(), date.month(), date.day()));
    begun.map(|(period, ..)| *period)
}

/// Letters write the hyphen of `CL-20/43` in several ways, or not at all.
fn is_hyphen_or_space(c: char) -> bool {
    is_dash(c) || is_space(c)
}

/// A year in two digits or four. The Union's letters of this form began after 1950, so `98` is 1998.
pub(crate) fn full_year(digits: &str) -> Option<u16> {
    let year: u16 = decimal(digits)?;
    match digits.len() {
        2 if year < 50 => Some(2000 + year),
        2 => Some(1900 + year),
        4 => Some(year),
        _ => None,
    }
}

/// A number from 1, without a sign.
pub(crate) fn positive(digits: &str) -> Option<u32> {
    decimal(digits).filter(|number| *number > 0)
}

/// Digits and nothing else: unlike `parse`, no sign.
pub(crate) fn decimal<N: std::str::FromStr>(digits: &str) -> Option<N> {
    digits.bytes().all(|byte| byte.is_ascii_digit()).then(|| digits.parse().ok()).flatten()
}

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
            Self::Amendment { of, kind, number } => write!(f, "{of}/{}/{number}", kind.code()),
            Self::Resolution { kind, body, number, edition } => {
                write!(f, "{}/{}/{number}", body.map_or("?", Body::code), kind.code())?;
                edition.map_or(Ok(()), |year| write!(f, "@{year}"))
            }
            Self::Recommendation { sector, number, edition } => {
                write!(f, "{}/rec/{number}", sector.code())?;
                edition.map_or(Ok(()), |month| write!(f, "@{}-{:02}", month.year, month.month))
            }
            Self::Question { sector, number, group } => {
                write!(f, "{}/question/{number}/{group}", sector.map_or("?", Sector::code))
            }
            Self::Opinion { number } => write!(f, "wtpf/opinion/{number}"),
            Self::BasicText { text, part } => {
                let (kind, number) = match part {
                    TextPart::Whole => return f.write_str(text.code()),
                    TextPart::Article(number) => ("art", number),
                    TextPart::Number(number) => ("no", number),
                    TextPart::Section(number) => ("sec", number),
                    TextPart::Appendix(number) => ("app", number),
                };
                write!(f, "{}/{kind}/{number}", text.code())
            }
            Self::CouncilDocument { year, number } => write!(f, "council/doc/{year}/{number}"),
            Self::ConferenceDocument { conference, number } => write!(f, "{conference}/doc/{number}"),
            Self::Awaited => f.write_str("?/awaited"),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn id(reference: &str) -> Option<String> {
        DocumentId::from_reference(reference).map(|id| id.to_string())
    }

    #[test]
    fn a_reference_that_names_its_series_has_an_id() {
        for (reference, expected) in [
            ("CL-20/43", "sg/cl/2020/43"),
            ("CL\u{2011}98/7", "sg/cl/1998/7"),
            ("CL22/24", "sg/cl/2022/24"),
            ("DM-20/1021", "sg/dm/2020/1021"),
            ("DM-1051", "sg/dm/1051"),
            ("CR/384", "br/cr/384"),
            ("CACE/12", "br/cace/12"),
            ("4/LCCE/71", "br/lcce/4/71"),
            ("BDT/008", "bdt/circular/8"),
            ("BDT/CIRCULAR/017", "bdt/circular/17"),
            ("BDT/IP/CSTG-2", "bdt/circular/IP/CSTG-2"),
        ] {
            assert_eq!(id(reference).as_deref(), Some(expected), "{reference}");
        }
    }

    #[test]
    fn a_study_period_begins_after_the_assembly_that_opens_it() {
        let period = |year, month, day| study_period(Date::new(year, month, day).unwrap());
        assert_eq!(period(2000, 11, 9), Some(2001));
        assert_eq!(period(2022, 3, 9), Some(2017));
        assert_eq!(period(2022, 3, 10), Some(2022));
        assert_eq!(period(1990, 1, 1), None);
    }

    #[test]
    fn what_names_no_series_has_no_id() {
        for reference in
            ["20/43", "", "CL-", "CL-20/", "CL-20/+3", "CL-20/0", "CL-2/43", "COM 3/ST", "CL-20/99999999999"]
        {
            assert_eq!(id(reference), None, "{reference}");
        }
    }
}
