//! Reasons why a letter cannot be shown, or is not shown as a letter.

use letters::interface::Message;

/// A failure to show a letter. Each has a stable code for the host's scripts and a sentence for the reader.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Failure {
    /// The element has no `src`.
    NoSource,
    /// The server has nothing at the address.
    NotFound,
    /// The server responded with an error.
    NotDelivered,
    /// The response is not text: a page, a PDF file.
    WrongType,
    /// There is no connection, or it broke, or the server does not allow this page to read the letter.
    Network,
    /// The letter is on another origin, which does not allow this page to read it or cannot be reached.
    CrossOrigin,
    /// The request timed out.
    TimedOut,
    /// The text is far too long for a letter.
    TooLarge,
    /// The page was opened from a file and can load nothing.
    FilePage,
    /// The file is empty.
    Empty,
    /// The text is not a circular letter. It is shown as it is.
    NotALetter,
    /// The catalogue cannot be read.
    NoCatalogue,
    /// The catalogue does not hold the letter.
    NotInCatalogue,
}

impl Failure {
    const ALL: [Self; 13] = [
        Self::NoSource,
        Self::NotFound,
        Self::NotDelivered,
        Self::WrongType,
        Self::Network,
        Self::CrossOrigin,
        Self::TimedOut,
        Self::TooLarge,
        Self::FilePage,
        Self::Empty,
        Self::NotALetter,
        Self::NoCatalogue,
        Self::NotInCatalogue,
    ];

    /// The failure with the code, as the loader names it.
    pub(super) fn of_code(code: &str) -> Self {
        Self::ALL.into_iter().find(|failure| failure.code() == code).unwrap_or(Self::Network)
    }

    /// The code in the detail of the event `letter-error`.
    pub(super) const fn code(self) -> &'static str {
        match self {
            Self::NoSource => "no-source",
            Self::NotFound => "not-found",
            Self::NotDelivered => "not-delivered",
            Self::WrongType => "wrong-type",
            Self::Network => "network",
            Self::CrossOrigin => "cross-origin",
            Self::TimedOut => "timed-out",
            Self::TooLarge => "too-large",
            Self::FilePage => "file-page",
            Self::Empty => "empty",
            Self::NotALetter => "not-a-letter",
            Self::NoCatalogue => "no-catalogue",
            Self::NotInCatalogue => "not-in-catalogue",
        }
    }

    /// The sentence for the reader.
    pub(super) const fn message(self) -> Message {
        match self {
            Self::NoSource => Message::NoSource,
            Self::NotFound => Message::NotFound,
            Self::NotDelivered => Message::NotDelivered,
            Self::WrongType => Message::WrongType,
            Self::Network => Message::Network,
            Self::CrossOrigin => Message::CrossOrigin,
            Self::TimedOut => Message::TimedOut,
            Self::TooLarge => Message::TooLarge,
            Self::FilePage => Message::FilePage,
            Self::Empty => Message::Empty,
            Self::NotALetter => Message::NotALetter,
            Self::NoCatalogue => Message::NoCatalogue,
            Self::NotInCatalogue => Message::NotInCatalogue,
        }
    }

    /// Whether a retry may succeed without any change by the page or its publisher.
    pub(super) const fn may_pass(self) -> bool {
        // Who signs in meanwhile gets the letter where there was a page to sign in.
        matches!(
            self,
            Self::NoCatalogue
                | Self::NotFound
                | Self::NotDelivered
                | Self::WrongType
                | Self::Network
                | Self::CrossOrigin
                | Self::TimedOut
        )
    }
}
