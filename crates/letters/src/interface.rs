//! What the viewer says to its reader, in six languages.
//!
//! The texts are data: `data/interface.tsv`. Every message has a text in every language, or the build fails.

mod names;
#[rustfmt::skip]
mod tables;

pub use names::{Group, name};

use std::fmt;

use crate::ids::Language;
use tables::INTERFACE;

/// Something that the viewer says.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Message {
    /// The name of the toolbar.
    Tools,
    /// The panel with what the letter says about itself.
    Details,
    /// Prints the letter.
    Print,
    /// Copies a value.
    Copy,
    /// A value has been copied.
    Copied,
    /// A value could not be copied.
    CopyFailed,
    /// A paragraph, by its number.
    Paragraph,
    /// A footnote, before its label.
    Footnote,
    /// A table.
    Table,
    /// The letter is on its way.
    Loading,
    /// Loads the letter once more.
    Retry,
    /// Label: who issued the letter.
    Issuer,
    /// Label: the reference.
    Reference,
    /// Label: the language-neutral id.
    Identifier,
    /// Label: the unit that wrote the letter.
    Unit,
    /// Label: the date.
    Date,
    /// Label: the place.
    Place,
    /// Label: whom to ask.
    Contact,
    /// Label: telephone numbers.
    Phone,
    /// Label: telefax numbers.
    Fax,
    /// Label: e-mail addresses.
    Email,
    /// Label: to whom the letter goes.
    Addressees,
    /// Label: to whom copies go.
    Copies,
    /// Label: who signs.
    Signatory,
    /// Label: the events and deadlines.
    KeyDates,
    /// Label: the annexes.
    Annexes,
    /// Label: the letter's language.
    Language,
    /// The text is no letter and is shown as it is.
    NotALetter,
    /// No letter has been named.
    NoSource,
    /// There is nothing at the letter's address.
    NotFound,
    /// The server failed.
    NotDelivered,
    /// There is something else at the letter's address.
    WrongType,
    /// The connection failed.
    Network,
    /// The letter is on another site, which does not give it to this page.
    CrossOrigin,
    /// The letter did not come in time.
    TimedOut,
    /// The text is too long for a letter.
    TooLarge,
    /// A page that was opened from a file can load no letter.
    FilePage,
    /// The file is empty.
    Empty,
    /// The panel with the citations.
    References,
    /// The list of letters.
    Letters,
    /// Leads to the list of letters.
    AllLetters,
    /// “Circular letters”.
    CircularLetters,
    /// “Resolutions and Decisions”.
    Resolutions,
    /// “Basic texts”.
    BasicTexts,
    /// “Recommendations, Questions, Opinions”.
    TechnicalTexts,
    /// “Documents”.
    Documents,
    /// “Cited by”.
    CitedBy,
    /// “Superseded by”.
    SupersededBy,
    /// “Corrected or completed by”.
    CorrectedBy,
    /// “Postponed by”.
    PostponedBy,
    /// “linked in the letter”.
    StateGiven,
    /// “held here”.
    StateHeld,
    /// “known to this site”.
    StateHost,
    /// “registered”.
    StateRegistered,
    /// “by a certain rule”.
    StateCertain,
    /// “likely address”.
    StateLikely,
    /// “ambiguous”.
    StateAmbiguous,
    /// “awaited”.
    StateAwaited,
    /// “no known address”.
    StateUnresolved,
    /// “this letter”.
    StateOwn,
    /// “The text does not say who adopted it”.
    UnknownBody,
    /// “The text does not say which Sector it is of”.
    UnknownSector,
    /// “Numbers start again with each study period, and nothing says which”.
    UnknownPeriod,
    /// “The number may stand reversed in the text”.
    MayBeReversed,
    /// “The letter announces it without a number”.
    NotNumbered,
    /// “The letter's own link leads to another document”.
    Contradicted,
    /// “No address of this document is known”.
    NoAddress,
    /// “Opens the whole text”.
    OpensWhole,
    /// “Opens the text in force, not the edition cited”.
    OpensInForce,
    /// “Opens a volume that contains it”.
    OpensCollection,
    /// “Opens the page of the letter that it amends”.
    OpensAmended,
    /// “Edition”.
    Edition,
    /// “Open”.
    Open,
    /// “Close”.
    Close,
    /// “Report this link”.
    Report,
    /// “Reported”.
    Reported,
    /// “About this reference”.
    AboutReference,
    /// “Links that lead nowhere”.
    DeadLinks,
    /// “The source of the letter gives this link no address”.
    DeadLink,
    /// “The list of letters could not be loaded”.
    NoCatalogue,
    /// “This letter is not held here”.
    NotInCatalogue,
    /// “Status”.
    Status,
    /// “as issued”.
    AsIssued,
    /// “unofficial translation”.
    Unofficial,
    /// “specimen”.
    Specimen,
    /// The list of the versions.
    Languages,
    /// “not available”, of a version.
    NotAvailable,
    /// There is no version in the language {n}: the one in {of} is shown.
    ShownInstead,
    /// The languages {n} in which there are versions.
    AvailableIn,
    /// The language that is shown now.
    ShownIn,
    /// Shows versions side by side.
    Compare,
    /// The list of the versions that can stand beside the one shown.
    Beside,
    /// Paragraph {n} in another language.
    Peek,
    /// The version has no such passage.
    NoPartner,
    /// How many passages have a partner.
    Paired,
    /// The panel with the versions.
    Versions,
    /// How many points versions differ in: a text for each plural.
    Differences,
    /// Nobody here knows which version is right.
    DifferencesNote,
    /// Label: a number.
    Number,
    /// Label: an address of the web or of a mailbox.
    Address,
    /// Label: a passage that one version lacks.
    OnlyInOne,
    /// Label: a document that is cited.
    Citation,
    /// Name of a document: “Circular Letter CL-{n}”.
    NameCircularLetter,
    /// Name of a document: “Circular Letter No. {n}”.
    NameOldCircularLetter,
    /// Name of a document: “Letter DM-{n}”.
    NameDmLetter,
    /// Name of a document: “TSB Circular {n}”.
    NameTsbCircular,
    /// Name of a document: “TSB Collective Letter {n}”.
    NameCollectiveLetter,
    /// Name of a document: “Circular Letter {n}”.
    NameRadioCircular,
    /// Name of a document: “Administrative Circular {n}”.
    NameAdministrativeCircular,
    /// Name of a document: “Circular BDT/{n}”.
    NameBdtCircular,
    /// Name of a document: “Corrigendum {n} – {of}”.
    NameCorrigendum,
    /// Name of a document: “Addendum {n} – {of}”.
    NameAddendum,
    /// Name of a document: “Revision {n} – {of}”.
    NameRevision,
    /// Name of a document: “Resolution {n}”.
    NameResolution,
    /// Name of a document: “Decision {n}”.
    NameDecision,
    /// Name of a document: “Decision {n}” of the Council, which some languages call otherwise.
    NameCouncilDecision,
    /// Name of a document: “Recommendation {of} {n}”.
    NameRecommendation,
    /// Name of a document: “Question {of} {n}”.
    NameQuestion,
    /// Name of a document: “Opinion {n} (WTPF)”.
    NameOpinion,
    /// Name of a document: “{of}, article {n}”.
    NameArticle,
    /// Name of a document: “{of}, No. {n}”.
    NameNumber,
    /// Name of a document: “{of}, section {n}”.
    NameSection,
    /// Name of a document: “{of}, Appendix {n}”.
    NameAppendix,
    /// Name of a document: “Constitution”.
    NameConstitution,
    /// Name of a document: “Convention”.
    NameConvention,
    /// Name of a document: “General Rules”.
    NameGeneralRules,
    /// Name of a document: “Radio Regulations”.
    NameRadioRegulations,
    /// Name of a document: “International Telecommunication Regulations”.
    NameTelecommunicationRegulations,
    /// Name of a document: “Council Document C{n}”.
    NameCouncilDocument,
    /// Name of a document: “Document {n} ({of})”.
    NameConferenceDocument,
    /// Name of a document: “Letter announced without a number”.
    NameAwaited,
    /// Name of a body: “Plenipotentiary Conference”.
    BodyPp,
    /// Name of a body: “WTSA”.
    BodyWtsa,
    /// Name of a body: “WTDC”.
    BodyWtdc,
    /// Name of a body: “WRC”.
    BodyWrc,
    /// Name of a body: “ITU-R”.
    BodyRa,
    /// Name of a body: “Council”.
    BodyCouncil,
}

impl Message {
    /// The text of the message in the language.
    pub fn text(self, language: Language) -> &'static str {
        let column = Language::ALL.iter().position(|candidate| *candidate == language);
        let row = INTERFACE.iter().find(|(message, _)| *message == self);
        column.zip(row).and_then(|(column, (_, texts))| texts.get(column)).copied().unwrap_or_default()
    }

    /// The text of the message in the language, with what it is about in the place of `{n}`.
    pub fn about(self, what: impl fmt::Display, language: Language) -> String {
        self.text(language).replace("{n}", &what.to_string())
    }
}

#[cfg(test)]
#[allow(clippy::unwrap_used, reason = "a test stops at what it does not expect")]
mod tests {
    use super::*;

    #[test]
    fn a_message_is_said_in_the_language_asked_for() {
        assert_eq!(Message::Details.text(Language::French), "Détails");
        assert_eq!(Message::Details.text(Language::Chinese), "详细信息");
    }

    /// The numbers that each language tells apart (Unicode CLDR 47, plural rules).
    #[test]
    fn a_message_with_a_count_has_a_form_for_every_number_that_the_language_tells_apart() {
        for (language, categories) in [
            (Language::Arabic, &["zero", "one", "two", "few", "many", "other"][..]),
            (Language::Chinese, &["other"]),
            (Language::English, &["one", "other"]),
            (Language::French, &["one", "many", "other"]),
            (Language::Russian, &["one", "few", "many", "other"]),
            (Language::Spanish, &["one", "many", "other"]),
        ] {
            let forms = Message::Differences.text(language).split('|');
            let names: Vec<&str> = forms.map(|form| form.split_once(':').unwrap().0).collect();
            assert_eq!(names, categories, "{language}");
        }
    }

    #[test]
    fn every_row_of_the_table_is_a_message_of_its_own() {
        for (index, (message, _)) in INTERFACE.iter().enumerate() {
            assert!(
                INTERFACE[..index].iter().all(|(earlier, _)| earlier != message),
                "{message:?} stands twice"
            );
            assert!(Language::ALL.iter().all(|language| !message.text(*language).is_empty()));
        }
    }
}
