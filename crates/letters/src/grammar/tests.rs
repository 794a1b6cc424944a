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

#[test]
fn a_body_that_the_text_names_counts_more_than_city_and_year() {
    for (text, language, expected) in [
        (
            "Resolution 55 (Dubai, 2023) of the Radiocommunication Assembly",
            Language::English,
            "ra/res/55@2023",
        ),
        ("Resolution 55 (Dubai, 2023)", Language::English, "?/res/55@2023"),
        ("Resolution 55 (Rev. Geneva, 2022)", Language::English, "wtsa/res/55@2022"),
        ("第55号决议（2012年，迪拜）", Language::Chinese, "wtsa/res/55@2012"),
    ] {
        let ids: Vec<String> =
            found_of(text, language, None).into_iter().map(|one| one.id.to_string()).collect();
        assert_eq!(ids, [expected], "{text}");
    }
    let other =
        "The World Conference on International Telecommunications adopted Resolution 3 (Dubai, 2012).";
    assert_eq!(found(other, Language::English), ["Resolution 3 (Dubai, 2012) wcit/res/3@2012"]);
}

#[test]
fn a_number_with_a_hyphen_is_a_resolution_only_of_the_itu_r() {
    assert_eq!(found("Resolution ITU-R 9-6", Language::English), ["Resolution ITU-R 9-6 ra/res/9-6"]);
    assert_eq!(found("第ITU-R 9-6号决议", Language::Chinese), ["第ITU-R 9-6号决议 ra/res/9-6"]);
    for text in ["its Resolution 2014-12 on tariffs", "Decision No. 2014-12 of the regulator"] {
        assert_eq!(found(text, Language::English), [""; 0], "{text}");
    }
}

#[test]
fn a_recommendation_has_its_suffix_and_the_first_of_twin_numbers() {
    for (text, expected) in [
        ("Recommendation ITU-T V.22 bis", "Recommendation ITU-T V.22 bis itu-t/rec/V.22bis"),
        ("Recommendation ITU-T D.300 R.", "Recommendation ITU-T D.300 R itu-t/rec/D.300R"),
        ("Recommendation ITU-T G.707/Y.1322", "Recommendation ITU-T G.707/Y.1322 itu-t/rec/G.707"),
        ("Recommendation ITU-R P. 530-18", "Recommendation ITU-R P. 530-18 itu-r/rec/P.530-18"),
        (
            "Recommendation ITU-T H.265 (V9) (09/2023)",
            "Recommendation ITU-T H.265 (V9) (09/2023) itu-t/rec/H.265@2023-09",
        ),
    ] {
        assert_eq!(found(text, Language::English), [expected]);
    }
    for text in ["Recommendation ITU-T W.12", "the ITU-T Y.3900-series Recommendations", "ITU-R XX.12"] {
        assert_eq!(found(text, Language::English), [""; 0], "{text}");
    }
}

#[test]
fn a_report_is_no_recommendation() {
    for (text, language, expected) in [
        ("见ITU-R SM.2093号报告", Language::Chinese, "ITU-R SM.2093号报告 itu-r/rep/SM.2093"),
        ("Report ITU-R M.2410-0", Language::English, "Report ITU-R M.2410-0 itu-r/rep/M.2410-0"),
        ("le Rapport UIT-R BT.2408", Language::French, "Rapport UIT-R BT.2408 itu-r/rep/BT.2408"),
        ("в Отчёте МСЭ-R SM.2012", Language::Russian, "Отчёте МСЭ-R SM.2012 itu-r/rep/SM.2012"),
        ("el Informe UIT-R M.2290-0", Language::Spanish, "Informe UIT-R M.2290-0 itu-r/rep/M.2290-0"),
        ("التقرير ITU-R SM.2130", Language::Arabic, "التقرير ITU-R SM.2130 itu-r/rep/SM.2130"),
    ] {
        assert_eq!(found(text, language), [expected]);
    }
    for text in ["Handbook ITU-R SM.2093", "Supplement ITU-R M.2410", "Report ITU-T Y.3900"] {
        assert_eq!(found(text, Language::English), [""; 0], "{text}");
    }
}

#[test]
fn a_recommendation_has_amendments_and_corrigenda() {
    for (text, language, expected) in [
        (
            "Amendment 1 to Recommendation ITU-T G.9804.2",
            Language::English,
            "Amendment 1 to Recommendation ITU-T G.9804.2 itu-t/rec/G.9804.2/amd/1",
        ),
        ("ITU-T G.780/Y.1351 Amd. 1", Language::English, "ITU-T G.780/Y.1351 Amd. 1 itu-t/rec/G.780/amd/1"),
        (
            "l'Amendement 2 à la Recommandation UIT-T G.984.3",
            Language::French,
            "Amendement 2 à la Recommandation UIT-T G.984.3 itu-t/rec/G.984.3/amd/2",
        ),
        (
            "Поправка 3 к Рекомендации МСЭ-Т G.9700",
            Language::Russian,
            "Поправка 3 к Рекомендации МСЭ-Т G.9700 itu-t/rec/G.9700/amd/3",
        ),
        (
            "la Enmienda 1 a la Recomendación UIT-T G.9807.1",
            Language::Spanish,
            "Enmienda 1 a la Recomendación UIT-T G.9807.1 itu-t/rec/G.9807.1/amd/1",
        ),
        (
            "التعديل 1 للتوصية ITU-T G.9804.3",
            Language::Arabic,
            "التعديل 1 للتوصية ITU-T G.9804.3 itu-t/rec/G.9804.3/amd/1",
        ),
    ] {
        assert_eq!(found(text, language), [expected]);
    }
    for (text, expected) in [
        (
            "ITU-T G.984.2 and Amendment 2 to G.983.1",
            &["ITU-T G.984.2 itu-t/rec/G.984.2", "Amendment 2 to G.983.1 itu-t/rec/G.983.1/amd/2"][..],
        ),
        ("ITU-T G.984.2, Amendment 2 to the Financial Regulations", &["ITU-T G.984.2 itu-t/rec/G.984.2"][..]),
        ("ITU-T X.509 | ISO/IEC 9594-8 Amd.1", &["ITU-T X.509 itu-t/rec/X.509"][..]),
    ] {
        assert_eq!(found(text, Language::English), expected);
    }
    // A letter has addenda.
    assert_eq!(found("CR/384 and Amendment 2", Language::English), ["CR/384 br/cr/384"]);
}

#[test]
fn a_day_is_no_issue_of_the_operational_bulletin() {
    for text in ["Operational Bulletin of 15 March 2012", "Operational Bulletin 15 March 2012"] {
        assert_eq!(found(text, Language::English), [""; 0], "{text}");
    }
}

#[test]
fn an_issue_of_the_operational_bulletin_is_a_document() {
    for (text, language, expected) in [
        ("in Operational Bulletin No. 1187", Language::English, "Operational Bulletin No. 1187 tsb/ob/1187"),
        ("see OB.1096", Language::English, "OB.1096 tsb/ob/1096"),
        (
            "le Bulletin d'exploitation N° 1203",
            Language::French,
            "Bulletin d'exploitation N° 1203 tsb/ob/1203",
        ),
        ("el Boletín de Explotación N.º 979", Language::Spanish, "Boletín de Explotación N.º 979 tsb/ob/979"),
        ("в Оперативном бюллетене № 1179", Language::Russian, "Оперативном бюллетене № 1179 tsb/ob/1179"),
        ("《操作公报》第1164期", Language::Chinese, "《操作公报》第1164期 tsb/ob/1164"),
        ("في النشرة التشغيلية رقم 1211", Language::Arabic, "النشرة التشغيلية رقم 1211 tsb/ob/1211"),
    ] {
        assert_eq!(found(text, language), [expected]);
    }
}

#[test]
fn articles_that_a_text_does_not_have_and_other_constitutions_are_no_citations() {
    for text in [
        "Article 59 of the Constitution",
        "Article 60 of the Radio Regulations",
        "Article 12 of its Constitution forbids it",
        "Article 12 of the national Constitution",
        "the General Rules of UNIDO",
        "Radio Regulatory (RR)",
        "No. 1.7 of the Rules of Procedure, with the Radio Regulations",
    ] {
        let ids: Vec<String> =
            found(text, Language::English).into_iter().filter(|one| !one.ends_with(" rr")).collect();
        assert_eq!(ids, [""; 0], "{text}");
    }
}

#[test]
fn provisions_within_one_another_and_with_a_shared_text_are_all_citations() {
    assert_eq!(
        found("No. 53 in Article 8 of the Constitution", Language::English),
        ["No. 53 constitution/no/53", "Article 8 of the Constitution constitution/art/8"]
    );
    assert_eq!(
        found("Article 31 (Nos. 325 to 330) of the Convention", Language::English),
        ["Article 31 convention/art/31", "325 convention/no/325", "330 convention/no/330"]
    );
    assert_eq!(
        found(
            "requests under Article 9 or notices under Article 11 of the Radio Regulations",
            Language::English
        ),
        ["Article 9 rr/art/9", "Article 11 of the Radio Regulations rr/art/11"]
    );
    assert_eq!(
        found("conformément à l'article 33 de la Convention (478 CV)", Language::French).last().unwrap(),
        "478 CV convention/no/478"
    );
    for text in ["un moteur de 11 kW (15 CV)", "le numéro 2 de l'article 9 de la Convention"] {
        let found = found(text, Language::French);
        assert!(!found.iter().any(|one| one.contains("/no/")), "{found:?}");
    }
}

#[test]
fn a_list_behind_a_singular_word_has_a_body() {
    assert_eq!(
        found("Resolution 44, 54 and 59 of WTSA", Language::English),
        ["Resolution 44 wtsa/res/44", "54 wtsa/res/54", "59 wtsa/res/59"]
    );
    assert_eq!(found("Resolution 44, 54 delegates", Language::English), ["Resolution 44 ?/res/44"]);
}

#[test]
fn the_last_amendment_names_the_edition_of_the_council() {
    assert_eq!(
        found("Council Resolution 1299 (2008, last amended 2019)", Language::English),
        ["Council Resolution 1299 (2008, last amended 2019) council/res/1299@2019"]
    );
}

#[test]
fn a_conference_may_be_named_before_its_document() {
    assert_eq!(found("in WTSA-20 Document 37", Language::English), ["WTSA-20 Document 37 wtsa-20/doc/37"]);
}

#[test]
fn a_basic_text_stands_in_brackets_of_any_kind_in_chinese() {
    for text in ["“公约”第31条", "「公约」第31条", "《公约》第31条"] {
        assert_eq!(found(text, Language::Chinese), [format!("{text} convention/art/31")]);
    }
}

#[test]
fn an_edition_s_place_counts_more_than_a_body_that_acts_in_the_sentence() {
    for text in [
        "report on Resolution 71 (Rev. Bucharest, 2022) to the Council at its session",
        "under Resolution 71 (Rev. Bucharest, 2022) the Council reviews the plan",
    ] {
        assert_eq!(found(text, Language::English), ["Resolution 71 (Rev. Bucharest, 2022) pp/res/71@2022"]);
    }
    let noted = "The Council noted Resolution 809 (Geneva, 2015).";
    assert_eq!(found(noted, Language::English), ["Resolution 809 (Geneva, 2015) ?/res/809@2015"]);
    assert_eq!(found("IMO Resolution 1158 (amended 2019)", Language::English), [""; 0]);
    let instructed = "In Resolution 77, the Council is instructed to act.";
    assert_eq!(found(instructed, Language::English), ["Resolution 77 ?/res/77"]);
}

#[test]
fn the_said_convention_of_others_is_not_the_union_s() {
    let text =
        "The Vienna Convention on the Law of Treaties applies. Article 31 of the said Convention is clear.";
    assert_eq!(found(text, Language::English), [""; 0]);
}

#[test]
fn parts_of_recommendations_and_supplements_to_series_are_documents_of_their_own() {
    for (text, language, expected) in [
        (
            "see Annex C of Recommendation ITU-T G.729 for it",
            Language::English,
            "Annex C of Recommendation ITU-T G.729 itu-t/rec/G.729/annex/C",
        ),
        ("ITU-T G.729 Annex B", Language::English, "ITU-T G.729 Annex B itu-t/rec/G.729/annex/B"),
        (
            "l'Appendice IV de la Recommandation UIT-T K.20",
            Language::French,
            "Appendice IV de la Recommandation UIT-T K.20 itu-t/rec/K.20/app/IV",
        ),
        (
            "el Suplemento 1 a la Recomendación UIT-T Y.2001",
            Language::Spanish,
            "Suplemento 1 a la Recomendación UIT-T Y.2001 itu-t/rec/Y.2001/suppl/1",
        ),
        (
            "в Приложении A к Рекомендации МСЭ-Т J.83",
            Language::Russian,
            "Приложении A к Рекомендации МСЭ-Т J.83 itu-t/rec/J.83/annex/A",
        ),
        ("ITU-T J.83建议书附件B", Language::Chinese, "ITU-T J.83建议书附件B itu-t/rec/J.83/annex/B"),
        ("as E Suppl. 2 says", Language::English, "E Suppl. 2 itu-t/suppl/E/2"),
        (
            "Supplement 40 to ITU-T Y-series Recommendations",
            Language::English,
            "Supplement 40 to ITU-T Y-series Recommendations itu-t/suppl/Y/40",
        ),
        (
            "le Supplément 6 aux Recommandations UIT-T de la série L",
            Language::French,
            "Supplément 6 aux Recommandations UIT-T de la série L itu-t/suppl/L/6",
        ),
        ("ITU-T Y系列建议书增补7", Language::Chinese, "ITU-T Y系列建议书增补7 itu-t/suppl/Y/7"),
        ("Supplement 1 to the Directives of ISO", Language::English, ""),
        (
            "Annex 2 to this letter, and Recommendation ITU-T K.20",
            Language::English,
            "Recommendation ITU-T K.20 itu-t/rec/K.20",
        ),
    ] {
        let expected: Vec<&str> = if expected.is_empty() { Vec::new() } else { vec![expected] };
        assert_eq!(found(text, language), expected, "{text}");
    }
}

#[test]
fn documents_of_groups_boards_and_older_bodies_are_citations() {
    for (text, expected) in [
        ("Document TDAG19-22/4", "Document TDAG19-22/4 tdag/doc/19-22/4"),
        ("RRB20-1/7 was noted", "RRB20-1/7 rrb/doc/20-1/7"),
        ("TSAG-C12", "TSAG-C12 tsag/doc/C12"),
        ("SG11-C204", "SG11-C204 itu-t/sg/11/c/204"),
        ("Document C16/INF/7", "Document C16/INF/7 council/doc/2016/inf/7"),
        ("C19/EP/2", "C19/EP/2 council/doc/2019/ep/2"),
        ("Document 5102/CA32", "Document 5102/CA32 council/doc/ca32/5102"),
        ("the Final Acts of WRC-19", "Final Acts of WRC-19 wrc-19/final-acts"),
        (
            "Final Acts of the Plenipotentiary Conference (Bucharest, 2022)",
            "Final Acts of the Plenipotentiary Conference (Bucharest, 2022) pp-22/final-acts",
        ),
        ("the GE06 Agreement", "GE06 Agreement agreement/ge06"),
        ("the Regional Agreement GE84", "Regional Agreement GE84 agreement/ge84"),
        ("IFRB Circular-letter No. 741", "IFRB Circular-letter No. 741 ifrb/circular/741"),
        ("CAR/112", "CAR/112 br/car/112"),
        ("letter MD-87", "letter MD-87 bdt/md/87"),
        ("Recommendation 622 (WRC-97)", "Recommendation 622 (WRC-97) wrc/rec/622@1997"),
        (
            "Article 9 of the Financial Regulations",
            "Article 9 of the Financial Regulations financial-regulations/art/9",
        ),
        (
            "the Optional Protocol on the Compulsory Settlement of Disputes",
            "Optional Protocol on the Compulsory Settlement of Disputes optional-protocol",
        ),
        (
            "the Implementers' Guide for Recommendation ITU-T H.248",
            "Implementers' Guide for Recommendation ITU-T H.248 itu-t/imp/H.248",
        ),
        ("the ITU-R Handbook R-HDB-44", "Handbook R-HDB-44 itu-r/hdb/44"),
    ] {
        assert_eq!(found(text, Language::English), [expected], "{text}");
    }
    for text in [
        "Document C16/DT/7",
        "TSAG-TD77",
        "the Final Acts",
        "the Paris Agreement",
        "SG 11 met 204 times",
        "the MD-11 freighter",
        "TSAG-22 will meet",
        "flight GE84",
        "CO2/2015",
    ] {
        assert_eq!(found(text, Language::English), [""; 0], "{text}");
    }
}

#[test]
fn words_that_look_like_the_names_of_documents_are_none() {
    for (text, language, expected) in [
        ("WRC-15建议第5组", Language::Chinese, vec![]),
        ("世界无线电通信大会建议3个月后开会", Language::Chinese, vec![]),
        ("A Supplement 3 to the invitation will follow.", Language::English, vec![]),
        (
            "ni las Resoluciones 70 y 71 ni 15 Estados Miembros",
            Language::Spanish,
            vec!["?/res/70", "?/res/71"],
        ),
        ("ANNEX 1\nRecommendation ITU-R M.1850", Language::English, vec!["itu-r/rec/M.1850"]),
        (
            "submit Recommendation ITU-T G.729, Annex C contains the form",
            Language::English,
            vec!["itu-t/rec/G.729"],
        ),
        ("Recommendation ITU-T A.12 amended 2 years ago", Language::English, vec!["itu-t/rec/A.12"]),
        ("No. 2.5 of Part B of the Rules of Procedure of the Council", Language::English, vec![]),
        ("根据《组织法》第8条和合同的第5条", Language::Chinese, vec!["constitution/art/8"]),
        (
            "Circular Letter CR/300 stands. This Circular Letter adds a form.",
            Language::English,
            vec!["br/cr/300"],
        ),
    ] {
        let ids: Vec<String> =
            found_of(text, language, None).into_iter().map(|one| one.id.to_string()).collect();
        assert_eq!(ids, expected, "{text}");
    }
}
