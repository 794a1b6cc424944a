//! Circular letters: “Lettre circulaire N° CL-20/43”, “Циркуляр 179 БСЭ”, “letter DM-20/1011”, “Administrative Circular CA/270 and
//! its Addendum 1”.
//!
//! Some numbers name their series (`CL-20/43`, `CR/384`); of others the words around them tell it, or the letter's own issuer. The
//! numbers of TSB Circulars start again with each study period: the circular's own date tells it, where the text has one, and
//! else the date of the letter that cites.

use std::ops::Range;

use super::reader::{OF, Reader, SIGNS, is_whole};
use super::terms::Term;
use super::tokens::{Kind, plain};
use crate::dates;
use crate::ids::Language;
use crate::ids::{
    Amendment, DocumentId, RadiocommunicationSeries, Series, decimal, full_year, positive,
    study_group_letter, study_period,
};
use crate::letter::Issuer;
use crate::text::characters::is_space;

/// How far behind the number the circular's own date may stand, or before it, in characters.
const DATE_WITHIN: usize = 80;

/// A member of a list of letters.
struct Member {
    range: Range<usize>,
    id: MemberId,
    has_code: Option<Series>,
}

/// What the number of a member says.
enum MemberId {
    /// It names its series.
    Known(DocumentId),
    /// The words around it have to.
    Number(String),
}

impl Reader<'_> {
    /// Reads what a word for a letter begins; `start` is its first token, `at` the word for the kind.
    pub(super) fn letter(&mut self, start: usize, at: usize) -> Option<usize> {
        let kind = self.term(at)?;
        let mut bureau = (start..at).find_map(|at| self.term(at).and_then(bureau));
        let mut next = at + 1;
        let named = self.skip(next, OF);
        if let Some(its) = self.term(named).and_then(self::bureau).filter(|_| !self.begins_bdt_number(named))
        {
            bureau = Some(its);
            next = named + 1;
        } else if (next..named).any(|at| self.has_term(at, Term::Itu)) {
            next = named;
        }
        if bureau.is_none()
            && let Some(owner) =
                self.owner(start, |term| self::bureau(term).is_some() || term == Term::Foreign)
        {
            bureau = self.term(owner).and_then(self::bureau);
            // “его циркуляре 43”, of the Universal Postal Union
            if bureau.is_none() {
                self.mentions.note_unknown(kind);
                return None;
            }
        }
        let (first, mut next) = self.member_of_letters(next, None, true)?;
        let mut members = vec![first];
        while let Some(from) = self.behind_separator(next)
            && let Some((member, behind)) =
                self.member_of_letters(from, members.last().and_then(|last| last.has_code), true)
            && goes_on(members.last(), &member)
        {
            members.push(member);
            next = behind;
        }
        let mut members = self.with_ranges(members);
        let behind = self.skip(next, OF);
        let mut end = self.end_before(next);
        let mut after = end;
        if let Some(its) = self.term(behind).and_then(self::bureau) {
            bureau = bureau.or(Some(its));
            // “Циркуляр 179 БСЭ”: the name of the series is around the number.
            after = self.end_before(behind + 1);
            let needs_it = matches!(members.first().map(|first| &first.id), Some(MemberId::Number(_)));
            let is_short = self.words(behind).chars().count() <= 4;
            if behind == next && members.len() == 1 && needs_it && is_short {
                end = self.end_before(next + 1);
            }
        } else if members.iter().any(|member| matches!(member.id, MemberId::Number(_)))
            && (self.is_foreign_behind(next) || self.is_foreign_before(start))
        {
            self.mentions.note_unknown(kind);
            return Some(next);
        }
        if self.circumstances.language == Some(Language::Chinese)
            && members.len() > 1
            && let Some(first) = members.first_mut()
        {
            // Chinese puts the word before one number, and lists others.
            first.range.start = self.start(start);
        }
        self.add_letters(self.start(start)..end, after, kind, bureau, members).then_some(next)
    }

    /// Reads a letter whose Bureau is named before the word: “TSB Circular 237”; or the number of one: “BDT/008”.
    pub(super) fn letter_of_bureau(&mut self, at: usize) -> Option<usize> {
        if self.begins_bdt_number(at) {
            let (member, next) = self.member_of_letters(at, None, false)?;
            let MemberId::Known(id) = member.id else { return None };
            self.add(member.range, id);
            return Some(next);
        }
        self.term(at + 1).filter(|term| is_letter_kind(*term))?;
        // In Arabic what stands before is the subject of the sentence.
        let start = if self.circumstances.language == Some(Language::Arabic) { at + 1 } else { at };
        let next = self.letter(start, at + 1);
        next.or_else(|| self.awaited(at + 1))
    }

    /// Reads a reference that names its series and stands alone: `CL-22/24`, `CR/384`.
    pub(super) fn coded_letter(&mut self, at: usize) -> Option<usize> {
        if self.is_room(at) {
            return None;
        }
        let (member, next) = self.member_of_letters(at, None, false)?;
        let MemberId::Known(id) = member.id else { return None };
        self.add(member.range, id);
        Some(next)
    }

    /// Reads `4/LCCE/71`, which begins with a digit.
    pub(super) fn study_group_letter(&mut self, at: usize) -> Option<usize> {
        let id = study_group_letter(&self.number(at)?)?;
        self.add(self.start(at)..self.end_before(at + 1), id);
        Some(at + 1)
    }

    /// A letter that names its series, at the token, and the token behind it.
    pub(super) fn letter_with_code(&self, at: usize) -> Option<(DocumentId, usize)> {
        let has_code = self.term(at).and_then(code_of).is_some();
        let has_lcce = || self.number(at).and_then(|number| study_group_letter(&number)).is_some();
        if !has_code && !has_lcce() {
            return None;
        }
        let (member, next) = self.member_of_letters(at, None, true)?;
        match member.id {
            MemberId::Known(id) => Some((id, next)),
            MemberId::Number(_) => None,
        }
    }

    /// A reference, or its number: with its sign, its code, its Bureau. `spaced` allows white space behind the code.
    fn member_of_letters(&self, from: usize, code: Option<Series>, spaced: bool) -> Option<(Member, usize)> {
        let at = self.skip(from, SIGNS);
        // The sign of several numbers is shared by them.
        let first = if self.has_term(from, Term::NumberSigns) { at } else { from };
        let member = |end: usize, id, has_code| {
            let (id, end) = self.with_revision_of_letter(id, end);
            Some((Member { range: self.start(first)..self.end_before(end), id, has_code }, end))
        };
        if let Some(its_code) = self.term(at).and_then(code_of).filter(|_| self.is_all_capital(at)) {
            let mut number = at + 1;
            let joined = matches!(self.kind(number), Some(Kind::Hyphen | Kind::Slash));
            number += usize::from(joined);
            if its_code == Series::Bdt {
                let (id, end) = self.bdt_number(at)?;
                return member(end, MemberId::Known(id), Some(its_code));
            }
            let is_near = self.is_glued(number) || spaced || self.number(number)?.contains('/');
            let is_joined = joined || !matches!(its_code, Series::Radiocommunication(_)) || spaced;
            let id = its_code.letter(&self.number(number)?).filter(|_| is_near && is_joined)?;
            return member(number + 1, MemberId::Known(id), Some(its_code));
        }
        let number = self.number(at)?;
        if let Some(id) = study_group_letter(&number) {
            return member(at + 1, MemberId::Known(id), None);
        }
        if let Some(code) = code {
            let id = code.letter(&number).filter(|_| code != Series::Bdt)?;
            return member(at + 1, MemberId::Known(id), Some(code));
        }
        // “9/SG3RG-LAC” is one number; what has a stop or a letter at its end is none.
        let is_number =
            number.split(['/', '-']).next().is_some_and(is_whole_or_zero) && !number.contains('.');
        is_number.then_some(())?;
        member(at + 1, MemberId::Number(number), None)
    }

    /// Whether a number of the BDT begins at the token, and not just its name.
    fn begins_bdt_number(&self, at: usize) -> bool {
        self.has_term(at, Term::DevelopmentBureau) && self.is(at + 1, Kind::Slash) && self.is_glued(at + 1)
    }

    /// Members of whom the number is a range, “81–85”, as two.
    fn with_ranges(&self, members: Vec<Member>) -> Vec<Member> {
        let mut apart = Vec::with_capacity(members.len());
        for member in members {
            let MemberId::Number(number) = &member.id else {
                apart.push(member);
                continue;
            };
            match self.ends_of_range(&member.range, number) {
                Some(ends) => {
                    let has_code = member.has_code;
                    apart.extend(ends.map(|end| Member {
                        range: end.range,
                        id: MemberId::Number(end.number),
                        has_code,
                    }));
                }
                None => apart.push(member),
            }
        }
        apart
    }

    /// `BDT/008`, `BDT/CIRCULAR/017`, `BDT/IP/CSTG-2`, `БРЭ/021`.
    fn bdt_number(&self, at: usize) -> Option<(DocumentId, usize)> {
        if let Some(number) = self.number(at + 2).and_then(|number| positive(&number)) {
            return Some((DocumentId::BdtCircular { number: number.to_string() }, at + 3));
        }
        let start = self.start(at);
        let rest = self.text.get(start..)?;
        let length = rest.find(|c: char| {
            !(c.is_ascii_alphanumeric()
                || c == '/'
                || crate::text::folding::folded(c).is_none_or(|folded| folded == '-'))
        });
        let reference = rest.get(..length.unwrap_or(rest.len()))?;
        let reference = reference.trim_end_matches(|c: char| !c.is_ascii_alphanumeric());
        let id = DocumentId::from_reference(&plain(reference))?;
        let end = start + reference.len();
        let next = at + (at..self.tokens.len()).take_while(|at| self.start(*at) < end).count();
        Some((id, next))
    }

    /// Takes down the members. False where the number of none could be understood.
    fn add_letters(
        &mut self,
        whole: Range<usize>,
        after: usize,
        kind: Term,
        bureau: Option<Issuer>,
        members: Vec<Member>,
    ) -> bool {
        let is_list = members.len() > 1;
        let mut added = false;
        for member in members {
            let Member { range, id, .. } = member;
            let (id, reversed) = match id {
                MemberId::Known(id) => (Some(id), false),
                MemberId::Number(number) => self.by_words(&number, kind, bureau, &(range.start..after)),
            };
            let Some(id) = id else { continue };
            let range = if is_list { range } else { whole.clone() };
            self.add_doubtful(range, id, reversed);
            added = true;
        }
        added
    }

    /// `(Rev.1)` or `/Add.1` behind a reference makes it that of the amendment.
    fn with_revision_of_letter(&self, id: MemberId, at: usize) -> (MemberId, usize) {
        if let MemberId::Known(of) = &id
            && let Some((kind, number, next)) = self.amendment_behind_stroke(at)
        {
            let of = Box::new(of.clone());
            return (MemberId::Known(DocumentId::Amendment { of, kind, number }), next);
        }
        match (id, self.revision_in_brackets(at)) {
            (MemberId::Known(of), Some((number, next))) => {
                let of = Box::new(of);
                (MemberId::Known(DocumentId::Amendment { of, kind: Amendment::Revision, number }), next)
            }
            (id, _) => (id, at),
        }
    }

    /// The id of a number that does not name its series, and whether it may stand reversed.
    pub(super) fn by_words(
        &self,
        number: &str,
        kind: Term,
        bureau: Option<Issuer>,
        place: &Range<usize>,
    ) -> (Option<DocumentId>, bool) {
        let issuer = bureau.or(self.circumstances.issuer);
        let id = match (kind, number.split_once('/')) {
            (Term::Letter | Term::AdministrativeCircular, _) => None,
            (Term::CollectiveLetter, Some((number, group))) => collective(number, group),
            (Term::CollectiveLetter, None) => None,
            (_, Some((number, group))) if bureau == Some(Issuer::StandardizationBureau) => {
                collective(number, group)
            }
            (Term::CircularLetter, Some((year, number))) => return self.circular_letter(year, number),
            (Term::Circular, Some((year, number)))
                if matches!(issuer, None | Some(Issuer::GeneralSecretariat)) =>
            {
                return self.circular_letter(year, number);
            }
            (_, Some(_)) => None,
            (_, None) => self.by_issuer(number, kind, issuer, bureau.is_some(), place),
        };
        (id, false)
    }

    fn by_issuer(
        &self,
        number: &str,
        kind: Term,
        issuer: Option<Issuer>,
        is_named: bool,
        place: &Range<usize>,
    ) -> Option<DocumentId> {
        let end = place.end;
        let is_chinese = self.circumstances.language == Some(Language::Chinese);
        let before = if is_chinese { self.date_before(place.start) } else { None };
        match issuer {
            Some(Issuer::StandardizationBureau) => {
                let own = self.date_behind(end).or(before);
                let period = own.or(self.circumstances.date).and_then(study_period);
                Some(DocumentId::TsbCircular { period, number: positive(number)? })
            }
            Some(Issuer::DevelopmentBureau) => {
                Some(DocumentId::BdtCircular { number: positive(number)?.to_string() })
            }
            Some(Issuer::RadiocommunicationBureau) if is_named => None,
            _ if kind == Term::CircularLetter => {
                Some(DocumentId::OldCircularLetter { number: positive(number)? })
            }
            _ => None,
        }
    }

    /// CL-yy/n without its letters. Converters leave pairs of numbers reversed in Arabic: the order that gives a year counts,
    /// and where both do, the order is in doubt.
    fn circular_letter(&self, first: &str, second: &str) -> (Option<DocumentId>, bool) {
        let latest = self.circumstances.date.map_or(2099, |date| date.year());
        let year = |digits: &str| {
            let year = full_year(digits).filter(|_| digits.len() == 2)?;
            (1990..=latest).contains(&year).then_some(year)
        };
        let id = |year: Option<u16>, number: &str| {
            Some(DocumentId::CircularLetter { year: year?, number: positive(number)? })
        };
        let written = id(year(first), second);
        if self.circumstances.language != Some(Language::Arabic) {
            return (written, false);
        }
        let reversed = id(year(second), first);
        match (written, reversed) {
            (Some(written), Some(reversed)) => {
                let doubtful = written != reversed;
                (Some(written), doubtful)
            }
            (Some(written), None) => (Some(written), false),
            (None, reversed) => (reversed, false),
        }
    }

    /// The date that the text gives the document, right behind its number or right before.
    pub(super) fn date_behind(&self, end: usize) -> Option<crate::ids::Date> {
        let near = beginning(self.text.get(end..)?);
        // The date of another document is not this one's.
        let stop = near.char_indices().skip(40).find(|(_, c)| matches!(c, '.' | ';' | '。' | '；' | ':'));
        let stop = stop.map_or(near.len(), |(at, _)| at);
        let found = dates::find(near.get(..stop)?, self.circumstances.language);
        let date = found.into_iter().find_map(|found| Some((found.range.start, found.days?.0)))?;
        let between = near.get(..date.0)?;
        let is_its_own = !between.contains(|c: char| c.is_ascii_digit())
            && between.split(is_space).filter(|word| !word.is_empty()).count() <= 7;
        is_its_own.then_some(date.1)
    }

    /// The date that Chinese puts before the number: “2011年3月24日第179号通函”.
    pub(super) fn date_before(&self, start: usize) -> Option<crate::ids::Date> {
        let before = self.text.get(..start)?;
        let from = before.char_indices().rev().nth(DATE_WITHIN).map_or(0, |(at, _)| at);
        let near = before.get(from..)?;
        let found = dates::find(near, self.circumstances.language);
        let found = found.into_iter().next_back()?;
        let between = near.get(found.range.end..)?;
        let is_its_own = between.chars().count() <= 10 && !between.contains(['，', '。', '；', '、']);
        found.days.map(|(first, _)| first).filter(|_| is_its_own)
    }

    // --- Amendments ---

    /// Reads “Corrigendum 1 to Circular Letter CR/384”, and “its Addendum 1” behind the letter that it belongs to.
    pub(super) fn amendment(&mut self, at: usize) -> Option<usize> {
        let kind = amendment_of(self.term(at)?)?;
        let number_at = self.skip(at + 1, SIGNS);
        let number = positive(&self.number(number_at)?)?;
        let behind = number_at + 1;
        let next = self.skip(behind, OF);
        let before = self.found.len();
        let start = self.start(at);
        let is_letter = self
            .term(next)
            .is_some_and(|term| is_letter_kind(term) || term == Term::Document || bureau(term).is_some());
        if next > behind || is_letter {
            let end = self.citation_of_amended(next);
            if let Some(end) = end
                && self.found.len() == before + 1
                && let Some(base) = self.found.pop()
            {
                // “(Rev. 2010” before a Resolution is a piece of something else.
                if !base.id.can_be_amended() {
                    return None;
                }
                let id = DocumentId::Amendment { of: Box::new(base.id), kind, number };
                self.add(start..base.range.end, id);
                return Some(end);
            }
            self.found.truncate(before);
            // It is of something that has no id, and not of what “its” means.
            let names_another = self.term(next).is_some_and(|term| {
                is_letter_kind(term) || term == Term::Document || code_of(term).is_some()
            });
            if names_another {
                return None;
            }
        }
        // Of the letter named just before: “CA/270 and its Addendum 1”.
        let last = self.found.last()?;
        let between = self.text.get(last.range.end..start)?;
        let is_near = between.chars().count() <= 60 && !between.contains(['.', ';', '。', '；']);
        let base = match &last.id {
            DocumentId::Amendment { of, .. } => (**of).clone(),
            id => id.clone(),
        };
        if !is_near || !base.can_be_amended() {
            return None;
        }
        // In Chinese it is one phrase with the letter: “CA/270号行政通函补遗1”.
        let is_one = between.trim().is_empty() || between.trim() == "的";
        let id = DocumentId::Amendment { of: Box::new(base), kind, number };
        let end = self.end_before(behind);
        if is_one && let Some(last) = self.found.last_mut() {
            last.id = id;
            last.range.end = end;
        } else {
            self.add(start..end, id);
        }
        Some(behind)
    }

    /// The letter or document that an amendment is of.
    fn citation_of_amended(&mut self, at: usize) -> Option<usize> {
        match self.term(at) {
            Some(Term::Document) => self.document(at),
            Some(Term::CouncilCode) => self.council_document(at),
            Some(term) if is_letter_kind(term) => self.letter(at, at),
            Some(Term::StandardizationBureau | Term::RadiocommunicationBureau | Term::DevelopmentBureau) => {
                self.letter_of_bureau(at)
            }
            Some(Term::Said) => self.back_reference(at + 1),
            Some(_) => self.coded_letter(at).or_else(|| self.number_first(at)),
            None => self.study_group_letter(at).or_else(|| self.number_first(at)),
        }
    }

    /// `/Add.1` behind a number: the kind and number of the amendment, and the token behind it.
    pub(super) fn amendment_behind_stroke(&self, at: usize) -> Option<(Amendment, u32, usize)> {
        if !self.is(at, Kind::Slash) || !self.is_glued(at) {
            return None;
        }
        let kind = amendment_of(self.term(at + 1)?)?;
        Some((kind, positive(&self.number(at + 2)?)?, at + 3))
    }

    /// `(Rev.1)` behind a number: the number of the revision, and the token behind it.
    pub(super) fn revision_in_brackets(&self, at: usize) -> Option<(u32, usize)> {
        let is_revised = |at| matches!(self.term(at), Some(Term::Revised | Term::Revision));
        if !self.is(at, Kind::Open) || !is_revised(at + 1) || !self.is(at + 3, Kind::Close) {
            return None;
        }
        Some((positive(&self.number(at + 2)?)?, at + 4))
    }
}

/// Whether a bare number goes on with the list: it is greater than the one before, and no date or quantity.
fn goes_on(last: Option<&Member>, next: &Member) -> bool {
    let whole = |member: &Member| match &member.id {
        MemberId::Number(number) => number.parse::<u32>().ok(),
        MemberId::Known(_) => None,
    };
    match (last.and_then(whole), whole(next)) {
        (Some(last), Some(next)) => last < next,
        // A bare number does not go on with “19/53, 20/40”.
        (None, Some(_)) => false,
        _ => true,
    }
}

const fn is_letter_kind(term: Term) -> bool {
    matches!(
        term,
        Term::Circular
            | Term::CircularLetter
            | Term::AdministrativeCircular
            | Term::CollectiveLetter
            | Term::Letter
    )
}

pub(super) const fn bureau(term: Term) -> Option<Issuer> {
    match term {
        Term::StandardizationBureau => Some(Issuer::StandardizationBureau),
        Term::RadiocommunicationBureau => Some(Issuer::RadiocommunicationBureau),
        Term::DevelopmentBureau => Some(Issuer::DevelopmentBureau),
        _ => None,
    }
}

pub(super) const fn amendment_of(term: Term) -> Option<Amendment> {
    match term {
        Term::Corrigendum => Some(Amendment::Corrigendum),
        Term::Addendum => Some(Amendment::Addendum),
        Term::Revision | Term::Revised | Term::RevisedBoth => Some(Amendment::Revision),
        _ => None,
    }
}

const fn code_of(term: Term) -> Option<Series> {
    Some(match term {
        Term::Cl => Series::Cl,
        Term::Lc => Series::Lc,
        Term::Dm => Series::Dm,
        Term::Ca => Series::Radiocommunication(RadiocommunicationSeries::Ca),
        Term::Cace => Series::Radiocommunication(RadiocommunicationSeries::Cace),
        Term::Cr => Series::Radiocommunication(RadiocommunicationSeries::Cr),
        Term::Ccrr => Series::Radiocommunication(RadiocommunicationSeries::Ccrr),
        Term::DevelopmentBureau => Series::Bdt,
        _ => return None,
    })
}

/// n/SG: the group is a number, or the name of a group in capitals.
pub(super) fn collective(number: &str, group: &str) -> Option<DocumentId> {
    let is_group = positive(group).is_some_and(|group| group < 100)
        || group.starts_with(|c: char| c.is_ascii_uppercase())
            && group.chars().all(|c| c.is_ascii_uppercase() || c.is_ascii_digit() || c == '-');
    is_group.then_some(())?;
    Some(DocumentId::CollectiveLetter { number: positive(number)?, group: group.to_owned() })
}

fn is_whole_or_zero(number: &str) -> bool {
    is_whole(number) || decimal::<u32>(number).is_some() && !number.is_empty()
}

/// As much of the text as a date may be away.
fn beginning(text: &str) -> &str {
    text.char_indices().nth(DATE_WITHIN).and_then(|(at, _)| text.get(..at)).unwrap_or(text)
}
