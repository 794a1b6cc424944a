//! The time and memory of pairing and comparing versions.

use divan::{AllocProfiler, Bencher};
use letters::facts::{self, LetterFacts};
use letters::ids::Language;
use letters::{alignment, citation, divergence, letter};

#[global_allocator]
static ALLOCATOR: AllocProfiler = AllocProfiler::system();

const FRENCH: &str = include_str!("../../../letters/cl-20-43/fr.md");
const ARABIC: &str = include_str!("../../../letters/cl-20-43/ar.md");

fn main() {
    divan::main();
}

fn facts_of(text: &str, language: Language) -> LetterFacts {
    let letter = letter::read(text, Some(language));
    facts::of(&letter, &citation::find(&letter))
}

/// The facts of CL-20/43, read and with its citations found.
#[divan::bench]
fn facts_of_cl_20_43(bencher: Bencher<'_, '_>) {
    let letter = letter::read(FRENCH, Some(Language::French));
    let citations = citation::find(&letter);
    bencher.bench(|| facts::of(divan::black_box(&letter), &citations));
}

/// The pairs of CL-20/43 in French and Arabic.
#[divan::bench]
fn pairs_of_cl_20_43(bencher: Bencher<'_, '_>) {
    let (french, arabic) = (facts_of(FRENCH, Language::French), facts_of(ARABIC, Language::Arabic));
    bencher.bench(|| alignment::align(divan::black_box(&french), &arabic));
}

/// The differences of CL-20/43 in French and Arabic, once paired.
#[divan::bench]
fn differences_of_cl_20_43(bencher: Bencher<'_, '_>) {
    let (french, arabic) = (facts_of(FRENCH, Language::French), facts_of(ARABIC, Language::Arabic));
    let pairing = alignment::align(&french, &arabic);
    bencher.bench(|| divergence::find(divan::black_box(&french), &arabic, &pairing));
}

/// A letter with the given number of paragraphs, each with facts of its own.
fn long_letter(paragraphs: usize, language: Language) -> LetterFacts {
    let (head, sentence) = match language {
        Language::French => {
            ("Objet: Un spécimen\n\nMadame, Monsieur,", "participants viendront à Genève pour la réunion")
        }
        _ => ("Subject: A specimen\n\nDear Sir/Madam,", "participants will come to Geneva for the meeting"),
    };
    let paragraphs = (0..paragraphs).map(|at| format!("\n\n{} {sentence} {}.", 100 + at % 700, 1_000 + at));
    facts_of(&format!("CL-24/1\n\n{head}{}", paragraphs.collect::<String>()), language)
}

/// Memory and time grow with the paragraphs, not with their square: compare the rows.
#[divan::bench(args = [250, 500, 1_000, 2_000])]
fn pairs_of_long_letters(bencher: Bencher<'_, '_>, paragraphs: usize) {
    let french = long_letter(paragraphs, Language::French);
    let english = long_letter(paragraphs - 20, Language::English);
    bencher.bench(|| alignment::align(divan::black_box(&french), &english));
}

/// The same with the differences.
#[divan::bench(args = [250, 500, 1_000, 2_000])]
fn differences_of_long_letters(bencher: Bencher<'_, '_>, paragraphs: usize) {
    let french = long_letter(paragraphs, Language::French);
    let english = long_letter(paragraphs - 20, Language::English);
    let pairing = alignment::align(&french, &english);
    bencher.bench(|| divergence::find(divan::black_box(&french), &english, &pairing));
}
