//! A viewer for the circular letters of the International Telecommunication Union.
//!
//! # The journey of a letter
//!
//! 1. A secretariat's converter gives a letter as Markdown, one file for each of the six [languages](language).
//! 2. [`letter::read`] divides the text by the roles that its parts play and takes from them what the letter says about
//!    itself: a typed [`Letter`](letter::Letter). What cannot be understood is kept, and a
//!    [diagnostic](diagnostic::Diagnostic) says so.
//! 3. A language-neutral [id](document::DocumentId) names the letter in all its languages.
//! 4. [`citation::find`] finds the places where the letter names other documents, each by its id; the letters that a site holds
//!    are its [`catalogue`].
//! 5. The [`resolver`] finds where each citation leads, and how that is known, or says why it leads nowhere.
//! 6. Where a letter has several versions, its [`facts`] tell which of their passages belong together ([`alignment`]) and where they
//!    differ ([`divergence`]).
//! 7. [`page::letter`] turns the letter with its references into the HTML of the page, as a typed tree that can only hold what is
//!    safe.
//! 8. In the browser, the `viewer` makes DOM nodes of that tree, with the controls around them, and speaks to the reader in
//!    the [language of the interface](interface). Only there is Yew known, and only its edge, `browser`, knows the browser.
//!    For publishers and scripts, the native command `circulars` prints the letter as JSON ([`export`]).
//!
//! Arrows run one way: each room knows those above it in the list below, and none below. Everything but the last two is
//! pure: values in, values out, no clock, no input or output, no panic.
//!
//! # Features
//!
//! - `command` (on): what the native command `circulars` needs.
//! - `viewer`: what runs in the reader's browser.

pub mod address;
pub mod diagnostic;
pub mod ids;
pub mod interface;
pub mod text;

mod dates;

pub mod letter;

pub mod citation;

pub mod facts;

mod version;
pub use version::Version;

pub mod alignment;

pub mod divergence;

pub mod catalogue;
pub mod resolver;

pub mod export;
pub mod page;
