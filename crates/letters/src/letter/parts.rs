//! The parts of a letter's text, and the roles that they play.

use crate::text::tree::{Block, Line};

/// A part of a letter's text, and the role that it plays.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Part {
    /// The role.
    pub role: Role,
    /// The label before the text, with its colon: “Téléphone:”.
    pub label: Option<Line>,
    /// The text.
    pub block: Block,
}

/// The role that a part of the text plays in a letter.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Role {
    /// The line that says what kind of text it is: a specimen, an unofficial translation.
    Status,
    /// The Union's own name.
    Union,
    /// The line that names the issuer.
    Issuer,
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
    /// Something with a label that is shown and not taken apart: “Action:”, “Page:”.
    Particular,
    /// To whom the letter goes.
    Addressees,
    /// To whom copies go.
    Copies,
    /// The subject.
    Subject,
    /// The salutation.
    Salutation,
    /// A block of the text proper, between salutation or subject and closing.
    Body,
    /// The closing formula.
    Closing,
    /// The mark that the original is signed.
    Signed,
    /// The name of who signs.
    Signatory,
    /// The title of who signs.
    SignatoryTitle,
    /// The list of the annexes, or their number.
    AnnexList,
    /// The heading of an annex.
    AnnexHeading,
    /// The title of an annex, under its heading.
    AnnexTitle,
    /// A block of an annex.
    Annex,
    /// What the pages of the paper letter left in the text: page numbers, running references, addresses.
    Furniture,
    /// Text outside of the letter proper whose role is not known: shown where it stands.
    Other,
}
