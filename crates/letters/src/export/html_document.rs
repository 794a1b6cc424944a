//! All versions of a letter in one HTML file, which opens anywhere: without scripts, and without a network.

use super::bibliography::Entry;
use crate::ids::{Direction, Language};
use crate::interface::Interface;
use crate::letter::Letter;
use crate::page::{self, Node, Place, Setting, Wording, to_html};
use crate::resolver::Reference;

/// A version of a letter, with its references.
#[derive(Clone, Copy, Debug)]
pub struct ExportedVersion<'letter> {
    /// The letter.
    pub letter: &'letter Letter,
    /// Its references, resolved for readers of its own language.
    pub references: &'letter [Reference],
}

/// The versions as an HTML document with the style sheet; the first is the one that is seen until the reader chooses another.
pub fn html_document(versions: &[ExportedVersion<'_>], style: &str) -> String {
    let leading = versions.first().map(|version| version.letter);
    let language = leading.and_then(|letter| letter.metadata.language);
    let entry = leading.and_then(|letter| Entry::all(&[letter]).pop());
    let title = entry.map(|entry| entry.named(&entry.title)).unwrap_or_default();
    let direction = language.map_or(Direction::LeftToRight, Language::direction);
    let lang = language.map_or_else(String::new, |language| format!(" lang=\"{}\"", language.tag()));
    let choices = if versions.len() > 1 { choices(versions) } else { String::new() };
    format!(
        "<!doctype html>\n<html{lang} dir=\"{}\">\n<head>\n<meta charset=\"utf-8\">\n<meta name=\"viewport\" \
         content=\"width=device-width, initial-scale=1\">\n<meta http-equiv=\"Content-Security-Policy\" \
         content=\"default-src 'none'; style-src 'unsafe-inline'\">\n<title>{}</title>\n<style>\n{style}</style>\n</head>\n\
         <body>\n{choices}<main>\n{}</main>\n</body>\n</html>\n",
        direction.code(),
        to_html(&[Node::Text(title)]),
        versions
            .iter()
            .enumerate()
            .map(|(index, version)| article(index, version, versions))
            .collect::<String>(),
    )
}

/// The links to the versions, each in its language.
fn choices(versions: &[ExportedVersion<'_>]) -> String {
    let links = versions.iter().enumerate().map(|(index, version)| match version.letter.metadata.language {
        Some(language) => format!(
            "<a href=\"#{}\" lang=\"{tag}\" hreflang=\"{tag}\" dir=\"{}\">{}</a>\n",
            id(index),
            language.direction().code(),
            language.native_name(),
            tag = language.tag(),
        ),
        None => format!("<a href=\"#{}\">{}</a>\n", id(index), index + 1),
    });
    format!("<nav>\n{}</nav>\n", links.collect::<String>())
}

/// The id of a version: its number, as two may be in one language.
fn id(index: usize) -> String {
    format!("version-{}", index + 1)
}

/// A version, with names of its own for its places, which all versions share elsewhere.
fn article(index: usize, version: &ExportedVersion<'_>, versions: &[ExportedVersion<'_>]) -> String {
    let ExportedVersion { letter, references } = version;
    let language = letter.metadata.language;
    let before = versions.iter().take(index).map(|version| version.references.len()).sum();
    let setting = Setting {
        wording: Some(Wording::of_interface(Interface::of(language.unwrap_or(Language::English)))),
        place: if index == 0 { Place::Main } else { Place::Beside },
        references_before: before,
    };
    format!(
        "<circular-letter class=\"version\" id=\"{}\"><div>{}</div></circular-letter>\n",
        id(index),
        to_html(&[page::version(letter, references, setting)])
    )
}
