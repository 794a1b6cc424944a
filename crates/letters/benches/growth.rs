//! Whether reading time grows linearly with the text: the ratio of the times of two texts, one sixteen times as long as
//! the other. A ratio near 16 is linear growth; quadratic growth would give 256. Also measures how fast 50 MB are read.
//!
//! `cargo bench --bench growth`

use std::hint::black_box;
use std::time::Instant;

use letters::ids::Language;
use letters::resolver::Sources;
use letters::{citation, facts, letter, page, resolver};

/// Constructs that naive code would scan repeatedly: definitions and links, dates, footnotes, page furniture, annexes,
/// labels.
const UNITS: &[&str] = &[
    "[a{}]: b\n\n[a{}]\n\n",
    "[Note{}]: later\n\nText\n\n",
    "Text on 5 May 2024 and 2025 ",
    "Word[^{}]\n\n[^{}]: Note\n\n",
    "Word[^1] ",
    "- 2 -\n\n",
    "Annex {}\n\nText\n\n",
    "Tel.: +41 22 730\n",
    "Ref.: CL-24/1 CL-24/2 ",
    "CL-23/1 CL-23/1 ",
    "Dear Sir,\n\n",
    "Yours faithfully,\n\n",
    "Yours faithfully, (signed) ",
    "+---+---+\n| a | b |\n",
    "| a |\n+---+\n",
    "Ms Ada Specimen, +41 22 730 9999 ",
    "Mr A ",
    "Annex A of Recommendation ITU-T K.20, Annex B, ",
    "A Suppl. 5 ",
    "No. 1.1 of Part C of the Rules of Procedure ",
    "To the Administrations\n\n",
    "A\n\n",
    "2024 ",
    "<sup>a",
    "| a | b |\n|---|---|\n| 5 May 2024 | c |\n\n",
    "1. a\n\n",
    "> - *a\n",
    "Resolution 99 (Rev. Dubai, 2018) and ",
    "Resolutions 1, 2, ",
    "Resolution ",
    "No. 325 to ",
    "Circular Letter CR/384 and its Addendum 1, ",
    "the said Resolution, ",
    "(Rev. (Rev. ",
    "the Council, in its ",
    "TSB Circular soon, ",
    "A sentence of ordinary words, as a letter has many of them, with a number such as 12 or 2024. ",
];

/// Constructs that naive code would scan repeatedly, in languages other than English.
const FOREIGN_UNITS: &[(Language, &str)] = &[
    (Language::Arabic, "CL-{} "),
    (Language::Arabic, "a{}@itu.int "),
    (Language::Arabic, "(+) "),
    (Language::Arabic, "+41 22 730 6311 "),
    (Language::Arabic, "الساعة 3 بعد الظهر "),
    (Language::Chinese, "第1条"),
    (Language::Chinese, "1/"),
    (Language::Chinese, "十"),
    (Language::Chinese, "11月"),
    (Language::French, "a{}@itu.int 7 "),
    (Language::French, "+"),
    (Language::French, "[x](https://a.int/{}) "),
    (Language::French, "vingt et un "),
    (Language::Russian, "2 сентября "),
];

const SOURCES: Sources<'_> = Sources { catalogue: None, entries: &[], language: Language::English };

fn text(unit: &str, bytes: usize) -> String {
    let mut text = "Geneva, 5 May 2023\n\nRef.: CL-23/1\n\nSubject: A specimen\n\n".to_owned();
    for index in 0.. {
        if text.len() >= bytes {
            break;
        }
        text += &unit.replace("{}", &index.to_string());
    }
    text
}

fn seconds(text: &str, language: Language) -> f64 {
    let times = (0..3).map(|_| {
        let start = Instant::now();
        let letter = letter::read(black_box(text), Some(language));
        let citations = citation::find(&letter);
        black_box(facts::of(&letter, &citations).segments.len());
        let references = resolver::resolve(&letter.metadata.letterhead, citations, SOURCES);
        black_box(page::letter(&letter, &references, Language::English).len());
        start.elapsed().as_secs_f64()
    });
    times.fold(f64::INFINITY, f64::min)
}

fn main() {
    println!("time for 1.6 MB, divided by that for 100 kB");
    let units = UNITS.iter().map(|unit| (Language::English, *unit)).chain(FOREIGN_UNITS.iter().copied());
    for (language, unit) in units {
        let seconds = |bytes: usize| seconds(&text(unit, bytes), language);
        let (few, many) = (seconds(100_000), seconds(1_600_000));
        println!("{:6.1}  ({:5.1} MB/s)  {unit:?}", many / few, 1.6 / many);
    }
    let specimen = include_str!("../../../letters/cl-20-43/fr.md");
    let large = specimen.repeat(50_000_000 / specimen.len());
    let start = Instant::now();
    let letter = letter::read(black_box(&large), None);
    let seconds = start.elapsed().as_secs_f64();
    println!("50 MB of letters: {seconds:.2} s, {:.0} MB/s, {} parts", 50.0 / seconds, letter.parts.len());
}
