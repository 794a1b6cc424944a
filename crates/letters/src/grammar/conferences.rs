//! The conferences that editions and documents name by city and year, or by acronym and year: `data/cities.tsv`,
//! `data/conferences.tsv`.

use super::tables::{CITIES, CITIES_MEANINGS, CONFERENCES};
use super::terms::Term;
use crate::ids::{Body, Language};
use crate::text::words::{Found, found};

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

/// The city of a conference with which the text begins.
pub(super) fn city(text: &str, language: Option<Language>) -> Option<Found<&'static str>> {
    found(CITIES_MEANINGS, CITIES.longest(text, language, &|_, _| true))
}

/// The body that met in the city in the year, if it adopts Resolutions.
pub(super) fn body_in(city: &str, year: u16) -> Option<Body> {
    CONFERENCES
        .iter()
        .filter(|(_, _, its_year, its_city)| *its_year == year && *its_city == city)
        .find_map(|(_, assembly, ..)| assembly.body())
}

/// The year in which the conference with this two-digit year in its name was held: that of WTSA-20 is 2022.
pub(super) fn year_of(term: Term, year: u16) -> u16 {
    let held = CONFERENCES.iter().find(|(name, assembly, ..)| {
        Assembly::of(term) == Some(*assembly) && short_year(name) == Some(year % 100)
    });
    held.map_or(year, |(_, _, year, _)| *year)
}

fn short_year(conference: &str) -> Option<u16> {
    conference.rsplit('-').next()?.parse().ok()
}

impl Assembly {
    /// The meeting that the term names.
    const fn of(term: Term) -> Option<Self> {
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
    const fn body(self) -> Option<Body> {
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
