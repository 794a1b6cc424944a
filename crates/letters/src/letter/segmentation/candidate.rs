//! A block whose role is not yet known, and the meaning of its words out of context.

use std::cell::OnceCell;

use super::super::labels;
use super::super::meanings::Label;
use super::super::meanings::Opening;
use super::formulas::{self, opens};
use super::line_text::LineText;
use crate::ids::Language;
use crate::text::passage::plain_text;
use crate::text::scanning::clean;
use crate::text::tree::{Block, BlockKind};

/// The longest block that is examined as a whole, in bytes of the source: only blocks of the body are longer.
const LONGEST_EXAMINED: usize = 800;

/// The maximum number of lines of a letterhead that is one paragraph.
const LONGEST_LETTERHEAD: usize = 30;

/// A block whose role is not yet known. Its words are looked up lazily and only once, because both the search for
/// landmarks and the division of the letter use the results.
pub(super) struct Candidate {
    pub(super) block: Block,
    /// The text of the block, if it is short enough to be anything but running text.
    pub(super) text: Option<String>,
    language: Option<Language>,
    /// The texts of the lines: together for a paragraph or heading, cell by cell for a table.
    texts: OnceCell<Vec<Vec<LineText>>>,
    label: OnceCell<Option<Label>>,
    is_salutation: OnceCell<bool>,
    salutation_line: OnceCell<Option<usize>>,
    opens_closing: OnceCell<bool>,
    is_closing: OnceCell<bool>,
    is_signed: OnceCell<bool>,
}

impl Candidate {
    pub(super) fn new(block: Block, language: Option<Language>) -> Self {
        let is_short = block.span.len() <= LONGEST_EXAMINED;
        Self {
            text: is_short.then(|| plain_text(block.lines())),
            block,
            language,
            texts: OnceCell::new(),
            label: OnceCell::new(),
            is_salutation: OnceCell::new(),
            salutation_line: OnceCell::new(),
            opens_closing: OnceCell::new(),
            is_closing: OnceCell::new(),
            is_signed: OnceCell::new(),
        }
    }

    /// The texts of the lines of a paragraph or heading.
    pub(super) fn lines(&self) -> &[LineText] {
        match &self.block.kind {
            BlockKind::Paragraph(_) | BlockKind::Heading { .. } => {
                self.texts().first().map(Vec::as_slice).unwrap_or_default()
            }
            _ => &[],
        }
    }

    /// The texts of the lines of a table, cell by cell.
    pub(super) fn cells(&self) -> &[Vec<LineText>] {
        match &self.block.kind {
            BlockKind::Table { .. } => self.texts(),
            _ => &[],
        }
    }

    /// The block, and the texts of its lines.
    pub(super) fn into_texts(self) -> (Block, Vec<Vec<LineText>>) {
        self.texts();
        (self.block, self.texts.into_inner().unwrap_or_default())
    }

    fn texts(&self) -> &[Vec<LineText>] {
        self.texts.get_or_init(|| match &self.block.kind {
            BlockKind::Table { head, rows } => {
                let cells = head.iter().chain(rows.iter().flatten());
                cells.map(|cell| LineText::of_lines(&cell.lines, self.language)).collect()
            }
            _ => vec![LineText::of_lines(self.block.lines(), self.language)],
        })
    }

    /// The label with which the block begins, if it is short.
    pub(super) fn label(&self) -> Option<Label> {
        let label = |text: &str| labels::label(text, self.language).map(|found| found.meaning);
        *self.label.get_or_init(|| self.text.as_deref().and_then(label))
    }

    /// Whether the block has the label of the subject.
    pub(super) fn has_subject_label(&self) -> bool {
        let is_subject = |line: &LineText| {
            let label = line.label().map(|found| found.meaning);
            label.or_else(|| line.label_alone()) == Some(Label::Subject)
        };
        match &self.block.kind {
            BlockKind::Table { .. } => self.cells().iter().filter_map(|cell| cell.first()).any(is_subject),
            _ if self.text.is_none() => self.lines().first().is_some_and(is_subject),
            _ => self.lines().iter().any(is_subject),
        }
    }

    /// Whether the block is a salutation as a whole.
    pub(super) fn is_salutation(&self) -> bool {
        *self.is_salutation.get_or_init(|| self.says(formulas::is_salutation))
    }

    /// The index of the line that is a salutation, if the block has several lines: a converter may have lost the blank
    /// lines.
    pub(super) fn salutation_line(&self) -> Option<usize> {
        *self.salutation_line.get_or_init(|| {
            if self.block.lines().len() < 2 {
                return None;
            }
            self.lines().iter().take(LONGEST_LETTERHEAD).position(|line| {
                opens(&line.plain, Opening::Salutation, self.language)
                    && formulas::is_salutation(&clean(&line.plain), self.language)
            })
        })
    }

    /// Whether the block begins with the words of a closing formula.
    pub(super) fn opens_closing(&self) -> bool {
        let opens = |text: &str, language| opens(text, Opening::Closing, language);
        *self.opens_closing.get_or_init(|| self.says(opens))
    }

    /// Whether the block is a closing formula.
    pub(super) fn is_closing(&self) -> bool {
        *self.is_closing.get_or_init(|| {
            self.says(|text, _| formulas::may_be_closing(text))
                && (self.opens_closing() || self.says(formulas::mentions_closing))
        })
    }

    /// Whether the block begins with the mark that the original is signed.
    pub(super) fn is_signed(&self) -> bool {
        *self.is_signed.get_or_init(|| self.says(formulas::is_signed))
    }

    /// Whether the block is short, has text, and `is_wanted` is true of the text.
    fn says(&self, is_wanted: impl Fn(&str, Option<Language>) -> bool) -> bool {
        self.text.as_deref().is_some_and(|text| !text.is_empty() && is_wanted(text, self.language))
    }

    /// Whether the block has no visible text: an empty heading, as converters leave it.
    pub(super) fn is_blank(&self) -> bool {
        self.text.as_deref().is_some_and(str::is_empty)
            && matches!(self.block.kind, BlockKind::Paragraph(_) | BlockKind::Heading { .. })
    }
}
