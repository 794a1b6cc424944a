//! The text of a passage as tokens: known words, numbers, marks, and everything else.
//!
//! The text is divided in one pass. Each word is looked up once, so that the time grows linearly with the text.

use super::terms::Term;
use super::vocabulary::term;
use crate::ids::Language;
use crate::text::characters::{
    beginning, digit, is_arabic, is_capital, is_cyrillic, is_dash, is_han, is_small, is_space,
};
use crate::text::folding::{folded, is_letter};
use crate::text::words::Found;

/// The longest title in Chinese brackets that is recognized, in characters.
const LONGEST_TITLE: usize = 60;

/// The shortest term that is read behind a word without a space between them, in bytes.
const SHORTEST_GLUED: usize = 6;

/// The kind of a token.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Kind {
    /// A word of the table.
    Word(Term),
    /// A number, with its letters and marks: `99`, `20/43`, `1-8`, `9.7`, `30B`, `4/LCCE/71`.
    Number,
    /// Capital letters, a full stop and a number: `X.509`.
    Code,
    /// An opening bracket.
    Open,
    /// A closing bracket.
    Close,
    /// A comma, also the enumerating one of Chinese.
    Comma,
    /// A mark that ends a sentence or a clause.
    Stop,
    /// A hyphen or dash.
    Hyphen,
    /// A slash.
    Slash,
    /// Any other mark or word.
    Other,
}

/// A token, with its place in the text in bytes.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Token {
    pub(crate) kind: Kind,
    pub(crate) start: usize,
    pub(crate) end: usize,
    /// Whether there is white space before it.
    pub(super) spaced: bool,
}

/// Divides the text into tokens.
pub(crate) fn tokens(text: &str, language: Option<Language>) -> Vec<Token> {
    let mut lexer = Lexer { text, language, at: 0, tokens: Vec::with_capacity(text.len() / 8) };
    let mut spaced = true;
    while let Some(c) = lexer.rest().chars().next() {
        match folded(c) {
            None => lexer.at += c.len_utf8(),
            // An apostrophe separates two words: “de l'UIT”.
            Some(' ' | '\'') => {
                spaced = true;
                lexer.at += c.len_utf8();
            }
            Some(folded) => {
                lexer.token(c, folded, spaced);
                spaced = false;
            }
        }
    }
    lexer.tokens
}

/// The first token of the text.
pub(super) fn first_token(text: &str, language: Option<Language>) -> Option<Token> {
    let mut characters = text.char_indices().filter_map(|(at, c)| Some((at, c, folded(c)?)));
    let (at, c, folded) = characters.find(|(_, _, folded)| !matches!(folded, ' ' | '\''))?;
    let mut lexer = Lexer { text, language, at, tokens: Vec::new() };
    lexer.token(c, folded, true);
    lexer.tokens.into_iter().next()
}

struct Lexer<'text> {
    text: &'text str,
    language: Option<Language>,
    at: usize,
    tokens: Vec<Token>,
}

impl<'text> Lexer<'text> {
    fn rest(&self) -> &'text str {
        self.text.get(self.at..).unwrap_or_default()
    }

    fn push(&mut self, kind: Kind, length: usize, spaced: bool) {
        self.tokens.push(Token { kind, start: self.at, end: self.at + length, spaced });
        self.at += length.max(1);
    }

    fn token(&mut self, c: char, folded: char, spaced: bool) {
        let rest = self.rest();
        if digit(c).is_some() || c == 'O' && self.is_behind_council_code() {
            return self.push(Kind::Number, number_length(rest), spaced);
        }
        let mark = match folded {
            '(' | '[' | '〔' | '【' => Kind::Open,
            ')' | ']' | '〕' | '】' => Kind::Close,
            ',' | '،' | '、' => Kind::Comma,
            '.' | '。' | ';' | '؛' | '!' | '?' | '؟' | '\n' => Kind::Stop,
            '-' | '~' => Kind::Hyphen,
            '/' => Kind::Slash,
            _ => Kind::Other,
        };
        if mark != Kind::Other {
            return self.push(mark, c.len_utf8(), spaced);
        }
        if let Some(length) = code_length(rest) {
            return self.push(Kind::Code, length, spaced);
        }
        if let Some(closing) = closing_of_title(folded)
            && (folded == '《' || self.is_title_of_basic_text(closing))
        {
            return self.title(closing, spaced);
        }
        if let Some(term) = self.capital_code(c, rest) {
            return self.push(Kind::Word(term), c.len_utf8(), spaced);
        }
        if let Some(found) = term(rest, self.language)
            && !is_small_acronym(found, rest)
        {
            return self.push(Kind::Word(found.meaning), found.length, spaced);
        }
        if is_arabic(folded) {
            return self.arabic_word(spaced);
        }
        match self.glued_term(rest) {
            Some(length) => {
                let first = term(rest.get(..length).unwrap_or_default(), self.language);
                let kind = first.map_or(Kind::Other, |found| Kind::Word(found.meaning));
                self.push(kind, length, spaced);
            }
            None => self.push(Kind::Other, word_length(rest), spaced),
        }
    }

    /// The length of the word before a capital that begins a term, where a converter has lost the space between them:
    /// “WTSAResolution”.
    fn glued_term(&self, rest: &str) -> Option<usize> {
        let word = rest.get(..word_length(rest))?;
        let mut capitals = word.char_indices().skip(2).filter(|(_, c)| is_capital(*c)).map(|(at, _)| at);
        capitals.find(|at| {
            let behind = rest.get(*at..).unwrap_or_default();
            let is_word = behind.chars().nth(1).is_some_and(is_small);
            // “eCircular” is a word of its own.
            let is_before = |c: char| is_capital(c) || is_cyrillic(c);
            is_word
                && word.get(..*at).is_some_and(|first| first.chars().all(is_before))
                && term(behind, self.language).is_some_and(|found| found.length >= SHORTEST_GLUED)
        })
    }

    /// Whether the last token is the C of the Council, and the O after it, in “CO9/93”, is a zero that a converter has
    /// misread.
    fn is_behind_council_code(&self) -> bool {
        self.tokens
            .last()
            .is_some_and(|last| last.kind == Kind::Word(Term::CouncilCode) && last.end == self.at)
    }

    /// A single capital that is a code, and in small letters another word: C before a number is the Council, in Russian
    /// also in its own alphabet, and К and У are the Convention and the Constitution.
    fn capital_code(&self, c: char, rest: &str) -> Option<Term> {
        let mut after = rest.get(c.len_utf8()..)?.chars();
        let next = after.next()?;
        // “Document CO9/93”; but “CO2/2015”
        let is_misread =
            next == 'O' && self.tokens.last().is_some_and(|last| last.kind == Kind::Word(Term::Document));
        let is_joined =
            digit(next).is_some() || (is_dash(next) || is_misread) && after.next().and_then(digit).is_some();
        match c {
            'C' | 'С' if is_joined => Some(Term::CouncilCode),
            'К' if is_space(next) => Some(Term::Cv),
            'У' if is_space(next) => Some(Term::Cs),
            _ => None,
        }
    }

    /// Whether a basic text stands between the mark here and the closing one, in Chinese: “公约”.
    fn is_title_of_basic_text(&self, closing: char) -> bool {
        let mut inner = self.near().chars();
        inner.next();
        let Some((inner, _)) = inner.as_str().split_once(closing) else { return false };
        // “儿童权利公约”: the end of a longer name before it may be that of others.
        let before = self.text.get(..self.at).unwrap_or_default();
        let ends_name = |(at, _): (usize, &str)| before.get(..at).is_some_and(|name| name.ends_with(is_han));
        let is_new = !before.match_indices(inner).any(ends_name);
        is_new
            && inner.starts_with(is_han)
            && term(inner, self.language)
                .is_some_and(|found| found.length == inner.len() && found.meaning.basic_text().is_some())
    }

    /// The text from here that may be a title.
    fn near(&self) -> &'text str {
        beginning(self.rest(), LONGEST_TITLE)
    }

    /// A title in the brackets of Chinese typography: a basic text of the Union, whose name may be before it, or
    /// another title.
    fn title(&mut self, closing: char, spaced: bool) {
        let near = self.near();
        let opening = near.chars().next().map_or(0, char::len_utf8);
        let Some(end) = near.find(closing) else { return self.push(Kind::Other, opening, spaced) };
        let inner = near.get(opening..end).unwrap_or_default();
        let length = end + closing.len_utf8();
        let is_ours = matches!(term(inner, self.language), Some(found) if found.meaning == Term::Itu);
        let starts = inner.char_indices().map(|(at, _)| at).filter(|at| *at == 0 || is_ours);
        let names = |at: usize| {
            let name = inner.get(at..)?;
            let found = term(name, self.language)?;
            name.get(found.length..)?.trim().is_empty().then_some(found.meaning)
        };
        let term = starts.into_iter().find_map(names);
        self.push(Kind::Word(term.unwrap_or(Term::Foreign)), length, spaced);
    }

    /// Arabic writes “and”, “in”, “of” and the article as one word with the next: they are stripped until a known word
    /// is left.
    fn arabic_word(&mut self, spaced: bool) {
        let rest = self.rest();
        let is_other = |(_, c): &(usize, char)| folded(*c).is_some_and(|c| !is_arabic(c));
        let length = rest.char_indices().find(is_other).map_or(rest.len(), |(at, _)| at);
        let word = rest.get(..length).unwrap_or(rest);
        // “And” before a number or a word in other letters.
        let is_alone = word.chars().filter_map(folded).count() == 1;
        for particles in particles(word) {
            let stem = rest.get(particles.length..).unwrap_or_default();
            let Some(found) = term(stem, self.language) else { continue };
            // The particles before the article are not part of the word.
            let outside = if particles.holds_article { particles.article_at } else { particles.length };
            if particles.has_and {
                self.push(Kind::Word(Term::And), particles.and_length, spaced);
            }
            let before = outside - if particles.has_and { particles.and_length } else { 0 };
            if before > 0 {
                self.push(Kind::Word(Term::Of), before, spaced && !particles.has_and);
            }
            let length = particles.length - outside + found.length;
            return self.push(Kind::Word(found.meaning), length, spaced && outside == 0);
        }
        let kind = match word.chars().find_map(folded) {
            Some('و') if is_alone => Kind::Word(Term::And),
            Some('ل' | 'ب' | 'ك') if is_alone => Kind::Word(Term::Of),
            _ => Kind::Other,
        };
        self.push(kind, word.len(), spaced);
    }
}

/// The mark that closes a title, for the one that opens it.
const fn closing_of_title(opening: char) -> Option<char> {
    Some(match opening {
        '《' => '》',
        '〈' => '〉',
        '「' => '」',
        '『' => '』',
        '“' => '”',
        '«' => '»',
        _ => return None,
    })
}

/// The particles before an Arabic word, with their length in bytes.
struct Particles {
    length: usize,
    has_and: bool,
    and_length: usize,
    /// Whether the article is among them.
    holds_article: bool,
    article_at: usize,
}

/// The particles that can be stripped from the word, the shortest first.
fn particles(word: &str) -> Vec<Particles> {
    let letters: Vec<(usize, char)> =
        word.char_indices().filter_map(|(at, c)| Some((at, folded(c)?))).take(6).collect();
    let letter = |index: usize| letters.get(index).map(|(_, c)| *c);
    let place = |index: usize| letters.get(index).map_or(word.len(), |(at, _)| *at);
    let mut found = Vec::new();
    let has_and = matches!(letter(0), Some('و' | 'ف'));
    for and in [false, true] {
        if and && !has_and {
            continue;
        }
        let start = usize::from(and);
        let has_preposition = matches!(letter(start), Some('ب' | 'ل' | 'ك'));
        for preposition in [false, true] {
            if preposition && !has_preposition {
                continue;
            }
            let next = start + usize::from(preposition);
            let mut add = |article: usize, article_at: usize| {
                if next + article > 0 {
                    found.push(Particles {
                        length: place(next + article),
                        has_and: and,
                        and_length: place(start),
                        holds_article: article > 0,
                        article_at,
                    });
                }
            };
            add(0, 0);
            if (letter(next), letter(next + 1)) == (Some('ا'), Some('ل')) {
                add(2, place(next));
            }
            // “For the”: the article has lost its first letter, and cannot be distinguished from the particle.
            if preposition && (letter(start), letter(next)) == (Some('ل'), Some('ل')) {
                add(1, place(start));
            }
        }
    }
    found
}

/// Whether the word is an acronym in the table and another word here: “UN” and the French “un”.
fn is_small_acronym(found: Found<Term>, text: &str) -> bool {
    let word = text.get(..found.length).unwrap_or_default();
    let is_other_word =
        found.meaning == Term::Foreign && word.chars().count() <= 4 && word.contains(is_small);
    // “RRB19”: the acronym continues.
    let next = text.get(found.length..).and_then(|rest| rest.chars().next());
    let goes_on = word.bytes().all(|byte| byte.is_ascii_uppercase())
        && next.is_some_and(|next| next.is_ascii_uppercase());
    is_other_word || goes_on
}

/// The length of the word in bytes: up to the next character that is not a letter. A Chinese character is a word.
fn word_length(text: &str) -> usize {
    let mut first = None;
    for (at, c) in text.char_indices() {
        let Some(c) = folded(c) else { continue };
        match first {
            None => first = Some(is_letter(c)),
            Some(true) if is_letter(c) => {}
            Some(_) => return at,
        }
    }
    text.len()
}

/// The length of the number in bytes: with its letters, slashes, full stops and hyphens, and without those at its end.
fn number_length(text: &str) -> usize {
    let mut characters = text.char_indices().filter(|(_, c)| folded(*c).is_some()).peekable();
    let mut end = 0;
    while let Some((at, c)) = characters.next() {
        if c.is_ascii_lowercase() {
            // “30b” has a letter, “9.7of” a word that has lost its space.
            let ends_word = characters.peek().is_none_or(|(_, next)| !folded(*next).is_some_and(is_letter));
            return if ends_word && end > 0 { at + 1 } else { end };
        }
        if digit(c).is_some() || is_number_letter(c) {
            // “1999To”: a word that has lost its space.
            if end > 0 && is_number_letter(c) && characters.peek().is_some_and(|(_, next)| is_small(*next)) {
                return end;
            }
            end = at + c.len_utf8();
            continue;
        }
        let joins = matches!(c, '/' | '.' | '／' | '．') || is_dash(c);
        match characters.peek() {
            Some((_, next)) if joins && digit(*next).is_some() => {}
            Some((next_at, next)) if joins && is_number_letter(*next) => {
                let after = text.get(*next_at..).unwrap_or_default();
                // “12/Add.1” is an addendum to 12.
                let word = after.trim_start_matches(|c: char| c.is_ascii_uppercase());
                let is_word = word.starts_with(is_small);
                if is_dash(c) && begins_another(after) || c == '.' || is_word {
                    return end;
                }
            }
            _ => return end,
        }
    }
    end
}

/// Whether another reference follows the hyphen, and not the rest of this one: `CR/384` in `CR/380–CR/384`.
fn begins_another(text: &str) -> bool {
    let after = text.trim_start_matches(|c: char| c.is_ascii_alphabetic());
    let after = after.trim_start_matches(|c: char| matches!(c, '/' | '.') || is_dash(c));
    after.starts_with(|c: char| c.is_ascii_digit())
}

/// The length in bytes of a code such as `X.509` at the start of the text.
fn code_length(text: &str) -> Option<usize> {
    for (letters, (at, c)) in text.char_indices().enumerate() {
        if (1..=3).contains(&letters) && c == '.' {
            let number = text.get(at + 1..)?;
            return number.starts_with(|c: char| c.is_ascii_digit()).then(|| at + 1 + number_length(number));
        }
        if !c.is_ascii_uppercase() && latin_twin(c).is_none() {
            return None;
        }
    }
    None
}

/// A letter that can occur in a number: Latin, or a Cyrillic capital that looks like one.
fn is_number_letter(c: char) -> bool {
    c.is_ascii_alphabetic() || latin_twin(c).is_some()
}

/// The Latin letter that looks like this Cyrillic one.
const fn latin_twin(c: char) -> Option<char> {
    Some(match c {
        'А' => 'A',
        'В' => 'B',
        'С' => 'C',
        'Е' => 'E',
        'К' => 'K',
        'М' => 'M',
        'Н' => 'H',
        'О' => 'O',
        'Р' => 'P',
        'Т' => 'T',
        'Х' => 'X',
        _ => return None,
    })
}

/// A number as its issuer spells it: in European digits, Latin letters, with plain hyphens, without invisible marks.
pub(super) fn plain(number: &str) -> String {
    let plain = |c: char| {
        let kept = folded(c)?;
        let digit = digit(c).and_then(|digit| char::from_digit(u32::from(digit), 10));
        Some(match kept {
            '-' | '/' | '.' => kept,
            _ => digit.or_else(|| latin_twin(c)).unwrap_or(c).to_ascii_uppercase(),
        })
    };
    number.chars().filter_map(plain).collect()
}
