//! Reads the circular letters of the International Telecommunication Union: what a letter says about itself, what it cites, and where its
//! versions differ.
//!
//! ```
//! use letters::Version;
//! use letters::ids::Language;
//!
//! let source = "\
//! General Secretariat (SG)
//!
//! Geneva, 3 May 2024
//!
//! Ref.: Circular letter CL-24/12
//!
//! To: All specimens
//!
//! Subject: A specimen
//!
//! Dear Colleagues,
//!
//! This letter follows Resolution 99 (Rev. Dubai, 2018).";
//!
//! let version = Version::read(source, None);
//! let letter = version.letter();
//! assert_eq!(letter.language, Some(Language::English));
//! assert_eq!(letter.letterhead.ids[0].to_string(), "sg/cl/2024/12");
//! assert_eq!(version.citations()[0].id.to_string(), "pp/res/99@2018");
//! ```
//!
//! # The journey of a letter
//!
//! 1. A converter gives a letter as Markdown, one file for each of the six [languages](ids::Language).
//! 2. [`letter::read`] divides the text by the roles that its parts play and takes from them what the letter says about itself: a typed
//!    [`Letter`](letter::Letter). What cannot be understood is kept, and a [diagnostic](diagnostic::Diagnostic) says so. The running text of
//!    each [passage](text::passage::Passage) is built once.
//! 3. A language-neutral [id](ids::DocumentId) names the letter in all its languages.
//! 4. [`citation::find`] finds the places where the letter names other documents, each by its id; the letters that a site holds are its
//!    [`catalogue`].
//! 5. The [`resolver`] finds where each citation leads, and how that is known, or says why it leads nowhere.
//! 6. A [`Version`] is a letter with its citations and [`facts`], each found once. Facts tell which passages of two versions belong together
//!    ([`alignment`]) and where they differ ([`divergence`]).
//! 7. [`page::letter`] turns the letter with its references into the HTML of the page, as a typed tree that can only hold what is safe;
//!    [`export`] gives it to programs. The page speaks to the reader in the [language of the interface](interface).
//!
//! Arrows run one way: each room knows those above it in the list below, and none below. Everything is pure: values in, values out, no
//! clock, no input or output, no panic.

pub mod address;
pub mod diagnostic;
pub mod ids;
pub mod interface;
pub mod text;

mod dates;

mod grammar;

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
