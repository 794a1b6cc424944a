//! The reader's position in a letter, and what keeps it while the letter changes (`anchoring.js`).

use wasm_bindgen::prelude::wasm_bindgen;

#[wasm_bindgen]
extern "C" {
    /// Keeps the reader's position in a letter, and the focus.
    #[derive(Clone, Debug, PartialEq)]
    pub(crate) type ScrollAnchor;

    #[wasm_bindgen(method, js_name = position)]
    fn position_as_text(this: &ScrollAnchor) -> Option<String>;

    /// The position to return to, as text: the reader's, or the beginning if the reader is there.
    #[wasm_bindgen(method, js_name = positionToReturnTo)]
    pub(crate) fn position_to_return_to(this: &ScrollAnchor) -> Option<String>;

    #[wasm_bindgen(method, js_name = expect)]
    fn expect_text(
        this: &ScrollAnchor,
        position: Option<&str>,
        language: Option<&str>,
        direction: Option<&str>,
        is_long: bool,
    );

    /// Has the focus go to the same link again with the next change of the text, which replaces the one that has it.
    #[wasm_bindgen(method, js_name = keepFocus)]
    pub(crate) fn keep_focus(this: &ScrollAnchor);

    #[wasm_bindgen(method, js_name = settle)]
    fn settle_with(this: &ScrollAnchor, language: Option<&str>, direction: Option<&str>, is_long: bool);
}

/// A position in a letter: a piece, and its place in the window.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct ScrollPosition {
    /// The number of the piece.
    pub(crate) piece: usize,
    /// The point of the piece that is held, in thousandths of its height: 0 for its upper edge, 1000 for its lower.
    pub(crate) point: i32,
    /// The height of that point, in eighths of a CSS pixel from the upper edge of the window. An integer, because it is
    /// stored as text, and code that formats and parses floats is large.
    pub(crate) height: i32,
}

impl ScrollPosition {
    /// The position as the state of a history entry holds it.
    pub(crate) fn to_text(self) -> String {
        format!("{} {} {}", self.piece, self.point, self.height)
    }

    /// Reads the position.
    pub(crate) fn from_text(text: &str) -> Option<Self> {
        let mut numbers = text.split(' ');
        Some(Self {
            piece: numbers.next()?.parse().ok()?,
            point: numbers.next()?.parse().ok()?,
            height: numbers.next()?.parse().ok()?,
        })
    }
}

/// The attributes of the article that describe its letter to the browser and to the style sheet.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Description {
    /// The tag of its language (`lang`).
    pub(crate) language: Option<&'static str>,
    /// Its direction of writing (`dir`).
    pub(crate) direction: &'static str,
    pub(crate) length: Length,
}

/// The length of a letter.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Length {
    /// The usual length.
    Usual,
    /// So long that only the visible part is laid out (letter.css).
    Long,
}

impl ScrollAnchor {
    /// The reader's position now: the one that will be held or is, if there is one. None if the letter is out of sight,
    /// or the reader at its very beginning.
    pub(crate) fn position(&self) -> Option<ScrollPosition> {
        ScrollPosition::from_text(&self.position_as_text()?)
    }

    /// Sets what is applied with the next change of the text: the position to hold from then on, if there is one, and
    /// the description of the article, if a letter is in it. No frame shows the text without it.
    pub(crate) fn expect(&self, position: Option<ScrollPosition>, description: Option<Description>) {
        let position = position.map(ScrollPosition::to_text);
        let (language, direction, is_long) = attributes(description);
        self.expect_text(position.as_deref(), language, direction, is_long);
    }

    /// Applies what was expected with this description, whether the text has changed or not.
    pub(crate) fn settle(&self, description: Option<Description>) {
        let (language, direction, is_long) = attributes(description);
        self.settle_with(language, direction, is_long);
    }
}

/// The language, the direction, which is absent if there is no description, and whether the letter is long.
fn attributes(description: Option<Description>) -> (Option<&'static str>, Option<&'static str>, bool) {
    let language = description.and_then(|description| description.language);
    let direction = description.map(|description| description.direction);
    (language, direction, description.is_some_and(|description| description.length == Length::Long))
}
