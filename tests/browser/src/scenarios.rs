//! What the viewer does in a page, one behaviour each.

use std::future::Future;
use std::pin::Pin;

use browser_tests::page::Page;

/// A scenario: what is done in a page, and what is seen.
pub(crate) type Scenario = fn(Page) -> Pin<Box<dyn Future<Output = ()> + Send>>;

/// A scenario, under its name.
pub(crate) type Named = (&'static str, Scenario);

/// Makes scenarios of functions, and a list of them. What they do in the page is told by the functions of a file of `js/`.
macro_rules! scenarios {
    (with $functions:literal; $(async fn $name:ident($page:ident) $body:block)*) => {
        $(pub(super) async fn $name(page: Page) {
            let $page = page.with(include_str!(concat!("../../js/", $functions)));
            $body
        })*

        /// Every scenario of this file, under its name.
        pub(super) const ALL: &[Named] = &[$((stringify!($name), |page| Box::pin($name(page)))),*];
    };
}

mod accessibility;
mod element;
mod hostility;
mod hosts;
mod letter;
mod list;
mod loading;
mod other_hands;
mod paper;
mod production;
mod references;
mod shards;
mod site;
mod surroundings;
mod tools;
mod versions;
mod word;

/// Every scenario, under its name.
pub(crate) fn all() -> impl Iterator<Item = &'static Named> {
    [
        letter::ALL,
        paper::ALL,
        accessibility::ALL,
        element::ALL,
        hostility::ALL,
        hosts::ALL,
        list::ALL,
        loading::ALL,
        other_hands::ALL,
        references::ALL,
        shards::ALL,
        site::ALL,
        surroundings::ALL,
        tools::ALL,
        versions::ALL,
        word::ALL,
    ]
    .into_iter()
    .flatten()
}

/// The scenarios of applications that the suite does not build.
pub(crate) const IN_PRODUCTION: &[Named] = production::ALL;

/// The scenarios in which colours count.
pub(crate) const IN_THE_DARK: &[Named] = &[
    ("the_page_is_accessible_in_the_dark", |page| Box::pin(the_page_is_accessible_in_the_dark(page))),
    ("a_page_without_dark_mode_gets_no_dark_letter", |page| {
        Box::pin(letter::a_page_without_dark_mode_gets_no_dark_letter(page))
    }),
];

async fn the_page_is_accessible_in_the_dark(page: Page) {
    page.open("").await;
    page.until_letter().await;
    page.assert("matchMedia('(prefers-color-scheme: dark)').matches").await;
    page.assert("styleOf(inControls('.sheet')).backgroundColor === 'rgb(26, 29, 33)'").await;
    page.assert_accessible().await;
    page.open_host_with(
        "<script type='module' src='/circular-letter.js'></script><link rel='stylesheet' href='/page.css'>",
        "<circular-letter src='/letters/none.md'></circular-letter>",
    )
    .await;
    page.until("inControls('.notice')").await;
    page.assert_accessible().await;
}

/// An element with the real letter, and something that the page itself says.
const LETTER: &str =
    "<circular-letter src='/letters/cl-20-43/fr.md' lang='fr'><p id='own'>Own words</p></circular-letter>";

/// An element with one of the specimen letters.
fn specimen(name: &str, attributes: &str) -> String {
    format!("<circular-letter src='/specimens/{name}.md' ui-lang='en' {attributes}></circular-letter>")
}

/// Whether what the page put into the element is seen.
const OWN_WORDS_ARE_SEEN: &str = "isShown(document.querySelector('#own'))";
