//! Makes a site of circular letters: letters in, files out, as values. Nothing is read or written here.
//!
//! Every page is complete without a script; where scripts run, the element takes the place of the letter. Links are relative, so
//! that a site works in any folder of any server; what must be absolute, such as feeds and the links between languages in the
//! head of a page, is there if the [address](Settings::address) of the site is known. The same letters give the same bytes.
//!
//! The [holdings](Holdings) know all letters and how they relate; from them and one letter comes each [page](letter_page), and from
//! them alone each other [part](Part) of the site.

mod address;
mod calendars;
pub mod checksums;
mod contacts;
mod dossiers;
mod feeds;
mod head;
mod holdings;
mod html;
mod index;
pub mod letter_page;
mod lists;
mod maps;
mod part;
mod particulars;
mod settings;
mod shell;
mod words;

pub use holdings::{Holdings, Work};
pub use part::Part;
pub use particulars::Particulars;
pub use settings::{Canonical, Redirects, Settings};

/// The style sheet of the pages around the letter, `site.css`; a publisher may have another one.
pub const STYLE: &str = include_str!("../assets/site.css");

/// The style sheet of what is beside a letter in the pages of another system, `fragment.css`.
pub const FRAGMENT_STYLE: &str = include_str!("../assets/fragment.css");

/// The script of the list of deadlines, `site.js`: it marks those that have passed.
pub const SCRIPT: &str = include_str!("../assets/site.js");

/// The script of a letter's page, `check.js`: it compares what the browser has loaded with the list of SHA-256.
pub const CHECK: &str = include_str!("../assets/check.js");

/// A file of the site.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct File {
    /// Its path from the root of the site, with slashes: `letters/cl-20-43/fr.html`.
    pub path: String,
    /// What is in it.
    pub text: String,
}

impl File {
    fn new(path: impl Into<String>, text: impl Into<String>) -> Self {
        Self { path: path.into(), text: text.into() }
    }
}
