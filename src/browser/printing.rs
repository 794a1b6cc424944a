//! Printing.

/// Opens the browser's print dialogue.
pub(crate) fn print() {
    // A browser that cannot print, or a frame that may not, does nothing.
    let _ = gloo::utils::window().print();
}
