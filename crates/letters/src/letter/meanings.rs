//! What the words of the tables mean: labels and openings.

/// The fields of a letterhead that a label announces.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Label {
    Reference,
    Contact,
    Phone,
    Fax,
    Email,
    Addressees,
    Copies,
    Subject,
    Date,
    /// Who sent a telefax: from then on, its numbers are the Union's.
    Sender,
    Annexes,
    /// A label whose value is shown and not taken apart: “Action:”, “Page:”.
    Particular,
}

/// The parts of a letter that are known by how they begin.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Opening {
    Addressees,
    Salutation,
    Closing,
    /// What a closing formula says somewhere in its sentence.
    WithinClosing,
    Signed,
    Annex,
    /// The title of who signs.
    Title,
    /// The words around a page's number.
    Page,
    /// The Union's own name.
    Union,
    /// Says that the text is a specimen, and no letter of the Union.
    Specimen,
    /// Says that the text is an unofficial translation.
    Unofficial,
}
