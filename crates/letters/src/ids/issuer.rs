//! The issuers of circular letters.

/// The issuer of a circular letter.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize))]
pub enum Issuer {
    /// The General Secretariat (SG).
    GeneralSecretariat,
    /// The Telecommunication Standardization Bureau (TSB).
    StandardizationBureau,
    /// The Radiocommunication Bureau (BR).
    RadiocommunicationBureau,
    /// The Telecommunication Development Bureau (BDT).
    DevelopmentBureau,
}

impl Issuer {
    /// All issuers.
    pub const ALL: [Self; 4] = [
        Self::GeneralSecretariat,
        Self::StandardizationBureau,
        Self::RadiocommunicationBureau,
        Self::DevelopmentBureau,
    ];

    /// The code in JSON: `sg`, `tsb`, `br`, `bdt`.
    pub const fn code(self) -> &'static str {
        match self {
            Self::GeneralSecretariat => "sg",
            Self::StandardizationBureau => "tsb",
            Self::RadiocommunicationBureau => "br",
            Self::DevelopmentBureau => "bdt",
        }
    }

    /// The issuer with the code.
    pub fn from_code(code: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|issuer| issuer.code() == code)
    }
}
