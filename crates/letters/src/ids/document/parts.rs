//! The components of ids, with their printed codes.

/// Gives an enum the list of its values and the code of each in ids.
macro_rules! codes {
    ($type:ident, $example:literal, $($value:ident => $code:literal),+ $(,)?) => {
        impl $type {
            /// All values.
            pub const ALL: &'static [Self] = &[$(Self::$value),+];

            #[doc = concat!("The code in ids: `", $example, "`.")]
            pub const fn code(self) -> &'static str {
                match self {
                    $(Self::$value => $code),+
                }
            }

            /// The value with the code.
            pub(crate) fn with_code(code: &str) -> Option<Self> {
                Self::ALL.iter().copied().find(|value| value.code() == code)
            }
        }
    };
}

/// A kind of numbered text that a conference adopts.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize))]
pub enum ResolutionKind {
    /// A Resolution.
    Resolution,
    /// A Decision.
    Decision,
    /// A Recommendation of a conference, which has a number and no series: “Recommendation 608 (Rev.WRC-07)”.
    Recommendation,
}

codes!(ResolutionKind, "res", Resolution => "res", Decision => "dec", Recommendation => "rec");

/// A conference or council that adopts Resolutions and Decisions.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize))]
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
    /// The World Conference on International Telecommunications (WCIT).
    TelecommunicationConference,
}

codes!(
    Body,
    "pp",
    Plenipotentiary => "pp",
    StandardizationAssembly => "wtsa",
    DevelopmentConference => "wtdc",
    RadiocommunicationConference => "wrc",
    RadiocommunicationAssembly => "ra",
    Council => "council",
    TelecommunicationConference => "wcit",
);

/// A Sector of the Union.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize))]
pub enum Sector {
    /// Telecommunication Standardization, ITU-T.
    Standardization,
    /// Radiocommunication, ITU-R.
    Radiocommunication,
    /// Telecommunication Development, ITU-D.
    Development,
}

codes!(Sector, "itu-t", Standardization => "itu-t", Radiocommunication => "itu-r", Development => "itu-d");

/// The basic texts of the Union, and the rules that rest on them.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize))]
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
    /// The Rules of Procedure of the Radio Regulations Board.
    RulesOfProcedure,
    /// The Optional Protocol on the Compulsory Settlement of Disputes.
    OptionalProtocol,
    /// The Financial Regulations.
    FinancialRegulations,
}

codes!(
    BasicText,
    "general-rules",
    Constitution => "constitution",
    Convention => "convention",
    GeneralRules => "general-rules",
    RadioRegulations => "rr",
    TelecommunicationRegulations => "itr",
    RulesOfProcedure => "rop",
    OptionalProtocol => "optional-protocol",
    FinancialRegulations => "financial-regulations",
);

/// A kind of amendment of a letter or a Recommendation.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize))]
pub enum Amendment {
    /// A correction.
    Corrigendum,
    /// An addition.
    Addendum,
    /// A replacement.
    Revision,
    /// A change of a Recommendation that is approved as it is.
    Amendment,
    /// A correction of errors of print in a Recommendation.
    Erratum,
}

codes!(
    Amendment,
    "corr",
    Corrigendum => "corr",
    Addendum => "add",
    Revision => "rev",
    Amendment => "amd",
    Erratum => "err",
);

impl Amendment {
    /// Whether Recommendations have this kind of amendment.
    pub(crate) const fn is_of_recommendations(self) -> bool {
        matches!(self, Self::Corrigendum | Self::Amendment | Self::Erratum)
    }

    /// Whether letters have this kind of amendment.
    pub(crate) const fn is_of_letters(self) -> bool {
        !matches!(self, Self::Amendment | Self::Erratum)
    }
}

/// A part of a Recommendation that is named by a letter or a number of its own.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize))]
pub enum RecommendationPart {
    /// A part that belongs to what was agreed.
    Annex,
    /// A part for information.
    Appendix,
    /// A text beside the Recommendation, for information.
    Supplement,
}

codes!(RecommendationPart, "annex", Annex => "annex", Appendix => "app", Supplement => "suppl");

/// The series of documents of the Council.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize))]
pub enum CouncilSeries {
    /// Information documents, INF.
    Information,
    /// Documents on economic matters, EP.
    Economic,
}

codes!(CouncilSeries, "inf", Information => "inf", Economic => "ep");

/// The series of circulars of the Radiocommunication Bureau.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize))]
pub enum RadiocommunicationSeries {
    /// CA: administrative circulars.
    Ca,
    /// CACE: administrative circulars to Administrations and Sector Members.
    Cace,
    /// CR: circular letters to Administrations.
    Cr,
    /// CCRR: circular letters on the Rules of Procedure.
    Ccrr,
    /// CAR: letters on administrative matters, of which the answers are collected.
    Car,
}

codes!(RadiocommunicationSeries, "cr", Ca => "ca", Cace => "cace", Cr => "cr", Ccrr => "ccrr", Car => "car");

impl RadiocommunicationSeries {
    /// The series that a reference names: `CR`.
    pub(crate) fn named(name: &str) -> Option<Self> {
        Self::with_code(&name.to_ascii_lowercase())
    }
}

/// A part of a basic text. Numbers are as written: `4A`, `9.7`, `30B`.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize))]
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
    /// A provision of a Part of the Rules of Procedure: 1.10 of Part C.
    OfPart {
        /// The letter of the Part, in capitals.
        part: char,
        /// The number within the Part.
        number: String,
    },
}

/// A month of a year: editions of Recommendations are identified by theirs.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize))]
pub struct Month {
    year: u16,
    month: u8,
}

impl Month {
    /// The month, if year and number are valid.
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
