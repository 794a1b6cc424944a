//! Recognizing citations, one rule each. The gold set (`tests/citations/`) has the breadth.

use super::*;
use crate::ids::{Date, Issuer, Language};

fn found_of(text: &str, language: Language, issuer: Option<Issuer>) -> Vec<Found> {
    let circumstances = Circumstances { language: Some(language), issuer, date: Date::new(2020, 10, 5) };
    find_in_text(text, circumstances)
}

/// The words of each citation and its id.
fn found(text: &str, language: Language) -> Vec<String> {
    let found = found_of(text, language, None).into_iter();
    found.map(|found| format!("{} {}", text.get(found.range).unwrap(), found.id)).collect()
}

#[test]
fn each_number_of_a_list_is_a_citation_of_its_own() {
    assert_eq!(
        found("Suite aux Lettres circulaires N° 19/53 et N° 20/40", Language::French),
        ["N° 19/53 sg/cl/2019/53", "N° 20/40 sg/cl/2020/40"]
    );
    assert_eq!(
        found("Nos. 325 to 331 of the Convention", Language::English),
        ["325 convention/no/325", "331 convention/no/331"]
    );
}

#[test]
fn a_list_shares_the_body_and_not_the_edition_unless_the_grammar_says_so() {
    assert_eq!(
        found("Resolutions 70 and 175 (Rev. Bucharest, 2022)", Language::English),
        ["70 pp/res/70", "175 (Rev. Bucharest, 2022) pp/res/175@2022"]
    );
    assert_eq!(
        found("القرارين 70 و175 (المراجَعين في بوخارست، 2022)", Language::Arabic),
        ["70 pp/res/70@2022", "175 (المراجَعين في بوخارست، 2022) pp/res/175@2022"]
    );
}

#[test]
fn an_unknown_resolution_leaves_its_neighbours_their_year_and_body() {
    let text = "Resolution 99 (Rev. Dubai, 2018), Resolution 7 and Resolution 2 (Rev. Dubai, 2012); the said Resolution";
    assert_eq!(
        found(text, Language::English),
        [
            "Resolution 99 (Rev. Dubai, 2018) pp/res/99@2018",
            "Resolution 7 ?/res/7",
            "Resolution 2 (Rev. Dubai, 2012) wtsa/res/2@2012"
        ]
    );
}

#[test]
fn the_said_resolution_is_the_only_one_that_was_named() {
    let one = "La Résolution 99 (Rév. Dubaï, 2018) reste valable. Ladite Résolution s'applique.";
    assert_eq!(found(one, Language::French).last().unwrap(), "Ladite Résolution pp/res/99@2018");
    let none = "Ladite Résolution s'applique.";
    assert_eq!(found(none, Language::French), [""; 0]);
}

#[test]
fn only_the_shape_of_its_number_tells_what_a_chinese_letter_is() {
    for (text, id) in [
        ("CL-20/43号通函", "sg/cl/2020/43"),
        ("电信标准化局第270号通函", "tsb/circular/2017/270"),
        ("电信标准化局第3/9号通函", "tsb/collective/3/9"),
        ("CR/384号通函", "br/cr/384"),
        ("第47号通函", "sg/lc/47"),
    ] {
        assert_eq!(found(text, Language::Chinese), [format!("{text} {id}")]);
    }
}

#[test]
fn numbers_of_circulars_are_of_the_study_period_of_their_own_date_or_else_the_letters() {
    assert_eq!(
        found("Циркуляр 80 БСЭ от 14 декабря 2009 г. и Циркуляр 81 БСЭ", Language::Russian),
        ["Циркуляр 80 БСЭ tsb/circular/2009/80", "Циркуляр 81 БСЭ tsb/circular/2017/81"]
    );
    let bare = found_of("As Circular 43 says", Language::English, Some(Issuer::StandardizationBureau));
    assert_eq!(bare.first().unwrap().id.to_string(), "tsb/circular/2017/43");
    assert_eq!(found("As Circular 43 says", Language::English), [""; 0]);
}

#[test]
fn a_cyrillic_letter_is_the_council_as_well() {
    assert_eq!(found("документ С17/50-R", Language::Russian), ["документ С17/50-R council/doc/2017/50"]);
    assert_eq!(
        found("Рез. 88 (С-1948, последнее изменение С-1976)", Language::Russian),
        ["Рез. 88 (С-1948, последнее изменение С-1976) council/res/88@1976"]
    );
}

#[test]
fn an_arabic_number_that_may_stand_reversed_is_in_doubt() {
    let doubt = |text: &str| {
        let found = found_of(text, Language::Arabic, None);
        let first = found.first().unwrap();
        (first.id.to_string(), first.may_be_reversed)
    };
    assert_eq!(doubt("الرقم 18.13 من لوائح الراديو"), ("rr/no/18.13".to_owned(), true));
    // No article has the number 340.
    assert_eq!(doubt("الرقم 340.5 من لوائح الراديو"), ("rr/no/5.340".to_owned(), false));
    assert_eq!(doubt("الرقم 9.9 من لوائح الراديو"), ("rr/no/9.9".to_owned(), false));
    // Nothing was issued in 2043 yet.
    assert_eq!(doubt("الرسالة المعممة 43/20"), ("sg/cl/2020/43".to_owned(), false));
    assert_eq!(doubt("الرسالة المعممة 19/20"), ("sg/cl/2019/20".to_owned(), true));
}

#[test]
fn tatweel_vowel_marks_and_particles_do_not_hide_a_citation() {
    assert_eq!(
        found("وعملاً بالقـــرار 99 (المُراجَـــع في دبـي، 2018)", Language::Arabic),
        ["القـــرار 99 (المُراجَـــع في دبـي، 2018) pp/res/99@2018"]
    );
}

#[test]
fn a_letter_that_is_announced_is_awaited() {
    assert_eq!(
        found("Vous recevrez bientôt, sous pli séparé, la circulaire pertinente du Bureau", Language::French),
        ["circulaire pertinente ?/awaited"]
    );
    assert_eq!(found("La présente circulaire vous parviendra bientôt", Language::French), [""; 0]);
}

#[test]
fn what_others_issue_and_what_only_looks_like_a_number_is_no_citation() {
    for (text, language) in [
        ("UN General Assembly resolution A/RES/70/1", Language::English),
        ("Security Council resolution 1325 (2000)", Language::English),
        ("ISO/IEC 27001 and RFC 8200", Language::English),
        ("Article 31 of the Vienna Convention", Language::English),
        ("Telephone: +41 22 730 6311, room C2, CHF 99", Language::English),
        ("a screen resolution of 1920, a decision of 5 May", Language::English),
        ("L'article 92 de la Constitution fédérale", Language::French),
        ("К 2030 году у 12 Государств-Членов", Language::Russian),
        ("《残疾人权利公约》第9条", Language::Chinese),
        ("المادة 57 من دستور الجمهورية", Language::Arabic),
        ("el Convenio 155 de la OIT", Language::Spanish),
    ] {
        assert_eq!(found(text, language), [""; 0], "{text}");
    }
}

#[test]
fn a_resolution_is_revised_by_its_edition_and_not_by_a_document() {
    assert_eq!(
        found("(Rev. 2010 a 第九十九号决议（2018年，迪拜，修订版）", Language::Chinese),
        ["第九十九号决议（2018年，迪拜，修订版） pp/res/99@2018"]
    );
}

#[test]
fn an_amendment_is_written_in_many_ways() {
    assert_eq!(
        found(
            "CR/384/Add.2, C21/4(Rev.1), CA/270 and its Corrigendum 1, Addendum 3 to BDT/008",
            Language::English
        ),
        [
            "CR/384/Add.2 br/cr/384/add/2",
            "C21/4(Rev.1) council/doc/2021/4/rev/1",
            "CA/270 br/ca/270",
            "Corrigendum 1 br/ca/270/corr/1",
            "Addendum 3 to BDT/008 bdt/circular/8/add/3"
        ]
    );
}

#[test]
fn how_far_a_date_may_be_away_is_counted_in_characters() {
    let behind = |space: &str| {
        let text = format!(
            "Circular TSB N.º 6{}en el edificio{}Montbrillant{}el 3 de agosto de 2020.",
            space.repeat(9),
            space.repeat(9),
            space.repeat(9)
        );
        found(&text, Language::Spanish)
    };
    assert_eq!(behind(" "), ["Circular TSB N.º 6 tsb/circular/2017/6"]);
    assert_eq!(behind("\u{a0}").concat().split_whitespace().last(), Some("tsb/circular/2017/6"));
    assert_eq!(behind("\u{2003}").concat().split_whitespace().last(), Some("tsb/circular/2017/6"));
}
