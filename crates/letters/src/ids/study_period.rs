//! The study periods of the ITU-T, by which circulars of the TSB are numbered.

use super::Date;
use super::tables::STUDY_PERIODS;

/// The first year of the study period of the ITU-T that contains the day: ids name the period by it.
pub fn study_period(date: Date) -> Option<u16> {
    let begun = STUDY_PERIODS
        .iter()
        .rev()
        .find(|(_, year, month, day)| (*year, *month, *day) <= (date.year(), date.month(), date.day()));
    begun.map(|(period, ..)| *period)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_study_period_begins_after_the_assembly_that_opens_it() {
        let period = |year, month, day| study_period(Date::new(year, month, day).unwrap());
        assert_eq!(period(2000, 11, 9), Some(2001));
        assert_eq!(period(2022, 3, 9), Some(2017));
        assert_eq!(period(2022, 3, 10), Some(2022));
        assert_eq!(period(1990, 1, 1), None);
    }
}
