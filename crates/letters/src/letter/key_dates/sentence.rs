//! The dates of a sentence: what each of them is, which date it replaces, who is asked, and until which hour.

use super::super::types::DateKind;
use super::clue::{self, Clue};
use super::hour;
use crate::dates::{DateWord, FoundDate, clock_word, last_date_word};
use crate::diagnostic::Span;
use crate::ids::{Date, Instant, Language};
use crate::text::characters::{COMMAS, digit, is_alphabetic, is_dash, is_han, is_space};
use crate::text::scanning::clean;

/// The longest text between a date and a word that makes it a deadline, in bytes: hours, days of the week.
const LONGEST_GAP: usize = 90;

/// The longest word in such a text that has no meaning of its own, in characters: “the”, “las”.
const LONGEST_SMALL_WORD: usize = 3;

/// The longest time from the day of an event to the letter that moves it afterwards, in months.
const LONGEST_DELAY: u32 = 2;

/// The longest text between the two dates of “extended from 3 May to 17 May”, in bytes.
const BETWEEN_DATES: usize = 24;

/// The longest text between the two dates of “replace 3 May, 1600 hours UTC, by 17 May”, in bytes.
const LONGEST_REPLACED: usize = 160;

/// The maximum number of words of the name of those who are asked.
const MOST_WORDS: usize = 7;

/// The longest such name in Chinese, in characters.
const LONGEST_CHINESE_NAME: usize = 20;

/// The ends of the names of those who are asked in Chinese, where no space parts them from the verb.
const CHINESE_NAMES: [&str; 14] =
    ["国", "部门", "者", "您", "方", "成员", "代表", "团", "机构", "实验室", "主席", "人", "单位", "组织"];

/// A date of a sentence.
pub(super) struct Read {
    /// Its place in the text.
    pub(super) range: Span,
    /// The first and the last day.
    pub(super) days: (Date, Date),
    /// The place of the date with the words that make it a deadline.
    pub(super) with_words: Span,
    pub(super) kind: DateKind,
    pub(super) replaces: Option<(Date, Date)>,
    /// Whether it only stands for the one that it replaces, and is about the same.
    pub(super) is_correction: bool,
    pub(super) asked: Option<String>,
    pub(super) until: Option<Instant>,
    /// Whether another date, in this sentence or the next, has replaced it.
    pub(super) awaits_new: bool,
}

/// Reads the dates of a sentence.
pub(super) fn read(
    text: &str,
    sentence: &Span,
    dates: &[FoundDate],
    language: Option<Language>,
    own: Date,
) -> Vec<Read> {
    // A sentence about the past announces nothing and moves nothing.
    let is_ahead = |date: &FoundDate| date.days.is_some_and(|(_, last)| last >= own);
    if !dates.iter().any(is_ahead) {
        return Vec::new();
    }
    let clues = clue::find(text, sentence.clone(), language);
    let sentence = Sentence { text, span: sentence.clone(), clues, language, dates, own };
    let mut read: Vec<Read> = Vec::new();
    for date in dates {
        let Some(days) = date.days else { continue };
        match sentence.ends_of_move(&date.range, days) {
            Some(halves) => read.extend(halves.map(|(range, day)| sentence.date(range, (day, day)))),
            None => read.push(sentence.date(date.range.clone(), days)),
        }
    }
    sentence.find_earlier(&mut read);
    let places: Vec<Span> = read.iter().map(|date| date.range.clone()).collect();
    for date in read.iter_mut().filter(|date| date.kind == DateKind::Deadline) {
        date.asked = sentence.asked(date.with_words.start);
        // An hour behind the next date is of that date.
        let start = places.iter().map(|place| place.end).filter(|end| *end <= date.range.start).max();
        let end = places.iter().map(|place| place.start).find(|start| *start >= date.range.end);
        let around = start.unwrap_or(sentence.span.start)..end.unwrap_or(sentence.span.end);
        date.until = hour::until(text, &around, &date.range, date.days.1, &sentence.clues);
    }
    let is_announced = |date: &Read| date.days.1 >= own;
    let announced = read.iter().filter(|date| is_announced(date));
    let replaced: Vec<(Date, Date)> = announced.filter_map(|date| date.replaces).collect();
    read.retain(|date| is_announced(date) || replaced.contains(&date.days));
    read
}

struct Sentence<'text> {
    text: &'text str,
    span: Span,
    clues: Vec<(Clue, Span)>,
    language: Option<Language>,
    dates: &'text [FoundDate],
    /// The date of the letter.
    own: Date,
}

impl Sentence<'_> {
    fn has(&self, wanted: Clue) -> bool {
        self.clues.iter().any(|(clue, _)| *clue == wanted)
    }

    /// Whether the sentence asks somebody for something.
    fn asks(&self) -> bool {
        // “Delegates should read the form before 5 May.”
        let asking = [Clue::Duty, Clue::Asked, Clue::Ask, Clue::Deadline, Clue::Deadlines, Clue::Corrected];
        asking.into_iter().any(|clue| self.has(clue))
    }

    fn between(&self, from: usize, to: usize) -> Option<&str> {
        self.text.get(from..to)
    }

    fn date(&self, range: Span, days: (Date, Date)) -> Read {
        let word = self.word_of_deadline(&range);
        let noun = self.clues.iter().any(|(clue, at)| {
            let between =
                self.dates.iter().filter(|date| at.end <= date.range.start && date.range.end <= range.start);
            let places: Vec<&Span> = between.map(|date| &date.range).collect();
            at.end <= range.start
                && match clue {
                    Clue::Deadline => places.is_empty(),
                    Clue::Deadlines => days.0 == days.1 && self.is_listed(at.end, &places, range.start),
                    _ => false,
                }
        });
        // “before” says nothing about a deadline where nobody is asked: “equipment manufactured before 1 May”.
        let is_weak = |clue: Clue| matches!(clue, Clue::ByWeak | Clue::BehindWeak) && !self.asks();
        let is_deadline = noun || word.as_ref().is_some_and(|(clue, _)| !is_weak(*clue));
        let with_words =
            word.map_or(range.clone(), |(_, word)| range.start.min(word.start)..range.end.max(word.end));
        Read {
            asked: None,
            until: None,
            // Something is due on a day, and not on several.
            kind: match is_deadline && (noun || days.0 == days.1) {
                true => DateKind::Deadline,
                false => DateKind::Event,
            },
            range,
            days,
            with_words,
            replaces: None,
            is_correction: false,
            awaits_new: false,
        }
    }

    /// Whether the dates between the noun, which ends at `from`, and a date are a list to which that belongs: “5 May for registration
    /// and 12 May”.
    fn is_listed(&self, from: usize, between: &[&Span], to: usize) -> bool {
        let ends = between.iter().map(|date| date.start).chain([to]);
        let starts = [from].into_iter().chain(between.iter().map(|date| date.end));
        starts.zip(ends).enumerate().all(|(number, (start, end))| {
            let gap = self.between(start, end).unwrap_or_default();
            match number {
                0 => gap.len() <= LONGEST_GAP && !gap.contains(COMMAS),
                _ => gap.trim_end().ends_with(COMMAS) || without_pair(gap, self.language).is_some(),
            }
        })
    }

    /// The place of the date that another replaces, which is behind it: “5 May should read 12 May”, “replace 5 May by 12 May”.
    fn exchanged(&self, clue: Clue, at: &Span, dates: &[Read], behind: Option<usize>) -> Option<usize> {
        let former = if clue == Clue::Replaced { behind? } else { behind?.checked_sub(1)? };
        let (one, two) = (&dates.get(former)?.range, &dates.get(former + 1)?.range);
        let is_right =
            |from: usize, to: usize| self.between(from, to).is_some_and(|gap| self.has_only_hours(gap));
        let is_pair = |gap: &str| last_date_word(gap.trim_end(), DateWord::Pair, self.language).is_some();
        let is_right = match clue {
            Clue::Replaced => {
                let between = self.between(one.end, two.start)?;
                is_right(at.end, one.start) && between.len() <= LONGEST_REPLACED && !is_pair(between)
            }
            _ => is_right(one.end, at.start) && is_right(at.end, two.start),
        };
        is_right.then_some(former)
    }

    /// The words that make the date a deadline: right before it, or right behind it.
    fn word_of_deadline(&self, date: &Span) -> Option<(Clue, Span)> {
        self.clues.iter().rev().find_map(|(clue, at)| {
            let (before, behind) = (at.end <= date.start, at.start >= date.end);
            let gap = match clue {
                Clue::By | Clue::ByWeak | Clue::Either if before => self.between(at.end, date.start),
                Clue::Behind | Clue::BehindWeak | Clue::Either if behind => self.between(date.end, at.start),
                _ => None,
            }?;
            self.has_only_hours(gap).then(|| (*clue, at.clone()))
        })
    }

    /// Whether the text has only hours, time zones, days of the week and small words.
    fn has_only_hours(&self, gap: &str) -> bool {
        if gap.len() > LONGEST_GAP || gap.contains([';', '；', '؛', '。']) {
            return false;
        }
        let mut rest = gap;
        while let Some(c) = rest.chars().next() {
            let hour = clue::zone(rest, self.language).or_else(|| clock_word(rest).map(|word| word.length));
            let length = hour.unwrap_or_else(|| match is_alphabetic(c) && !is_han(c) {
                true => rest.find(|c: char| !is_alphabetic(c)).unwrap_or(rest.len()),
                false => c.len_utf8(),
            });
            let (word, after) = rest.split_at_checked(length).unwrap_or((rest, ""));
            let is_small = !word.contains(is_han) && word.chars().count() <= LONGEST_SMALL_WORD
                || word.chars().all(|c| matches!(c, '于' | '在' | '含' | '分'));
            let is_weekday = || last_date_word(word, DateWord::Weekday, self.language) == Some(word.len());
            if hour.is_none() && !is_small && !is_weekday() {
                return false;
            }
            rest = after;
        }
        true
    }

    /// “extended from 3 May 2021 to 17 May 2021”: the two dates of what looks like a range, if a word right before it moves
    /// the first of them.
    fn ends_of_move(&self, range: &Span, (first, last): (Date, Date)) -> Option<[(Span, Date); 2]> {
        let is_moved = self.clues.iter().any(|(clue, at)| *clue == Clue::Moved && at.end <= range.start);
        let has_noun = self.has(Clue::Deadline) || self.has(Clue::Deadlines);
        if first == last || !is_moved || !has_noun {
            return None;
        }
        let text = self.text.get(range.clone())?;
        let starts = text.match_indices(is_space).map(|(at, space)| (at, at + space.len()));
        let ends_first = |(end, _): &(usize, usize)| {
            let before = text.get(..*end).unwrap_or_default();
            last_date_word(before, DateWord::Range, self.language).is_some() || before.ends_with(is_dash)
        };
        let (end, start) = starts.rev().find(ends_first)?;
        let before = text.get(..end)?;
        let joiner = last_date_word(before, DateWord::Range, self.language).unwrap_or(0);
        let before = before.get(..before.len() - joiner)?.trim_end_matches(|c| is_space(c) || is_dash(c));
        Some([(range.start..range.start + before.len(), first), (range.start + start..range.end, last)])
    }

    /// Finds the dates that the sentence replaces or cancels.
    fn find_earlier(&self, dates: &mut [Read]) {
        for (clue, at) in &self.clues {
            let behind = dates.iter().position(|date| date.range.start >= at.end);
            match clue {
                Clue::Formerly => {
                    if let Some(former) = behind {
                        let new = self.new_date(dates, former);
                        replace(dates, former, new);
                    }
                }
                Clue::Cancelled => dates
                    .iter_mut()
                    .filter(|date| date.kind == DateKind::Event)
                    .for_each(|date| date.kind = DateKind::Earlier),
                Clue::Corrected | Clue::Replaced => {
                    if let Some(former) = self.exchanged(*clue, at, dates, behind) {
                        exchange(dates, former, self.has(Clue::Deadline) || self.has(Clue::Deadlines));
                    }
                }
                Clue::Moved if !self.has(Clue::Formerly) => {
                    let before = behind.unwrap_or(dates.len()).checked_sub(1);
                    let before =
                        before.filter(|at| dates.get(*at).is_some_and(|date| self.may_be_moved(date)));
                    match (before, behind) {
                        (Some(former), _) => replace(dates, former, behind),
                        (None, Some(former)) if self.is_pair(dates, former) => {
                            replace(dates, former, Some(former + 1));
                        }
                        _ => {}
                    }
                }
                _ => {}
            }
        }
    }

    /// Whether the date may be that of an event which the letter moves. One long before the letter is that of a document: “Further
    /// to Circular 901 of 12 September 2023, the meeting is postponed”.
    fn may_be_moved(&self, date: &Read) -> bool {
        let month = |day: Date| u32::from(day.year()) * 12 + u32::from(day.month());
        month(date.days.1) + LONGEST_DELAY >= month(self.own)
    }

    /// The date that replaces the former one: the one behind it, or else before it; not one before the letter's own.
    fn new_date(&self, dates: &[Read], former: usize) -> Option<usize> {
        let may_replace = |at: &usize| dates.get(*at).is_some_and(|date| date.days.1 >= self.own);
        Some(former + 1).filter(may_replace).or_else(|| former.checked_sub(1).filter(may_replace))
    }

    /// Whether the date and the next are “from … to …”.
    fn is_pair(&self, dates: &[Read], first: usize) -> bool {
        let (Some(one), Some(two)) = (dates.get(first), dates.get(first + 1)) else { return false };
        self.between(one.range.end, two.range.start).is_some_and(|gap| gap.trim().len() <= BETWEEN_DATES)
    }

    /// The name of those who are asked, before the date.
    fn asked(&self, date: usize) -> Option<String> {
        let clue = self
            .clues
            .iter()
            .rev()
            .find(|(clue, at)| matches!(clue, Clue::Asked | Clue::Ask) && at.end <= date)?;
        let name = match clue {
            (Clue::Asked, at) => {
                let before = self.between(self.span.start, at.start)?;
                let start =
                    before.rfind(|c| COMMAS.contains(&c) || matches!(c, ':' | '：')).map_or(0, |at| {
                        at + before.get(at..).and_then(|rest| rest.chars().next()).map_or(1, char::len_utf8)
                    });
                let name = before.get(start..)?.trim();
                self.behind_and(name)
            }
            (_, at) => self.between(at.end, date)?.trim_start(),
        };
        let start = name.as_ptr() as usize - self.text.as_ptr() as usize;
        let ends = |(clue, at): &&(Clue, Span)| {
            matches!(clue, Clue::Relative | Clue::By | Clue::ByWeak | Clue::Duty)
                && at.start >= start
                && at.start < start + name.len()
        };
        let end = self.clues.iter().find(ends).map_or(name.len(), |(_, at)| at.start - start);
        let end = self.end_of_arabic_name(name).unwrap_or(end);
        let name = clean(name.get(..end)?.trim().trim_end_matches(COMMAS));
        let is_short = match name.contains(is_han) {
            true => {
                name.chars().count() <= LONGEST_CHINESE_NAME
                    && CHINESE_NAMES.iter().any(|end| name.ends_with(end))
            }
            false => name.split(' ').count() <= MOST_WORDS,
        };
        (is_short && !name.is_empty() && !name.contains(|c| digit(c).is_some())).then_some(name)
    }
}

impl Sentence<'_> {
    /// The name behind an “and” with which it begins, or that joins it to another clause.
    fn behind_and<'name>(&self, name: &'name str) -> &'name str {
        let is_long = name.split(' ').count() > MOST_WORDS;
        let mut words = name.match_indices(' ').map(|(at, _)| at);
        let and = words.rfind(|at| {
            let before = name.get(..*at).unwrap_or_default();
            last_date_word(before, DateWord::Pair, self.language)
                .is_some_and(|and| is_long || and == before.len())
        });
        and.and_then(|at| name.get(at..)).map_or(name, str::trim)
    }

    /// The end of an Arabic name: its words have the article but the first.
    fn end_of_arabic_name(&self, name: &str) -> Option<usize> {
        let mut spaces = name.match_indices(' ').map(|(at, _)| at);
        let is_arabic = self.language == Some(Language::Arabic);
        spaces
            .find(|at| {
                !name.get(at + 1..).is_some_and(|rest| {
                    rest.starts_with("ال") && !rest.starts_with("الت") && !rest.starts_with("الذ")
                })
            })
            .filter(|_| is_arabic)
    }
}

/// Records that the date behind the former one replaces it, and is what that was, unless the sentence says that it is a deadline:
/// “replace 5 May by 12 May” does not.
fn exchange(dates: &mut [Read], former: usize, is_deadline: bool) {
    let kind = dates.get(former).map(|date| date.kind);
    replace(dates, former, Some(former + 1));
    if let (Some(new), Some(kind)) = (dates.get_mut(former + 1), kind) {
        new.is_correction = true;
        new.kind = if is_deadline { new.kind } else { kind };
    }
}

/// The words between two dates, without the “and” before the second. Chinese has no spaces by which an “and” is known.
pub(super) fn without_pair(text: &str, language: Option<Language>) -> Option<&str> {
    let pair = |text: &str| last_date_word(text, DateWord::Pair, language);
    let mut text = text.trim_end();
    if pair(text).is_none() {
        // “y el”.
        text = text.get(..text.len() - super::joiner(text, language)?)?.trim_end();
    }
    let words = text.get(..text.len() - pair(text)?).map(str::trim);
    let is_divided = |words: &&str| {
        !words.is_empty() && !words.ends_with(is_han) && !words.contains(|c| digit(c).is_some())
    };
    words.filter(is_divided)
}

/// Records that a date replaces another.
fn replace(dates: &mut [Read], former: usize, new: Option<usize>) {
    let Some((days, kind)) = dates.get_mut(former).map(|date| {
        let kind = date.kind;
        date.kind = DateKind::Earlier;
        date.awaits_new = true;
        (date.days, kind)
    }) else {
        return;
    };
    if let Some(new) = new.and_then(|new| dates.get_mut(new)).filter(|new| new.kind != DateKind::Earlier) {
        new.replaces = Some(days);
        if kind == DateKind::Deadline {
            new.kind = kind;
        }
    }
}
