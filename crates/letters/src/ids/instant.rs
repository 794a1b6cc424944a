//! Instants, as deadlines give them: an hour of a day, in universal time.

use std::fmt;

use super::Date;

/// A minute of a day in universal time (UTC).
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize))]
pub struct Instant {
    date: Date,
    hour: u8,
    minute: u8,
}

impl Instant {
    /// The instant of the hour and the minute, from 00:00 to 24:00, the end of the day.
    pub fn utc(date: Date, hour: u8, minute: u8) -> Option<Self> {
        match (hour, minute) {
            (24, 0) => Some(Self { date: date.next()?, hour: 0, minute: 0 }),
            (0..=23, 0..=59) => Some(Self { date, hour, minute }),
            _ => None,
        }
    }

    /// The instant in the form of ISO 8601 that [`Display`](fmt::Display) writes.
    pub fn from_iso(text: &str) -> Option<Self> {
        let (date, time) = text.strip_suffix('Z')?.split_once('T')?;
        let (hour, minute) = time.split_once(':')?;
        Self::utc(Date::from_iso(date)?, hour.parse().ok()?, minute.parse().ok()?)
    }

    /// The instant of an hour and a minute in Geneva: one hour before universal time, or two from the last Sunday of
    /// March to that of October (Directive 2000/84/EC, which Switzerland follows).
    pub fn geneva(date: Date, hour: u8, minute: u8) -> Option<Self> {
        let local = Self::utc(date, hour, minute)?;
        let ahead = if is_summer(local.date) { 2 } else { 1 };
        match local.hour.checked_sub(ahead) {
            Some(hour) => Some(Self { hour, ..local }),
            None => Some(Self { date: local.date.previous()?, hour: local.hour + 24 - ahead, ..local }),
        }
    }
}

/// Whether summer time applies in Geneva for most of the day.
fn is_summer(date: Date) -> bool {
    let last_sunday = |month| {
        let days = (25..=31).filter_map(|day| Date::new(date.year(), month, day));
        days.rev().find(|day| day.weekday() == 0)
    };
    matches!((last_sunday(3), last_sunday(10)), (Some(start), Some(end)) if start <= date && date < end)
}

impl fmt::Display for Instant {
    /// Formats the instant as in ISO 8601: `2021-01-26T00:00Z`.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}T{:02}:{:02}Z", self.date, self.hour, self.minute)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn day(text: &str) -> Date {
        Date::from_iso(text).unwrap()
    }

    #[test]
    fn the_end_of_a_day_is_the_start_of_the_next() {
        assert_eq!(Instant::utc(day("2021-12-31"), 24, 0).unwrap().to_string(), "2022-01-01T00:00Z");
        assert_eq!(Instant::utc(day("2021-01-25"), 24, 1), None);
    }

    #[test]
    fn geneva_is_ahead_of_universal_time_by_two_hours_in_summer() {
        let noon = |date| Instant::geneva(day(date), 12, 0).unwrap().to_string();
        assert_eq!(noon("2021-03-27"), "2021-03-27T11:00Z");
        assert_eq!(noon("2021-03-28"), "2021-03-28T10:00Z");
        assert_eq!(noon("2021-10-30"), "2021-10-30T10:00Z");
        assert_eq!(noon("2021-10-31"), "2021-10-31T11:00Z");
        assert_eq!(Instant::geneva(day("2021-03-01"), 0, 30).unwrap().to_string(), "2021-02-28T23:30Z");
    }
}
