//! Identifiers of documents of the ITU-T and the ITU-R in the forms of published lists: each is found, and no other
//! document is.
//!
//! The forms are those of the reference data of Relaton (relaton/relaton-data-itu): `ITU-T G.780/Y.1351 (2010) Amd. 2
//! (07/2006)`. The numbers are made here.

use letters::citation::{self, Circumstances};
use letters::ids::Language;
use proptest::prelude::*;

/// The series of the ITU-T of which no other Sector has Recommendations, and those of the ITU-R.
const SERIES_T: [&str; 20] =
    ["A", "B", "C", "D", "E", "G", "H", "I", "J", "K", "L", "N", "O", "Q", "R", "T", "U", "X", "Y", "Z"];
const SERIES_R: [&str; 16] =
    ["BO", "BR", "BS", "BT", "F", "M", "P", "RA", "RS", "S", "SA", "SF", "SM", "SNG", "TF", "V"];

/// A Recommendation of the ITU-T: its series and number.
fn number_t() -> impl Strategy<Value = String> {
    let suffix = prop_oneof![
        6 => Just(String::new()),
        2 => (1_u16..30).prop_map(|part| format!(".{part}")),
        1 => Just(" bis".to_owned()),
        1 => Just(" ter".to_owned()),
    ];
    (prop::sample::select(&SERIES_T[..]), 1_u16..10_000, suffix)
        .prop_map(|(series, number, suffix)| format!("{series}.{number}{suffix}"))
}

/// A Recommendation or a Report of the ITU-R: its series, number and version.
fn number_r() -> impl Strategy<Value = String> {
    let version = prop::option::of(0_u8..20);
    (prop::sample::select(&SERIES_R[..]), 300_u16..3_000, version).prop_map(|(series, number, version)| {
        version.map_or_else(|| format!("{series}.{number}"), |version| format!("{series}.{number}-{version}"))
    })
}

fn ids(text: &str) -> Vec<String> {
    let circumstances = Circumstances { language: Some(Language::English), ..Circumstances::default() };
    citation::find_in_text(text, circumstances).into_iter().map(|found| found.id.to_string()).collect()
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 512, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn a_recommendation_is_found_with_its_edition(number in number_t(), month in 1_u8..=12, year in 1960_u16..2026) {
        let id = number.replace(' ', "");
        prop_assert_eq!(ids(&format!("ITU-T {number}")), [format!("itu-t/rec/{id}")]);
        prop_assert_eq!(
            ids(&format!("ITU-T {number} ({month:02}/{year})")),
            [format!("itu-t/rec/{id}@{year}-{month:02}")]
        );
    }

    #[test]
    fn an_amendment_is_not_its_recommendation(
        number in number_t(),
        year in 1960_u16..2026,
        kind in prop::sample::select(&[("Amd.", "amd"), ("Cor.", "corr"), ("Err.", "err")][..]),
        count in 1_u8..9,
        month in 1_u8..=12,
    ) {
        let (word, code) = kind;
        let id = format!("itu-t/rec/{}/{code}/{count}", number.replace(' ', ""));
        prop_assert_eq!(ids(&format!("ITU-T {number} {word} {count}")), [id.clone()]);
        prop_assert_eq!(ids(&format!("ITU-T {number} ({year}) {word} {count} ({month:02}/{year})")), [id]);
    }

    #[test]
    fn twin_numbers_are_one_document(one in number_t(), other in number_t()) {
        prop_assume!(!one.contains(' ') && !other.contains(' '));
        prop_assert_eq!(ids(&format!("ITU-T {one}/{other}")), [format!("itu-t/rec/{one}")]);
    }

    #[test]
    fn a_report_of_the_itu_r_is_no_recommendation(number in number_r()) {
        prop_assert_eq!(ids(&format!("ITU-R {number}")), [format!("itu-r/rec/{number}")]);
        prop_assert_eq!(ids(&format!("Report ITU-R {number}")), [format!("itu-r/rep/{number}")]);
    }

    #[test]
    fn an_issue_of_the_operational_bulletin_is_found(number in 100_u16..1_500) {
        prop_assert_eq!(ids(&format!("OB.{number}")), [format!("tsb/ob/{number}")]);
        prop_assert_eq!(ids(&format!("ITU Operational Bulletin No. {number}")), [format!("tsb/ob/{number}")]);
    }

    #[test]
    fn an_annex_and_a_supplement_are_not_their_recommendation(
        number in number_t(),
        letter in prop::sample::select(&["A", "B", "F", "H"][..]),
        numeral in prop::sample::select(&["I", "II", "IV", "IX"][..]),
        count in 1_u8..60,
    ) {
        let id = format!("itu-t/rec/{}", number.replace(' ', ""));
        prop_assert_eq!(ids(&format!("ITU-T {number} Annex {letter}")), [format!("{id}/annex/{letter}")]);
        prop_assert_eq!(
            ids(&format!("ITU-T {number} (1996) Annex {letter} Cor. {count}")),
            [format!("{id}/annex/{letter}/corr/{count}")]
        );
        prop_assert_eq!(
            ids(&format!("Appendix {numeral} to Recommendation ITU-T {number}")),
            [format!("{id}/app/{numeral}")]
        );
        prop_assert_eq!(
            ids(&format!("Supplement {count} to Recommendation ITU-T {number}")),
            [format!("{id}/suppl/{count}")]
        );
    }

    #[test]
    fn a_supplement_to_a_series_is_found(series in prop::sample::select(&SERIES_T[..]), number in 1_u8..90) {
        let id = format!("itu-t/suppl/{series}/{number}");
        prop_assert_eq!(ids(&format!("ITU-T {series} Suppl. {number}")), [id.clone()]);
        prop_assert_eq!(ids(&format!("ITU-T {series}-series Supplement {number}")), [id.clone()]);
        prop_assert_eq!(ids(&format!("Supplement {number} to ITU-T {series}-series Recommendations")), [id]);
    }
}
