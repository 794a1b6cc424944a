//! Tells the language of a letter by its script, then by its labels and commonest words.

use super::forms;
use super::text::{Block, BlockKind, Line};
use crate::language::Language;

/// How many lines are looked at: a letterhead and some paragraphs say enough.
const ENOUGH_LINES: usize = 60;

/// How much a label says, measured in common words.
const LABEL_WEIGHT: usize = 5;

/// The language of the text, where it can be told.
pub(super) fn language(blocks: &[Block]) -> Option<Language> {
    let mut lines = Vec::new();
    collect_lines(blocks, &mut lines);
    by_script(&lines).or_else(|| by_words(&lines))
}

fn collect_lines(blocks: &[Block], lines: &mut Vec<String>) {
    for block in blocks {
        if lines.len() >= ENOUGH_LINES {
            return;
        }
        match &block.kind {
            BlockKind::Paragraph(text) | BlockKind::Heading { lines: text, .. } => {
                lines.extend(text.iter().map(Line::plain));
            }
            BlockKind::List { items, .. } => items.iter().for_each(|item| collect_lines(item, lines)),
            BlockKind::Quote(blocks) | BlockKind::Footnote { blocks, .. } => collect_lines(blocks, lines),
            BlockKind::Table { head, rows } => {
                let cells = head.iter().chain(rows.iter().flatten());
                lines.extend(cells.flatten().map(Line::plain));
            }
            BlockKind::Preformatted(_) | BlockKind::Rule => {}
        }
    }
}

/// Arabic, Chinese and Russian have scripts of their own. Names and acronyms in Latin letters stand in all of them, so a
/// fifth of the letters decides.
fn by_script(lines: &[String]) -> Option<Language> {
    let (mut letters, mut arabic, mut chinese, mut cyrillic) = (0_usize, 0_usize, 0_usize, 0_usize);
    for c in lines.iter().flat_map(|line| line.chars()).filter(|c| c.is_alphabetic()) {
        letters += 1;
        match c {
            '\u{0600}'..='\u{06FF}' | '\u{FB50}'..='\u{FDFF}' | '\u{FE70}'..='\u{FEFF}' => arabic += 1,
            '\u{4E00}'..='\u{9FFF}' | '\u{3400}'..='\u{4DBF}' => chinese += 1,
            '\u{0400}'..='\u{04FF}' => cyrillic += 1,
            _ => {}
        }
    }
    [(arabic, Language::Arabic), (chinese, Language::Chinese), (cyrillic, Language::Russian)]
        .into_iter()
        .filter(|(count, _)| *count > 0 && count * 5 >= letters)
        .max_by_key(|(count, _)| *count)
        .map(|(_, language)| language)
}

/// English, French and Spanish: the one with most labels and common words, if it is one alone.
fn by_words(lines: &[String]) -> Option<Language> {
    let latin = [Language::English, Language::French, Language::Spanish];
    let mut votes = latin.map(|language| (language, 0_usize));
    let mut vote = |language: Language, weight: usize| {
        if let Some((_, votes)) = votes.iter_mut().find(|(candidate, _)| *candidate == language) {
            *votes += weight;
        }
    };
    for line in lines {
        for language in latin {
            if forms::label(line, Some(language)).is_some() {
                vote(language, LABEL_WEIGHT);
            }
        }
        for word in line.split(|c: char| !c.is_alphanumeric()).filter(|word| !word.is_empty()) {
            forms::common_word(word).for_each(|language| vote(language, 1));
        }
    }
    let most = votes.iter().map(|(_, votes)| *votes).max().filter(|most| *most > 0)?;
    let mut winners = votes.iter().filter(|(_, votes)| *votes == most);
    match (winners.next(), winners.next()) {
        (Some((language, _)), None) => Some(*language),
        _ => None,
    }
}
