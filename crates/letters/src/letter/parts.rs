//! The parts of a letter's text, and their roles.

use crate::text::tree::{Block, Line};

/// A part of a letter's text, with its role.
#[derive(Clone, Debug, PartialEq, Eq)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize))]
pub struct Part {
    /// The role.
    pub role: Role,
    /// The label before the text, with its colon: “Téléphone:”.
    pub label: Option<Line>,
    /// The text.
    pub block: Block,
}

/// The role of a part in a letter.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize))]
pub enum Role {
    /// The line that states the status of the text: a specimen, an unofficial translation.
    Status,
    /// The Union's own name.
    Union,
    /// The line that names the issuer.
    Issuer,
    /// A letterhead in one paragraph, whose fields are read apart from it.
    Letterhead,
    /// The line with place and date.
    PlaceAndDate,
    /// The reference.
    Reference,
    /// The unit that wrote the letter.
    Unit,
    /// The name of a contact.
    Contact,
    /// A telephone number.
    Phone,
    /// A telefax number.
    Fax,
    /// An e-mail address.
    Email,
    /// A labelled value that is shown and not analysed: “Action:”, “Page:”.
    Particular,
    /// The addressees.
    Addressees,
    /// The recipients of copies.
    Copies,
    /// The subject.
    Subject,
    /// The salutation.
    Salutation,
    /// A block of the body, between salutation or subject and closing.
    Body,
    /// The closing formula.
    Closing,
    /// The mark that the original is signed.
    Signed,
    /// The name of the signatory.
    Signatory,
    /// The title of the signatory.
    SignatoryTitle,
    /// The list of the annexes, or their number.
    AnnexList,
    /// The heading of an annex.
    AnnexHeading,
    /// The title of an annex, under its heading.
    AnnexTitle,
    /// A block of an annex.
    Annex,
    /// Page furniture, left in the text by the pages of the paper letter: page numbers, running references, addresses.
    Furniture,
    /// Text outside of the body whose role is unknown: shown in its place.
    Other,
}
