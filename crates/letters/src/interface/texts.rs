//! The texts of one language, and the macro with which its file writes them.

use super::Message;

/// Texts that stand one after the other, in the order of the messages.
#[derive(Clone, Copy, Debug)]
pub(super) struct Joined {
    pub(super) texts: &'static str,
    /// The end of each text, in bytes.
    pub(super) ends: &'static [u16],
}

impl Joined {
    /// The text of the message.
    pub(super) fn get(self, message: Message) -> Option<&'static str> {
        let (before, end) = self.ends.split_at_checked(message as usize)?;
        let start = before.last().copied().unwrap_or_default();
        self.texts.get(usize::from(start)..usize::from(*end.first()?))
    }
}

/// The texts of one language, joined in the order of the messages. An offset for each takes a quarter of the bytes that
/// a pointer and a length would take in the module.
pub(super) struct Texts<const COUNT: usize> {
    joined: &'static str,
    /// The end of each text, in bytes.
    ends: [u16; COUNT],
}

impl<const COUNT: usize> Texts<COUNT> {
    #[allow(clippy::indexing_slicing, reason = "evaluated at compile time")]
    pub(super) const fn new(messages: &[Message], joined: &'static str, lengths: [usize; COUNT]) -> Self {
        let mut ends = [0; COUNT];
        let (mut index, mut end) = (0, 0);
        while index < COUNT {
            assert!(messages[index] as usize == index, "the texts are not in the order of `Message`");
            end += lengths[index];
            assert!(end <= u16::MAX as usize, "the texts are too long for their offsets");
            ends[index] = end as u16;
            index += 1;
        }
        Self { joined, ends }
    }

    pub(super) const fn joined(&'static self) -> Joined {
        Joined { texts: self.joined, ends: &self.ends }
    }
}

/// Makes the module of a language from a text for each message, in the order of [`Message`]. A message without a text,
/// or with two, does not compile.
macro_rules! texts {
    ($($message:ident: $text:literal,)*) => {
        use super::{Message, Texts};

        pub(super) const MESSAGES: &[Message] = &[$(Message::$message),*];

        pub(super) static TEXTS: Texts<{ MESSAGES.len() }> =
            Texts::new(MESSAGES, concat!($($text),*), [$($text.len()),*]);

        /// The compiler error names the missing messages.
        const _: fn(Message) = |message| match message {
            $(Message::$message => (),)*
        };
    };
}

pub(super) use texts;
