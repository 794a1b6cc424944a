//! The languages of the letter: which version is shown, which are available, and which are side by side.
//!
//! All six are listed, each by its own name, in the order of the ITU's language letters (A C E F R S), which is
//! neutral. The available ones are links with an address of their own, so that they can be opened in a new tab and
//! copied. On a narrow screen a button opens their list.

use yew::prelude::*;

use super::vdom::{element, text};
use super::view::{MOST_BESIDE, View};
use super::wanted::{KnownVersion, WantedLetter};
use crate::browser::loading::{Loader, PlaceInPage};
use crate::browser::{addresses, dom, events, listening};
use letters::ids::Language;
use letters::interface::{Interface, Message};

/// The data for the controls.
pub(super) struct Choice<'viewer> {
    pub(super) wanted: &'viewer WantedLetter,
    pub(super) view: &'viewer View,
    /// The language of the version that is shown.
    pub(super) shown: Option<Language>,
    pub(super) interface: Interface,
    /// Whether the page's address holds the view.
    pub(super) has_address: bool,
    pub(super) change: &'viewer Callback<View>,
    pub(super) loader: &'viewer Loader,
}

impl Choice<'_> {
    fn version(&self, language: Language) -> Option<&KnownVersion> {
        self.wanted.versions.iter().find(|version| version.language == language)
    }

    /// The address of the letter in the language: of this page, or of the text itself.
    fn address(&self, version: &KnownVersion) -> Option<String> {
        if self.has_address {
            Some(self.view.in_language(version.language, self.shown).address(self.loader, PlaceInPage::Kept))
        } else {
            version.source.address.clone()
        }
    }
}

/// The versions, each with the address of the letter in its language.
pub(super) fn versions(choice: &Choice<'_>) -> Vec<(KnownVersion, Option<String>)> {
    let versions = choice.wanted.versions.iter();
    versions.map(|version| (version.clone(), choice.address(version))).collect()
}

/// The list of the languages.
pub(super) fn languages(choice: &Choice<'_>) -> Html {
    let entries = Language::ALL.into_iter().map(|language| entry(choice, language));
    let label = Message::Languages.text(choice.interface);
    let list = element("ul", &[("id", Some("languages"))], entries);
    let on_click = {
        let (view, change) = (choice.view.clone(), choice.change.clone());
        let (wanted, shown) = (choice.wanted.source.language, choice.shown);
        Callback::from(move |event: MouseEvent| {
            let link = listening::closest(&event, "a[hreflang]").filter(|_| events::is_plain_click(&event));
            let language = link.and_then(|link| dom::attribute(&link, "hreflang")?.parse::<Language>().ok());
            if let Some(language) = language {
                events::prevent_default(&event);
                // The letter on the sheet may be the previous version, while the next is loading.
                if wanted != Some(language) {
                    change.emit(view.in_language(language, shown));
                }
            }
        })
    };
    let name = choice.shown.map_or("–", Language::native_name);
    let label_of_name = element("span", &[("class", Some("unseen"))], [text(label), text(": ")]);
    let name = element("span", &[("lang", choice.shown.map(Language::tag))], [text(name)]);
    html! {
        <nav class="languages" part="languages" aria-label={label} onclick={on_click}>
            { opening("current", "languages", [label_of_name, name]) }
            { list }
        </nav>
    }
}

fn entry(choice: &Choice<'_>, language: Language) -> Html {
    let name = text(language.native_name());
    let content = match choice.version(language) {
        Some(version) => {
            let address = choice.address(version);
            let current = (choice.shown == Some(language)).then_some("true");
            let is_coming = current.is_none() && choice.wanted.source.language == Some(language);
            let attributes = [
                ("class", is_coming.then_some("coming")),
                ("href", address.as_deref()),
                ("lang", Some(language.tag())),
                ("hreflang", Some(language.tag())),
                ("aria-current", current),
            ];
            vec![element("a", &attributes, [name])]
        }
        None => {
            let words = Message::NotAvailable.text(choice.interface);
            let attributes =
                [("class", Some("missing")), ("lang", Some(language.tag())), ("title", Some(words))];
            let words = format!(" ({words})");
            vec![
                element("span", &attributes, [name]),
                element("span", &[("class", Some("unseen"))], [text(&words)]),
            ]
        }
    };
    element("li", &[], content)
}

/// The button that puts other versions beside the one shown, and their list. Nothing if there is no other.
pub(super) fn comparing(choice: &Choice<'_>) -> Html {
    let others = choice.wanted.versions.iter().map(|version| version.language);
    let others: Vec<Language> = others.filter(|language| choice.shown != Some(*language)).collect();
    if others.is_empty() {
        return Html::default();
    }
    let is_full = choice.view.with.len() >= MOST_BESIDE;
    let entries = others.into_iter().map(|language| {
        let is_beside = choice.view.with.contains(&language);
        let attributes = [
            ("type", Some("button")),
            ("value", Some(language.code())),
            ("lang", Some(language.tag())),
            ("aria-pressed", Some(if is_beside { "true" } else { "false" })),
            ("disabled", (is_full && !is_beside).then_some("")),
        ];
        element("li", &[], [element("button", &attributes, [text(language.native_name())])])
    });
    let label = Message::Beside.text(choice.interface);
    let list = [("id", Some("beside")), ("aria-label", Some(label))];
    let list = element("ul", &list, entries);
    let on_click = {
        let (view, change) = (choice.view.clone(), choice.change.clone());
        Callback::from(move |event: MouseEvent| {
            let language = events::value_of_button(&event).and_then(|code| code.parse::<Language>().ok());
            if let Some(language) = language {
                change.emit(view.toggled(language));
            }
        })
    };
    let button = opening("tool compare", "beside", [text(Message::Compare.text(choice.interface))]);
    element(
        "div",
        &[("class", Some("comparing"))],
        [button, html! { <div onclick={on_click}>{ list }</div> }],
    )
}

/// A button that opens the list with the id (`lists.js`).
pub(super) fn opening(
    class: &'static str,
    list: &'static str,
    words: impl IntoIterator<Item = Html>,
) -> Html {
    let attributes = [
        ("type", Some("button")),
        ("class", Some(class)),
        ("aria-expanded", Some("false")),
        ("aria-controls", Some(list)),
    ];
    element("button", &attributes, words)
}

/// The address of each version, for the head of the page: that of the page in the language, or that of the text itself.
pub(super) fn addresses(choice: &Choice<'_>) -> Vec<(&'static str, String)> {
    let versions = choice.wanted.versions.iter();
    let address = |version: &KnownVersion| {
        let view = choice.view.in_language(version.language, choice.shown);
        let of_page = choice.has_address.then(|| view.address(choice.loader, PlaceInPage::Left));
        let address = of_page.or_else(|| version.source.address.clone())?;
        Some((version.language.tag(), addresses::absolute(&address, None)?))
    };
    versions.filter_map(address).collect()
}
