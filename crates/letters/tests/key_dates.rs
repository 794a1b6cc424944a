//! The dates that sentences of letters state: what each is, who is asked, until when, and which date it replaces.
//!
//! `dates/passages.jsonl` has 90 invented sentences in six languages, with what a reader finds in them, written without
//! sight of the rules. `cargo test -p letters --test key_dates -- --nocapture` shows the figures.

#![allow(clippy::unwrap_used, clippy::string_slice, reason = "a test stops at what it does not expect")]

use std::collections::BTreeMap;

use letters::ids::Language;
use letters::letter::{self, KeyDate};
use serde_json::Value;

/// What of a date is compared, and the smallest share that must be right.
const SHARES: [(&str, f64); 5] =
    [("date", 0.92), ("kind", 0.97), ("asked", 0.62), ("until", 0.97), ("replaces", 0.97)];

#[derive(Default)]
struct Figures {
    /// Of each kind of value: how many are expected, and how many are right.
    counts: BTreeMap<&'static str, (usize, usize)>,
    /// Values that are there and wrong.
    wrong: Vec<String>,
    /// Dates that nobody expects.
    unexpected: Vec<String>,
}

#[test]
fn the_dates_of_sentences_are_read_as_a_reader_reads_them() {
    let mut figures = Figures::default();
    for line in include_str!("dates/passages.jsonl").lines() {
        compare(&serde_json::from_str(line).unwrap(), &mut figures);
    }
    for (name, smallest) in SHARES {
        let (expected, right) = figures.counts.get(name).copied().unwrap_or_default();
        println!("{name}: {right} of {expected}");
        let share = right as f64 / expected as f64;
        assert!(share >= smallest, "{name}: {right} of {expected}");
    }
    assert!(figures.wrong.len() <= 1, "{:#?}", figures.wrong);
    assert!(figures.unexpected.len() <= 2, "{:#?}", figures.unexpected);
}

fn compare(passage: &Value, figures: &mut Figures) {
    let text = passage["text"].as_str().unwrap();
    let mut found = dates_of(passage);
    for expected in passage["dates"].as_array().unwrap() {
        let at = found.iter().position(|date| {
            expected["first"] == date.first.to_string() && expected["last"] == date.last.to_string()
        });
        figures.count("date", at.is_some());
        let Some(date) = at.map(|at| found.remove(at)) else { continue };
        let replaces = date
            .replaces
            .map(|(first, last)| serde_json::json!({ "first": first.to_string(), "last": last.to_string() }));
        let values = [
            ("kind", Some(Value::from(date.kind.code()))),
            ("asked", date.asked.clone().map(Value::from)),
            ("until", date.until.map(|until| Value::from(until.to_string()))),
            ("replaces", replaces),
        ];
        for (name, value) in values {
            let wanted = expected.get(name);
            if wanted.is_some() || value.is_some() {
                figures.count(name, wanted == value.as_ref());
            }
            if let Some(value) = value.filter(|value| wanted != Some(value)) {
                figures.wrong.push(format!("{name} {value}, not {wanted:?}: {text}"));
            }
        }
    }
    figures.unexpected.extend(found.iter().map(|date| format!("{}: {text}", date.text)));
}

impl Figures {
    fn count(&mut self, name: &'static str, is_right: bool) {
        let (expected, right) = self.counts.entry(name).or_default();
        *expected += 1;
        *right += usize::from(is_right);
    }
}

/// The dates of a letter of that day whose body is the passage.
fn dates_of(passage: &Value) -> Vec<KeyDate> {
    let language = passage["lang"].as_str().unwrap().parse().unwrap();
    let day = passage["date"].as_str().unwrap();
    let [year, month, day] = [&day[..4], &day[5..7], &day[8..]];
    let subject = match language {
        Language::Arabic => "الموضوع",
        Language::Chinese => "事由",
        Language::English => "Subject",
        Language::French => "Objet",
        Language::Russian => "Предмет",
        Language::Spanish => "Asunto",
    };
    let text = passage["text"].as_str().unwrap();
    let source = format!("CR/1\n\n{day}/{month}/{year}\n\n{subject}: X\n\n{text}\n");
    letter::read(&source, Some(language)).metadata.key_dates
}

#[test]
fn a_date_says_what_happens_then() {
    for (text, about) in [
        ("Replies must reach the Bureau by 5 May 2021.", "Replies must reach the Bureau"),
        ("The meeting will be held in Geneva from 5 to 9 July 2021.", "The meeting will be held in Geneva"),
        ("Second workshop (5 July 2021)", "Second workshop"),
        ("World Assembly (WA-24) (Montevideo, 5 July 2021)", "World Assembly (WA-24) (Montevideo)"),
        ("By 5 July 2021, nominations should be sent.", "nominations should be sent"),
    ] {
        let passage = serde_json::json!({ "lang": "en", "date": "2021-01-15", "text": text });
        let dates = dates_of(&passage);
        assert_eq!(
            dates.iter().map(|date| date.about.as_deref()).collect::<Vec<_>>(),
            [Some(about)],
            "{text}"
        );
    }
}

#[test]
fn a_date_in_a_table_is_described_by_its_row() {
    for (language, cell, about) in [
        ("en", "5 May 2021", "Registration"),
        ("en", "5 May 2021 (noon)", "Registration"),
        ("ru", "5 мая 2021 года", "Регистрация"),
        ("ru", "до 5 мая 2021 г.", "Регистрация"),
        ("zh", "2021年5月5日（星期三）", "注册"),
    ] {
        // Of a table without heads, the first row stands where they would.
        let text = format!("| {about} | {cell} |\n| --- | --- |\n| {about} 2 | {cell} |");
        let passage = serde_json::json!({ "lang": language, "date": "2021-01-15", "text": text });
        let dates = dates_of(&passage);
        let abouts: Vec<&str> = dates.iter().filter_map(|date| date.about.as_deref()).collect();
        assert_eq!(abouts, [about, &format!("{about} 2")], "{cell}");
    }
}

#[test]
fn a_new_date_in_the_next_sentence_replaces_the_one_before() {
    let text = "The meeting was originally planned for 5 May 2021. It will now be held on 7 June 2021.";
    let passage = serde_json::json!({ "lang": "en", "date": "2021-01-15", "text": text });
    let kinds: Vec<_> = dates_of(&passage)
        .iter()
        .map(|date| (date.kind.code(), date.replaces.map(|(first, _)| first.to_string())))
        .collect();
    assert_eq!(kinds, [("earlier", None), ("event", Some("2021-05-05".to_owned()))]);
}

#[test]
fn before_a_date_is_no_deadline_where_nobody_is_asked() {
    for (text, kind) in [
        ("The equipment manufactured before 31 December 2021 may be used.", "event"),
        ("Decisions taken before 1 October 2021 remain valid.", "event"),
        ("Please reply before 31 December 2021.", "deadline"),
    ] {
        let passage = serde_json::json!({ "lang": "en", "date": "2021-01-15", "text": text });
        let kinds: Vec<_> = dates_of(&passage).iter().map(|date| date.kind.code()).collect();
        assert_eq!(kinds, [kind], "{text}");
    }
}

#[test]
fn a_table_of_key_deadlines_has_deadlines() {
    let rows = "Please note the dates.\n\n| What | Deadline | Meeting |\n|---|---|---|\n| Fellowships | 5 May 2021 | 7 June 2021 |";
    let by_row = "Please note the dates.\n\n| Deadline for contributions | 5 May 2021 |\n|---|---|\n| Opening | 7 June 2021 |";
    for text in [rows, by_row] {
        let passage = serde_json::json!({ "lang": "en", "date": "2021-01-15", "text": text });
        let kinds: Vec<_> = dates_of(&passage).iter().map(|date| date.kind.code()).collect();
        assert_eq!(kinds, ["deadline", "event"], "{text}");
    }
}

/// The first days of the dates of the sentence with what they are, what they replace, and what they are about.
fn told(language: &str, text: &str) -> Vec<(String, &'static str, Option<String>, Option<String>)> {
    let passage = serde_json::json!({ "lang": language, "date": "2021-01-15", "text": text });
    let told = |date: &KeyDate| {
        let replaced = date.replaces.map(|(first, _)| first.to_string());
        (date.first.to_string(), date.kind.code(), replaced, date.about.clone())
    };
    dates_of(&passage).iter().map(told).collect()
}

#[test]
fn a_corrigendum_replaces_a_date_by_another() {
    for (language, text) in [
        ("en", "In paragraph 2, 5 May 2021 should read 12 May 2021."),
        ("en", "Replace “5 May 2021” by “12 May 2021”."),
        ("fr", "Au lieu du 5 mai 2021, lire 12 mai 2021."),
        ("fr", "Le 5 mai 2021 doit se lire 12 mai 2021."),
        ("fr", "Remplacer «5 mai 2021» par «12 mai 2021»."),
        ("es", "Donde dice 5 de mayo de 2021, debe decir 12 de mayo de 2021."),
        ("es", "Sustitúyase «5 de mayo de 2021» por «12 de mayo de 2021»."),
        ("ru", "Вместо 5 мая 2021 года следует читать 12 мая 2021 года."),
        ("ru", "Заменить «5 мая 2021 года» на «12 мая 2021 года»."),
        ("zh", "第2段中的“2021年5月5日”应为“2021年5月12日”。"),
        ("ar", "يقرأ 12 مايو 2021 بدلاً من 5 مايو 2021."),
        (
            "ar",
            "ويُستعاض عن عبارة \"5 مايو 2021، الساعة 1600 بالتوقيت العالمي المنسق\" بعبارة \"12 مايو 2021\".",
        ),
        ("ar", "يستعاض عن عبارة \"5 مايو 2021\" بعبارة \"12 مايو 2021\"."),
    ] {
        let told = told(language, text);
        let said: Vec<_> =
            told.iter().map(|(day, kind, replaced, _)| (day.as_str(), *kind, replaced.as_deref())).collect();
        assert_eq!(
            said,
            [("2021-05-05", "earlier", None), ("2021-05-12", "event", Some("2021-05-05"))],
            "{text}"
        );
    }
    // What replaces a deadline is one, and about the same.
    let told = told("en", "The deadline for registration, 5 May 2021, should read 12 May 2021.");
    let about = Some("The deadline for registration".to_owned());
    let former = ("2021-05-05".to_owned(), "earlier", None, about.clone());
    assert_eq!(told, [former, ("2021-05-12".to_owned(), "deadline", Some("2021-05-05".to_owned()), about)]);
    // Not every replacement is one of dates.
    assert_eq!(self::told("en", "To replace a nominee, inform the Bureau by 5 May 2021.")[0].1, "deadline");
}

#[test]
fn several_deadlines_of_a_sentence_are_each_about_their_own() {
    for (language, text, abouts) in [
        (
            "en",
            "The deadlines are 5 May 2021 for registration and 12 May 2021 for contributions.",
            ["The deadlines for registration", "for contributions"],
        ),
        (
            "fr",
            "Les délais sont le 5 mai 2021 pour l'inscription et le 12 mai 2021 pour les contributions.",
            ["Les délais sont pour l'inscription", "pour les contributions"],
        ),
        (
            "es",
            "Los plazos son el 5 de mayo de 2021 para la inscripción y el 12 de mayo de 2021 para las contribuciones.",
            ["Los plazos para la inscripción", "para las contribuciones"],
        ),
        (
            "ru",
            "Предельные сроки: 5 мая 2021 года для регистрации и 12 мая 2021 года для вкладов.",
            ["Предельные сроки для регистрации", "для вкладов"],
        ),
        (
            "ar",
            "المواعيد النهائية هي 5 مايو 2021 للتسجيل و12 مايو 2021 للمساهمات.",
            ["المواعيد النهائية هي للتسجيل", "للمساهمات"],
        ),
    ] {
        let told = told(language, text);
        let said: Vec<_> =
            told.iter().map(|(_, kind, _, about)| (*kind, about.as_deref().unwrap())).collect();
        assert_eq!(said, abouts.map(|about| ("deadline", about)), "{text}");
    }
    let told = told(
        "en",
        "The deadline for registration is 5 May 2021 and the meeting will be held on 12 May 2021.",
    );
    assert_eq!(told.iter().map(|(_, kind, ..)| *kind).collect::<Vec<_>>(), ["deadline", "event"]);
}

#[test]
fn words_of_correction_and_of_deadlines_mean_nothing_of_the_kind_elsewhere() {
    for (language, text, kinds) in [
        ("fr", "Inscrivez-vous dans les meilleurs délais à la réunion du 5 au 9 juin 2021.", &["event"][..]),
        (
            "en",
            "The deadlines are given in Annex 1, and the meeting will take place on 5 June 2021.",
            &["event"],
        ),
        ("fr", "Au lieu de se réunir à Genève, le Groupe se réunira à Nice le 5 mai 2021.", &["event"]),
        ("zh", "在日内瓦，代表应为2021年5月5日的会议和2021年5月12日的研讨会提名代表。", &["event", "event"]),
        (
            "es",
            "La sustitución de los equipos se efectuará el 5 de mayo de 2021 y el 12 de mayo de 2021.",
            &["event", "event"],
        ),
        ("ru", "Замена оборудования состоится 5 мая 2021 года и 12 мая 2021 года.", &["event", "event"]),
        ("en", "Delegates should read the form and fill it in before 5 May 2021.", &["deadline"]),
        (
            "en",
            "Administrations should read Circular 12 of 5 January 2021 and reply by 12 June 2021.",
            &["deadline"],
        ),
    ] {
        let told = told(language, text);
        assert_eq!(told.iter().map(|(_, kind, ..)| *kind).collect::<Vec<_>>(), kinds, "{text}");
        assert!(told.iter().all(|(_, _, replaced, _)| replaced.is_none()), "{text}");
    }
}

#[test]
fn a_chinese_and_within_a_word_divides_nothing() {
    let told = told("zh", "拟举行2021年5月5日的会议以及2021年5月12日的研讨会。");
    assert!(told.iter().all(|(.., about)| !about.as_deref().unwrap_or_default().ends_with('以')), "{told:?}");
}

#[test]
fn what_a_date_is_about_goes_on_behind_it_though_the_next_sentence_has_a_date_too() {
    let text = "The list closes on 5 May 2021 for all members. The meeting opens on 12 May 2021.";
    let told = told("en", text);
    let abouts: Vec<_> = told.iter().map(|(.., about)| about.as_deref().unwrap()).collect();
    assert_eq!(abouts, ["The list closes for all members", "The meeting opens"]);
}
