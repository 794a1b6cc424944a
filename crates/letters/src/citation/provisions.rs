//! Provisions of the basic texts: “article 25 de la Convention”, “Nos. 325 to 331 of the Convention”, “《组织法》第84A款”, “CV 324”,
//! “Appendix 30B”.
//!
//! An article or a number alone names nothing: the text that it is of must be named with it. Other Conventions have articles too.

use std::ops::Range;

use super::reader::{MOST_MEMBERS, OF, Piece, Reader, SIGNS, is_whole};
use super::terms::Term;
use super::tokens::Kind;
use crate::ids::{BasicText, DocumentId, TextPart};
use crate::letter::Issuer;
use crate::text::characters::is_capital;

/// The Appendices that only the Radio Regulations have: nobody needs to say whose they are.
const OWN_APPENDICES: [&str; 3] = ["30", "30A", "30B"];

/// Which kind of part a number is of.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum PartKind {
    Article,
    Number,
    Section,
    Appendix,
}

/// A group of numbers behind one word: “Articles 4 and 52”.
struct Group {
    start: usize,
    kind: PartKind,
    pieces: Vec<Piece>,
}

impl Reader<'_> {
    /// Reads what a word for a provision begins.
    pub(super) fn provision(&mut self, at: usize) -> Option<usize> {
        let (group, mut next) = self.group(at)?;
        let mut groups = vec![group];
        // “Article 8 and No. 63 of the Constitution”
        while groups.len() < 4
            && let Some(from) = self.behind_separator(next)
            && let Some((group, behind)) = self.group(self.skip(from, &[Term::Of]))
        {
            groups.push(group);
            next = behind;
        }
        let Some((text, behind)) = self.instrument_behind(next) else {
            return self.provision_without_text(&groups, next);
        };
        let kind = groups.last().map(|group| group.kind)?;
        let mut more = self.pieces_of_others(behind);
        let count: usize = groups.iter().map(|group| group.pieces.len()).sum();
        for group in groups {
            for piece in group.pieces {
                let range = match (count, &more) {
                    (1, None) => self.start(group.start)..self.end_before(behind),
                    // “articles 8 de la Constitution et 25 de la Convention”
                    (1, Some(_)) => piece.range.start..self.end_before(behind),
                    _ => piece.range,
                };
                self.add_part(range, text, group.kind, piece.number);
            }
        }
        let mut next = self.behind_repetition(behind, text);
        while let Some((pieces, text, behind)) = more {
            let is_shared = pieces.len() > 1;
            for piece in pieces {
                let end = if is_shared { piece.range.end } else { self.end_before(behind) };
                self.add_part(piece.range.start..end, text, kind, piece.number);
            }
            next = behind;
            more = self.pieces_of_others(next);
        }
        Some(next)
    }

    /// More numbers under the same word, of another text: “… and 25 of the Convention”.
    fn pieces_of_others(&self, at: usize) -> Option<(Vec<Piece>, BasicText, usize)> {
        let from = self.behind_separator(at)?;
        let (pieces, next) = self.pieces(from)?;
        let (text, behind) = self.instrument_behind(next)?;
        Some((pieces, text, behind))
    }

    /// The token behind the abbreviation in brackets that names the text once more.
    fn behind_repetition(&self, at: usize, text: BasicText) -> usize {
        let is_repeated = self.is(at, Kind::Open) && self.is(at + 2, Kind::Close);
        if is_repeated && self.term(at + 1).and_then(text_of) == Some(text) { at + 3 } else { at }
    }

    /// A word for a kind of provision with its numbers, and the token behind them.
    fn group(&self, at: usize) -> Option<(Group, usize)> {
        let kind = part_kind(self.term(at)?)?;
        // “الأرقام من 325 إلى 331”
        let from = self.skip(self.skip(at + 1, SIGNS), &[Term::Of]);
        let (pieces, next) = self.pieces(from)?;
        Some((Group { start: at, kind, pieces }, next))
    }

    /// The numbers of a list, each with its place, and the token behind them.
    fn pieces(&self, from: usize) -> Option<(Vec<Piece>, usize)> {
        let mut pieces = self.piece(from)?;
        let mut next = from + 1;
        while pieces.len() < MOST_MEMBERS
            && let Some(behind) = self.behind_separator(next)
        {
            let number = self.skip(behind, SIGNS);
            let Some(more) = self.piece(number) else { break };
            pieces.extend(more);
            next = number + 1;
        }
        Some((pieces, next))
    }

    /// The number at the token, or the two of a range.
    fn piece(&self, at: usize) -> Option<Vec<Piece>> {
        let number = self.number(at)?;
        let start = self.start(at);
        let end = self.end_before(at + 1);
        let one = Piece::new;
        match number.split_once('-') {
            None => is_number_of_provision(&number).then(|| vec![one(&number, start..end)]),
            Some((first, last)) if is_number_of_provision(first) && is_number_of_provision(last) => {
                // The spelling in the text may differ from the plain one: the hyphen parts them there too.
                let words = self.words(at);
                let hyphen = words.find(|c| crate::text::folding::folded(c) == Some('-'))?;
                let after = hyphen + words.get(hyphen..)?.chars().next().map_or(1, char::len_utf8);
                Some(vec![one(first, start..start + hyphen), one(last, start + after..end)])
            }
            Some(_) => None,
        }
    }

    /// The basic text that is named behind the numbers, and the token behind it.
    pub(super) fn instrument_behind(&self, from: usize) -> Option<(BasicText, usize)> {
        // “Приложение 4 (Пересм. ВКР-19) к РР”: the brackets of an edition may stand between.
        let from = self.edition(from).map_or(from, |(_, behind)| behind);
        let open = from + usize::from(self.is(from, Kind::Open));
        let at = self.skip(open, OF);
        let text = text_of(self.term(at)?)?;
        if !self.is_our_own(at, text) {
            return None;
        }
        // “المادة 28 من دستور الاتحاد”: in Arabic whose it is belongs to the name.
        let has_owner = self.is_construct(at) && self.has_term(at + 1, Term::Itu);
        Some((text, at + 1 + usize::from(has_owner)))
    }

    /// Whether the name of the text stands without the article in Arabic, so that it needs the name of its owner behind it.
    fn is_construct(&self, at: usize) -> bool {
        use crate::ids::Language;
        let has_article = || {
            let mut letters = self.words(at).chars().filter_map(crate::text::folding::folded);
            matches!((letters.next(), letters.next()), (Some('ا' | 'ل'), Some('ل')))
        };
        let has_suffix = || self.words(at).ends_with('ه');
        self.circumstances.language == Some(Language::Arabic)
            && matches!(self.term(at), Some(Term::Constitution | Term::Convention))
            && !has_article()
            && !has_suffix()
    }

    /// Whether the text named at the token is the Union's: other organisations have a Convention and a Constitution too.
    fn is_our_own(&self, at: usize, text: BasicText) -> bool {
        if !matches!(text, BasicText::Constitution | BasicText::Convention | BasicText::GeneralRules) {
            return true;
        }
        if matches!(self.term(at), Some(Term::Cs | Term::Cv | Term::Gr)) {
            return self.is_all_capital(at);
        }
        if self.is_foreign_behind(at + 1) || self.is_foreign_before(at) || self.has_term(at + 1, Term::About)
        {
            return false;
        }
        if self.owner(at, |term| term == Term::Foreign).is_some() {
            return false;
        }
        // “Convention No. 190” is of the ILO: the Union has but one.
        let numbered = self.skip(at + 1, SIGNS);
        if self.is(numbered, Kind::Number) && !self.is_chinese() {
            return false;
        }
        let behind = self.skip(at + 1, &[Term::Of]);
        if self.has_term(behind, Term::Itu) || self.term(behind).and_then(text_of).is_some() {
            return true;
        }
        let is_told = || self.only_in_sentence(at, |term| (term == Term::Itu).then_some(())).is_some();
        if self.is_construct(at) || self.other_texts.contains(&text) && !is_told() {
            return false;
        }
        // “Vienna Convention”, “Convention de Vienne”, “Constitution of Kenya”: somebody's name beside it.
        let is_name = |at: usize| {
            self.is(at, Kind::Other)
                && self.words(at).starts_with(is_capital)
                && self.words(at).chars().count() > 2
        };
        let has_name_behind = behind > at + 1 && is_name(behind) || is_name(at + 1);
        let has_name_before = at > 0 && is_name(at - 1) && !self.is(at.saturating_sub(2), Kind::Stop);
        // The title of the General Rules goes on in capitals: “of Conferences, Assemblies and Meetings”.
        let has_name = (has_name_behind || has_name_before) && text != BasicText::GeneralRules;
        self.is_capital(at) && !has_name
    }

    /// Provisions whose text is not named: Appendices 30 and 30B are only of the Radio Regulations, and to the Bureau
    /// that applies them any number with a stop is one of theirs.
    fn provision_without_text(&mut self, groups: &[Group], next: usize) -> Option<usize> {
        let [group] = groups else { return None };
        let is_list = group.pieces.len() > 1;
        let behind = self.edition(next).map_or(next, |(_, behind)| behind);
        // “пункт 1.16 повестки дня” is an item of an agenda.
        let is_sign = self.words(group.start).chars().count() <= 4;
        let is_radio = match group.kind {
            PartKind::Appendix => {
                self.names_radio_regulations
                    || self.names_radiocommunication_conference(next)
                    || group.pieces.iter().all(|piece| OWN_APPENDICES.contains(&piece.number.as_str()))
            }
            PartKind::Number => {
                is_sign
                    && (self.names_radio_regulations
                        || self.circumstances.issuer == Some(Issuer::RadiocommunicationBureau))
                    && group.pieces.iter().all(|piece| piece.number.contains('.'))
            }
            PartKind::Article | PartKind::Section => false,
        };
        is_radio.then_some(())?;
        let (start, kind) = (group.start, group.kind);
        for piece in group.pieces.clone() {
            let range = if is_list { piece.range } else { self.start(start)..self.end_before(behind) };
            self.add_part(range, BasicText::RadioRegulations, kind, piece.number);
        }
        Some(behind)
    }

    /// Whether the brackets name a World Radiocommunication Conference: “Приложение 27 (Пересм. ВКР-03)”.
    fn names_radiocommunication_conference(&self, at: usize) -> bool {
        use crate::ids::Body;
        self.edition(at).is_some_and(|(edition, _)| edition.body == Some(Body::RadiocommunicationConference))
    }

    /// Reads what an abbreviation begins: “CV 324”, “CS/224”, “RR No. 9.7”, “AP30B”.
    pub(super) fn abbreviated_provision(&mut self, at: usize) -> Option<usize> {
        let term = self.term(at)?;
        if !self.is_all_capital(at) {
            return None;
        }
        let text = if term == Term::AppendixCode { BasicText::RadioRegulations } else { text_of(term)? };
        let mut next = at + 1;
        if matches!(self.kind(next), Some(Kind::Slash | Kind::Hyphen)) && self.is_glued(next) {
            next += 1;
        }
        let mut kind = PartKind::Number;
        if let Some(its) = self.term(next).and_then(part_kind) {
            kind = its;
            next = self.skip(next + 1, SIGNS);
        }
        if term == Term::AppendixCode {
            kind = PartKind::Appendix;
            self.is_glued(next).then_some(())?;
        }
        let Some((pieces, behind)) = self.pieces(next) else {
            return (text == BasicText::RadioRegulations && term == Term::Rr && self.is_whole_text(at))
                .then(|| self.add_whole(at, text));
        };
        // One letter is a preposition as well; and a CV is not only the Convention.
        let before = (at.saturating_sub(8)..at)
            .rev()
            .find(|at| matches!(self.kind(*at), Some(Kind::Open | Kind::Close)));
        let in_brackets = before.is_some_and(|at| self.is(at, Kind::Open));
        let is_short = self.words(at).chars().count() == 1;
        let stands_apart =
            !matches!(self.kind(behind), Some(Kind::Other | Kind::Number | Kind::Word(Term::Of)))
                || pieces.iter().all(|piece| piece.number.contains('.'))
                || kind != PartKind::Number;
        // Curricula are not numbered in hundreds, and nothing else is written with a stroke.
        let is_joined = next > at + 1 && matches!(self.kind(at + 1), Some(Kind::Slash));
        let is_long = pieces.iter().all(|piece| piece.number.len() >= 3) && !self.is_glued(next);
        (in_brackets || (stands_apart || is_joined || is_long) && !is_short).then_some(())?;
        let is_list = pieces.len() > 1;
        for (index, piece) in pieces.into_iter().enumerate() {
            let start = if index == 0 && (!is_list || kind == PartKind::Number) {
                self.start(at)
            } else {
                piece.range.start
            };
            let end = piece.range.end;
            self.add_part(start..end, text, kind, piece.number);
        }
        Some(behind)
    }

    /// Reads what the name of a basic text begins: a provision named behind it, or the text as a whole.
    pub(super) fn instrument(&mut self, at: usize) -> Option<usize> {
        let text = text_of(self.term(at)?)?;
        if let Some(next) = self.number_first_of(at, text) {
            return Some(next);
        }
        if !self.is_our_own(at, text) {
            if !self.other_texts.contains(&text) {
                self.other_texts.push(text);
            }
            return None;
        }
        // “the Convention (Article 25)”, “Constitution, Article 4”
        let behind = at + 1;
        if matches!(self.kind(behind), Some(Kind::Open | Kind::Comma))
            && let Some((group, next)) = self.group(behind + 1)
            && self.instrument_behind(next).is_none()
            && !matches!(group.kind, PartKind::Number if group.pieces.iter().any(|piece| piece.number.len() == 4))
        {
            let is_list = group.pieces.len() > 1;
            for piece in group.pieces {
                let range = if is_list { piece.range } else { self.start(at)..piece.range.end };
                self.add_part(range, text, group.kind, piece.number);
            }
            return Some(next);
        }
        self.is_whole_text(at).then(|| self.add_whole(at, text))
    }

    /// Whether the text as a whole is meant, and not part of another name.
    fn is_whole_text(&self, at: usize) -> bool {
        let is_part_of_name = self.is(at.wrapping_sub(1), Kind::Hyphen) && self.is_glued(at);
        // After the Convention of others, “that Convention” may be theirs.
        let may_be_others = self.has_term(at.wrapping_sub(1), Term::Said) && !self.other_texts.is_empty();
        // “RR.HH.”
        let is_abbreviation =
            self.is(at + 1, Kind::Stop) && self.is_glued(at + 2) && at + 2 < self.tokens.len();
        // The Arabic word for the Convention is that for any agreement.
        let is_any_agreement = self.is_arabic()
            && self.has_term(at, Term::Convention)
            && !self.has_neighbour(at)
            && self.only_in_sentence(at, |term| (term == Term::Itu).then_some(())).is_none();
        self.is_capital(at) && !is_part_of_name && !may_be_others && !is_abbreviation && !is_any_agreement
    }

    /// Whether another basic text is named right before or behind, as in “the Constitution and the Convention”.
    fn has_neighbour(&self, at: usize) -> bool {
        let is_text = |at: Option<usize>| at.and_then(|at| self.term(at)).and_then(text_of).is_some();
        is_text(at.checked_sub(2))
            || is_text(at.checked_sub(3))
            || is_text(Some(at + 2))
            || is_text(Some(at + 3))
    }

    fn add_whole(&mut self, at: usize, text: BasicText) -> usize {
        self.names_radio_regulations |= text == BasicText::RadioRegulations;
        let id = DocumentId::BasicText { text, part: TextPart::Whole };
        let has_owner = self.is_construct(at) && self.has_term(at + 1, Term::Itu);
        let said = at.checked_sub(1).filter(|before| self.has_term(*before, Term::Said));
        let next = at + 1 + usize::from(has_owner);
        self.add(self.start(said.unwrap_or(at))..self.end_before(next), id);
        self.behind_repetition(next, text)
    }

    /// Takes down one provision, if the text can have it.
    pub(super) fn add_part(&mut self, range: Range<usize>, text: BasicText, kind: PartKind, number: String) {
        self.names_radio_regulations |= text == BasicText::RadioRegulations;
        let (number, may_be_reversed) = self.in_order(text, kind, number);
        let part = match (kind, text) {
            (PartKind::Article, BasicText::GeneralRules) => return,
            (PartKind::Article, _) => TextPart::Article(number),
            (PartKind::Section, BasicText::GeneralRules) => TextPart::Section(number),
            (PartKind::Section, _) => return,
            (PartKind::Appendix, BasicText::RadioRegulations) => TextPart::Appendix(number),
            (PartKind::Appendix, _) => return,
            (PartKind::Number, BasicText::TelecommunicationRegulations) => return,
            (PartKind::Number, _) => TextPart::Number(number),
        };
        self.add_doubtful(range, DocumentId::BasicText { text, part }, may_be_reversed);
    }

    /// The number of a provision of the Radio Regulations begins with its article, from 1 to 59. Converters leave it reversed in
    /// Arabic: where only the other order begins with an article, it is that; where both do, the order is in doubt.
    fn in_order(&self, text: BasicText, kind: PartKind, number: String) -> (String, bool) {
        use crate::ids::Language;
        let is_arabic = self.circumstances.language == Some(Language::Arabic);
        if !is_arabic || text != BasicText::RadioRegulations || kind != PartKind::Number {
            return (number, false);
        }
        let Some((first, second)) = number.split_once('.') else { return (number, false) };
        let is_article = |digits: &str| digits.parse().is_ok_and(|article: u8| (1..=59).contains(&article));
        match (is_article(first), is_article(second)) {
            (true, true) => {
                let doubtful = first != second;
                (number, doubtful)
            }
            (false, true) => (format!("{second}.{first}"), false),
            _ => (number, false),
        }
    }
}

pub(super) const fn text_of(term: Term) -> Option<BasicText> {
    Some(match term {
        Term::Constitution | Term::Cs => BasicText::Constitution,
        Term::Convention | Term::Cv => BasicText::Convention,
        Term::GeneralRules | Term::Gr => BasicText::GeneralRules,
        Term::RadioRegulations | Term::Rr => BasicText::RadioRegulations,
        Term::TelecommunicationRegulations => BasicText::TelecommunicationRegulations,
        _ => return None,
    })
}

pub(super) const fn part_kind(term: Term) -> Option<PartKind> {
    Some(match term {
        Term::Article => PartKind::Article,
        Term::Section => PartKind::Section,
        Term::Appendix => PartKind::Appendix,
        Term::NumberSign | Term::NumberSigns | Term::Number => PartKind::Number,
        _ => return None,
    })
}

/// `25`, `84A`, `9.7`, `9.11A`, `11.44B.1`.
pub(super) fn is_number_of_provision(number: &str) -> bool {
    let is_part = |part: &str| {
        let digits = part.trim_end_matches(|c: char| c.is_ascii_uppercase());
        part.len() - digits.len() <= 2 && is_whole(digits)
    };
    number.split('.').count() <= 3 && number.split('.').all(is_part)
}
