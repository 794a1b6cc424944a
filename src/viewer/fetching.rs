//! Fetches texts: the decoded response, or the failure.

use super::failure::Failure;
use crate::browser::fetching::{self, Body, Call, FetchError};
use letters::letter;

/// Fetches text and passes it to `done`, unless the call is dropped before.
pub(super) fn text(
    address: Option<String>,
    milliseconds: u32,
    done: impl FnOnce(Result<String, Failure>) + 'static,
) -> Call {
    fetching::fetch(address, milliseconds, |answer| done(answer.map_err(Failure::from).and_then(decoded)))
}

/// The text of the response; a file of another kind has none.
fn decoded(body: Body) -> Result<String, Failure> {
    let text = match body {
        Body::Text(text) => text,
        Body::Bytes(bytes) => letter::decode(&bytes).into_owned(),
    };
    if letter::is_binary(&text) { Err(Failure::WrongType) } else { Ok(text) }
}

impl From<FetchError> for Failure {
    fn from(error: FetchError) -> Self {
        match error {
            FetchError::NoAddress => Self::NoSource,
            FetchError::Missing => Self::NotFound,
            FetchError::Refused => Self::NotDelivered,
            FetchError::NotText => Self::WrongType,
            FetchError::Connection => Self::Network,
            FetchError::OtherOrigin => Self::CrossOrigin,
            FetchError::FilePage => Self::FilePage,
            FetchError::Time => Self::TimedOut,
            FetchError::Length => Self::TooLarge,
        }
    }
}
