//! Every word of a letter's source is on the page, in the order of the source, and no other word is.

#![allow(clippy::unwrap_used, reason = "a test stops at what it does not expect")]

use std::path::{Path, PathBuf};
use std::{fs, iter};

use circular_viewer::language::Language;
use circular_viewer::page::{Node, letter, to_html};

/// The words of the source: runs of letters and digits, outside of the destinations of links, which nobody reads.
fn words_of_source(source: &str) -> Vec<String> {
    let mut text = String::new();
    let mut rest = source;
    while let Some((before, after)) = rest.split_once("](") {
        text.push_str(before);
        text.push(']');
        rest = after.split_once(')').map_or("", |(_, after)| after);
    }
    words(&(text + rest))
}

fn words(text: &str) -> Vec<String> {
    text.split(|c: char| !c.is_alphanumeric()).filter(|word| !word.is_empty()).map(str::to_owned).collect()
}

/// The text of the page as a reader meets it: elements that stand apart are apart, and list items bear their numbers.
fn text_of_page(nodes: &[Node]) -> String {
    let mut text = String::new();
    for node in nodes {
        match node {
            Node::Text(words) => text.push_str(words),
            Node::Element(element) => match element.tag.name() {
                "a" | "bdi" | "em" | "s" | "span" | "strong" | "time" => {
                    text.push_str(&text_of_page(&element.children));
                }
                "ol" => {
                    let first = element.attributes.iter().find(|attribute| attribute.name() == "start");
                    let first = first.map_or(1, |attribute| attribute.value().parse::<u64>().unwrap());
                    for (number, item) in (first..).zip(&element.children) {
                        text.push_str(&format!(" {number} {} ", text_of_page(std::slice::from_ref(item))));
                    }
                }
                _ => text.push_str(&format!(" {} ", text_of_page(&element.children))),
            },
        }
    }
    text
}

fn assert_every_word_is_shown(source: &str, name: &str) {
    let page = letter(&circular_viewer::letter::read(source, None), Language::English);
    let (expected, shown) = (words_of_source(source), words(&text_of_page(&page)));
    for (at, (expected, shown)) in iter::zip(&expected, &shown).enumerate() {
        assert_eq!(expected, shown, "{name}: word {at}");
    }
    assert_eq!(expected.len(), shown.len(), "{name}: the number of words");
}

/// The Markdown files in a folder and those in it.
fn letters_in(folder: &Path) -> Vec<PathBuf> {
    let entries = fs::read_dir(folder).unwrap().map(|entry| entry.unwrap().path());
    entries
        .flat_map(|path| match path.extension() {
            _ if path.is_dir() => letters_in(&path),
            Some(extension) if extension == "md" => vec![path],
            _ => Vec::new(),
        })
        .collect()
}

#[test]
fn every_word_of_every_letter_is_shown_in_order() {
    let letters = letters_in(&Path::new(env!("CARGO_MANIFEST_DIR")).join("letters"));
    assert!(!letters.is_empty());
    for path in letters {
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
    let source = include_str!("../letters/cl-20-43/fr.md");
    let html = to_html(&letter(&circular_viewer::letter::read(source, None), Language::French));
    for expected in [
        "<p class=\"issuer\">Secrétariat général (SG)</p>",
        "<time datetime=\"2020-10-05\">Genève, le 5 octobre 2020</time>",
        "<dt>Réf.:</dt><dd><strong>Lettre circulaire N° <bdi class=\"identifier\">CL-20/43</bdi></strong></dd><dd>SG/TSB</dd>",
        "<a href=\"tel:+41227306311\" dir=\"ltr\">+41 22 730 6311</a>",
        "<a href=\"mailto:wtsa@itu.int\" dir=\"ltr\">wtsa@itu.int</a>",
        "<span>N° 19/53</span>",
        "<p class=\"signed\"><em>(signé)</em></p><p class=\"signatory\">Houlin ZHAO</p><p class=\"title\">Secrétaire général</p>",
        "<a class=\"permalink\" href=\"#p5\" data-number=\"5\" aria-label=\"Paragraphe 5\" lang=\"fr\"></a>",
    ] {
        assert!(html.contains(expected), "{expected}\nis not in\n{html}");
    }
    assert!(!html.contains("id=\"p6\""));
}
