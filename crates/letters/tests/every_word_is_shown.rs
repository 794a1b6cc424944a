//! Every word of a letter's source is on the page, in the order of the source, and no other word is. A letterhead of three columns
//! is shown column by column.

#![allow(
    clippy::unwrap_used,
    clippy::panic,
    clippy::indexing_slicing,
    clippy::string_slice,
    reason = "a test stops at what it does not expect"
)]

mod invariants;

use std::fs;

use invariants::fixtures;
use invariants::shown::{has_third_column_of_labels, text_of_page, words, words_of_source};
use letters::ids::Language;
use letters::interface::Interface;
use letters::page::{Node, Place, Setting, Wording, letter, segments, some_segments, to_html};
use letters::resolver::{Sources, resolve};

/// The page of the letter, with its references.
fn shown(source: &str, interface: Language) -> Vec<Node> {
    let read = letters::letter::read(source, None);
    let sources = Sources { catalogue: None, entries: &[], language: interface };
    let references = resolve(&read.metadata.letterhead, letters::citation::find(&read), sources);
    letter(&read, &references, interface)
}

/// A long letter is rendered in parts: together they are the letter.
#[test]
fn a_letter_in_parts_is_the_same_letter() {
    for path in fixtures::letters() {
        is_same_in_parts(&fs::read_to_string(path).unwrap());
    }
    is_same_in_parts(
        "Text[^a] CL-24/1 and CL-24/1.\n\n| a |\n|---|\n| b[^b] |\n\n- | c |\n  |---|\n  | CL-24/2 |\n\nMore[^a] of \
         CL-24/2.\n\n[^a]: Note in CL-24/3\n\n[^b]: Other\n\n| d |\n|---|\n| e |\n",
    );
}

fn is_same_in_parts(source: &str) {
    let read = letters::letter::read(source, None);
    let sources = Sources { catalogue: None, entries: &[], language: Language::English };
    let references = resolve(&read.metadata.letterhead, letters::citation::find(&read), sources);
    // Their places on the page are found by this order: that of the text.
    assert!(
        references.is_sorted_by_key(|reference| (reference.citation.passage, reference.citation.range.start))
    );
    let setting = Setting {
        wording: Some(Wording::of_interface(Interface::of(Language::English))),
        place: Place::Main,
        references_before: 7,
    };
    let whole = segments(&read, &references, setting);
    for size in [1, 2, 5] {
        let parts = (0..whole.len()).step_by(size);
        let parts = parts.flat_map(|at| some_segments(&read, &references, setting, at..at + size));
        let (whole, parts) = (whole.concat(), parts.collect::<Vec<_>>().concat());
        assert_eq!(to_html(&whole), to_html(&parts), "{size} at a time, of:\n{source}");
    }
}

fn assert_every_word_is_shown(source: &str, name: &str) {
    let page = shown(source, Language::English);
    let mut shown = words(&text_of_page(&page));
    let mut next = "";
    // Marks that a converter left are named by diagnostics, and not shown.
    let (text, _) = letters::letter::without_converter_marks(source);
    // Carets around raised letters part no words: “1^er^”.
    let text = letters::letter::without_presentation_forms(&text).replace('^', "");
    let mut wanted = words_of_source(&text);
    if has_third_column_of_labels(source) {
        shown.sort_unstable();
        wanted.sort_unstable();
    }
    let mut shown = shown.iter();
    for (at, word) in wanted.iter().enumerate() {
        // A label that the converter joined to its value is separate on the page: one word of the source is two there.
        // Where a line of Chinese continues in the next, two are one; as are the Arabic “and” and the first word of a
        // link.
        let mut rest = &word[..];
        while !rest.is_empty() {
            if next.is_empty() {
                next = shown.next().unwrap_or_else(|| panic!("{name}: word {at}, {word:?}, is not shown"));
            }
            if let Some(after) = rest.strip_prefix(next) {
                (rest, next) = (after, "");
            } else if let Some(after) = next.strip_prefix(rest)
                && (rest.ends_with(is_chinese) || after.starts_with(is_chinese) || rest == "و")
            {
                (rest, next) = ("", after);
            } else {
                panic!("{name}: word {at} is {word:?} and shows as {next:?}");
            }
        }
    }
    assert_eq!(shown.next(), None, "{name}: a word that the source does not have");
}

#[test]
fn every_word_of_every_letter_is_shown_in_order() {
    for path in fixtures::letters() {
        assert_every_word_is_shown(&fs::read_to_string(&path).unwrap(), &path.display().to_string());
    }
}

#[test]
fn every_word_of_every_kind_of_block_is_shown_in_order() {
    assert_every_word_is_shown(
        "# One\n\n[Zero]: half\n\nTo: two\n\nthree\nfour  \nfive **six\nseven** [eight](#) ~~nine~~ `ten`\n\n- eleven\n- twelve\n\n  thirteen\n\n\
         3. fourteen\n\n> fifteen\n> > sixteen\n\n| seventeen | eighteen |\n|---|---|\n| nineteen | twenty |\n\n```\ncode here\n```\n\n\
         ![picture](x.png) <u>raw</u> end\n",
        "all kinds of blocks",
    );
}

#[test]
fn a_text_that_is_no_letter_is_shown_whole() {
    assert_every_word_is_shown("Contact: nobody\n\nJust *some* notes.\n\n1. with\n2. a list", "notes");
}

#[test]
fn the_page_of_a_letter_is_the_one_that_was_agreed() {
    let source = include_str!("../../../letters/cl-20-43/fr.md");
    let html = to_html(&shown(source, Language::French));
    for expected in [
        "<p class=\"issuer\">Secrétariat général (SG)</p>",
        "<time datetime=\"2020-10-05\">Genève, le <span class=\"identifier\">5 octobre</span> 2020</time>",
        "<dt>Réf.:</dt><dd><strong>Lettre circulaire <span class=\"identifier\">N° CL-20/43</span></strong></dd>",
        "<a href=\"tel:+41227306311\" dir=\"ltr\"><span class=\"identifier\">+41 22 730 6311</span></a>",
        "<a href=\"mailto:wtsa@itu.int\" dir=\"ltr\">wtsa@itu.int</a>",
        "<a href=\"https://www.itu.int/md/S19-SG-CIR-0053/fr\" hreflang=\"fr\" class=\"citation\" id=\"r1\" data-reference=\"1\" \
         data-document=\"sg/cl/2019/53\" data-state=\"resolved\" data-provenance=\"rule\"><span class=\"identifier\">N° 19/53</span></a>",
        "<span class=\"dead\"><span lang=\"en\">International Gender Champions</span></span>",
        "data-state=\"awaited\">circulaire pertinente</span>",
        "<p class=\"signed\"><em>(signé)</em></p><p class=\"signatory\">Houlin ZHAO</p><p class=\"title\">Secrétaire général</p>",
        "<a class=\"permalink\" href=\"#p5\" data-number=\"5\" aria-label=\"Paragraphe 5\" lang=\"fr\"></a>",
    ] {
        assert!(html.contains(expected), "{expected}\nis not in\n{html}");
    }
    assert!(!html.contains("id=\"p6\""));
}

fn is_chinese(c: char) -> bool {
    c >= '\u{2E80}'
}
