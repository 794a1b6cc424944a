//! How far a letter has been read.

/// The stages of a letter, in their order. No stage comes back.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) enum Stage {
    /// Short lines, most of them labelled, up to the salutation or the first paragraph.
    Letterhead,
    /// The text proper.
    Body,
    /// Closing formula, signature, and the lists behind it.
    Signature,
    /// The annexes.
    Annexes,
}
