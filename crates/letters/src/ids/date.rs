//! Calendar dates, as in letters: a day in Geneva, without time or time zone.

use std::fmt;

/// A day of the Gregorian calendar. Only valid days can be constructed.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize))]
pub struct Date {
    year: u16,
    month: u8,
    day: u8,
}

impl Date {
    /// The day, if it is valid: not 30 February, and not before 1865, the Union's first year.
    pub const fn new(year: u16, month: u8, day: u8) -> Option<Self> {
        if year < 1865 || year > 9999 || day == 0 || day > days_in_month(year, month) {
            return None;
        }
        Some(Self { year, month, day })
    }

    /// Parses a date in its printed form: `2020-10-05`.
    pub fn from_iso(text: &str) -> Option<Self> {
        let mut parts = text.split('-');
        let date =
            Self::new(parts.next()?.parse().ok()?, parts.next()?.parse().ok()?, parts.next()?.parse().ok()?)?;
        (date.to_string() == text).then_some(date)
    }

    /// The year, in four digits.
    pub const fn year(self) -> u16 {
        self.year
    }

    /// The month, from 1 to 12.
    pub const fn month(self) -> u8 {
        self.month
    }

    /// The day of the month, from 1.
    pub const fn day(self) -> u8 {
        self.day
    }
}

impl Date {
    /// The next day; `None` after the year 9999.
    pub const fn next(self) -> Option<Self> {
        let Self { year, month, day } = self;
        match (day < days_in_month(year, month), month) {
            (true, _) => Self::new(year, month, day + 1),
            (false, 12) => Self::new(year + 1, 1, 1),
            (false, _) => Self::new(year, month + 1, 1),
        }
    }

    /// The day before; `None` before 1865.
    pub const fn previous(self) -> Option<Self> {
        let Self { year, month, day } = self;
        match (day, month) {
            (1, 1) => Self::new(year - 1, 12, 31),
            (1, _) => Self::new(year, month - 1, days_in_month(year, month - 1)),
            _ => Self::new(year, month, day - 1),
        }
    }

    /// The number of the day from 1 March of the year 0 on, in the Gregorian calendar.
    pub const fn number(self) -> u32 {
        // Years begin in March, so that 29 February is the last day of one.
        let (year, month) = if self.month > 2 {
            (self.year as u32, self.month as u32 - 3)
        } else {
            (self.year as u32 - 1, self.month as u32 + 9)
        };
        year * 365 + year / 4 - year / 100 + year / 400 + (153 * month + 2) / 5 + self.day as u32 - 1
    }

    /// The day of the week: 0 for Sunday.
    pub const fn weekday(self) -> u32 {
        // 1 March of the year 0 was a Wednesday.
        (self.number() + 3) % 7
    }
}

/// The number of days; 0 for an invalid month, so that no day in it is valid.
const fn days_in_month(year: u16, month: u8) -> u8 {
    match month {
        1 | 3 | 5 | 7 | 8 | 10 | 12 => 31,
        4 | 6 | 9 | 11 => 30,
        2 if year.is_multiple_of(4) && (!year.is_multiple_of(100) || year.is_multiple_of(400)) => 29,
        2 => 28,
        _ => 0,
    }
}

impl fmt::Display for Date {
    /// Formats the date as in ISO 8601: `2020-10-05`.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{:04}-{:02}-{:02}", self.year, self.month, self.day)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_day_that_the_calendar_lacks_cannot_be_made() {
        assert_eq!(Date::new(2021, 2, 29), None);
        assert_eq!(Date::new(1900, 2, 29), None);
        assert_eq!(Date::new(2020, 13, 1), None);
        assert_eq!(Date::new(2020, 4, 31), None);
        assert!(Date::new(2000, 2, 29).is_some());
    }

    #[test]
    fn days_follow_one_another() {
        let mut day = Date::new(1999, 12, 30).unwrap();
        for expected in ["1999-12-31", "2000-01-01"] {
            let next = day.next().unwrap();
            assert_eq!(next.to_string(), expected);
            assert_eq!(next.previous(), Some(day));
            assert_eq!(next.number(), day.number() + 1);
            day = next;
        }
        assert_eq!(Date::new(2000, 2, 29).unwrap().next(), Date::new(2000, 3, 1));
        assert_eq!(Date::new(2000, 3, 1).unwrap().number() - Date::new(2000, 2, 28).unwrap().number(), 2);
        // 5 October 2020 was a Monday.
        assert_eq!(Date::new(2020, 10, 5).unwrap().weekday(), 1);
    }

    #[test]
    fn a_date_is_written_as_iso_8601() {
        let date = Date::new(2020, 10, 5).unwrap();
        assert_eq!(date.to_string(), "2020-10-05");
        assert_eq!(Date::from_iso("2020-10-05"), Some(date));
        assert_eq!(Date::from_iso("2020-10-5"), None);
    }
}
