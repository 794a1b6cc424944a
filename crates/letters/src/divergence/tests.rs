//! What counts as a difference, and what does not.

use super::*;
use crate::alignment;
use crate::citation;
use crate::facts;
use crate::ids::Language;
use crate::letter;

/// The differences between two paragraphs, the first in English.
fn differences(english: &str, language: Language, other: &str) -> Vec<String> {
    let version = |paragraph: &str, language: Language| {
        let head = match language {
            Language::Arabic => "الموضوع: نموذج\n\nحضرات السادة والسيدات،",
            Language::Chinese => "事由：样例\n\n尊敬的先生/女士：",
            Language::French => "Objet: Un spécimen\n\nMadame, Monsieur,",
            Language::Russian => "Предмет: Образец\n\nУважаемая госпожа, уважаемый господин,",
            Language::English | Language::Spanish => "Subject: A specimen\n\nDear Sir/Madam,",
        };
        let letter = letter::read(&format!("CL-24/1\n\n{head}\n\n{paragraph}"), Some(language));
        facts::of(&letter, &citation::find(&letter))
    };
    let (first, second) = (version(english, Language::English), version(other, language));
    let found = find(&first, &second, &alignment::align(&first, &second));
    found.iter().map(|divergence| divergence.detail("the other")).collect()
}

#[test]
fn another_day_is_a_difference_and_is_told_in_the_words_of_both() {
    assert_eq!(
        differences("It opens on 23 February 2021.", Language::French, "Elle s'ouvre le 24 février 2021."),
        ["date “23 February 2021” here, “24 février 2021” in the other"]
    );
}

#[test]
fn the_same_day_in_another_form_is_none() {
    assert_eq!(
        differences("It opens on 1 March 2021.", Language::French, "Elle s'ouvre le 1er mars 2021."),
        [""; 0]
    );
    assert_eq!(differences("From 2 to 5 May 2024.", Language::Chinese, "2024年5月2日至5日。"), [""; 0]);
    assert_eq!(
        differences("It opens on 2 September 2024.", Language::Russian, "Откроется 2 сентября."),
        [""; 0]
    );
}

#[test]
fn a_month_that_differs_where_one_version_leaves_the_year_out_is_a_difference() {
    let found = differences("It opens on 2 September 2024.", Language::Russian, "Откроется 2 октября.");
    assert_eq!(found, ["date “2 September 2024” here, “2 октября” in the other"]);
}

#[test]
fn numbers_are_compared_by_their_value() {
    assert_eq!(differences("Some 1,500 people.", Language::French, "Quelque 1\u{a0}500 personnes."), [""; 0]);
    assert_eq!(differences("Some 12 people.", Language::French, "Quelque douze personnes."), [""; 0]);
    assert_eq!(differences("At 2 p.m.", Language::French, "À 14 heures."), [""; 0]);
    assert_eq!(differences("Within twenty-one months.", Language::Russian, "В течение 21 месяца."), [""; 0]);
    assert_eq!(
        differences("Some 1,500 people.", Language::French, "Quelque 1\u{a0}600 personnes."),
        ["number “1,500” here, “1\u{a0}600” in the other"].map(|line| line.replace('\u{a0}', " "))
    );
}

#[test]
fn an_edition_or_a_body_that_one_version_leaves_out_is_no_difference() {
    let english = "As Resolution 99 (Rev. Dubai, 2018) says.";
    assert_eq!(
        differences(
            english,
            Language::French,
            "Selon la Résolution 99 de la Conférence de plénipotentiaires."
        ),
        [""; 0]
    );
    assert_eq!(differences(english, Language::French, "Selon la Résolution 98 (Rév. Dubaï, 2018).").len(), 1);
    assert_eq!(differences(english, Language::French, "Selon la Résolution 99 (Rév. Busan, 2014).").len(), 1);
}

#[test]
fn addresses_are_compared_without_the_parts_that_name_a_language() {
    let english = "See https://www.itu.int/en/council/ or write to [us](mailto:a@itu.int).";
    let french =
        |address: &str| format!("Voir https://www.itu.int/fr/{address}/ ou [écrire](mailto:A@itu.int).");
    assert_eq!(differences(english, Language::French, &french("council")), [""; 0]);
    assert_eq!(differences(english, Language::French, &french("conseil")).len(), 1);
}

#[test]
fn telephone_numbers_are_compared_by_their_digits() {
    let english = "Call +41 22 730 6311.";
    assert_eq!(differences(english, Language::Arabic, "اتصل على +41-22-730-63-11."), [""; 0]);
    assert_eq!(
        differences(english, Language::Arabic, "اتصل على +41 22 730 6312."),
        ["phone “+41 22 730 6311” here, “+41 22 730 6312” in the other"]
    );
}

#[test]
fn a_fact_in_another_paragraph_is_no_other_fact() {
    let english = "It opens on 2 May 2024 in Geneva, and all Member States are invited to it.\n\nIt closes on 5 May 2024.";
    let french = "Elle s'ouvre à Genève, et tous les États Membres y sont invités.\n\nElle s'ouvre le 2 mai 2024 et finit le 5 mai 2024.";
    assert_eq!(differences(english, Language::French, french), [""; 0]);
}
