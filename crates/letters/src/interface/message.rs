//! The messages of the interface.

/// A message of the interface: a label, a button, a sentence or the name of a document.
///
/// The order is that of the texts in the file of each language. `{n}` and `{of}` in a text are placeholders that the
/// program fills.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Message {
    // Toolbar, buttons and places in the letter.
    /// The accessible name of the toolbar.
    Tools,
    /// The panel of details: the metadata of the letter.
    Details,
    /// Prints the letter.
    Print,
    /// Opens the tools with which readers take something away: links, citations, dates, contacts, files.
    MoreTools,
    /// Copies a value.
    Copy,
    /// A value has been copied.
    Copied,
    /// A value could not be copied.
    CopyFailed,
    /// Paragraph `{n}`.
    Paragraph,
    /// A footnote; its label follows.
    Footnote,
    /// A table; its number follows.
    Table,
    /// The letter, or the list of letters, is being loaded.
    Loading,
    /// Loads the letter again.
    Retry,

    // Labels of the details.
    /// Label: the issuer of the letter.
    Issuer,
    /// Label: the reference of the letter.
    Reference,
    /// Label: the language-neutral id.
    Identifier,
    /// Label: the unit that wrote the letter.
    Unit,
    /// Label: the date.
    Date,
    /// Label: the place of issue.
    Place,
    /// Label: the contact person.
    Contact,
    /// Label: a telephone number.
    Phone,
    /// Label: a fax number.
    Fax,
    /// Label: an e-mail address.
    Email,
    /// Label: the addressees.
    Addressees,
    /// Label: the recipients of copies.
    Copies,
    /// Label: the signatory.
    Signatory,
    /// Label: the days by which something is due.
    Deadlines,
    /// Label: the days on which something happens.
    Events,
    /// Label: days that the letter replaces by others.
    EarlierDates,
    /// Mark of a day that is over.
    Passed,
    /// Opens the `{n}` entries of a list that are not shown.
    More,
    /// Label: the annexes.
    Annexes,
    /// Annex `{n}`.
    Annex,
    /// Label: the language of the letter.
    Language,

    // Sentences shown when there is no letter to show.
    /// The text is not a letter, and is shown as it is.
    NotALetter,
    /// The page has not named a letter.
    NoSource,
    /// Nothing is at the letter's address.
    NotFound,
    /// The server failed.
    NotDelivered,
    /// The content at the letter's address is not text.
    WrongType,
    /// The connection failed.
    Network,
    /// The letter is on another site, which does not allow this page to read it.
    CrossOrigin,
    /// The letter did not arrive in time.
    TimedOut,
    /// The text is too long for a letter.
    TooLarge,
    /// A page opened from a file cannot load letters.
    FilePage,
    /// The file is empty.
    Empty,

    // The panel of references, and the list of letters.
    /// The panel with the citations.
    References,
    /// The link to the list of letters.
    AllLetters,
    /// Group of documents: circular letters.
    CircularLetters,
    /// Group of documents: Resolutions and Decisions.
    Resolutions,
    /// Group of documents: basic texts.
    BasicTexts,
    /// Group of documents: Recommendations, Reports, Questions, Opinions and bulletins.
    TechnicalTexts,
    /// Group of documents: documents of the Council and of conferences.
    Documents,
    /// Heading: the letters that cite this one.
    CitedBy,
    /// The letter that supersedes this one follows.
    SupersededBy,
    /// The letter that corrects or completes this one follows.
    CorrectedBy,
    /// The letter that postpones what this one announced follows.
    PostponedBy,
    /// Before the name of a letter that this one replaces.
    Supersedes,
    /// Before the name of a letter that this one corrects or completes.
    Corrects,
    /// Before the name of a letter whose announcement this one postpones.
    Postpones,
    /// Mark of a letter that another one replaces.
    Superseded,
    /// Mark of a letter that another one corrects or completes.
    Corrected,
    /// Mark of a letter whose announcement another one postpones.
    Postponed,
    /// Label: the day by which something is due next.
    Deadline,
    /// Label: the day on which something happens next.
    Event,

    // The state of a reference.
    /// State: the letter itself links to the document.
    StateGiven,
    /// State: the catalogue has the document.
    StateHeld,
    /// State: the embedding page knows the document.
    StateHost,
    /// State: the registry has the document.
    StateRegistered,
    /// State: a reliable rule gives the address.
    StateCertain,
    /// State: the address is likely.
    StateLikely,
    /// State: it is not clear which document is cited.
    StateAmbiguous,
    /// State: the document is announced, and not yet published.
    StateAwaited,
    /// State: no address is known.
    StateUnresolved,
    /// State: the document is this letter.
    StateOwn,

    // Reasons why a reference is unresolved or uncertain.
    /// Reason: the text does not say who adopted the document.
    UnknownBody,
    /// Reason: the text does not say which Sector the document is of.
    UnknownSector,
    /// Reason: the text does not say which study period the number belongs to.
    UnknownPeriod,
    /// Reason: the number may be reversed in the text.
    MayBeReversed,
    /// Reason: the letter announces the document without its number.
    NotNumbered,
    /// Reason: the letter's own link leads to another document.
    Contradicted,
    /// Reason: no address of the document is known.
    NoAddress,

    // Content that a reference opens.
    /// Opens the whole text that contains the provision.
    OpensWhole,
    /// Opens the text in force rather than the edition cited.
    OpensInForce,
    /// Opens a volume that contains the document.
    OpensCollection,
    /// Opens the page of the letter that is amended.
    OpensAmended,
    /// Label: the edition that opens.
    Edition,
    /// Opens the document.
    Open,
    /// Closes the card of a reference.
    Close,
    /// Reports a wrong link.
    Report,
    /// A link has been reported.
    Reported,
    /// Heading: the dead links of the letter.
    DeadLinks,
    /// A link has no address in the source of the letter.
    DeadLink,
    /// The catalogue could not be loaded.
    NoCatalogue,
    /// The catalogue does not have the letter.
    NotInCatalogue,

    // Languages and versions.
    /// Status of a version: as issued.
    AsIssued,
    /// Status of a version: an unofficial translation.
    Unofficial,
    /// Status of a version: a specimen.
    Specimen,
    /// The accessible name of the list of languages.
    Languages,
    /// The letter has no version in a language.
    NotAvailable,
    /// There is no version in the language `{n}`: the one in `{of}` is shown.
    ShownInstead,
    /// The languages `{n}` that have a version.
    AvailableIn,
    /// The language `{n}` is shown now.
    ShownIn,
    /// Shows versions side by side.
    Compare,
    /// The accessible name of the list of versions that can be shown beside this one.
    Beside,
    /// Shows paragraph `{n}` in another language.
    Peek,
    /// The version has no such passage.
    NoPartner,
    /// `{n}` of `{of}` passages have a counterpart.
    Paired,
    /// The panel with the versions.
    Versions,
    /// The panel with the headings and the annexes.
    Contents,
    /// Returns to the place before a jump within the letter.
    Back,
    /// Label: the language of the interface, which the reader chooses.
    InterfaceLanguage,
    /// Versions differ in `{n}` places: a form for each plural category of the language, as `one:…|other:…`.
    Differences,
    /// The viewer cannot determine which version is right.
    DifferencesNote,
    /// Label: a number.
    Number,
    /// Label: an address of the web or of a mailbox.
    Address,
    /// Label: a passage that only one version has.
    OnlyInOne,
    /// Label: a document that is cited.
    Citation,

    // Names of documents.
    /// Circular Letter CL-`{n}`.
    NameCircularLetter,
    /// Circular Letter No. `{n}`.
    NameOldCircularLetter,
    /// Letter `{n}`, with its series: `DM-20/1021`, `MD-102`.
    NameLetter,
    /// TSB Circular `{n}`.
    NameTsbCircular,
    /// TSB Collective Letter `{n}`.
    NameCollectiveLetter,
    /// Circular Letter `{n}` of the Radiocommunication Bureau.
    NameRadioCircular,
    /// Administrative Circular `{n}`.
    NameAdministrativeCircular,
    /// Circular BDT/`{n}`.
    NameBdtCircular,
    /// Corrigendum `{n}` to the letter `{of}`.
    NameCorrigendum,
    /// Addendum `{n}` to the letter `{of}`.
    NameAddendum,
    /// Revision `{n}` of the letter `{of}`.
    NameRevision,
    /// Amendment `{n}` of a Recommendation `{of}`.
    NameAmendment,
    /// Annex `{n}` of a Recommendation `{of}`.
    NameAnnex,
    /// Supplement `{n}` to a Recommendation or a series `{of}`.
    NameSupplement,
    /// Report `{n}` of a Sector `{of}`.
    NameReport,
    /// Operational Bulletin `{n}`.
    NameOperationalBulletin,
    /// Resolution `{n}`.
    NameResolution,
    /// Decision `{n}`.
    NameDecision,
    /// Decision `{n}` of the Council, for which Spanish has a word of its own.
    NameCouncilDecision,
    /// Recommendation `{n}` of the Sector `{of}`.
    NameRecommendation,
    /// Question `{n}` of the Sector `{of}`.
    NameQuestion,
    /// Opinion `{n}` of the World Telecommunication/ICT Policy Forum.
    NameOpinion,
    /// Article `{n}` of the text `{of}`.
    NameArticle,
    /// Number `{n}` of the text `{of}`.
    NameNumber,
    /// Section `{n}` of the text `{of}`.
    NameSection,
    /// Appendix `{n}` to the text `{of}`.
    NameAppendix,
    /// The Constitution.
    NameConstitution,
    /// The Convention.
    NameConvention,
    /// The General Rules.
    NameGeneralRules,
    /// The Radio Regulations.
    NameRadioRegulations,
    /// The International Telecommunication Regulations.
    NameTelecommunicationRegulations,
    /// The Rules of Procedure of the Radio Regulations Board.
    NameRulesOfProcedure,
    /// The Optional Protocol on the Compulsory Settlement of Disputes.
    NameOptionalProtocol,
    /// The Financial Regulations.
    NameFinancialRegulations,
    /// Part `{n}` of the text `{of}`.
    NamePart,
    /// The Final Acts of the conference `{of}`.
    NameFinalActs,
    /// Council Document C`{n}`.
    NameCouncilDocument,
    /// Document `{n}` of the conference `{of}`.
    NameConferenceDocument,
    /// A letter that is announced without its number.
    NameAwaited,

    // Names of bodies.
    /// The Plenipotentiary Conference.
    BodyPp,
    /// The World Telecommunication Standardization Assembly.
    BodyWtsa,
    /// The World Telecommunication Development Conference.
    BodyWtdc,
    /// The World Radiocommunication Conference.
    BodyWrc,
    /// The Radiocommunication Assembly.
    BodyRa,
    /// The Council.
    BodyCouncil,
    /// The World Conference on International Telecommunications.
    BodyWcit,
}
