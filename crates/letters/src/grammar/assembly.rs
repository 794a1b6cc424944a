//! Kinds of conferences and assemblies.

use super::terms::Term;
use crate::ids::Body;

/// A meeting that the tables know by city and year.
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

impl Assembly {
    /// The meeting that the term names.
    pub(super) const fn of(term: Term) -> Option<Self> {
        Some(match term {
            Term::Plenipotentiary => Self::Pp,
            Term::Wtsa => Self::Wtsa,
            Term::Wtdc => Self::Wtdc,
            Term::Wrc => Self::Wrc,
            Term::Ra => Self::Ra,
            Term::Wcit => Self::Wcit,
            Term::Wtpf => Self::Wtpf,
            _ => return None,
        })
    }

    /// The body whose Resolutions are identified by the city and year of their adoption.
    pub(super) const fn body(self) -> Option<Body> {
        Some(match self {
            Self::Pp => Body::Plenipotentiary,
            Self::Wtsa => Body::StandardizationAssembly,
            Self::Wtdc => Body::DevelopmentConference,
            Self::Wrc => Body::RadiocommunicationConference,
            // Resolutions of the Radiocommunication Assembly are identified by the Sector; the others adopt none.
            Self::Ra | Self::Wcit | Self::Wtpf => return None,
        })
    }
}
