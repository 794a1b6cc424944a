//! From a letter to the page: the HTML of its text, as a typed tree.
//!
//! The tree can only hold what is safe: a closed set of [tags](Tag) and [attributes](Attribute), and addresses of known
//! [schemes](Address). There is no place in it for raw HTML, so none can pass through. In the browser the viewer makes DOM
//! nodes of it; [`to_html`] writes it down, for pages that are readable before any script.
//!
//! Every word of the source is in the tree, in the order of the source, and no other: what the page adds, such as the
//! numbers of paragraphs, is in attributes, so that a reader who copies or searches the letter meets the letter alone.

mod bidi;
mod blocks;
mod citing;
mod html;
mod inlines;
mod letterhead;
mod lines;
mod places;
mod renderer;
mod rendering;

pub use crate::address::Address;
pub use html::{Attribute, Element, Node, Tag, to_html};
pub use places::{annex_id, paragraph_id, reference_id};
pub use renderer::{Place, Setting};
pub use rendering::{article, letter, segments, some_segments};
