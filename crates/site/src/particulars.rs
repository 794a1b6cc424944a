//! What the calendars and the list of contacts need of a version, which the catalogue does not have.
//!
//! They are about the present: only what the letters of the [last years](crate::Holdings::is_recent) say is in them.

use letters::Version;
use letters::audience::{Audience, audiences};
use letters::export::{Exported, Occasion, occasions};
use letters::letter::Contact;

/// What the calendars and the list of contacts need of a version.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Particulars {
    /// Its deadlines and events.
    pub occasions: Vec<Occasion>,
    /// The people and offices that answer questions about it.
    pub contacts: Vec<Contact>,
    /// Who has issued it, as it says so.
    pub issuer: Option<String>,
    /// Whom it is addressed to.
    pub audiences: Vec<Audience>,
}

impl Particulars {
    /// Those of the version.
    pub fn of(version: &Version) -> Self {
        let letter = version.letter();
        let metadata = &letter.metadata;
        Self {
            occasions: occasions(&Exported::described(letter)),
            contacts: metadata.letterhead.contacts.clone(),
            issuer: metadata.letterhead.issuer.clone(),
            audiences: audiences(&metadata.letterhead.addressees, metadata.language),
        }
    }
}
