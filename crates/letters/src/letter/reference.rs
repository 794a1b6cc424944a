//! What the line with the reference names: the letter's number, and the language-neutral id that it has.
//!
//! A reference is written among words: “Lettre circulaire N° CL-20/43”, “Циркуляр 179 БСЭ”, “电信标准化局第77号通函”. Some numbers name
//! their series (`CL-20/43`); of others (`77`, `7/11`) the words around them, or the letter's issuer, tell the series.

use super::meanings::SeriesWord;
use super::vocabulary;
use crate::ids::{Amendment, Date, DocumentId, Issuer, Language, positive, study_period};
use crate::text::characters::is_space;
use crate::text::tree::clean;

/// A reference of the letter.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Reference {
    /// The reference as written, without the words before it; that of an amendment with its words.
    pub(super) text: String,
    /// Its id, where its form is known.
    pub(super) id: Option<DocumentId>,
}

/// What is known of a letter apart from its reference.
#[derive(Clone, Copy)]
pub(super) struct Circumstances {
    pub(super) language: Option<Language>,
    pub(super) issuer: Option<Issuer>,
    pub(super) date: Option<Date>,
}

/// A piece of a line with a reference.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Piece<'text> {
    /// A word that says what the number is.
    Word(SeriesWord),
    /// Something with a digit in it, and its first byte in the line.
    Number(&'text str, usize),
    /// Any other word.
    Other,
}

/// The references in the text of the reference's line.
pub(super) fn read(text: &str, circumstances: Circumstances) -> Vec<Reference> {
    let pieces = pieces(text, circumstances.language);
    let amendment = pieces.iter().position(|piece| amendment_of(*piece).is_some());
    if let Some(at) = amendment {
        return vec![Reference { text: whole(text), id: amended(&pieces, at, circumstances) }];
    }
    let numbers = || pieces.iter().filter_map(|piece| number(*piece));
    let known: Vec<Reference> = numbers()
        .filter_map(|(number, _)| {
            Some(Reference { text: clean(number), id: Some(DocumentId::from_reference(&plain(number))?) })
        })
        .collect();
    if !known.is_empty() {
        return known;
    }
    match numbers().next() {
        Some((number, _)) if let Some(id) = by_words(number, &pieces, circumstances) => {
            vec![Reference { text: clean(number), id: Some(id) }]
        }
        Some((_, start)) if pieces.iter().any(|piece| matches!(piece, Piece::Word(_))) => {
            vec![Reference { text: whole(text.get(start..).unwrap_or(text)), id: None }]
        }
        _ => vec![Reference { text: whole(text), id: None }],
    }
}

/// Whether the text is a reference and nothing else, so that it needs no label to be known: “Circular Letter CR/384”.
pub(super) fn is_reference(text: &str, language: Option<Language>) -> bool {
    let pieces = pieces(text, language);
    let known = |piece: &Piece<'_>| {
        number(*piece).is_some_and(|(number, _)| DocumentId::from_reference(&plain(number)).is_some())
    };
    let names_series = |piece: &Piece<'_>| matches!(piece, Piece::Word(word) if !matches!(word, SeriesWord::NumberSign | SeriesWord::Joiner));
    !pieces.contains(&Piece::Other)
        && pieces.iter().any(|piece| number(*piece).is_some())
        && pieces.iter().any(|piece| known(piece) || names_series(piece))
        && pieces.iter().filter(|piece| number(**piece).is_some()).count() <= 3
}

/// Whether the text begins a reference that the next line goes on with: it names no number yet, or an amendment and not what
/// it amends.
pub(super) fn is_unfinished(text: &str, language: Option<Language>) -> bool {
    let pieces = pieces(text, language);
    let numbers = pieces.iter().filter(|piece| number(**piece).is_some()).count();
    let amends = pieces.iter().any(|piece| amendment_of(*piece).is_some());
    numbers == 0 || amends && numbers < 2
}

/// Where the reference ends in a line that goes on with something else: the ends of its numbers, in bytes.
pub(super) fn number_ends(text: &str, language: Option<Language>) -> impl Iterator<Item = usize> {
    pieces(text, language).into_iter().filter_map(number).map(|(number, start)| start + number.len())
}

fn number(piece: Piece<'_>) -> Option<(&str, usize)> {
    match piece {
        Piece::Number(number, start) => Some((number, start)),
        _ => None,
    }
}

fn amendment_of(piece: Piece<'_>) -> Option<Amendment> {
    match piece {
        Piece::Word(SeriesWord::Corrigendum) => Some(Amendment::Corrigendum),
        Piece::Word(SeriesWord::Addendum) => Some(Amendment::Addendum),
        Piece::Word(SeriesWord::Revision) => Some(Amendment::Revision),
        _ => None,
    }
}

/// The id of an amendment: the number next to its word is its own, the other one is that of the letter that it amends.
fn amended(pieces: &[Piece<'_>], at: usize, circumstances: Circumstances) -> Option<DocumentId> {
    let kind = amendment_of(*pieces.get(at)?)?;
    let own = pieces
        .get(at + 1..)?
        .iter()
        .position(|piece| number(*piece).is_some())
        .map(|after| at + 1 + after)?;
    let amendment_number = positive(&plain(number(*pieces.get(own)?)?.0))?;
    let others = pieces.iter().enumerate().filter(|(index, _)| *index != own);
    let mut others = others.filter_map(|(_, piece)| number(*piece)).map(|(number, _)| number);
    let base = others.next()?;
    let id = DocumentId::from_reference(&plain(base)).or_else(|| by_words(base, pieces, circumstances))?;
    Some(DocumentId::Amendment { of: Box::new(id), kind, number: amendment_number })
}

/// The id of a number that does not name its series: the words around it do, or the issuer.
fn by_words(number: &str, pieces: &[Piece<'_>], circumstances: Circumstances) -> Option<DocumentId> {
    let has = |word| pieces.contains(&Piece::Word(word));
    let issuer = if has(SeriesWord::StandardizationBureau) || has(SeriesWord::Collective) {
        Some(Issuer::StandardizationBureau)
    } else if has(SeriesWord::DevelopmentBureau) {
        Some(Issuer::DevelopmentBureau)
    } else if has(SeriesWord::RadiocommunicationBureau) {
        Some(Issuer::RadiocommunicationBureau)
    } else {
        circumstances.issuer
    };
    if !has(SeriesWord::Circular) && !has(SeriesWord::Collective) {
        return None;
    }
    let plain = plain(number);
    match (issuer?, plain.split_once('/')) {
        (Issuer::StandardizationBureau, Some((number, group))) => {
            let is_group = !group.is_empty() && group.chars().all(|c| c.is_ascii_alphanumeric() || c == '-');
            is_group.then_some(DocumentId::CollectiveLetter {
                number: positive(number)?,
                group: group.to_owned(),
            })
        }
        (Issuer::StandardizationBureau, None) => {
            let period = circumstances.date.and_then(study_period);
            Some(DocumentId::TsbCircular { period, number: positive(&plain)? })
        }
        (Issuer::GeneralSecretariat, None) => {
            Some(DocumentId::OldCircularLetter { number: positive(&plain)? })
        }
        (Issuer::DevelopmentBureau, None) => {
            Some(DocumentId::BdtCircular { number: positive(&plain)?.to_string() })
        }
        _ => None,
    }
}

/// Divides a line into the words of a reference, numbers, and other words.
fn pieces(text: &str, language: Option<Language>) -> Vec<Piece<'_>> {
    let mut pieces = Vec::new();
    let mut start = 0;
    while let Some(rest) = text.get(start..)
        && let Some(c) = rest.chars().next()
    {
        let number = rest.get(..number_length(rest)).unwrap_or_default();
        let length = match vocabulary::series_word(rest, language) {
            _ if number.contains(|c: char| c.is_ascii_digit()) => {
                pieces.push(Piece::Number(number, start));
                number.len()
            }
            Some(found) => {
                pieces.push(Piece::Word(found.meaning));
                found.length
            }
            None if is_of_number(c) => {
                pieces.push(Piece::Other);
                number.len().max(1)
            }
            // Spaces and punctuation say nothing.
            None if is_space(c) || !c.is_alphanumeric() => c.len_utf8(),
            None => {
                pieces.push(Piece::Other);
                rest.find(|c: char| is_space(c) || is_of_number(c)).unwrap_or(rest.len()).max(c.len_utf8())
            }
        };
        start += length;
    }
    pieces
}

/// How many bytes a number takes: with its letters, strokes and hyphens, and without those at its end.
fn number_length(text: &str) -> usize {
    let end = text.find(|c| !is_of_number(c) && !is_hyphen(c)).unwrap_or(text.len());
    let number = text.get(..end).unwrap_or(text);
    number.trim_end_matches(|c: char| !c.is_ascii_alphanumeric()).len()
}

fn is_of_number(c: char) -> bool {
    c.is_ascii_alphanumeric() || c == '/'
}

const fn is_hyphen(c: char) -> bool {
    matches!(c, '-' | '\u{2010}'..='\u{2014}' | '\u{2212}')
}

/// The number with one kind of hyphen.
fn plain(number: &str) -> String {
    number.chars().map(|c| if is_hyphen(c) { '-' } else { c }).collect()
}

/// The text as a value, without the mark of a footnote at its end.
fn whole(text: &str) -> String {
    clean(text).trim_end_matches(['*', ' ', ',', ';', '.']).to_owned()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn references(text: &str, language: Language, issuer: Option<Issuer>) -> Vec<String> {
        let circumstances = Circumstances { language: Some(language), issuer, date: Date::new(2017, 12, 20) };
        let references = read(text, circumstances).into_iter();
        references
            .map(|found| format!("{} {}", found.text, found.id.map_or_else(String::new, |id| id.to_string())))
            .collect()
    }

    #[test]
    fn a_reference_is_known_by_its_shape_or_by_the_words_around_it() {
        let (tsb, sg, bdt) =
            (Issuer::StandardizationBureau, Issuer::GeneralSecretariat, Issuer::DevelopmentBureau);
        for (text, language, issuer, expected) in [
            ("Lettre circulaire N°CL-20/43", Language::French, None, "CL-20/43 sg/cl/2020/43"),
            ("CL-20/43号通函", Language::Chinese, None, "CL-20/43 sg/cl/2020/43"),
            ("TSB Circular 77", Language::English, None, "77 tsb/circular/2017/77"),
            ("Circulaire 77", Language::French, Some(tsb), "77 tsb/circular/2017/77"),
            ("Циркуляр 179 БСЭ", Language::Russian, None, "179 tsb/circular/2017/179"),
            ("电信标准化局第77号通函", Language::Chinese, None, "77 tsb/circular/2017/77"),
            ("电信标准化局第 3/9 号通函", Language::Chinese, None, "3/9 tsb/collective/3/9"),
            (
                "TSB Collective letter 9/SG3RG-LAC",
                Language::English,
                None,
                "9/SG3RG-LAC tsb/collective/9/SG3RG-LAC",
            ),
            ("Коллективное письмо 7/11 БСЭ", Language::Russian, None, "7/11 tsb/collective/7/11"),
            ("Circular-Letter No. 58", Language::English, Some(sg), "58 sg/lc/58"),
            ("Circular-LC 176", Language::English, Some(sg), "176 sg/lc/176"),
            ("Circular BDT/008", Language::English, None, "BDT/008 bdt/circular/8"),
            ("Carta Circular 8", Language::Spanish, Some(bdt), "8 bdt/circular/8"),
            ("Circular 77", Language::English, None, "77 "),
            (
                "Corrigendum 1 to Circular Letter CL-20/43",
                Language::English,
                None,
                "Corrigendum 1 to Circular Letter CL-20/43 sg/cl/2020/43/corr/1",
            ),
            ("CL-20/43号通函的勘误1", Language::Chinese, None, "CL-20/43号通函的勘误1 sg/cl/2020/43/corr/1"),
            (
                "TSB Circular 77 Addendum 2",
                Language::English,
                None,
                "TSB Circular 77 Addendum 2 tsb/circular/2017/77/add/2",
            ),
        ] {
            assert_eq!(references(text, language, issuer), [expected]);
        }
        assert_eq!(
            references("4/LCCE/71* 6/LCCE/15*", Language::English, None),
            ["4/LCCE/71 br/lcce/4/71", "6/LCCE/15 br/lcce/6/15"]
        );
    }

    #[test]
    fn only_a_reference_alone_is_known_without_a_label() {
        for (text, is) in [
            ("Administrative Circular CA/270", true),
            ("CR/384", true),
            ("TSB Circular 77 – CR/384", true),
            ("Geneva, 5 May 2020", false),
            ("Resolution 77", false),
            ("77", false),
            ("In Circular CR/384", false),
        ] {
            assert_eq!(is_reference(text, Some(Language::English)), is, "{text}");
        }
    }
}
