//! Dates as the six languages write them, and the line of a letterhead that holds one with its place.
//!
//! A date is known by its year, four digits, and read from there: backwards in the languages that write the day first
//! (“du 23 février au 5 mars 2021”), forwards in Chinese (“2021年2月23日至3月5日”). A range is one date with two days.

use std::ops::Range;

use crate::ids::Date;
use crate::ids::Language;
use crate::letter::vocabulary::{self, DateWord};
use crate::text::characters::{digit, is_space};
use crate::text::folding::is_letter;
use crate::text::tree::clean;
use crate::text::words::is_passed_over;

/// A date in a text.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct FoundDate {
    /// Where it stands: bytes of the text.
    pub(crate) range: Range<usize>,
    /// The first and the last day; none where the calendar lacks one of them.
    pub(crate) days: Option<(Date, Date)>,
}

/// What a line with place and date says.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct PlaceAndDate {
    /// The city, where the line names one.
    pub(super) place: Option<String>,
    /// The day; none where the line names one that the calendar lacks.
    pub(super) date: Option<Date>,
}

/// The longest line, in characters, that can be a place and a date: the longest in use has less than half of that.
const LONGEST: usize = 60;

/// The longest name of a city in Chinese, in characters: 弗洛里亚诺波利斯 has eight.
const LONGEST_CHINESE_PLACE: usize = 10;

/// The longest remark between the days of a Chinese range, in characters: “（星期三）”.
const LONGEST_REMARK: usize = 8;

/// The dates of the text, in their order.
pub(crate) fn find(text: &str, language: Option<Language>) -> Vec<FoundDate> {
    let mut found: Vec<FoundDate> = Vec::new();
    for year in years(text) {
        // What belongs to one date does not belong to another.
        let from = found.last().map_or(0, |last| last.range.end);
        if year.range.start < from {
            continue;
        }
        let chinese = matches!(language, Some(Language::Chinese) | None);
        let date = chinese
            .then(|| chinese_date(text, &year))
            .flatten()
            .or_else(|| year_first(text, &year))
            .or_else(|| year_last(text, from, &year, language));
        let Some(mut date) = date else { continue };
        if let Some(last) = found.last()
            && is_between_days(text.get(last.range.end..date.range.start), language)
            && let (Some((first, _)), Some((_, end))) = (last.days, date.days)
            && first <= end
        {
            date = FoundDate { range: last.range.start..date.range.end, days: Some((first, end)) };
            found.pop();
        }
        found.push(date);
    }
    found
}

/// The days of the text that are named without a year, each with its place, month and day: “le 2 septembre”, “9月2日”.
pub(crate) fn find_days(text: &str, language: Option<Language>) -> Vec<(Range<usize>, u8, u8)> {
    let mut days: Vec<(Range<usize>, u8, u8)> = Vec::new();
    let mut before = ' ';
    for (at, c) in text.char_indices().chain([(text.len(), ' ')]) {
        let found = if c == '月' {
            chinese_day(text, at)
        } else if is_word(before) && !is_word(c) {
            // A month is the last word of a day, or the first.
            let back = Back { text: text.get(..at).unwrap_or_default(), language };
            back.day_without_year().map(|(month, day, start)| (start..at, month, day))
        } else {
            None
        };
        days.extend(found.filter(|(_, month, day)| Date::new(2000, *month, *day).is_some()));
        before = c;
    }
    days
}

/// “9月2日” around the sign for the month.
fn chinese_day(text: &str, month_end: usize) -> Option<(Range<usize>, u8, u8)> {
    let mut back = Back { text: text.get(..month_end)?.trim_end_matches(is_space), language: None };
    let month = back.digits()?;
    let mut ahead = Ahead { text: text.get(month_end..)? };
    ahead.sign("月")?;
    let day = ahead.number()?;
    ahead.day_sign()?;
    Some((back.text.len()..text.len() - ahead.text.len(), u8::try_from(month).ok()?, u8::try_from(day).ok()?))
}

/// Reads a line that holds a place and a date, or a date alone, and nothing else: “Genève, le 5 octobre 2020”.
pub(super) fn place_and_date(line: &str, language: Option<Language>) -> Option<PlaceAndDate> {
    if line.len() > 4 * LONGEST || line.chars().count() > LONGEST || !line.contains(|c| numeral(c).is_some())
    {
        return None;
    }
    let dates = find(line, language);
    let [FoundDate { range, days }] = &dates[..] else { return None };
    if days.is_some_and(|(first, last)| first != last) {
        return None;
    }
    let before = line.get(..range.start)?;
    let after = line.get(range.end..)?;
    let after = after.get(after_year(after, language)..)?;
    // “1996年9月2日于日内瓦”.
    let joined = vocabulary::date_word(after, DateWord::Joiner, language).filter(|_| before.is_empty());
    let after = joined.map_or(after, |length| after.get(length..).unwrap_or_default());
    let place = match (before.chars().all(is_separator), after.chars().all(is_separator)) {
        (true, true) => None,
        (false, true) => Some(place_before(before, language)?),
        // “2015年3月11日，日内瓦”: a comma or a space sets the place apart; what goes on without one is a sentence.
        (true, false) if joined.is_some() || after.starts_with(is_separator) => Some(after),
        _ => return None,
    };
    let place = match place.map(|place| clean(place.trim_matches(is_separator))) {
        Some(place) if place.is_empty() => None,
        Some(place) if !is_place(&place) => return None,
        place => place,
    };
    Some(PlaceAndDate { place, date: days.map(|(first, _)| first) })
}

/// The words before a date, without those that join the two.
fn place_before(before: &str, language: Option<Language>) -> Option<&str> {
    let mut back = Back { text: before, language };
    back.separators();
    back.weekday();
    back.joiners();
    back.weekday();
    // “г. Женева”: the city of Geneva.
    let city = vocabulary::date_word(back.text, DateWord::AfterYear, language).unwrap_or(0);
    back.text = back.text.get(city..)?;
    let before = before.get(city..)?;
    let is_apart =
        before.get(back.text.len()..)?.contains([',', '،', '，']) || back.text.ends_with([',', '،', '，']);
    (is_apart || back.text.split_whitespace().count() <= 2).then_some(back.text)
}

/// Whether the words can name a city: few, without digits, and with a capital where the script has some.
fn is_place(place: &str) -> bool {
    let mut characters = place.chars();
    let is_chinese = characters.clone().any(|c| matches!(c, '\u{4E00}'..='\u{9FFF}'));
    let longest = if is_chinese { LONGEST_CHINESE_PLACE } else { LONGEST / 2 };
    characters.clone().count() <= longest
        && characters.clone().all(|c| digit(c).is_none() && !matches!(c, ':' | '：' | ';' | '/' | '(' | '"'))
        && !characters.next().is_some_and(|c| c.is_ascii_lowercase() || matches!(c, 'а'..='я' | 'à'..='ÿ'))
}

/// Four digits that may be a year.
struct Year {
    range: Range<usize>,
    year: u16,
}

/// The years of the text. Chinese may write them in its own numerals.
fn years(text: &str) -> impl Iterator<Item = Year> {
    let mut rest = text.char_indices().peekable();
    let mut before = ' ';
    std::iter::from_fn(move || {
        loop {
            let (start, c) = rest.next()?;
            let Some(value) = numeral(c) else {
                before = c;
                continue;
            };
            let starts_word = !is_word(before);
            before = c;
            let (mut year, mut count, mut end) = (value, 1, start + c.len_utf8());
            while let Some((at, c)) = rest.next_if(|(_, c)| numeral(*c).is_some()) {
                count += 1;
                year = if count <= 4 { year * 10 + numeral(c).unwrap_or_default() } else { 0 };
                end = at + c.len_utf8();
                before = c;
            }
            let ends_word = rest.peek().is_none_or(|(_, c)| !is_word(*c) || *c == 'م');
            if count == 4 && starts_word && ends_word && (1900..2100).contains(&year) {
                return Some(Year { range: start..end, year });
            }
        }
    })
}

/// A digit, also as a Chinese numeral.
fn numeral(c: char) -> Option<u16> {
    if c < '〇' {
        return digit(c);
    }
    digit(c).or_else(|| {
        "〇一二三四五六七八九".chars().zip(0..).find(|(numeral, _)| *numeral == c).map(|(_, value)| value)
    })
}

/// Whether the character is of a word, so that a number beside it is part of that word.
fn is_word(c: char) -> bool {
    c.is_ascii_alphanumeric() || crate::text::folding::folded(c).is_some_and(is_letter) || digit(c).is_some()
}

/// “2021-02-23”, “2021/2/23”: the order of ISO 8601, which is also that of Chinese.
fn year_first(text: &str, year: &Year) -> Option<FoundDate> {
    let mut ahead = Ahead { text: text.get(year.range.end..)? };
    let separator = ahead.numeric_separator()?;
    let month = ahead.digits()?;
    if ahead.numeric_separator()? != separator {
        return None;
    }
    let day = ahead.digits()?;
    if ahead.text.starts_with(is_word) {
        return None;
    }
    let days = day_of(year.year, month, day).map(|day| (day, day));
    Some(FoundDate { range: year.range.start..text.len() - ahead.text.len(), days })
}

/// “2021年2月23日”, “2021年2月23日至3月5日”, “2021年2月23-27日”; spaces may split it.
fn chinese_date(text: &str, year: &Year) -> Option<FoundDate> {
    let mut ahead = Ahead { text: text.get(year.range.end..)? };
    ahead.sign("年")?;
    let month = ahead.number()?;
    ahead.sign("月")?;
    let day = ahead.number()?;
    let mut end = ahead.day_sign().map(|()| ahead.text);
    let mut last = (month, day);
    // A range goes on with a day, or with month and day.
    let mut range = Ahead { text: ahead.text };
    range.remark();
    if range.range_sign().is_some()
        && let Some(number) = range.number()
    {
        if range.day_sign().is_some() {
            (last, end) = ((month, number), Some(range.text));
        } else if end.is_some()
            && range.sign("月").is_some()
            && let Some(day) = range.number()
            && range.day_sign().is_some()
        {
            (last, end) = ((number, day), Some(range.text));
        }
    }
    let range = year.range.start..text.len() - end?.len();
    let days = day_of(year.year, month, day).zip(day_of(year.year, last.0, last.1));
    Some(FoundDate { range, days: days.filter(|(first, last)| first <= last) })
}

/// “23 February 2021”, “du 23 février au 5 mars 2021”, “February 23, 2021”, “23.02.2021”.
fn year_last(text: &str, from: usize, year: &Year, language: Option<Language>) -> Option<FoundDate> {
    let back = Back { text: text.get(from..year.range.start)?, language };
    let (days, back) = back.clone().numeric(year.year).or_else(|| back.day_and_month(year.year))?;
    Some(FoundDate { range: from + back.text.len()..year.range.end, days })
}

fn day_of(year: u16, month: u16, day: u16) -> Option<Date> {
    Date::new(year, u8::try_from(month).ok()?, u8::try_from(day).ok()?)
}

/// Whether the text stands between the first and the last day of a range, and says nothing else.
fn is_between_days(text: Option<&str>, language: Option<Language>) -> bool {
    let Some(text) = text else { return false };
    let Some(text) = text.get(after_year(text, language)..) else { return false };
    let mut back = Back { text, language };
    back.separators();
    back.joiners();
    back.connector() == Some(Connector::Range) && back.text.chars().all(is_separator)
}

/// How many bytes the words that follow a year take: “года”.
fn after_year(text: &str, language: Option<Language>) -> usize {
    let words = text.trim_start_matches(is_space);
    let spaces = text.len() - words.len();
    vocabulary::date_word(words, DateWord::AfterYear, language).map_or(0, |length| spaces + length)
}

/// What stands between two days.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Connector {
    Range,
    Pair,
}

/// The first and the last day, where the calendar has both.
type Days = Option<(Date, Date)>;

/// Reads a text from its end.
#[derive(Clone)]
struct Back<'text> {
    /// What is left to read.
    text: &'text str,
    language: Option<Language>,
}

impl Back<'_> {
    /// Reads “23 février”, “23 février au 5 mars”, “February 23–27,” before the year.
    fn day_and_month(mut self, year: u16) -> Option<(Days, Self)> {
        self.separators();
        self.joiners();
        if let Some(month) = self.month() {
            self.joiners();
            let day = self.number()?;
            return Some(self.first_day(year, month, day));
        }
        // The day after the month, as in English.
        let last_day = self.number()?;
        self.separators();
        if let Some(month) = self.month() {
            return Some(self.first_month(year, month, last_day));
        }
        let connector = self.connector()?;
        let day = self.number()?;
        self.separators();
        let month = self.month()?;
        let days = day_of(year, month.into(), day).zip(day_of(year, month.into(), last_day));
        Some((days.filter(|_| is_range(connector, day, last_day)), self))
    }

    /// Reads “2 septembre” or “September 2” at the end of the text: month and day, and where they begin.
    fn day_without_year(mut self) -> Option<(u8, u8, usize)> {
        let (month, day) = if let Some(month) = self.month() {
            self.joiners();
            (month, self.number()?)
        } else {
            let day = self.number()?;
            self.separators();
            (self.month()?, day)
        };
        Some((month, u8::try_from(day).ok()?, self.text.len()))
    }

    /// Reads “05/10/2020”, “5.10.”: day and month in the order of the languages, or in American order where only that is a day.
    fn numeric(mut self, year: u16) -> Option<(Days, Self)> {
        let separator = self.numeric_separator()?;
        let second = self.digits()?;
        if self.numeric_separator()? != separator {
            return None;
        }
        let first = self.number()?;
        let american = first <= 12 && second > 12 && self.language == Some(Language::English);
        let (day, month) = if american { (second, first) } else { (first, second) };
        match u8::try_from(month) {
            Ok(month) if !american => Some(self.first_day(year, month, day)),
            _ => Some((day_of(year, month, day).map(|day| (day, day)), self)),
        }
    }

    /// Looks before the last day for the first one.
    fn first_day(self, year: u16, month: u8, last_day: u16) -> (Days, Self) {
        let last = day_of(year, month.into(), last_day);
        let alone = (last.map(|last| (last, last)), self.clone());
        let mut back = self;
        back.weekday();
        back.joiners();
        let Some(connector) = back.connector() else { return alone };
        back.joiners();
        if let Some(day) = back.number() {
            let days = day_of(year, month.into(), day).zip(last);
            let between = back.is_between() && day < last_day;
            return if between || is_range(connector, day, last_day) { (days, back) } else { alone };
        }
        let Some(first_month) = back.month() else { return alone };
        back.joiners();
        let Some(day) = back.number() else { return alone };
        if connector == Connector::Pair && !back.is_between() {
            return alone;
        }
        // A range that ends in an earlier month began in the year before.
        let first_year = if first_month > month { year - 1 } else { year };
        let days = day_of(first_year, first_month.into(), day).zip(last);
        (days.filter(|(first, last)| first <= last), back)
    }

    /// Looks before “March 5” for “February 23 to”.
    fn first_month(self, year: u16, month: u8, last_day: u16) -> (Days, Self) {
        let last = day_of(year, month.into(), last_day);
        let alone = (last.map(|last| (last, last)), self.clone());
        let mut back = self;
        back.weekday();
        if back.connector() != Some(Connector::Range) {
            return alone;
        }
        let Some(day) = back.number() else { return alone };
        back.separators();
        let Some(first_month) = back.month() else { return alone };
        let days = day_of(year, first_month.into(), day).zip(last);
        (days.filter(|(first, last)| first <= last), back)
    }

    fn separators(&mut self) {
        self.text = self.text.trim_end_matches(is_separator);
    }

    fn skip(&mut self, length: usize) {
        self.text = self.text.get(..self.text.len() - length).unwrap_or_default();
    }

    fn word(&mut self, word: DateWord) -> bool {
        let text = self.text.trim_end_matches(is_separator);
        let length = vocabulary::last_date_word(text, word, self.language);
        if let Some(length) = length {
            self.text = text;
            self.skip(length);
        }
        length.is_some()
    }

    fn joiners(&mut self) {
        while self.word(DateWord::Joiner) {}
        self.separators();
    }

    /// Whether “between” stands before the first day, so that “and” makes a range.
    fn is_between(&self) -> bool {
        let mut back = self.clone();
        back.separators();
        back.weekday();
        back.joiners();
        back.word(DateWord::Between)
    }

    fn weekday(&mut self) {
        if self.word(DateWord::Weekday) {
            self.separators();
        }
    }

    /// A month; Arabic may give both of its names: “تشرين الأول/أكتوبر”.
    fn month(&mut self) -> Option<u8> {
        let found = vocabulary::last_month(self.text, self.language)?;
        self.skip(found.length);
        if let Some(before) = self.text.strip_suffix('/')
            && let Some(other) = vocabulary::last_month(before, self.language)
            && other.meaning == found.meaning
        {
            self.text = before;
            self.skip(other.length);
        }
        Some(found.meaning)
    }

    fn connector(&mut self) -> Option<Connector> {
        let text = self.text.trim_end_matches(is_space);
        let without_dash = text.trim_end_matches(is_dash);
        if without_dash.len() < text.len() {
            self.text = without_dash.trim_end_matches(is_separator);
            return Some(Connector::Range);
        }
        let connector = if self.word(DateWord::Range) {
            Connector::Range
        } else if self.word(DateWord::Pair) {
            Connector::Pair
        } else {
            return None;
        };
        self.separators();
        // “23 (Monday) to 27”.
        self.weekday();
        Some(connector)
    }

    /// The number of a day: at most two digits, with the ending of an ordinal where the language writes one.
    ///
    /// Whether a month has that day is for the calendar to say.
    fn number(&mut self) -> Option<u16> {
        let text = self.text;
        if let Some(ending) = vocabulary::last_date_word(text, DateWord::Ordinal, self.language) {
            self.skip(ending);
        }
        let number = self.digits();
        // A number that is part of another word, of a decimal or of a document's number is no day.
        let before = self.text.chars().next_back();
        match number {
            Some(number)
                if !before.is_some_and(|c| is_word(c) && c != 'و' || matches!(c, '/' | '.' | '+' | '№')) =>
            {
                Some(number)
            }
            _ => {
                self.text = text;
                None
            }
        }
    }

    fn digits(&mut self) -> Option<u16> {
        let invisible = |c: char| crate::text::folding::folded(c).is_none();
        let text = self.text.trim_end_matches(invisible);
        let before = text.trim_end_matches(|c: char| digit(c).is_some());
        let value = value(text.get(before.len()..)?)?;
        self.text = before.trim_end_matches(invisible);
        Some(value)
    }

    fn numeric_separator(&mut self) -> Option<char> {
        let c = self.text.chars().next_back().filter(|c| matches!(c, '/' | '.' | '-'))?;
        self.skip(c.len_utf8());
        Some(c)
    }
}

/// Reads a text from its start.
struct Ahead<'text> {
    text: &'text str,
}

impl Ahead<'_> {
    fn sign(&mut self, sign: &str) -> Option<()> {
        self.text = self.text.trim_start_matches(is_space).strip_prefix(sign)?;
        Some(())
    }

    fn day_sign(&mut self) -> Option<()> {
        self.sign("日").or_else(|| self.sign("号"))
    }

    fn range_sign(&mut self) -> Option<()> {
        let text = self.text.trim_start_matches(is_space);
        let after = text.trim_start_matches(|c| is_dash(c) || matches!(c, '～' | '~'));
        let length = match text.len() - after.len() {
            0 => vocabulary::date_word(text, DateWord::Range, Some(Language::Chinese))?,
            length => length,
        };
        self.text = text.get(length..)?;
        Some(())
    }

    /// A short remark in brackets.
    fn remark(&mut self) {
        if let Some(remark) = self.text.strip_prefix(['（', '('])
            && let Some((remark, after)) = remark.split_once(['）', ')'])
            && remark.chars().count() <= LONGEST_REMARK
        {
            self.text = after;
        }
    }

    /// A number of one or two digits, or in Chinese numerals up to 三十一.
    fn number(&mut self) -> Option<u16> {
        self.text = self.text.trim_start_matches(is_space);
        let after = self.text.trim_start_matches(|c: char| numeral(c).is_some() || c == '十');
        let written = self.text.get(..self.text.len() - after.len())?;
        self.text = after;
        let Some((tens, ones)) = written.split_once('十') else { return value(written) };
        let number = |text: &str| if text.is_empty() { None } else { value(text) };
        Some(number(tens).unwrap_or(1) * 10 + number(ones).unwrap_or(0))
    }

    fn digits(&mut self) -> Option<u16> {
        let after = self.text.trim_start_matches(|c: char| digit(c).is_some());
        let value = value(self.text.get(..self.text.len() - after.len())?)?;
        self.text = after;
        Some(value)
    }

    fn numeric_separator(&mut self) -> Option<char> {
        let c = self.text.chars().next().filter(|c| matches!(c, '/' | '.' | '-'))?;
        self.text = self.text.get(c.len_utf8()..)?;
        Some(c)
    }
}

/// The value of one or two digits.
fn value(digits: &str) -> Option<u16> {
    let mut values = digits.chars().filter_map(numeral);
    match (values.next(), values.next(), values.next()) {
        (Some(one), None, None) => Some(one),
        (Some(ten), Some(one), None) => Some(ten * 10 + one),
        _ => None,
    }
}

/// “17 and 18” is a range, “5 and 19” are two days, of which only the last has a month.
const fn is_range(connector: Connector, first: u16, last: u16) -> bool {
    match connector {
        Connector::Range => first < last,
        Connector::Pair => first + 1 == last,
    }
}

const fn is_dash(c: char) -> bool {
    matches!(c, '-' | '\u{2010}'..='\u{2015}' | '\u{2212}')
}

/// What may stand between the words of a date, or between it and its place.
fn is_separator(c: char) -> bool {
    is_passed_over(c) || matches!(c, '|' | ',' | '،' | '，' | '、' | '.' | '。' | ')' | '）' | '(' | '（')
}

#[cfg(test)]
#[allow(clippy::string_slice, reason = "a test stops at what it does not expect")]
mod tests {
    use super::*;

    fn dates(text: &str, language: Language) -> Vec<String> {
        let found = find(text, Some(language)).into_iter();
        found
            .map(|found| match found.days {
                Some((first, last)) if first == last => format!("{}: {first}", &text[found.range]),
                Some((first, last)) => format!("{}: {first}/{last}", &text[found.range]),
                None => format!("{}: impossible", &text[found.range]),
            })
            .collect()
    }

    fn line(line: &str, language: Language) -> Option<(String, String)> {
        place_and_date(line, Some(language)).map(|found| {
            let date = found.date.map_or_else(|| "impossible".to_owned(), |date| date.to_string());
            (found.place.unwrap_or_default(), date)
        })
    }

    #[test]
    fn place_and_date_are_read_in_the_order_of_each_language() {
        for (text, language, place, date) in [
            ("Genève, le 5 octobre 2020", Language::French, "Genève", "2020-10-05"),
            ("Genève, le 1er juillet 2020", Language::French, "Genève", "2020-07-01"),
            ("Le Caire, le 2 mai 2018", Language::French, "Le Caire", "2018-05-02"),
            ("Geneva, 27 November 2020", Language::English, "Geneva", "2020-11-27"),
            ("Geneva, October 5, 2020", Language::English, "Geneva", "2020-10-05"),
            ("Geneva, Monday, 5th October 2020", Language::English, "Geneva", "2020-10-05"),
            ("5 October 2020, Geneva", Language::English, "Geneva", "2020-10-05"),
            ("05/10/2020", Language::English, "", "2020-10-05"),
            ("10/25/2020", Language::English, "", "2020-10-25"),
            ("Ginebra, 20 de diciembre de 2017", Language::Spanish, "Ginebra", "2017-12-20"),
            ("Ginebra, a 1.º de Mayo de 2020", Language::Spanish, "Ginebra", "2020-05-01"),
            ("Женева, 24 марта 2011 года", Language::Russian, "Женева", "2011-03-24"),
            ("Женева, 24 марта 2011 г.", Language::Russian, "Женева", "2011-03-24"),
            ("24.03.2011", Language::Russian, "", "2011-03-24"),
            ("г. Женева, 12 мая 1997 г.", Language::Russian, "Женева", "1997-05-12"),
            ("1996年9月2日于日内瓦", Language::Chinese, "日内瓦", "1996-09-02"),
            ("2015年 3月 11日，日内瓦", Language::Chinese, "日内瓦", "2015-03-11"),
            ("日内瓦，２０２０年10月5日", Language::Chinese, "日内瓦", "2020-10-05"),
            ("二〇二〇年十月二十五日", Language::Chinese, "", "2020-10-25"),
            ("جنيف، 5 أكتوبر 2020", Language::Arabic, "جنيف", "2020-10-05"),
            ("جنيف، في 5 تشرين الأول/أكتوبر 2020", Language::Arabic, "جنيف", "2020-10-05"),
            ("٢٨ سبتمبر ٢٠٠٥", Language::Arabic, "", "2005-09-28"),
        ] {
            assert_eq!(line(text, language), Some((place.to_owned(), date.to_owned())), "{text}");
        }
    }

    #[test]
    fn a_day_that_the_calendar_lacks_is_no_date() {
        assert_eq!(
            line("Genève, le 31 avril 2020", Language::French),
            Some(("Genève".to_owned(), "impossible".to_owned()))
        );
        assert_eq!(dates("by 31 April 2021", Language::English), ["31 April 2021: impossible"]);
    }

    #[test]
    fn a_sentence_with_a_date_is_no_place_and_date() {
        for text in [
            "La réunion aura lieu le 5 octobre 2020 à Genève, au siège de l'Union",
            "La réunion aura lieu le 5 octobre 2020",
            "Le 5 octobre 2020 au plus tard",
            "Document 12, 5 octobre 2020",
            "octobre 2020",
            "23-27 octobre 2020",
        ] {
            assert_eq!(line(text, Language::French), None, "{text}");
        }
        assert_eq!(line("2021年2月22日全球标准化专题研讨会", Language::Chinese), None);
        assert_eq!(line("2021年2月23日至3月5日，海得拉巴", Language::Chinese), None);
    }

    #[test]
    fn a_range_is_one_date() {
        for (text, language, expected) in [
            ("23 February to 5 March 2021", Language::English, "2021-02-23/2021-03-05"),
            ("23 to Friday 27 February 2021", Language::English, "2021-02-23/2021-02-27"),
            ("23–27 February 2021", Language::English, "2021-02-23/2021-02-27"),
            ("February 23 – March 5, 2021", Language::English, "2021-02-23/2021-03-05"),
            ("February 23-27, 2021", Language::English, "2021-02-23/2021-02-27"),
            ("28 December 2020 to 5 January 2021", Language::English, "2020-12-28/2021-01-05"),
            ("28 December to 5 January 2021", Language::English, "2020-12-28/2021-01-05"),
            ("17 and 18 September 2024", Language::English, "2024-09-17/2024-09-18"),
            ("13 and 17 June 2024", Language::English, "2024-06-13/2024-06-17"),
            ("26 de septiembre y el 14 de octubre de 2022", Language::Spanish, "2022-09-26/2022-10-14"),
            ("23 février au 5 mars 2021", Language::French, "2021-02-23/2021-03-05"),
            ("1er au 4 février 2010", Language::French, "2010-02-01/2010-02-04"),
            ("23 de febrero al 5 de marzo de 2021", Language::Spanish, "2021-02-23/2021-03-05"),
            ("23 февраля по 5 марта 2021", Language::Russian, "2021-02-23/2021-03-05"),
            ("28 декабря 2020 года по 5 января 2021", Language::Russian, "2020-12-28/2021-01-05"),
            ("17–19.09.2024", Language::Russian, "2024-09-17/2024-09-19"),
            ("2021年2月23日至3月5日", Language::Chinese, "2021-02-23/2021-03-05"),
            ("2021年2月23-27日", Language::Chinese, "2021-02-23/2021-02-27"),
            ("2024年9月17日（星期二）至19日", Language::Chinese, "2024-09-17/2024-09-19"),
            ("2020年12月28日至2021年1月5日", Language::Chinese, "2020-12-28/2021-01-05"),
            ("23 فبراير إلى 5 مارس 2021", Language::Arabic, "2021-02-23/2021-03-05"),
        ] {
            let between = if text.contains(" and 17") {
                "between "
            } else if text.contains(" y el ") {
                "entre el "
            } else {
                ""
            };
            assert_eq!(dates(&format!("{between}{text}"), language), [format!("{text}: {expected}")]);
        }
        assert_eq!(dates("5 and 19 May 2021", Language::English), ["19 May 2021: 2021-05-19"]);
    }

    #[test]
    fn numbers_that_only_look_like_dates_are_none() {
        for text in [
            "Document RAG2002-1/3",
            "tel. +41 22 730 2020",
            "Resolution 99 (Rev. Dubai, 2018)",
            "in May 2021",
            "1.5/6 2020",
            "A/RES/2020/10/05x",
            "Rev.WRC-15 2015",
        ] {
            assert_eq!(dates(text, Language::English), Vec::<String>::new(), "{text}");
        }
    }
}
