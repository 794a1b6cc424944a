//! Dates as letters of the six languages write them.
#![allow(clippy::string_slice, reason = "a test stops at what it does not expect")]

use super::*;
use crate::ids::Language;

fn dates(text: &str, language: Language) -> Vec<String> {
    let found = find(text, Some(language)).into_iter();
    found
        .map(|found| match found.days {
            Some((first, last)) if first == last => format!("{}: {first}", &text[found.range]),
            Some((first, last)) => format!("{}: {first}/{last}", &text[found.range]),
            None => format!("{}: impossible", &text[found.range]),
        })
        .collect()
}

fn line(line: &str, language: Language) -> Option<(String, String)> {
    place_and_date(line, Some(language)).map(|found| {
        let date = found.date.map_or_else(|| "impossible".to_owned(), |date| date.to_string());
        (found.place.unwrap_or_default(), date)
    })
}

#[test]
fn place_and_date_are_read_in_the_order_of_each_language() {
    for (text, language, place, date) in [
        ("Genève, le 5 octobre 2020", Language::French, "Genève", "2020-10-05"),
        ("Genève, le 1er juillet 2020", Language::French, "Genève", "2020-07-01"),
        ("Le Caire, le 2 mai 2018", Language::French, "Le Caire", "2018-05-02"),
        ("Geneva, 27 November 2020", Language::English, "Geneva", "2020-11-27"),
        ("Geneva, October 5, 2020", Language::English, "Geneva", "2020-10-05"),
        ("Geneva, Monday, 5th October 2020", Language::English, "Geneva", "2020-10-05"),
        ("5 October 2020, Geneva", Language::English, "Geneva", "2020-10-05"),
        ("05/10/2020", Language::English, "", "2020-10-05"),
        ("10/25/2020", Language::English, "", "2020-10-25"),
        ("Ginebra, 20 de diciembre de 2017", Language::Spanish, "Ginebra", "2017-12-20"),
        ("Ginebra, a 1.º de Mayo de 2020", Language::Spanish, "Ginebra", "2020-05-01"),
        ("Женева, 24 марта 2011 года", Language::Russian, "Женева", "2011-03-24"),
        ("Женева, 24 марта 2011 г.", Language::Russian, "Женева", "2011-03-24"),
        ("24.03.2011", Language::Russian, "", "2011-03-24"),
        ("г. Женева, 12 мая 1997 г.", Language::Russian, "Женева", "1997-05-12"),
        ("1996年9月2日于日内瓦", Language::Chinese, "日内瓦", "1996-09-02"),
        ("2015年 3月 11日，日内瓦", Language::Chinese, "日内瓦", "2015-03-11"),
        ("日内瓦，２０２０年10月5日", Language::Chinese, "日内瓦", "2020-10-05"),
        ("二〇二〇年十月二十五日", Language::Chinese, "", "2020-10-25"),
        ("二零二零年十月三十一日", Language::Chinese, "", "2020-10-31"),
        ("جنيف، 5 أكتوبر 2020", Language::Arabic, "جنيف", "2020-10-05"),
        ("جنيف، في 5 تشرين الأول/أكتوبر 2020", Language::Arabic, "جنيف", "2020-10-05"),
        ("٢٨ سبتمبر ٢٠٠٥", Language::Arabic, "", "2005-09-28"),
    ] {
        assert_eq!(line(text, language), Some((place.to_owned(), date.to_owned())), "{text}");
    }
}

#[test]
fn a_date_in_digits_is_read_whatever_its_hyphens() {
    assert_eq!(
        dates("by 23\u{2011}02\u{2011}2021", Language::English),
        ["23\u{2011}02\u{2011}2021: 2021-02-23"]
    );
    assert_eq!(
        dates("2021\u{2010}02\u{2010}23", Language::English),
        ["2021\u{2010}02\u{2010}23: 2021-02-23"]
    );
}

#[test]
fn a_day_that_the_calendar_lacks_is_no_date() {
    assert_eq!(
        line("Genève, le 31 avril 2020", Language::French),
        Some(("Genève".to_owned(), "impossible".to_owned()))
    );
    assert_eq!(dates("by 31 April 2021", Language::English), ["31 April 2021: impossible"]);
}

#[test]
fn a_sentence_with_a_date_is_no_place_and_date() {
    for text in [
        "La réunion aura lieu le 5 octobre 2020 à Genève, au siège de l'Union",
        "La réunion aura lieu le 5 octobre 2020",
        "Le 5 octobre 2020 au plus tard",
        "Document 12, 5 octobre 2020",
        "octobre 2020",
        "23-27 octobre 2020",
    ] {
        assert_eq!(line(text, Language::French), None, "{text}");
    }
    assert_eq!(line("2021年2月22日全球标准化专题研讨会", Language::Chinese), None);
    assert_eq!(line("2021年2月23日至3月5日，海得拉巴", Language::Chinese), None);
}

#[test]
fn a_range_is_one_date() {
    for (text, language, expected) in [
        ("23 February to 5 March 2021", Language::English, "2021-02-23/2021-03-05"),
        ("23 to Friday 27 February 2021", Language::English, "2021-02-23/2021-02-27"),
        ("23–27 February 2021", Language::English, "2021-02-23/2021-02-27"),
        ("February 23 – March 5, 2021", Language::English, "2021-02-23/2021-03-05"),
        ("February 23-27, 2021", Language::English, "2021-02-23/2021-02-27"),
        ("28 December 2020 to 5 January 2021", Language::English, "2020-12-28/2021-01-05"),
        ("28 December to 5 January 2021", Language::English, "2020-12-28/2021-01-05"),
        ("17 and 18 September 2024", Language::English, "2024-09-17/2024-09-18"),
        ("13 and 17 June 2024", Language::English, "2024-06-13/2024-06-17"),
        ("26 de septiembre y el 14 de octubre de 2022", Language::Spanish, "2022-09-26/2022-10-14"),
        ("23 février au 5 mars 2021", Language::French, "2021-02-23/2021-03-05"),
        ("1er au 4 février 2010", Language::French, "2010-02-01/2010-02-04"),
        ("23 de febrero al 5 de marzo de 2021", Language::Spanish, "2021-02-23/2021-03-05"),
        ("23 февраля по 5 марта 2021", Language::Russian, "2021-02-23/2021-03-05"),
        ("28 декабря 2020 года по 5 января 2021", Language::Russian, "2020-12-28/2021-01-05"),
        ("17–19.09.2024", Language::Russian, "2024-09-17/2024-09-19"),
        ("2021年2月23日至3月5日", Language::Chinese, "2021-02-23/2021-03-05"),
        ("2021年2月23-27日", Language::Chinese, "2021-02-23/2021-02-27"),
        ("2024年9月17日（星期二）至19日", Language::Chinese, "2024-09-17/2024-09-19"),
        ("2020年12月28日至2021年1月5日", Language::Chinese, "2020-12-28/2021-01-05"),
        ("23 فبراير إلى 5 مارس 2021", Language::Arabic, "2021-02-23/2021-03-05"),
    ] {
        let between = if text.contains(" and 17") {
            "between "
        } else if text.contains(" y el ") {
            "entre el "
        } else {
            ""
        };
        assert_eq!(dates(&format!("{between}{text}"), language), [format!("{text}: {expected}")]);
    }
    assert_eq!(dates("5 and 19 May 2021", Language::English), ["19 May 2021: 2021-05-19"]);
}

#[test]
fn numbers_that_only_look_like_dates_are_none() {
    for text in [
        "Document RAG2002-1/3",
        "tel. +41 22 730 2020",
        "Resolution 99 (Rev. Dubai, 2018)",
        "in May 2021",
        "1.5/6 2020",
        "A/RES/2020/10/05x",
        "Rev.WRC-15 2015",
    ] {
        assert_eq!(dates(text, Language::English), Vec::<String>::new(), "{text}");
    }
}
