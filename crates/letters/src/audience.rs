//! Whom a letter is addressed to: the kinds of members of the Union, and others, as its lines of addressees name them.

#[rustfmt::skip]
mod tables;

use crate::ids::Language;
use crate::text::folding::{folded, is_letter};
use crate::text::words::found;
use tables::{ADDRESSEES, ADDRESSEES_MEANINGS};

/// A kind of addressees.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Audience {
    /// The Member States of the Union, and their administrations.
    MemberStates,
    /// The members of its Sectors that are not States.
    SectorMembers,
    /// Those that take part in one study group.
    Associates,
    /// Universities and research institutes.
    Academia,
    /// National regulatory authorities.
    Regulators,
}

impl Audience {
    /// All kinds.
    pub const ALL: [Self; 5] =
        [Self::MemberStates, Self::SectorMembers, Self::Associates, Self::Academia, Self::Regulators];

    /// The name in addresses: `member-states`.
    pub const fn code(self) -> &'static str {
        match self {
            Self::MemberStates => "member-states",
            Self::SectorMembers => "sector-members",
            Self::Associates => "associates",
            Self::Academia => "academia",
            Self::Regulators => "regulators",
        }
    }
}

/// The kinds that the lines of addressees name, each once, in the order of [`Audience::ALL`].
pub fn audiences(addressees: &[String], language: Option<Language>) -> Vec<Audience> {
    let mut named: Vec<Audience> = addressees.iter().flat_map(|line| named_in(line, language)).collect();
    named.sort();
    named.dedup();
    named
}

/// The kinds whose names begin where a word of the line does, or, in Chinese, anywhere.
fn named_in(line: &str, language: Option<Language>) -> Vec<Audience> {
    let mut before = ' ';
    let mut named = Vec::new();
    for (at, c) in line.char_indices() {
        let starts_word = !(is_letter(before) && folded(c).is_some_and(is_letter));
        before = folded(c).unwrap_or(before);
        if starts_word {
            let rest = line.get(at..).unwrap_or_default();
            let longest = ADDRESSEES.longest(rest, language, &|_, _| true);
            named.extend(found(ADDRESSEES_MEANINGS, longest).map(|found| found.meaning));
        }
    }
    named
}

#[cfg(test)]
mod tests {
    use super::*;

    fn of(line: &str, language: Language) -> Vec<&'static str> {
        audiences(&[line.to_owned()], Some(language)).into_iter().map(Audience::code).collect()
    }

    #[test]
    fn a_line_of_addressees_names_kinds_of_members() {
        let all = ["member-states", "sector-members", "associates", "academia"];
        for (line, language) in [
            (
                "To Administrations of Member States, Radiocommunication Sector Members, ITU-R Associates and ITU Academia",
                Language::English,
            ),
            (
                "Aux administrations des Etats Membres, aux Membres des Secteurs, aux Associés et aux établissements universitaires",
                Language::French,
            ),
            (
                "A las Administraciones de los Estados Miembros, los Miembros del Sector, los Asociados y las Instituciones Académicas",
                Language::Spanish,
            ),
            (
                "Администрациям Государств – Членов Союза, Членам Сектора, Ассоциированным членам и Академическим организациям",
                Language::Russian,
            ),
            ("致国际电联成员国主管部门、部门成员、部门准成员和学术成员", Language::Chinese),
            ("إلى إدارات الدول الأعضاء وإلى أعضاء القطاع والمنتسبين والهيئات الأكاديمية", Language::Arabic),
        ] {
            assert_eq!(of(line, language), all, "{line}");
        }
    }

    #[test]
    fn others_are_of_no_kind() {
        assert_eq!(of("To the Chairmen of Study Groups", Language::English), [""; 0]);
        assert_eq!(of("To the regional offices", Language::English), [""; 0]);
    }
}
