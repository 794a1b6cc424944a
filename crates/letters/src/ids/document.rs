//! Language-neutral ids of documents.
//!
//! One id names a document in all its languages: “Lettre circulaire N° CL-20/43” and “CL-20/43号通函” are both
//! `sg/cl/2020/43`. The series is part of the id, because one number occurs in many series: CL-20/43 is a circular
//! letter of the General Secretariat, C20/43 a document of the Council, CR/43 a letter of the Radiocommunication
//! Bureau.
//!
//! An id is [printed](printing) as a path in small letters, in which a number keeps its issuer's spelling, and is
//! [parsed](parsing) from it. [`series`] derives ids of letters from the numbers that their issuers write.

mod parsing;
mod parts;
mod printing;
mod series;

pub use parsing::UnknownId;
pub use parts::{
    Amendment, BasicText, Body, CouncilSeries, Month, RadiocommunicationSeries, RecommendationPart,
    ResolutionKind, Sector, TextPart,
};
pub(crate) use series::{Series, study_group_letter};

/// The id of a document that a letter can be or cite.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize))]
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
        /// The year of issue, in four digits, if the reference has one.
        year: Option<u16>,
        /// The number.
        number: u32,
    },
    /// A circular or circular letter of the Radiocommunication Bureau. Numbers have been continuous since 1993.
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
        /// The first year of the study period, if known.
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
        /// The number, without leading zeros; in older forms everything after `BDT/`.
        number: String,
    },
    /// A letter of the Telecommunication Development Bureau, MD-n.
    MdLetter {
        /// The number.
        number: u32,
    },
    /// A circular letter of the International Frequency Registration Board, which the Bureau succeeded in 1993.
    IfrbCircular {
        /// The number.
        number: u32,
    },
    /// A corrigendum, an addendum or a revision of one of these.
    Amendment {
        /// The amended document.
        of: Box<DocumentId>,
        /// The kind of amendment.
        kind: Amendment,
        /// The number of the amendment, from 1.
        number: u32,
    },
    /// A Resolution, a Decision or a Recommendation of a conference.
    Resolution {
        /// Which of these.
        kind: ResolutionKind,
        /// The body that adopted it, if known.
        body: Option<Body>,
        /// The number, as written: `99`; of the Radiocommunication Assembly also `1-8`.
        number: String,
        /// The year of the edition, if one is named.
        edition: Option<u16>,
    },
    /// A Recommendation.
    Recommendation {
        /// The Sector that approved it.
        sector: Sector,
        /// Series and number: `X.509`, `SM.328-8`.
        number: String,
        /// The edition, if one is named.
        edition: Option<Month>,
    },
    /// An annex, an appendix or a supplement of a Recommendation.
    RecommendationPart {
        /// The Recommendation.
        of: Box<DocumentId>,
        /// Annex, appendix or supplement.
        kind: RecommendationPart,
        /// Its letter or number, as written: `B`, `II`, `1`.
        label: String,
    },
    /// A supplement to a series of Recommendations of the ITU-T.
    SeriesSupplement {
        /// The letter of the series.
        series: char,
        /// The number within the series.
        number: u32,
    },
    /// The Implementers' guide of a Recommendation of the ITU-T.
    ImplementersGuide {
        /// Series and number of the Recommendation: `H.323`.
        number: String,
    },
    /// A Question that a study group works on.
    Question {
        /// The Sector, if known.
        sector: Option<Sector>,
        /// The number, as written: `4`, `202-2`.
        number: String,
        /// The study group.
        group: String,
    },
    /// A Report of the ITU-R.
    Report {
        /// Its series and number: `M.2410-0`.
        number: String,
    },
    /// A Handbook of the ITU-R.
    Handbook {
        /// Its number.
        number: u32,
    },
    /// An issue of the ITU Operational Bulletin.
    OperationalBulletin {
        /// Its number.
        number: u32,
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
        /// The series, if it is not the main one.
        series: Option<CouncilSeries>,
        /// The number within the session and the series.
        number: u32,
    },
    /// A document of the Administrative Council, as the Council was called until 1992: 4856/CA30.
    OldCouncilDocument {
        /// The session.
        session: u32,
        /// The number.
        number: u32,
    },
    /// A document of a conference, or of an advisory group or the Radio Regulations Board.
    ConferenceDocument {
        /// The conference or group, as written, in small letters: `wtdc17`, `pp-18`, `tdag`.
        conference: String,
        /// The number, as written: `11`, `ADM/1`, `16-21/6`.
        number: String,
    },
    /// A contribution to a study group of the ITU-T.
    Contribution {
        /// The study group.
        study_group: u32,
        /// The number.
        number: u32,
    },
    /// The Final Acts of a conference.
    FinalActs {
        /// The conference, as in the ids of its documents: `wrc-15`.
        conference: String,
    },
    /// A regional agreement on frequencies.
    RegionalAgreement {
        /// Its name, in small letters: `ge06`.
        name: String,
    },
    /// A letter that is announced and has no number yet.
    Awaited,
}

impl DocumentId {
    /// The document without its edition: the same for all editions.
    pub fn without_edition(&self) -> Self {
        let mut document = self.clone();
        match &mut document {
            Self::Resolution { edition, .. } => *edition = None,
            Self::Recommendation { edition, .. } => *edition = None,
            _ => {}
        }
        document
    }

    /// The year of the edition of a Resolution or Decision, if one is named.
    pub const fn edition(&self) -> Option<u16> {
        match self {
            Self::Resolution { edition, .. } => *edition,
            _ => None,
        }
    }

    /// Whether both are the same document, as far as both names say: the Union's addresses have the study period of a TSB
    /// Circular, and texts may lack it.
    pub(crate) fn agrees_with(&self, other: &Self) -> bool {
        match (self, other) {
            (Self::TsbCircular { number, .. }, Self::TsbCircular { number: other, .. }) => number == other,
            _ => self == other,
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
            | Self::BdtCircular { .. }
            | Self::MdLetter { .. }
            | Self::IfrbCircular { .. } => true,
            Self::Amendment { of, .. } => of.is_letter(),
            _ => false,
        }
    }

    /// Whether corrigenda, addenda and revisions of it are documents of their own. A Resolution is revised by an
    /// edition.
    pub fn can_be_amended(&self, kind: Amendment) -> bool {
        match self {
            Self::CouncilDocument { .. } | Self::ConferenceDocument { .. } => kind.is_of_letters(),
            Self::Recommendation { .. } | Self::RecommendationPart { .. } => kind.is_of_recommendations(),
            Self::Amendment { of, .. } => of.can_be_amended(kind),
            id => kind.is_of_letters() && id.is_letter(),
        }
    }
}
