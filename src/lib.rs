//! The viewer: the element `<circular-letter>` in the reader's browser.
//!
//! [`viewer`] has the Yew components: the controls around the letter, and the letter in the light DOM. `browser` is the
//! boundary to the browser. Reading letters is the task of the library [`letters`].
//!
//! Two rules hold for dependencies, and a test checks the sources: `browser` uses no type of the library, and nothing
//! else uses the bindings to the browser (except `main.rs`, which exports the module).

mod browser;
pub mod viewer;

#[cfg(all(test, not(target_arch = "wasm32")))]
mod arrows;
