//! The viewer: the element `<circular-letter>` at work in the reader's browser.
//!
//! [`viewer`] has the Yew components: the controls around the letter, and the letter in the light DOM. `browser` is the edge to
//! the browser. What letters are and say is the library [`letters`].
//!
//! Two arrows hold, and a test reads the sources for them: `browser` knows no type of the library, and nothing else knows the
//! bindings to the browser (`main.rs`, which exports the module, aside).

mod browser;
pub mod viewer;

#[cfg(all(test, not(target_arch = "wasm32")))]
mod arrows;
