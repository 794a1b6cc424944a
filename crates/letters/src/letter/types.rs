//! The types of a letter: its metadata, and its whole text in parts.

use super::numbering::ParagraphNumber;
use super::outline::Outline;
use super::parts::{Part, Role};
use super::segments::Segment;
use crate::diagnostic::{Code, Diagnostic, Span};
use crate::ids::{Date, DocumentId, Instant, Issuer, Language};
use crate::text::is_alphabetic;
use crate::text::passage::{Passages, plain_text};

/// A circular letter in one language.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Letter {
    /// What it says about itself.
    pub metadata: Metadata,
    /// The whole text, in the order of the source.
    pub parts: Vec<Part>,
    /// The running text of each passage of the parts.
    pub passages: Passages,
    /// Counts of the whole letter that are needed to show a part of it.
    pub outline: Outline,
    /// The diagnostics for the publisher.
    pub diagnostics: Vec<Diagnostic>,
}

/// What a letter says about itself.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize))]
pub struct Metadata {
    /// The language, given or detected.
    pub language: Option<Language>,
    /// The status, as stated in its first line.
    pub status: Status,
    /// The metadata before its text.
    pub letterhead: Letterhead,
    /// The lines of the subject.
    pub subject: Vec<String>,
    /// The salutation: “Madame, Monsieur,”.
    pub salutation: Option<String>,
    /// The closing formula.
    pub closing: Option<String>,
    /// Whether the letter has the mark “(signed)”.
    pub signed: bool,
    /// The signatory.
    pub signatory: Option<Signatory>,
    /// The annexes.
    pub annexes: Vec<Annex>,
    /// The events and deadlines that it states, sorted by their first days.
    pub key_dates: Vec<KeyDate>,
}

impl Metadata {
    /// The subject in one line. What begins another sentence is set apart by a dash: a subject often has a line for each of its
    /// events. A line in brackets, or one that goes on with a small letter, belongs to the one before.
    pub fn title(&self) -> String {
        let mut title = String::new();
        for line in &self.subject {
            let goes_on = line.starts_with(['(', '-', '–', '—']) || line.starts_with(char::is_lowercase);
            let is_open = title.ends_with([':', '：', ',', '،', '、', '-', '–', '—']);
            // A full-width bracket has its space in itself.
            title.push_str(if title.is_empty() || line.starts_with('（') {
                ""
            } else if goes_on || is_open {
                " "
            } else {
                " – "
            });
            title.push_str(line);
        }
        title
    }
}

/// The status of a letter's text.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize))]
pub enum Status {
    /// The text as the Union issued it.
    #[default]
    AsIssued,
    /// A translation that was not made by the Union.
    Unofficial,
    /// An invented letter that shows what letters are like.
    Specimen,
}

impl Status {
    const ALL: [Self; 3] = [Self::AsIssued, Self::Unofficial, Self::Specimen];

    /// The code in JSON: `as-issued`.
    pub const fn code(self) -> &'static str {
        match self {
            Self::AsIssued => "as-issued",
            Self::Unofficial => "unofficial",
            Self::Specimen => "specimen",
        }
    }

    /// The status with the code.
    pub fn from_code(code: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|status| status.code() == code)
    }
}

/// The metadata that a letter has before its text.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize))]
pub struct Letterhead {
    /// The issuer, as written.
    pub issuer: Option<String>,
    /// The issuer, if it is recognized.
    pub issued_by: Option<Issuer>,
    /// The unit that wrote the letter: `SG/TSB`.
    pub unit: Option<String>,
    /// The city, as written.
    pub place: Option<String>,
    /// The date.
    pub date: Option<Date>,
    /// The references, each as written, without the words before it: `CL-20/43`.
    pub references: Vec<String>,
    /// The ids of the letter, from those of its references whose form is known.
    pub ids: Vec<DocumentId>,
    /// The contacts.
    pub contacts: Vec<Contact>,
    /// The addressees.
    pub addressees: Vec<String>,
    /// The recipients of copies.
    pub copies: Vec<String>,
}

/// A contact for a letter. All values are as written.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize))]
pub struct Contact {
    /// The person's name.
    pub name: Option<String>,
    /// Telephone numbers.
    pub phones: Vec<String>,
    /// Telefax numbers.
    pub faxes: Vec<String>,
    /// E-mail addresses.
    pub emails: Vec<String>,
}

/// The signatory of a letter.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize))]
pub struct Signatory {
    /// The name, as written.
    pub name: Option<String>,
    /// The title, as written.
    pub title: Option<String>,
}

/// An annex of a letter.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize))]
pub struct Annex {
    /// Its number or letter, if it has one.
    pub number: Option<String>,
    /// Its title, if it has one.
    pub title: Option<String>,
    /// The number of its heading among the annex headings of the letter, from 1; `None` if it is only announced.
    pub heading: Option<usize>,
}

/// A day, or several in a row, on which something happens or is due.
#[derive(Clone, Debug, PartialEq, Eq)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize))]
pub struct KeyDate {
    /// The date, as written.
    pub text: String,
    /// Its place in the source.
    pub span: Span,
    /// The first day.
    pub first: Date,
    /// The last day; the same as the first if there is only one.
    pub last: Date,
    /// The words around the date, and the date itself.
    pub around: String,
    /// The number of its paragraph, if it is in one.
    pub paragraph: Option<ParagraphNumber>,
    /// What the date is.
    pub kind: DateKind,
    /// What happens or is due: the words around, without the date.
    pub about: Option<String>,
    /// Who is asked, as written; of a deadline.
    pub asked: Option<String>,
    /// The end of a deadline, if an hour is given.
    pub until: Option<Instant>,
    /// The first and the last day of the date that this one replaces.
    pub replaces: Option<(Date, Date)>,
}

/// What a date of a letter is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize))]
pub enum DateKind {
    /// Something is due by then.
    Deadline,
    /// Something happens then.
    Event,
    /// The letter replaces or cancels it.
    Earlier,
}

impl DateKind {
    /// The code in JSON: `deadline`.
    pub const fn code(self) -> &'static str {
        match self {
            Self::Deadline => "deadline",
            Self::Event => "event",
            Self::Earlier => "earlier",
        }
    }

    /// The kind with the code.
    pub fn from_code(code: &str) -> Option<Self> {
        [Self::Deadline, Self::Event, Self::Earlier].into_iter().find(|kind| kind.code() == code)
    }
}

impl Letter {
    /// Whether the text is a circular letter. If not, it is shown as it is.
    pub fn is_letter(&self) -> bool {
        !self.has(Code::NotALetter) && !self.is_empty()
    }

    /// Whether the text is empty.
    pub fn is_empty(&self) -> bool {
        self.has(Code::Empty)
    }

    /// The segments of the letter, in the order of its text. Every part is in one of them.
    pub fn segments(&self) -> &[Segment] {
        self.outline.segments()
    }

    /// The parts of a segment.
    pub fn parts_of(&self, segment: &Segment) -> &[Part] {
        self.parts.get(segment.parts.clone()).unwrap_or_default()
    }

    /// The number of blocks between salutation or subject and closing.
    pub fn paragraphs(&self) -> usize {
        self.parts.iter().filter(|part| part.role == Role::Body).count()
    }

    /// The name of the letter: its references. A bare number comes with the words before it, “TSB Circular 77”, because it
    /// means nothing alone. Empty where there is no reference.
    pub fn name(&self) -> String {
        let references = &self.metadata.letterhead.references;
        if references.iter().any(|reference| reference.contains(is_alphabetic)) {
            return references.join(" · ");
        }
        let lines = self.parts.iter().filter(|part| part.role == Role::Reference);
        let mut lines = lines.map(|part| plain_text(part.block.lines()));
        lines.find(|line| !line.is_empty()).unwrap_or_else(|| references.join(" · "))
    }

    fn has(&self, code: Code) -> bool {
        self.diagnostics.iter().any(|diagnostic| diagnostic.code == code)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_lines_of_a_subject_are_set_apart_in_its_title() {
        let title = |lines: &[&str]| {
            let subject = lines.iter().map(|line| (*line).to_owned()).collect();
            Metadata { subject, ..Metadata::default() }.title()
        };
        assert_eq!(
            title(&["World Assembly (WTSA-20)", "(23 February – 5 March 2021)", "Global Symposium"]),
            "World Assembly (WTSA-20) (23 February – 5 March 2021) – Global Symposium"
        );
        assert_eq!(title(&["Nomination of", "candidates"]), "Nomination of candidates");
        assert_eq!(title(&["Workshop:", "Cables"]), "Workshop: Cables");
        assert_eq!(title(&["全会（WTSA-20）", "（2021年）", "研讨会"]), "全会（WTSA-20）（2021年） – 研讨会");
        assert_eq!(title(&["الورشة", "القمة"]), "الورشة – القمة");
        assert_eq!(title(&[]), "");
    }
}
