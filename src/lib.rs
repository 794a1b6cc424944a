//! The viewer: the element `<circular-letter>` at work in the reader's browser.
//!
//! [`viewer`] has the Yew components: the controls around the letter, and the letter in the light DOM. `browser` is the edge to
//! the browser. What letters are and say is the library [`letters`].

mod browser;
pub mod viewer;
