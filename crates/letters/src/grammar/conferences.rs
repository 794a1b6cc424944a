//! The conferences that editions and documents name by city and year, or by acronym and year: `data/cities.tsv`,
//! `data/conferences.tsv`.

use super::assembly::Assembly;
use super::tables::{CITIES, CITIES_MEANINGS, CONFERENCES};
use super::terms::Term;
use crate::ids::{Body, Language};
use crate::text::words::{Found, found};

/// The city of a conference with which the text begins.
pub(super) fn city(text: &str, language: Option<Language>) -> Option<Found<&'static str>> {
    found(CITIES_MEANINGS, CITIES.longest(text, language, &|_, _| true))
}

/// The bodies that adopt Resolutions and met in a city in a year.
pub(super) enum Met {
    /// None that the tables know.
    Unknown,
    One(Body),
    /// The World Radiocommunication Conference and the Radiocommunication Assembly, which meet in one place.
    Both,
}

/// The bodies that met in the city in the year.
pub(super) fn met_in(city: &str, year: u16) -> Met {
    let mut held =
        CONFERENCES.iter().filter(|(_, _, its_year, its_city)| *its_year == year && *its_city == city);
    if held.clone().any(|(_, assembly, ..)| *assembly == Assembly::Ra) {
        return Met::Both;
    }
    held.find_map(|(_, assembly, ..)| assembly.body()).map_or(Met::Unknown, Met::One)
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
