//! The clipboard.

use wasm_bindgen_futures::{JsFuture, spawn_local};

/// Copies the text, and says whether that went well. Browsers allow it on secure pages only, and may ask the reader.
pub(crate) fn copy(text: &str, done: impl FnOnce(bool) + 'static) {
    // On a page that is not secure there is no clipboard, though the type says that there is.
    let clipboard = gloo::utils::window().navigator().clipboard();
    if clipboard.is_undefined() {
        return done(false);
    }
    let promise = clipboard.write_text(text);
    spawn_local(async move { done(JsFuture::from(promise).await.is_ok()) });
}
