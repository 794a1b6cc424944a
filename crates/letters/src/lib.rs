//! Reads the circular letters of the International Telecommunication Union: their metadata, their citations, and the
//! differences between their versions.
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
//! assert_eq!(letter.metadata.language, Some(Language::English));
//! assert_eq!(letter.metadata.letterhead.ids[0].to_string(), "sg/cl/2024/12");
//! assert_eq!(version.citations()[0].id.to_string(), "pp/res/99@2018");
//! ```
//!
//! # How a letter is processed
//!
//! 1. A converter produces a letter as Markdown, one file for each of the six [languages](ids::Language).
//! 2. [`letter::read`] divides the text into parts by role and extracts the letter's metadata: a typed
//!    [`Letter`](letter::Letter). Text that cannot be understood is kept, and a [diagnostic](diagnostic::Diagnostic)
//!    reports it. The running text of each [passage](text::passage::Passage) is built once.
//! 3. A language-neutral [id](ids::DocumentId) names the letter in all its languages.
//! 4. [`citation::find`] finds the places where the letter names other documents, each by its id; the letters that a
//!    site holds are its [`catalogue`].
//! 5. The [`resolver`] finds the target of each citation, and how it is known, or the reason why there is none.
//! 6. A [`Version`] is a letter with its citations and [`facts`], each found once. Facts show which passages of two
//!    versions belong together ([`alignment`]) and where they differ ([`divergence`]).
//! 7. [`page::letter`] turns the letter with its references into the HTML of the page, as a typed tree that can only
//!    hold safe content; [`export`] provides it to programs. The controls are in the [language of the
//!    interface](interface).
//!
//! Dependencies run one way: each room depends only on those above it in the list below. Everything is pure: values in,
//! values out, no clock, no input or output, no panic.

pub mod address;
pub mod diagnostic;
pub mod ids;
pub mod interface;
pub mod sorting;
pub mod text;

pub mod audience;

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

pub mod record;
