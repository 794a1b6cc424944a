//! The inline content of a line: text, mark-up, links, marks of footnotes.

use crate::diagnostic::Span;

/// The inline content of a line.
#[derive(Clone, Debug, PartialEq, Eq)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize))]
pub enum Inline {
    /// Plain text.
    Text {
        /// The text, as it is shown.
        text: String,
        /// The bytes of the source that it came from.
        span: Span,
    },
    /// Emphasised text.
    Emphasis(Vec<Inline>),
    /// Strongly emphasised text.
    Strong(Vec<Inline>),
    /// Text struck through.
    Struck(Vec<Inline>),
    /// Text raised above the line.
    Raised(Vec<Inline>),
    /// Text lowered below the line.
    Lowered(Vec<Inline>),
    /// A picture, by the text that describes it.
    Picture(Vec<Inline>),
    /// A link.
    Link {
        /// Its destination as in the source, unchecked.
        destination: String,
        /// Its visible content.
        content: Vec<Inline>,
    },
    /// The mark of a footnote.
    FootnoteMark {
        /// The label of the footnote.
        label: String,
        /// The bytes of the source that it came from.
        span: Span,
    },
}

impl Inline {
    pub(super) fn push_plain(&self, out: &mut String) {
        match self {
            Self::Text { text, .. } => out.push_str(text),
            _ => self.children().iter().for_each(|inline| inline.push_plain(out)),
        }
    }

    /// The length of its plain text, in bytes.
    pub(crate) fn length(&self) -> usize {
        match self {
            Self::Text { text, .. } => text.len(),
            _ => self.children().iter().map(Self::length).sum(),
        }
    }

    /// Divides it after `at` bytes of its plain text. Mark-up that spans the place is repeated on both sides.
    pub(crate) fn split(self, mut at: usize) -> (Vec<Self>, Vec<Self>) {
        let (mut before, mut after) = (Vec::new(), Vec::new());
        self.split_into(&mut at, &mut before, &mut after);
        (before, after)
    }

    pub(crate) fn children(&self) -> &[Self] {
        match self {
            Self::Text { .. } | Self::FootnoteMark { .. } => &[],
            Self::Emphasis(content)
            | Self::Strong(content)
            | Self::Struck(content)
            | Self::Raised(content)
            | Self::Lowered(content)
            | Self::Picture(content)
            | Self::Link { content, .. } => content,
        }
    }

    /// Whether `is_wanted` is true of this inline or of any inside it.
    pub(super) fn any(&self, is_wanted: &dyn Fn(&Self) -> bool) -> bool {
        is_wanted(self) || self.children().iter().any(|inline| inline.any(is_wanted))
    }

    /// The same mark-up around other content; plain text has no content to replace.
    pub(crate) fn with_content(&self, content: Vec<Self>) -> Option<Self> {
        Some(match self {
            Self::Emphasis(_) => Self::Emphasis(content),
            Self::Strong(_) => Self::Strong(content),
            Self::Struck(_) => Self::Struck(content),
            Self::Raised(_) => Self::Raised(content),
            Self::Lowered(_) => Self::Lowered(content),
            Self::Picture(_) => Self::Picture(content),
            Self::Link { destination, .. } => Self::Link { destination: destination.clone(), content },
            Self::Text { .. } | Self::FootnoteMark { .. } => return None,
        })
    }

    pub(super) fn first_span(&self) -> Option<Span> {
        match self {
            Self::Text { span, .. } | Self::FootnoteMark { span, .. } => Some(span.clone()),
            _ => self.children().iter().find_map(Self::first_span),
        }
    }

    /// The span of its first text.
    pub(in crate::text) fn first_text_span(&self) -> Option<&Span> {
        match self {
            Self::Text { span, .. } => Some(span),
            _ => self.children().iter().find_map(Self::first_text_span),
        }
    }

    pub(super) fn last_span(&self) -> Option<Span> {
        match self {
            Self::Text { span, .. } | Self::FootnoteMark { span, .. } => Some(span.clone()),
            _ => self.children().iter().rev().find_map(Self::last_span),
        }
    }

    /// Adds the next `left` bytes of plain text to `before`, and the rest to `after`.
    pub(super) fn split_into(self, left: &mut usize, before: &mut Vec<Self>, after: &mut Vec<Self>) {
        if *left == 0 {
            after.push(self);
            return;
        }
        match self {
            Self::Text { text, span } => {
                let at = text.floor_char_boundary((*left).min(text.len()));
                *left -= (*left).min(text.len());
                let (head, tail) = text.split_at(at);
                // If the source spells the text differently (an entity, an escape), only the place of the whole piece
                // is known.
                let same = text.len() == span.len();
                let (head_end, tail_start) =
                    if same { (span.start + at, span.start + at) } else { (span.end, span.start) };
                if !tail.is_empty() {
                    after.push(Self::Text { text: tail.to_owned(), span: tail_start..span.end });
                }
                if !head.is_empty() {
                    before.push(Self::Text { text: head.to_owned(), span: span.start..head_end });
                }
            }
            Self::FootnoteMark { .. } => before.push(self),
            _ => {
                let (mut inner_before, mut inner_after) = (Vec::new(), Vec::new());
                for child in self.children().to_vec() {
                    child.split_into(left, &mut inner_before, &mut inner_after);
                }
                for (side, content) in [(before, inner_before), (after, inner_after)] {
                    if !content.is_empty() {
                        side.extend(self.with_content(content));
                    }
                }
            }
        }
    }
}

pub(super) fn trim_start(content: &mut [Inline]) {
    if let Some(Inline::Text { text, span }) = content.first_mut() {
        let trimmed = text.trim_start();
        if text.len() == span.len() {
            span.start += text.len() - trimmed.len();
        }
        *text = trimmed.to_owned();
    }
}

pub(super) fn trim_end(content: &mut [Inline]) {
    if let Some(Inline::Text { text, span }) = content.last_mut() {
        let trimmed = text.trim_end();
        if text.len() == span.len() {
            span.end -= text.len() - trimmed.len();
        }
        *text = trimmed.to_owned();
    }
}
