//! Every word of a letter's source is on the page, in the order of the source, and no other word is.

#![allow(
    clippy::unwrap_used,
    clippy::panic,
    clippy::indexing_slicing,
    clippy::string_slice,
    reason = "a test stops at what it does not expect"
)]

use std::fs;
use std::path::{Path, PathBuf};

use letters::ids::Language;
use letters::page::{Node, Place, Setting, letter, segments, some_segments, to_html};
use letters::resolver::{Sources, resolve};

/// The page of the letter, with its references.
fn shown(source: &str, interface: Language) -> Vec<Node> {
    let read = letters::letter::read(source, None);
    let sources = Sources { catalogue: None, entries: &[], language: interface };
    let references = resolve(&read, letters::citation::find(&read), sources);
    letter(&read, &references, interface)
}

/// A long letter is put on the page in parts: together they are the letter.
#[test]
fn a_letter_in_parts_is_the_same_letter() {
    for path in letters() {
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
    let references = resolve(&read, letters::citation::find(&read), sources);
    // That they are in the order of the text is what their places on the page are found by.
    assert!(
        references.is_sorted_by_key(|reference| (reference.citation.passage, reference.citation.range.start))
    );
    let setting = Setting { interface: Language::English, place: Place::Main, references_before: 7 };
    let whole = segments(&read, &references, setting);
    for size in [1, 2, 5] {
        let parts = (0..whole.len()).step_by(size);
        let parts = parts.flat_map(|at| some_segments(&read, &references, setting, at..at + size));
        let (whole, parts) = (whole.concat(), parts.collect::<Vec<_>>().concat());
        assert_eq!(to_html(&whole), to_html(&parts), "{size} at a time, of:\n{source}");
    }
}

/// The words of the source: runs of letters and digits, outside of what nobody reads: the destinations of links, and the few
/// elements of HTML and character references by which converters write what Markdown lacks.
fn words_of_source(source: &str) -> Vec<String> {
    let mut text = String::new();
    let mut rest = source;
    while let Some((before, after)) = rest.split_once("](") {
        text.push_str(before);
        text.push(']');
        rest = after.split_once(')').map_or("", |(_, after)| after);
    }
    text.push_str(rest);
    let text = without(&text, '<', '>', |tag| {
        let name = tag.trim_start_matches('/').split([' ', '/']).next().unwrap();
        TAGS.contains(&name)
    });
    words(&without(&text, '&', ';', |name| {
        !name.is_empty() && name.chars().all(|c| c.is_ascii_alphanumeric() || c == '#')
    }))
}

/// The elements that are understood: the last of them in tables alone.
const TAGS: [&str; 20] = [
    "br", "sup", "sub", "span", "div", "table", "thead", "tbody", "colgroup", "col", "tr", "td", "th", "p",
    "ul", "li", "strong", "b", "em", "a",
];

/// The text without what stands between two marks, where that is to be left out. `<sup>` parts no words.
fn without(text: &str, from: char, to: char, is_left_out: impl Fn(&str) -> bool) -> String {
    let mut out = String::new();
    let mut rest = text;
    while let Some((before, after)) = rest.split_once(from) {
        out.push_str(before);
        match after.split_once(to) {
            Some((inside, after)) if is_left_out(inside) => {
                if !inside.ends_with("sup") {
                    out.push(' ');
                }
                rest = after;
            }
            _ => {
                out.push(from);
                rest = after;
            }
        }
    }
    out + rest
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
                // The mark of a footnote.
                "sup" if matches!(&element.children[..], [Node::Element(_)]) => {
                    text.push_str(&format!(" {} ", text_of_page(&element.children)));
                }
                "a" | "bdi" | "em" | "s" | "span" | "strong" | "sub" | "sup" | "time" => {
                    text.push_str(&text_of_page(&element.children));
                }
                "ol" => {
                    let mut number = 0;
                    for item in &element.children {
                        let Node::Element(element) = item else { continue };
                        let written = element.attributes.iter().find(|attribute| attribute.name() == "value");
                        number =
                            written.map_or(number + 1, |written| written.value().parse::<u64>().unwrap());
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
    let page = shown(source, Language::English);
    let shown = words(&text_of_page(&page));
    let mut shown = shown.iter();
    let mut next = "";
    for (at, word) in words_of_source(source).iter().enumerate() {
        // A label that the converter glued to its value stands apart on the page: one word of the source is two there. And where a
        // line of Chinese goes on in the next, two are one; as are Arabic's “and” and the first word of a link.
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

/// The letters that ship, and the specimens.
fn letters() -> Vec<PathBuf> {
    let package = Path::new(env!("CARGO_MANIFEST_DIR"));
    ["../../letters", "tests/letters"].iter().flat_map(|folder| letters_in(&package.join(folder))).collect()
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
    for path in letters() {
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
        "<time datetime=\"2020-10-05\">Genève, le 5 octobre 2020</time>",
        "<dt>Réf.:</dt><dd><strong>Lettre circulaire N° <bdi class=\"identifier\">CL-20/43</bdi></strong></dd><dd>SG/TSB</dd>",
        "<a href=\"tel:+41227306311\" dir=\"ltr\">+41 22 730 6311</a>",
        "<a href=\"mailto:wtsa@itu.int\" dir=\"ltr\">wtsa@itu.int</a>",
        "<a href=\"https://www.itu.int/md/S19-SG-CIR-0053/fr\" hreflang=\"fr\" class=\"citation\" id=\"r1\" data-reference=\"1\" \
         data-document=\"sg/cl/2019/53\" data-state=\"resolved\" data-provenance=\"rule\">N° 19/53</a>",
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
