//! The meanings of the words used in dates.

/// The words used in dates, apart from the months.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum DateWord {
    /// Only joins day, month and year: “de”.
    Joiner,
    /// Connects the first and the last day of a range: “to”.
    Range,
    /// Connects two days: “and”.
    Pair,
    /// Makes a range of two days with “and”: “between”.
    Between,
    /// The ending of an ordinal number.
    Ordinal,
    /// Follows a year: “года”.
    AfterYear,
    /// A day of the week.
    Weekday,
}
