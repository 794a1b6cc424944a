//! What the words of dates mean.

/// The words that dates are made of, apart from the months.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum DateWord {
    /// Joins day, month and year and means nothing else: “de”.
    Joiner,
    /// Stands between the first and the last day of a range: “to”.
    Range,
    /// Stands between two days: “and”.
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
