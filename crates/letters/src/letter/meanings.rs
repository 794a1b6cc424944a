//! The meanings of the words in the tables: labels and openings.

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
    /// The sender of a telefax: numbers after it are the Union's.
    Sender,
    Annexes,
    /// A label whose value is shown and not analysed: “Action:”, “Page:”.
    Particular,
}

/// The parts of a letter that are recognized by their first words.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Opening {
    Addressees,
    Salutation,
    Closing,
    /// Words anywhere in the sentence of a closing formula.
    WithinClosing,
    Signed,
    Annex,
    /// The title of the signatory.
    Title,
    /// The word before a name, in Chinese after it: “Ms”.
    Honorific,
    /// The words around a page number.
    Page,
    /// The Union's own name.
    Union,
    /// States that the text is a specimen, not a letter of the Union.
    Specimen,
    /// States that the text is an unofficial translation.
    Unofficial,
}
