//! The entries of a list: recipients, annexes.

use super::meanings::Opening;
use super::vocabulary::opening;
use crate::dates::{DateWord, last_date_word};
use crate::ids::Language;
use crate::text::characters::{is_bullet, is_space};
use crate::text::passage::plain_text;
use crate::text::scanning::clean;
use crate::text::tree::{Block, BlockKind, Line, LineEnd};

/// The separators of values: commas and semicolons of all languages, and the slash.
pub(super) const SEPARATORS: [char; 8] = [',', ';', '，', '；', '、', '،', '؛', '/'];

/// The entries of a list of recipients: the items of a list, or lines that begin with a dash, with an opening of their
/// own, or after a semicolon. Anything else is one entry, however many lines it takes.
pub(super) fn entries(block: &Block, language: Option<Language>) -> Vec<String> {
    let mut entries: Vec<String> = match &block.kind {
        BlockKind::List { items, .. } => {
            items.iter().map(|item| entry(&text_of(&item.blocks), language)).collect()
        }
        _ => {
            let groups = grouped(block.lines(), language);
            let texts = groups.iter().map(|lines| plain_text(lines));
            texts
                .flat_map(|text| dashed(&text).iter().map(|text| entry(text, language)).collect::<Vec<_>>())
                .collect()
        }
    };
    entries.retain(|entry| !entry.is_empty());
    entries
}

/// The entries of one line that has a dash behind a semicolon: “- to Members; - to Associates”.
fn dashed(text: &str) -> Vec<String> {
    let mut entries = vec![String::new()];
    for part in text.split_inclusive([';', '；', '؛']) {
        let begins = part.trim_start().starts_with(is_bullet);
        match entries.last_mut() {
            Some(last) if !begins || last.is_empty() => last.push_str(part),
            _ => entries.push(part.to_owned()),
        }
    }
    entries
}

/// The lines, grouped by entry.
fn grouped(lines: &[Line], language: Option<Language>) -> Vec<Vec<Line>> {
    let plain: Vec<String> = lines.iter().map(|line| clean(&line.plain())).collect();
    let dashed = plain.iter().any(|line| line.starts_with(is_bullet));
    let mut entries: Vec<Vec<Line>> = Vec::new();
    let mut ended = true;
    let mut fixed = true;
    for (line, text) in lines.iter().zip(&plain) {
        let opens = fixed && opening(text, Opening::Addressees, language).is_some();
        let begins = text.starts_with(is_bullet) || !dashed && (ended || opens);
        fixed = line.end == LineEnd::Fixed;
        match entries.last_mut() {
            Some(entry) if !begins => entry.push(line.clone()),
            _ => entries.push(vec![line.clone()]),
        }
        ended = text.ends_with([';', '；', '؛']);
    }
    entries
}

/// An entry without the dash before it, and without the comma and the “and” after it.
pub(super) fn entry(text: &str, language: Option<Language>) -> String {
    let text = text.trim_start_matches(|c| is_bullet(c) || is_space(c));
    let and = last_date_word(text, DateWord::Pair, language).unwrap_or(0);
    let before_and = text.get(..text.len() - and).unwrap_or(text).trim_end();
    let text = if before_and.ends_with(SEPARATORS) { before_and } else { text };
    text.trim_end_matches(|c| SEPARATORS.contains(&c) || is_space(c)).to_owned()
}

/// The text of blocks in one line.
pub(super) fn text_of(blocks: &[Block]) -> String {
    let mut text = String::new();
    for block in blocks {
        let inner = match &block.kind {
            BlockKind::List { items, .. } => {
                items.iter().map(|item| text_of(&item.blocks)).collect::<Vec<_>>().join(" ")
            }
            _ => plain_text(block.lines()),
        };
        if !text.is_empty() {
            text.push(' ');
        }
        text.push_str(&inner);
    }
    text
}
