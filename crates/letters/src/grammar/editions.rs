//! The brackets after the number of a Resolution: “(Rev. Dubai, 2018)”, “(WRC-15)”, “(C08, last amended C20)”,
//! “（2018年，迪拜，修订版）”. They name the edition, and by city or acronym the body.

use super::conferences::{self, Met};
use super::numbers::Edition;
use super::reader::Reader;
use super::terms::Term;
use super::tokens::Kind;
use crate::ids::{Body, decimal, full_year};

/// The maximum number of tokens between the brackets of an edition.
const MOST_TOKENS: usize = 24;

/// The items read between the brackets.
#[derive(Default)]
struct Seen {
    edition: Edition,
    revised: bool,
    is_amended: bool,
    has_two_years: bool,
    city: Option<&'static str>,
    has_name: bool,
    unknown: usize,
}

impl Reader<'_> {
    /// The edition in the brackets that open at the token, and the token after them.
    pub(super) fn edition(&self, at: usize) -> Option<(Edition, usize)> {
        if !self.is(at, Kind::Open) {
            return None;
        }
        let mut seen = Seen::default();
        let mut next = at + 1;
        while next <= at + MOST_TOKENS {
            if self.is(next, Kind::Close) {
                return Some((seen.edition()?, next + 1));
            }
            next = self.look(next, &mut seen)?;
        }
        None
    }

    /// The edition without brackets at the token, “Rév. PP-2006”, and the token after it.
    pub(super) fn plain_edition(&self, at: usize) -> Option<(Edition, usize)> {
        (self.has_term(at, Term::Revised) && self.is_capital(at)).then_some(())?;
        let name = at + 1 + usize::from(self.is(at + 1, Kind::Stop) && self.is_glued(at + 1));
        let body = self.term(name)?.body()?;
        let (year, next) = self.year_of_name(name)?;
        Some((Edition { body: Some(body), year: Some(year), is_revised: true, ..Edition::default() }, next))
    }

    /// Reads one item between the brackets, and returns the token after it. None if no edition has such an item.
    fn look(&self, at: usize, seen: &mut Seen) -> Option<usize> {
        if let Some(next) = self.city(at, seen) {
            return Some(next);
        }
        match self.kind(at)? {
            Kind::Word(Term::Amended) => (seen.revised, seen.is_amended) = (true, true),
            Kind::Word(Term::Revised | Term::Revision) => seen.revised = true,
            Kind::Word(Term::RevisedBoth) => {
                seen.revised = true;
                seen.edition.of_all = true;
            }
            Kind::Word(Term::CouncilCode) => {
                let number = at + 1 + usize::from(self.is(at + 1, Kind::Hyphen));
                let year = full_year(&self.number(number)?)?;
                // Of the first session and the last that amended it, the last names the edition.
                seen.edition.body = Some(Body::Council);
                seen.edition.year = seen.edition.year.max(Some(year));
                return Some(number + 1);
            }
            Kind::Word(term) if let Some(body) = term.body() => {
                seen.edition.body = Some(body);
                if let Some((year, next)) = self.year_of_name(at) {
                    seen.edition.year = Some(year);
                    return Some(next);
                }
            }
            Kind::Word(Term::Of | Term::And | Term::Range | Term::Itu | Term::Its)
            | Kind::Comma
            | Kind::Stop => {}
            Kind::Number => {
                let year: u16 = decimal(&self.number(at)?)?;
                // “(2008, last amended 2019)”: the last amendment names the edition.
                if !(1865..=2199).contains(&year) || seen.edition.year.is_some_and(|other| other > year) {
                    return None;
                }
                seen.has_two_years |= seen.edition.year.is_some_and(|other| other < year);
                seen.edition.year = Some(year);
                // 2018 года, 2018年
                let after = self.words(at + 1);
                let is_year = ["г", "год", "года", "году", "年"].contains(&after);
                return Some(at + 1 + usize::from(is_year));
            }
            Kind::Other | Kind::Word(_) => {
                seen.unknown += 1;
                seen.has_name |= self.is_capital(at);
                return (seen.unknown <= 4).then_some(at + 1);
            }
            Kind::Hyphen => {}
            Kind::Open | Kind::Close | Kind::Slash | Kind::Code => return None,
        }
        Some(at + 1)
    }

    /// The city at the token, and the token after it.
    fn city(&self, at: usize, seen: &mut Seen) -> Option<usize> {
        let rest = self.text.get(self.start(at)..)?;
        // Converters leave editions in another language than the text.
        let is_latin = rest.starts_with(|c: char| c.is_ascii_uppercase());
        let city = conferences::city(rest, self.circumstances.language)
            .or_else(|| if is_latin { conferences::city(rest, None) } else { None })?;
        seen.city = Some(city.meaning);
        let end = self.start(at) + city.length;
        Some(at + (at..self.tokens.len()).take_while(|at| self.start(*at) < end).count())
    }

    /// The year in the name of a conference, `WTSA-16`, `WTSA16` or `WTSA-2000`, and the token after it.
    pub(super) fn year_of_name(&self, at: usize) -> Option<(u16, usize)> {
        let number = at + 1 + usize::from(self.is(at + 1, Kind::Hyphen) && self.is_glued(at + 1));
        if !self.is_glued(number) {
            return None;
        }
        let year = full_year(&self.number(number)?)?;
        Some((conferences::year_of(self.term(at)?, year), number + 1))
    }
}

impl Seen {
    fn edition(self) -> Option<Edition> {
        let Self { mut edition, revised, is_amended, has_two_years, city, has_name, unknown } = self;
        (is_amended || !has_two_years).then_some(())?;
        let year = edition.year?;
        if edition.body.is_none()
            && let Some(city) = city
        {
            match conferences::met_in(city, year) {
                Met::One(body) => edition.met = Some(body),
                Met::Both => edition.is_ambiguous = true,
                Met::Unknown => {}
            }
        }
        edition.is_revised = revised;
        let is_known = edition.body.is_some() || city.is_some() || revised;
        // A year alone; or a name and a year, as of a city that is in no table.
        let is_plain = unknown == 0 || has_name && unknown <= 3;
        (is_known && unknown <= 3 || is_plain).then_some(edition)
    }
}
