//! The ids of letters from their references: the series, and the number as its issuer writes it.

use super::{DocumentId, RadiocommunicationSeries};
use crate::ids::{full_year, positive};
use crate::text::characters::{is_dash, is_space};

/// A series of letters that is named before the number.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Series {
    /// `CL-20/43`.
    Cl,
    /// `LC 58`, as circular letters were numbered before CL.
    Lc,
    /// `DM-20/1021`, `DM-1051`.
    Dm,
    /// `CR/384`.
    Radiocommunication(RadiocommunicationSeries),
    /// `BDT/008`.
    Bdt,
    /// `MD-102`.
    Md,
}

impl Series {
    /// The id of the letter with the number: `20/43`, `384`, `IP/CSTG-2`.
    pub(crate) fn letter(self, number: &str) -> Option<DocumentId> {
        let parts = number.split_once('/');
        Some(match (self, parts) {
            (Self::Cl, Some((year, number))) => {
                DocumentId::CircularLetter { year: full_year(year)?, number: positive(number)? }
            }
            // “DM-951/BDT/CEO”: the unit that wrote it.
            (Self::Dm, Some((number, unit))) if unit.starts_with(|c: char| c.is_ascii_uppercase()) => {
                DocumentId::DmLetter { year: None, number: positive(number)? }
            }
            (Self::Dm, Some((year, number))) => {
                DocumentId::DmLetter { year: Some(full_year(year)?), number: positive(number)? }
            }
            (Self::Dm, None) => DocumentId::DmLetter { year: None, number: positive(number)? },
            (Self::Lc, None) => DocumentId::OldCircularLetter { number: positive(number)? },
            (Self::Radiocommunication(series), None) => {
                DocumentId::RadiocommunicationCircular { series, number: positive(number)? }
            }
            (Self::Md, None) => DocumentId::MdLetter { number: positive(number)? },
            (Self::Bdt, _) => return bdt_circular(number),
            (Self::Cl, None) | (Self::Lc | Self::Md | Self::Radiocommunication(_), Some(_)) => return None,
        })
    }
}

/// The circular with the number after `BDT/`: `008`, `CIRCULAR/017`, or in older forms all of it, `IP/CSTG-2`.
fn bdt_circular(number: &str) -> Option<DocumentId> {
    let number = number.strip_prefix("CIRCULAR/").unwrap_or(number);
    if let Some(number) = positive(number) {
        return Some(DocumentId::BdtCircular { number: number.to_string() });
    }
    let is_older = number.contains('/') && number.ends_with(|c: char| c.is_ascii_digit());
    is_older.then(|| DocumentId::BdtCircular { number: number.to_owned() })
}

/// The id of `4/LCCE/71`.
pub(crate) fn study_group_letter(reference: &str) -> Option<DocumentId> {
    let (study_group, number) = reference.split_once("/LCCE/")?;
    Some(DocumentId::StudyGroupLetter { study_group: positive(study_group)?, number: positive(number)? })
}

impl DocumentId {
    /// Reads a reference as a letterhead writes it: `CL-20/43`, `DM-1051`, `CR/384`, `4/LCCE/71`, `BDT/008`.
    ///
    /// Only forms that name their series are read. A bare `20/43` may be a letter or a Question, depending on the words
    /// around it, which are not known here.
    pub fn from_reference(reference: &str) -> Option<Self> {
        let reference = reference.trim().to_ascii_uppercase();
        for (name, series) in [("CL", Series::Cl), ("DM", Series::Dm)] {
            if let Some(number) = reference.strip_prefix(name) {
                // Letters write the hyphen in several ways, or not at all.
                return series.letter(number.trim_start_matches(|c| is_dash(c) || is_space(c)));
            }
        }
        let (name, number) = reference.split_once('/')?;
        if name == "BDT" {
            return Series::Bdt.letter(number);
        }
        let radiocommunication = RadiocommunicationSeries::named(name).map(Series::Radiocommunication);
        radiocommunication.map_or_else(|| study_group_letter(&reference), |series| series.letter(number))
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
            ("CL\u{2015}24/1", "sg/cl/2024/1"),
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
    fn a_reference_that_names_no_series_has_no_id() {
        for reference in
            ["20/43", "", "CL-", "CL-20/", "CL-20/+3", "CL-20/0", "CL-2/43", "COM 3/ST", "CL-20/99999999999"]
        {
            assert_eq!(id(reference), None, "{reference}");
        }
    }
}
