//! Fetches texts: what the browser brings, decoded, or why there is none.

use super::failure::Failure;
use crate::browser::fetching::{self, Body, Call, Error};
use letters::letter;

/// Fetches text and passes it to `done`, unless the call is dropped before.
pub(super) fn text(
    address: Option<String>,
    milliseconds: u32,
    done: impl FnOnce(Result<String, Failure>) + 'static,
) -> Call {
    fetching::fetch(address, milliseconds, |answer| done(answer.map_err(Failure::from).and_then(decoded)))
}

/// The text of the answer; a file of another kind is none.
fn decoded(body: Body) -> Result<String, Failure> {
    let text = match body {
        Body::Text(text) => text,
        Body::Bytes(bytes) => letter::decode(&bytes).into_owned(),
    };
    if letter::is_binary(&text) { Err(Failure::WrongType) } else { Ok(text) }
}

impl From<Error> for Failure {
    fn from(error: Error) -> Self {
        match error {
            Error::NoAddress => Self::NoSource,
            Error::Missing => Self::NotFound,
            Error::Refused => Self::NotDelivered,
            Error::NotText => Self::WrongType,
            Error::Connection => Self::Network,
            Error::OtherOrigin => Self::CrossOrigin,
            Error::FilePage => Self::FilePage,
            Error::Time => Self::TimedOut,
            Error::Length => Self::TooLarge,
        }
    }
}
