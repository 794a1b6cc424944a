//! The relations of a letter to the letters that it cites: it supersedes, corrects, postpones them.

use super::Citation;
use crate::grammar::terms::Term;
use crate::grammar::tokens::{Kind, Token, tokens};
use crate::ids::{Amendment, DocumentId};
use crate::letter::Letter;
use crate::text::characters::{is_alphanumeric, is_small, is_space};
use crate::text::passage::Passage;

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
/// It supersedes the letters after the word for it in the same sentence, and those before it in the passive voice; it
/// postpones a letter if the sentence that cites it says that something is postponed; it corrects the letter that its own
/// reference is an amendment of.
pub fn relations(letter: &Letter, citations: &[Citation]) -> Vec<(Relation, DocumentId)> {
    let mut relations = Vec::new();
    for id in &letter.metadata.letterhead.ids {
        if let DocumentId::Amendment { of, kind, .. } = id {
            let relation =
                if *kind == Amendment::Revision { Relation::Supersedes } else { Relation::Corrects };
            relations.push((relation, (**of).clone()));
        }
    }
    for citations in citations.chunk_by(|one, other| one.passage == other.passage) {
        let passage = citations.first().and_then(|first| letter.passages.get(first.passage));
        let Some(passage) = passage.filter(|_| citations.iter().any(|citation| citation.id.is_letter()))
        else {
            continue;
        };
        let tokens = tokens(passage.text, letter.metadata.language);
        for entry in entries(passage, &tokens, citations) {
            for (relation, id) in in_entry(passage.text, entry) {
                let is_own = letter.metadata.letterhead.ids.contains(&id);
                if !is_own && !relations.contains(&(relation, id.clone())) {
                    relations.push((relation, id));
                }
            }
        }
    }
    relations
}

/// A stretch of a passage, with its citations.
struct Entry<'passage> {
    tokens: &'passage [Token],
    citations: &'passage [Citation],
}

/// The entries of a block of references, in which lines begin with a citation behind the end of another; otherwise the
/// passage as a whole.
fn entries<'passage>(
    passage: Passage<'_>,
    tokens: &'passage [Token],
    citations: &'passage [Citation],
) -> Vec<Entry<'passage>> {
    let lines = passage.line_starts();
    // “This letter supersedes the following: …”, “CR/299, / CR/300 and / CR/301 are cancelled”
    let ends_entry = |before: &str| {
        before.trim_end().ends_with(|c: char| {
            matches!(c, ')' | '）' | ']' | '.' | ';' | '。' | '；') || is_alphanumeric(c)
        }) && !ends_with_and(before)
    };
    let begins_entry = |citation: &Citation| {
        let start = citation.range.start;
        lines.binary_search(&start).is_ok() && passage.text.get(..start).is_some_and(ends_entry)
    };
    let first = citations.first().map_or(0, |first| first.range.start);
    let is_relation = |token: &Token| matches!(token.kind, Kind::Word(Term::Supersedes | Term::Superseded));
    let mut entries = Vec::new();
    let (mut tokens, mut citations) = (tokens, citations);
    if !tokens.iter().take_while(|token| token.start < first).any(is_relation) {
        while let Some(at) = citations.iter().skip(1).position(begins_entry) {
            let (entry, rest) = citations.split_at_checked(at + 1).unwrap_or((citations, &[]));
            let start = rest.first().map_or(0, |citation| citation.range.start);
            let (before, behind) = tokens
                .split_at_checked(tokens.partition_point(|token| token.start < start))
                .unwrap_or((tokens, &[]));
            entries.push(Entry { tokens: before, citations: entry });
            (tokens, citations) = (behind, rest);
        }
    }
    entries.push(Entry { tokens, citations });
    entries
}

/// Whether the last word of the text joins it to what follows.
fn ends_with_and(text: &str) -> bool {
    let last = text.trim_end().rsplit(' ').next().unwrap_or_default();
    ["and", "et", "y", "e", "и", "و", "和", "及", "or", "ou", "o", "или"].contains(&last)
}

/// The relations in an entry, with the letters that it cites.
fn in_entry(text: &str, Entry { tokens, citations }: Entry<'_>) -> Vec<(Relation, DocumentId)> {
    let found: Vec<&Citation> = citations.iter().filter(|citation| citation.id.is_letter()).collect();
    if found.is_empty() {
        return Vec::new();
    }
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
            let is_denied = |word: usize| {
                let before = text.get(found.range.end..word).unwrap_or_default();
                before
                    .split(is_space)
                    .any(|word| matches!(word, "not" | "ne" | "n’est" | "n'est" | "no" | "не"))
            };
            let is_withdrawn = |word: usize| {
                found.range.end <= word
                    && !is_denied(word)
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
