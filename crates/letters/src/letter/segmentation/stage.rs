//! The stages in which a letter is read.

/// The stages of a letter, in order. No stage recurs.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) enum Stage {
    /// Short lines, most of them labelled, up to the salutation or the first paragraph.
    Letterhead,
    /// The body.
    Body,
    /// Closing formula, signature, and the lists after it.
    Signature,
    /// The annexes.
    Annexes,
}
