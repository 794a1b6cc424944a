//! Numbers and years in ids and references: digits only.

use std::str::FromStr;

/// A year in two digits or four. The Union's letters of this form began after 1950, so `98` is 1998.
pub(crate) fn full_year(digits: &str) -> Option<u16> {
    let year: u16 = decimal(digits)?;
    match digits.len() {
        2 if year < 50 => Some(2000 + year),
        2 => Some(1900 + year),
        4 => Some(year),
        _ => None,
    }
}

/// A number from 1, without a sign.
pub(crate) fn positive(digits: &str) -> Option<u32> {
    decimal(digits).filter(|number| *number > 0)
}

/// Digits only: unlike `parse`, no sign.
pub(crate) fn decimal<N: FromStr>(digits: &str) -> Option<N> {
    digits.bytes().all(|byte| byte.is_ascii_digit()).then(|| digits.parse().ok()).flatten()
}
