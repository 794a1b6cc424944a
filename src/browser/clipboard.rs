//! The clipboard.

use wasm_bindgen_futures::{JsFuture, spawn_local};

/// Copies the text, and reports whether it succeeded. Browsers allow it in secure contexts only, and may ask the
/// reader.
pub(crate) fn copy(text: &str, done: impl FnOnce(bool) + 'static) {
    // Outside a secure context there is no clipboard, whatever the type says.
    let clipboard = gloo::utils::window().navigator().clipboard();
    if clipboard.is_undefined() {
        return done(false);
    }
    let promise = clipboard.write_text(text);
    spawn_local(async move { done(JsFuture::from(promise).await.is_ok()) });
}
