//! Renders a letter for the page: the HTML of its text, as a typed tree.
//!
//! The tree can hold only safe content: a closed set of [tags](Tag) and [attributes](Attribute), and addresses of known
//! [schemes](Address). It cannot represent raw HTML, so none can pass through. In the browser, the viewer creates DOM
//! nodes from it; [`to_html`] serializes it, for pages that are readable before any script runs.
//!
//! The tree has every word of the source, in the order of the source, and no others: additions of the page, such as
//! paragraph numbers, are in attributes, so that copying or searching the letter includes the letter alone.

mod bidi;
mod blocks;
mod citing;
mod html;
mod inlines;
mod json;
mod letterhead;
mod lines;
mod places;
mod renderer;
mod rendering;
#[rustfmt::skip]
mod tables;
mod wording;

pub use crate::address::Address;
pub(crate) use html::{ATTRIBUTES, escape};
pub use html::{Attribute, Element, Node, Tag, to_html};
pub use json::to_json;
pub use places::{annex_id, reference_id};
pub use renderer::{Place, Setting};
pub use rendering::{article, letter, segments, some_segments, standing, version};
pub use wording::Wording;
