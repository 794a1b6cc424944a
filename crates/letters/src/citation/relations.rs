//! The relations of a letter to the letters that it cites: it supersedes, corrects, postpones them.

use std::ops::Range;

use super::Citation;
use crate::grammar::terms::Term;
use crate::grammar::tokens::{Kind, Token, tokens};
use crate::ids::{Amendment, DocumentId, Language};
use crate::letter::Letter;
use crate::text::characters::is_small;

/// The relation of one letter to another, besides citing it.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Relation {
    /// It replaces the other letter.
    Supersedes,
    /// It is a corrigendum, an addendum or a revision of the other letter.
    Corrects,
    /// It postpones what the other letter announced.
    Postpones,
}

/// The letters that this one supersedes, corrects or postpones, in the order of the text; `citations` are those of the
/// letter.
///
/// It supersedes the letters after the word for it in the same sentence, and those before it in the passive voice; it postpones a letter if the sentence that
/// cites it says that something is postponed; it corrects the letter that its own reference is an amendment of.
pub fn relations(letter: &Letter, citations: &[Citation]) -> Vec<(Relation, DocumentId)> {
    let mut relations = Vec::new();
    for id in &letter.letterhead.ids {
        if let DocumentId::Amendment { of, kind, .. } = id {
            let relation =
                if *kind == Amendment::Revision { Relation::Supersedes } else { Relation::Corrects };
            relations.push((relation, (**of).clone()));
        }
    }
    for citations in citations.chunk_by(|one, other| one.passage == other.passage) {
        let passage = citations.first().and_then(|first| letter.passages.get(first.passage));
        let Some(passage) = passage else { continue };
        for entry in entries(passage.line_starts(), citations) {
            let range = entry.text.start..entry.text.end.min(passage.text.len());
            let text = passage.text.get(..range.end).unwrap_or_default();
            for (relation, id) in in_entry(text, range.start, entry.citations, letter.language) {
                let is_own = letter.letterhead.ids.contains(&id);
                if !is_own && !relations.contains(&(relation, id.clone())) {
                    relations.push((relation, id));
                }
            }
        }
    }
    relations
}

/// A stretch of a passage, in bytes, with its citations.
struct Entry<'citations> {
    text: Range<usize>,
    citations: &'citations [Citation],
}

/// The entries of a block of references, in which several lines begin with a citation; otherwise the passage as a whole.
fn entries<'citations>(lines: &[usize], citations: &'citations [Citation]) -> Vec<Entry<'citations>> {
    let begins_line = |citation: &Citation| lines.contains(&citation.range.start);
    let mut starts: Vec<usize> =
        citations.iter().enumerate().filter(|(_, one)| begins_line(one)).map(|(index, _)| index).collect();
    if starts.len() < 2 {
        return vec![Entry { text: 0..usize::MAX, citations }];
    }
    if let Some(first) = starts.first_mut() {
        *first = 0;
    }
    let start_of = |index: usize| citations.get(index).map_or(usize::MAX, |one| one.range.start);
    let ends = starts.iter().skip(1).copied().chain([citations.len()]);
    let entries = starts.iter().zip(ends).map(|(start, end)| Entry {
        text: if *start == 0 { 0..start_of(end) } else { start_of(*start)..start_of(end) },
        citations: citations.get(*start..end).unwrap_or_default(),
    });
    entries.collect()
}

/// The relations in a text from the byte on, with the letters that it cites.
fn in_entry(
    text: &str,
    start: usize,
    citations: &[Citation],
    language: Option<Language>,
) -> Vec<(Relation, DocumentId)> {
    let found: Vec<&Citation> = citations.iter().filter(|citation| citation.id.is_letter()).collect();
    if found.is_empty() {
        return Vec::new();
    }
    let mut tokens = tokens(text, language);
    tokens.retain(|token| token.start >= start);
    let others = found.clone();
    let mut relations = Vec::new();
    for sentence in tokens.split(|token| is_end(text, token)) {
        let (Some(first), Some(last)) = (sentence.first(), sentence.last()) else { continue };
        let place =
            |term| sentence.iter().find(|token| token.kind == Kind::Word(term)).map(|token| token.start);
        let supersedes = place(Term::Supersedes);
        let superseded = place(Term::Superseded);
        let postpones = place(Term::Postpones);
        for found in
            found.iter().filter(|found| first.start <= found.range.start && found.range.end <= last.end)
        {
            // “CR/902 superseded CR/901” describes an act of another letter.
            let is_own_act = |word: usize| {
                word < found.range.start
                    && !others.iter().any(|other| first.start <= other.range.start && other.range.end <= word)
            };
            // “Paragraph 3 of CR/901 is superseded”
            let is_part = |start: usize| {
                let before = sentence.iter().rev().find(|token| token.end <= start);
                before.is_some_and(|token| token.kind == Kind::Word(Term::Of) && token.start > first.start)
            };
            // “CR/901 is withdrawn and superseded by the present letter”: no other letter follows the words.
            let is_withdrawn = |word: usize| {
                found.range.end <= word
                    && !is_part(found.range.start)
                    && !others.iter().any(|other| word <= other.range.start && other.range.end <= last.end)
            };
            if supersedes.is_some_and(is_own_act) || superseded.is_some_and(is_withdrawn) {
                relations.push((Relation::Supersedes, found.id.clone()));
            } else if postpones.is_some() {
                relations.push((Relation::Postpones, found.id.clone()));
            }
        }
    }
    relations
}

/// Whether a sentence ends here; the full stop of an abbreviation does not end one.
fn is_end(text: &str, token: &Token) -> bool {
    let after = text.get(token.end..).unwrap_or_default();
    token.kind == Kind::Stop && (after.trim_start().starts_with(|c: char| !is_small(c)) || after.is_empty())
}
