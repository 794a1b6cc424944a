//! Words that make a number an hour: `data/clock_words.tsv`.

/// A word that makes a number a time of day.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum ClockWord {
    /// It is an hour.
    Hour,
    /// It is an hour of the afternoon.
    Afternoon,
}
