//! Calendar dates, as in letters: a day in Geneva, without time or time zone.

use std::fmt;

/// A day of the Gregorian calendar. Only valid days can be constructed.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
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
    fn a_date_is_written_as_iso_8601() {
        let date = Date::new(2020, 10, 5).unwrap();
        assert_eq!(date.to_string(), "2020-10-05");
        assert_eq!(Date::from_iso("2020-10-05"), Some(date));
        assert_eq!(Date::from_iso("2020-10-5"), None);
    }
}
