//! What a list of a large catalogue shows first: its newest letters, and what its letters can be filtered by.
//!
//! A catalogue of thousands of letters has megabytes. It begins with this part, so that a list is there before the rest has
//! come and been read.

use super::{Catalogue, CataloguedLetter, Standing};
use crate::ids::{DocumentId, Language};

/// The number of letters on the first page of a list.
const ON_A_PAGE: usize = 50;

/// The beginning of a large catalogue. It has no letter that the catalogue does not have.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Newest<'catalogue> {
    /// The number of letters that the site holds.
    pub count: usize,
    /// The years of the letters, the latest first, each once.
    pub years: Vec<u16>,
    /// For each series, the newest letter.
    pub series: Vec<&'catalogue DocumentId>,
    /// The languages of the letters, in the order of the United Nations.
    pub languages: Vec<Language>,
    /// The newest letters, the latest first.
    pub letters: Vec<NewestLetter<'catalogue>>,
}

/// One of the newest letters, with what only the others say of it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct NewestLetter<'catalogue> {
    /// The letter.
    pub letter: &'catalogue CataloguedLetter,
    /// The effects of other letters on it, each with that letter; the strongest first.
    pub standing: Vec<(Standing, &'catalogue DocumentId)>,
}

impl Catalogue {
    /// Whether a list shows the newest letters before the others have come: from four pages on.
    pub fn is_large(&self) -> bool {
        self.held().count() > 4 * ON_A_PAGE
    }

    /// What a list of the letters shows first.
    pub fn newest(&self) -> Newest<'_> {
        let mut held: Vec<&CataloguedLetter> = self.held().collect();
        held.reverse();
        held.sort_by_key(|letter| std::cmp::Reverse(letter.date));
        let mut years: Vec<u16> = held.iter().filter_map(|letter| Some(letter.date?.year())).collect();
        years.dedup();
        let mut known = Vec::new();
        let series = held.iter().map(|letter| &letter.id).filter(|id| {
            let series = series_of(id);
            let is_new = !known.contains(&series);
            if is_new {
                known.push(series);
            }
            is_new
        });
        let has = |language: &Language| {
            held.iter().flat_map(|letter| &letter.versions).any(|version| version.language == *language)
        };
        Newest {
            count: held.len(),
            years,
            series: series.collect(),
            languages: Language::ALL.into_iter().filter(has).collect(),
            letters: held
                .iter()
                .take(ON_A_PAGE)
                .map(|letter| NewestLetter { letter, standing: self.standing_of(&letter.id) })
                .collect(),
        }
    }

    /// The effects of other letters on the letter, the strongest first.
    fn standing_of(&self, id: &DocumentId) -> Vec<(Standing, &DocumentId)> {
        let mut effects: Vec<_> =
            self.standing(id).into_iter().map(|(standing, by)| (standing, &by.id)).collect();
        effects.sort_by_key(|(standing, _)| match standing {
            Standing::SupersededBy => 0,
            Standing::PostponedBy => 1,
            _ => 2,
        });
        effects
    }
}

/// The series of a letter: its id without year, number and amendment.
fn series_of(id: &DocumentId) -> String {
    let id = id.to_string();
    id.splitn(3, '/').take(2).collect::<Vec<_>>().join("/")
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::catalogue::CataloguedVersion;
    use crate::ids::Date;
    use crate::letter::Status;

    fn letter(number: usize, date: Option<&str>) -> CataloguedLetter {
        let version = CataloguedVersion {
            language: Language::French,
            file: format!("cl-20-{number}/fr.md"),
            status: Status::default(),
            reference: None,
            subject: None,
        };
        let id = format!("sg/cl/2020/{number}").parse().unwrap();
        CataloguedLetter {
            date: date.and_then(Date::from_iso),
            versions: vec![version],
            ..CataloguedLetter::not_held(id)
        }
    }

    #[test]
    fn the_newest_letters_come_first_and_those_without_a_date_last() {
        let mut catalogue = Catalogue::default();
        catalogue.letters.push(letter(1, None));
        catalogue.letters.extend((2..=60).map(|number| letter(number, Some("2020-10-05"))));
        catalogue.letters.push(letter(61, Some("2021-03-01")));
        catalogue.letters.push(CataloguedLetter::not_held("br/cace/901".parse().unwrap()));
        catalogue.letters[61 - 1].supersedes.push("sg/cl/2020/60".parse().unwrap());
        catalogue.letters[2].corrects.push("sg/cl/2020/60".parse().unwrap());
        let newest = catalogue.newest();
        assert_eq!((newest.count, newest.years), (61, vec![2021, 2020]));
        assert_eq!(newest.languages, [Language::French]);
        assert_eq!(newest.series.iter().map(ToString::to_string).collect::<Vec<_>>(), ["sg/cl/2020/61"]);
        let ids: Vec<String> = newest.letters.iter().map(|newest| newest.letter.id.to_string()).collect();
        assert_eq!(ids.len(), ON_A_PAGE);
        assert_eq!(ids[..2], ["sg/cl/2020/61", "sg/cl/2020/60"]);
        let standing = newest.letters[1].standing.iter().map(|(standing, _)| *standing);
        assert_eq!(standing.collect::<Vec<_>>(), [Standing::SupersededBy, Standing::CorrectedBy]);
    }
}
