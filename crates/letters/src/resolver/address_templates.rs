//! Makes addresses from ids, by the rows of `data/registry.tsv` and `data/addresses.tsv`.

use super::address_row::AddressRow;
use super::tables::{ADDRESSES, REGISTRY};
use super::{Certainty, Opens, Provenance, Target};
use crate::ids::{DocumentId, Language};

/// The document in the registry. It opens the edition in force, so the edition cited does not matter.
pub(super) fn registered(id: &DocumentId, language: Language) -> Option<Target> {
    let id = id.without_edition().to_string();
    let (target, certainty) = REGISTRY.iter().find_map(|row| target(row, &id, language))?;
    Some(Target { provenance: Provenance::Registry(certainty), ..target })
}

/// The address that a rule makes from the id. `period` is the study period of the citing letter.
pub(super) fn by_rule(id: &DocumentId, period: Option<u16>, language: Language) -> Option<Target> {
    if let DocumentId::CollectiveLetter { number, group } = id {
        return collective_letter(*number, group, period?, language);
    }
    let id = id.to_string();
    let (target, certainty) = ADDRESSES.iter().find_map(|row| target(row, &id, language))?;
    Some(Target { provenance: Provenance::Rule(certainty), ..target })
}

/// Collective letters are numbered by study group and study period. Their ids do not contain the period: it is that of
/// the citing letter. Source: the Union's ids for them, `T17-SG11-COL-0007`, which have not been seen as links.
fn collective_letter(number: u32, group: &str, period: u16, language: Language) -> Option<Target> {
    let group: u32 = group.parse().ok()?;
    let address = format!(
        "https://www.itu.int/md/T{:02}-SG{group:02}-COL-{number:04}/{}",
        period % 100,
        language.code()
    );
    Some(Target {
        address,
        language: Some(language),
        provenance: Provenance::Rule(Certainty::Likely),
        opens: Opens::Document,
        edition: None,
    })
}

/// The target that the row makes from the id, if it matches.
fn target(row: &AddressRow, id: &str, language: Language) -> Option<(Target, Certainty)> {
    if row.language.is_some_and(|its_language| its_language != language && !row.is_in_one_language()) {
        return None;
    }
    let parts = matched(row.id, id)?;
    let address = filled(row.address, &parts, language)?;
    let has_language = row.address.contains("{lang}") || row.address.contains("{L}");
    let target = Target {
        address,
        language: if has_language { Some(language) } else { row.language },
        provenance: Provenance::Rule(row.certainty),
        opens: row.opens,
        edition: row.edition,
    };
    Some((target, row.certainty))
}

impl AddressRow {
    /// Whether the document exists in this language only: then it serves readers of all languages.
    fn is_in_one_language(&self) -> bool {
        let others = || REGISTRY.iter().any(|row| row.id == self.id && row.language.is_none());
        self.language.is_some() && !others() && !self.id.contains(':')
    }
}

/// The parts of an id by their names, if it matches the pattern.
fn matched<'id>(pattern: &'static str, id: &'id str) -> Option<Vec<(&'static str, &'id str)>> {
    let mut parts = Vec::new();
    let (mut pattern, mut id) = (pattern, id);
    while let Some((before, rest)) = pattern.split_once('{') {
        id = id.strip_prefix(before)?;
        let (name, after) = rest.split_once('}')?;
        let next = after.chars().next();
        // A part ends at the character that follows it in the pattern, and never contains a slash.
        let length = id.find(|c| c == '/' || c == '@' || Some(c) == next).unwrap_or(id.len());
        let (value, rest) = id.split_at_checked(length)?;
        let (name, condition) = name.split_once(':').map_or((name, None), |(name, of)| (name, Some(of)));
        (!value.is_empty() && condition.is_none_or(|condition| holds(condition, value))).then_some(())?;
        parts.push((name, value));
        (pattern, id) = (after, rest);
    }
    (pattern == id).then_some(parts)
}

/// Whether the pattern allows the value of a part: `2017..`, `1..219`, `cr|ca`.
fn holds(condition: &str, value: &str) -> bool {
    let number = |text: &str| text.parse::<u32>().ok();
    match condition.split_once("..") {
        Some((least, most)) => {
            let most = number(most).unwrap_or(u32::MAX);
            number(value).is_some_and(|value| number(least).unwrap_or(0) <= value && value <= most)
        }
        None => condition.split('|').any(|allowed| allowed == value),
    }
}

/// The template with the parts filled in.
fn filled(template: &str, parts: &[(&str, &str)], language: Language) -> Option<String> {
    let mut address = String::new();
    let mut rest = template;
    while let Some((before, after)) = rest.split_once('{') {
        address.push_str(before);
        let (name, after) = after.split_once('}')?;
        let (name, width) =
            name.split_once(':').map_or((name, None), |(name, width)| (name, width.parse().ok()));
        match name {
            "lang" => address.push_str(language.code()),
            "L" => address.push(language.letter()),
            _ => {
                let (_, value) = parts.iter().find(|(part, _)| part.eq_ignore_ascii_case(name))?;
                let is_capital = name.bytes().all(|byte| byte.is_ascii_uppercase());
                address.push_str(&fitted(value, width, is_capital));
            }
        }
        rest = after;
    }
    address.push_str(rest);
    Some(address)
}

/// The value at a fixed width: padded with zeros, or cut to its last characters.
fn fitted(value: &str, width: Option<usize>, is_capital: bool) -> String {
    let value = match width {
        Some(width) if value.len() > width => value.get(value.len() - width..).unwrap_or(value).to_owned(),
        Some(width) => format!("{value:0>width$}"),
        None => value.to_owned(),
    };
    if is_capital { value.to_ascii_uppercase() } else { value }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_pattern_matches_the_parts_of_an_id() {
        assert_eq!(
            matched("sg/cl/{year:2017..}/{number}", "sg/cl/2020/43"),
            Some(vec![("year", "2020"), ("number", "43")])
        );
        assert_eq!(matched("sg/cl/{year:2017..}/{number}", "sg/cl/2011/43"), None);
        assert_eq!(matched("sg/cl/{year}/{number}", "sg/cl/2020/43/corr/1"), None);
        assert_eq!(
            matched("itu-r/rec/{series}-{revision}", "itu-r/rec/SM.328-8"),
            Some(vec![("series", "SM.328"), ("revision", "8")])
        );
        assert_eq!(matched("itu-t/rec/{number}", "itu-t/rec/Q.708@1999-03"), None);
    }

    #[test]
    fn numbers_are_padded_with_zeros_and_years_cut() {
        let parts = [("year", "2020"), ("number", "43"), ("series", "cr")];
        assert_eq!(
            filled("S{year:2}-{SERIES}-{number:4}/{lang}-{L}", &parts, Language::Spanish).as_deref(),
            Some("S20-CR-0043/es-S")
        );
    }
}
