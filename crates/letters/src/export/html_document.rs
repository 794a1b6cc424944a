//! All versions of a letter in one HTML file, which opens anywhere: without scripts, and without a network.

use super::bibliography::Entry;
use super::exported::Exported;
use crate::ids::{Direction, Language};
use crate::page::escape;

/// The versions as an HTML document with the style sheet; the first is the one that is seen until the reader chooses another.
pub fn html_document(versions: &[Exported<'_>], style: &str) -> String {
    let language = versions.first().and_then(|version| version.metadata.language);
    let entry = versions.first().and_then(|first| Entry::all(std::slice::from_ref(first)).pop());
    let title = entry.map(|entry| entry.named(&entry.title)).unwrap_or_default();
    let direction = language.map_or(Direction::LeftToRight, Language::direction);
    let lang = language.map_or_else(String::new, |language| format!(" lang=\"{}\"", language.tag()));
    let choices = if versions.len() > 1 { choices(versions) } else { String::new() };
    let mut escaped = String::new();
    escape(&title, &mut escaped);
    format!(
        "<!doctype html>\n<html{lang} dir=\"{}\">\n<head>\n<meta charset=\"utf-8\">\n<meta name=\"viewport\" \
         content=\"width=device-width, initial-scale=1\">\n<meta http-equiv=\"Content-Security-Policy\" \
         content=\"default-src 'none'; style-src 'unsafe-inline'\">\n<title>{escaped}</title>\n<style>\n{style}</style>\n\
         </head>\n<body>\n{choices}<main>\n{}</main>\n</body>\n</html>\n",
        direction.code(),
        versions.iter().enumerate().map(|(index, version)| article(index, version)).collect::<String>(),
    )
}

/// The links to the versions, each in its language.
fn choices(versions: &[Exported<'_>]) -> String {
    let links = versions.iter().enumerate().map(|(index, version)| match version.metadata.language {
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

/// A version. The places of the first have the names that they have elsewhere, the others names of their own.
fn article(index: usize, version: &Exported<'_>) -> String {
    let language = version.metadata.language.map_or_else(String::new, |language| {
        format!(" lang=\"{}\" dir=\"{}\"", language.tag(), language.direction().code())
    });
    let prefix = if index == 0 { String::new() } else { format!("{}-", id(index)) };
    let mut nodes = String::new();
    version.nodes.iter().for_each(|node| node.write_html(&prefix, &mut nodes));
    format!(
        "<circular-letter class=\"version\" id=\"{}\"><div><article{language}>{nodes}</article></div></circular-letter>\n",
        id(index)
    )
}
