//! What is around the content of every page: the document, the house's header and footer, and the way to the lists.

use letters::ids::Language;

use crate::address::relative;
use crate::html::{element, escaped, link, void};
use crate::settings::Settings;
use crate::words::words;

/// The style sheet of the site, and that of letters.
pub(crate) const STYLES: [&str; 2] = ["letter.css", "site.css"];

/// A page, without what is around it.
pub(crate) struct Page {
    /// Its path from the root of the site.
    pub(crate) path: String,
    pub(crate) language: Language,
    pub(crate) title: String,
    /// Further elements of the head.
    pub(crate) head: String,
    /// What is in the main part of its body.
    pub(crate) content: String,
}

impl Page {
    /// The page as a document.
    pub(crate) fn document(&self, settings: &Settings) -> String {
        let Self { path, language, title, head, content } = self;
        let styles: String = STYLES
            .map(|style| void("link", &[("rel", "stylesheet"), ("href", &relative(path, style))]))
            .concat();
        let script = settings.programs.as_ref().map(|programs| {
            let address = relative(path, &format!("{programs}/circular-letter.js"));
            element("script", &[("type", "module"), ("src", &address)], "") + "\n"
        });
        let head = format!(
            "{}{}{}{styles}{head}{}",
            void("meta", &[("charset", "utf-8")]),
            void("meta", &[("name", "viewport"), ("content", "width=device-width, initial-scale=1")]),
            element("title", &[], &escaped(title)) + "\n",
            script.unwrap_or_default()
        );
        let body =
            format!("{}{}<main>\n{content}</main>\n{}", settings.header, self.navigation(), settings.footer);
        let root = [("lang", language.tag()), ("dir", language.direction().code())];
        format!(
            "<!doctype html>\n{}\n",
            element("html", &root, &format!("\n<head>\n{head}</head>\n<body>\n{body}</body>\n"))
        )
    }

    /// The way to the lists in the language of the page.
    fn navigation(&self) -> String {
        let words = words(self.language);
        let to =
            |name: &str, text| link(&relative(&self.path, &crate::lists::path(self.language, name)), text);
        let links = [
            ("index", words.home),
            ("deadlines", words.deadlines),
            ("dossiers", words.dossiers),
            ("contacts", words.contacts),
        ];
        let links = links.map(|(name, text)| to(name, text)).join("\n");
        element("nav", &[("class", "site"), ("aria-label", words.site)], &format!("\n{links}\n")) + "\n"
    }
}
