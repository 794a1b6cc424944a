//! The division of a letter under construction: the parts so far, and what is still expected.

use super::super::parts::{Part, Role};
use super::Divided;
use super::furniture::Furniture;
use super::landmarks::Landmarks;
use super::stage::Stage;
use crate::dates::PlaceAndDate;
use crate::ids::Language;
use crate::text::characters::{COMMAS, digit};
use crate::text::passage::plain_text;
use crate::text::tree::{Block, BlockKind, Line, LineEnd};

/// Divides a letter into parts.
pub(super) struct Divider {
    pub(super) language: Option<Language>,
    pub(super) stage: Stage,
    pub(super) landmarks: Landmarks,
    pub(super) furniture: Furniture,
    /// The roles of the labels that have no value yet, in order.
    pub(super) pending: Vec<Role>,
    /// The role of the last list of recipients: addressees or copies.
    pub(super) last_list: Option<Role>,
    /// Whether the sender of a telefax has been named.
    pub(super) sender_named: bool,
    /// Whether a table is being read.
    pub(super) in_table: bool,
    /// Whether an annex has begun that has no title yet.
    pub(super) title_awaited: bool,
    pub(super) parts: Vec<Part>,
    /// The index and value of each part with place and date, in order.
    pub(super) dates: Vec<(usize, PlaceAndDate)>,
    /// The roles that occur, one bit for each.
    roles: u32,
}

impl Divider {
    pub(super) fn new(language: Option<Language>, landmarks: Landmarks) -> Self {
        Self {
            language,
            stage: Stage::Letterhead,
            landmarks,
            furniture: Furniture::new(language),
            pending: Vec::new(),
            last_list: None,
            sender_named: false,
            in_table: false,
            title_awaited: false,
            parts: Vec::new(),
            dates: Vec::new(),
            roles: 0,
        }
    }

    /// Whether a part has the role.
    pub(super) fn has(&self, role: Role) -> bool {
        self.roles & bit(role) != 0
    }

    pub(super) fn last_role(&self) -> Option<Role> {
        self.parts.last().map(|part| part.role)
    }

    /// Whether a salutation is still expected: the body begins after it.
    pub(super) fn is_salutation_ahead(&self) -> bool {
        self.stage == Stage::Letterhead && self.landmarks.has_salutation
    }

    /// Begins the body. The reference that the pages repeat is known by now.
    pub(super) fn begin_body(&mut self) {
        self.stage = Stage::Body;
        self.pending.clear();
        self.furniture.learn_numbers(&self.parts);
    }

    /// Begins the lines of a flattened letterhead: a label before it is not for one of them, and none of them continues a
    /// part before it, but at most an empty one that is taken out with them.
    pub(super) fn begin_aside(&mut self) {
        self.pending.clear();
        self.push_lines(Role::Other, None, Vec::new());
    }

    /// Takes out the parts from the index on, to which the lines of a flattened letterhead have led, and adds the paragraph
    /// as it came.
    pub(super) fn set_aside(&mut self, index: usize, paragraph: Part) -> Divided {
        let index = index.min(self.parts.len());
        let parts = self.parts.split_off(index);
        let at = self.dates.iter().position(|(part, _)| *part >= index).unwrap_or(self.dates.len());
        let dates = self.dates.split_off(at).into_iter().map(|(part, date)| (part - index, date)).collect();
        self.pending.clear();
        self.push_part(paragraph);
        Divided { parts, dates, aside: None, head: None }
    }

    pub(super) fn push(&mut self, role: Role, block: Block) {
        self.push_part(Part { role, label: None, block });
    }

    pub(super) fn push_lines(&mut self, role: Role, label: Option<Line>, lines: Vec<Line>) {
        let spans = label.iter().chain(&lines).filter_map(Line::span);
        let end = self.parts.last().map_or(0, |part| part.block.span.end);
        let span = spans.reduce(|first, last| first.start..last.end).unwrap_or(end..end);
        self.push_part(Part { role, label, block: Block { kind: BlockKind::Paragraph(lines), span } });
    }

    /// Adds a line with place and date, and its value, if known.
    pub(super) fn push_date(&mut self, label: Option<Line>, line: Line, date: Option<PlaceAndDate>) {
        self.dates.extend(date.map(|date| (self.parts.len(), date)));
        self.push_lines(Role::PlaceAndDate, label, vec![line]);
    }

    pub(super) fn push_part(&mut self, part: Part) {
        if part.role == Role::PlaceAndDate {
            self.find_place_before();
        }
        self.roles |= bit(part.role);
        self.parts.push(part);
    }

    /// One or two words with a comma in the line before the date are its place.
    fn find_place_before(&mut self) {
        if let Some(last) = self.parts.last_mut().filter(|part| part.role == Role::Other) {
            let text = plain_text(last.block.lines());
            let is_short = text.ends_with(COMMAS) && text.split(' ').count() <= 2;
            if is_short && text.chars().all(|c| digit(c).is_none()) {
                last.role = Role::PlaceAndDate;
            }
        }
    }

    /// Adds a line to the last part.
    pub(super) fn continue_part(&mut self, line: Line) {
        if let Some(Part { block: Block { kind: BlockKind::Paragraph(lines), span }, .. }) =
            self.parts.last_mut()
        {
            span.end = line.span().map_or(span.end, |line| line.end.max(span.end));
            // The line replaces the missing value of a label.
            if matches!(&lines[..], [only] if only.is_blank()) {
                lines.clear();
            }
            lines.push(line);
        } else {
            self.push_lines(Role::Other, None, vec![line]);
        }
    }

    /// Marks the end of the last part's last line: as intended by the author, or as that of the paper.
    pub(super) fn end_last_line(&mut self, end: LineEnd) {
        if let Some(Part { block: Block { kind: BlockKind::Paragraph(lines), .. }, .. }) =
            self.parts.last_mut()
            && let Some(last) = lines.last_mut()
        {
            last.end = end;
        }
    }

    /// Removes the last part, if it is a label with this role that awaits its value, and returns the label: the value
    /// is added in the same part.
    pub(super) fn take_waiting_label(&mut self, role: Role) -> Option<Line> {
        let waits = |part: &mut Part| {
            let lines = part.block.lines();
            part.role == role && part.label.is_some() && !lines.is_empty() && lines.iter().all(Line::is_blank)
        };
        self.parts.pop_if(waits).and_then(|part| part.label)
    }

    /// Adds a list as the value of the label before it.
    pub(super) fn give_list(&mut self, role: Role, block: Block) {
        self.pending.clear();
        let label = self.take_waiting_label(role);
        // A list is not a date, whatever its label.
        let role = if role == Role::PlaceAndDate { Role::Particular } else { role };
        self.push_part(Part { role, label, block });
    }

    /// Records that a part has got the role: an entry of the list of annexes that has become the heading of one.
    pub(super) fn note_role(&mut self, role: Role) {
        self.roles |= bit(role);
    }
}

const fn bit(role: Role) -> u32 {
    1 << role as u32
}
