//! The relations of a letter to the letters that it cites: it supersedes, corrects, postpones them.

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
        for (relation, id) in in_passage(passage.text, citations, letter.language) {
            let is_own = letter.letterhead.ids.contains(&id);
            if !is_own && !relations.contains(&(relation, id.clone())) {
                relations.push((relation, id));
            }
        }
    }
    relations
}

/// The relations in a passage, with the letters that it cites.
fn in_passage(text: &str, citations: &[Citation], language: Option<Language>) -> Vec<(Relation, DocumentId)> {
    let found: Vec<&Citation> = citations.iter().filter(|citation| citation.id.is_letter()).collect();
    if found.is_empty() {
        return Vec::new();
    }
    let tokens = tokens(text, language);
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
