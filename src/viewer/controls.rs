//! The controls around the letter, which the page chooses (`controls`).

/// A control that can be shown.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Control {
    /// The link to all letters.
    List,
    /// The languages of the letter.
    Languages,
    /// The button that puts versions side by side.
    Compare,
    /// The buttons that open a paragraph in another language.
    Peek,
    /// The panel with the outline of a long letter.
    Outline,
    /// The panel of details, with the metadata of the letter.
    Details,
    /// The panel with the versions, and where they differ.
    Versions,
    /// The panel with the references.
    References,
    /// The button that prints.
    Print,
    /// The button that opens the tools with which readers take something away.
    Tools,
}

impl Control {
    const ALL: [(Self, &'static str); 10] = [
        (Self::List, "list"),
        (Self::Languages, "languages"),
        (Self::Compare, "compare"),
        (Self::Peek, "peek"),
        (Self::Outline, "outline"),
        (Self::Details, "details"),
        (Self::Versions, "versions"),
        (Self::References, "references"),
        (Self::Print, "print"),
        (Self::Tools, "tools"),
    ];

    const fn bit(self) -> u16 {
        1 << self as u8
    }
}

/// The controls that are shown.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Controls(u16);

impl Controls {
    /// The controls that the list names; all without a list.
    pub(super) fn of(list: Option<&str>) -> Self {
        let Some(list) = list else { return Self(u16::MAX) };
        let names: Vec<&str> = list.split_ascii_whitespace().collect();
        let named = Control::ALL.iter().filter(|(_, name)| names.contains(name));
        Self(named.fold(0, |bits, (control, _)| bits | control.bit()))
    }

    /// Whether it is shown.
    pub(super) const fn show(self, control: Control) -> bool {
        self.0 & control.bit() != 0
    }

    /// Whether there is a rail beside the letter.
    pub(super) const fn has_rail(self) -> bool {
        const PANELS: u16 = Control::Outline.bit()
            | Control::Details.bit()
            | Control::Versions.bit()
            | Control::References.bit();
        self.0 & PANELS != 0
    }

    /// Whether there is a toolbar.
    pub(super) const fn has_bar(self) -> bool {
        const IN_TEXT: u16 = Control::Peek.bit() | Control::Versions.bit();
        self.0 & !IN_TEXT != 0
    }
}
