//! The names of letters' folders, in a repository of letters and on a site: `cl-20-43`, `tsb-circular-902-add-1`.
//!
//! Only ASCII small letters, digits and hyphens, so that they are safe in every file system and in every address.

use super::DocumentId;

/// The names of the folders of these letters, in the order of `ids`.
///
/// The period of a TSB circular is left out, and a year has two digits, as the letters themselves write them; if two
/// ids would share a name, both have the period or the year in full. A repeated id has the same name each time.
pub fn folder_names(ids: &[DocumentId]) -> Vec<String> {
    let mut short: Vec<(String, String)> =
        ids.iter().map(|id| (name(id, Year::Short), id.to_string())).collect();
    let names: Vec<String> = short.iter().map(|(name, _)| name.clone()).collect();
    short.sort();
    short.dedup();
    let is_shared = |name: &str| {
        let first = short.partition_point(|(other, _)| other.as_str() < name);
        short.get(first + 1).is_some_and(|(other, _)| other == name)
    };
    ids.iter()
        .zip(names)
        .map(|(id, short)| if is_shared(&short) { name(id, Year::Full) } else { short })
        .collect()
}

/// The name of the folder of a letter, with the year or the study period in full: it stays the same whatever other letters there are.
pub fn full_folder_name(id: &DocumentId) -> String {
    name(id, Year::Full)
}

/// The form of the year or the study period in a name.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Year {
    /// As in the letter's own reference: two digits, and no period.
    Short,
    /// In full.
    Full,
}

fn name(id: &DocumentId, year: Year) -> String {
    let two_digits = |full: u16| match year {
        Year::Short => format!("{:02}", full % 100),
        Year::Full => full.to_string(),
    };
    match id {
        DocumentId::CircularLetter { year, number } => format!("cl-{}-{number}", two_digits(*year)),
        DocumentId::DmLetter { year: Some(year), number } => format!("dm-{}-{number}", two_digits(*year)),
        DocumentId::TsbCircular { period: Some(period), number } if year == Year::Full => {
            format!("tsb-circular-{period}-{number}")
        }
        DocumentId::TsbCircular { number, .. } => format!("tsb-circular-{number}"),
        DocumentId::Amendment { of, .. } => {
            let (amended, whole) = (of.to_string(), id.to_string());
            format!("{}{}", name(of, year), safe(whole.strip_prefix(&amended).unwrap_or_default()))
        }
        DocumentId::BdtCircular { number } => format!("bdt-{}", safe(number)),
        // The bureau before the series is redundant.
        _ => {
            let id = id.to_string();
            safe(id.split_once('/').map_or(id.as_str(), |(_, rest)| rest))
        }
    }
}

/// The text in small letters, with a hyphen for anything but letters and digits.
fn safe(text: &str) -> String {
    let plain = |c: char| if c.is_ascii_alphanumeric() { c.to_ascii_lowercase() } else { '-' };
    text.chars().map(plain).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn names(ids: &[&str]) -> Vec<String> {
        folder_names(&ids.iter().map(|id| id.parse().unwrap()).collect::<Vec<_>>())
    }

    #[test]
    fn a_folder_is_named_as_the_letter_refers_to_itself() {
        let ids = [
            "sg/cl/2020/43",
            "sg/cl/2005/7",
            "tsb/circular/2022/902/add/1",
            "tsb/collective/7/11",
            "br/cace/901/corr/1",
            "br/lcce/4/71",
            "bdt/circular/8",
            "sg/dm/1051",
        ];
        let expected = [
            "cl-20-43",
            "cl-05-7",
            "tsb-circular-902-add-1",
            "collective-7-11",
            "cace-901-corr-1",
            "lcce-4-71",
            "bdt-8",
            "dm-1051",
        ];
        assert_eq!(names(&ids), expected);
    }

    #[test]
    fn letters_that_would_share_a_folder_have_their_period_or_year_in_full() {
        assert_eq!(
            names(&["tsb/circular/2017/12", "tsb/circular/2022/12", "tsb/circular/2022/13"]),
            ["tsb-circular-2017-12", "tsb-circular-2022-12", "tsb-circular-13"]
        );
        assert_eq!(names(&["sg/cl/1998/1", "sg/cl/1998/1"]), ["cl-98-1", "cl-98-1"]);
    }
}
