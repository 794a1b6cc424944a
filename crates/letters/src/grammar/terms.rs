//! The words that names of documents are made of: `data/citation_words.tsv`.

mod meanings;

pub(super) use meanings::{DocumentKind, PartKind};

/// The meaning of a word in the name of a document.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Term {
    // Kinds of documents. The plural is separate if only it begins a list.
    Resolution,
    Resolutions,
    Decision,
    Decisions,
    /// “Acuerdo”: the Spanish word for a Decision of the Council.
    CouncilDecision,
    CouncilDecisions,
    Recommendation,
    /// The Chinese word for a Recommendation of a conference, which also means advice.
    ConferenceRecommendation,
    /// A Report, whose number looks like that of a Recommendation: “Report ITU-R M.2135”.
    Report,
    /// The word for a series, which has letters like those of Recommendations.
    Series,
    Handbook,
    Annex,
    Supplement,
    ImplementersGuide,
    FinalActs,
    /// An agreement, beside a code such as GE06.
    Agreement,
    Question,
    Opinion,
    OperationalBulletin,
    Document,
    Circular,
    CircularLetter,
    AdministrativeCircular,
    CollectiveLetter,
    Letter,
    Corrigendum,
    Addendum,
    Amendment,
    Erratum,
    Revision,
    // Basic texts, and their parts.
    Constitution,
    Convention,
    GeneralRules,
    RadioRegulations,
    TelecommunicationRegulations,
    /// The Rules of Procedure of the Radio Regulations Board.
    RulesOfProcedure,
    OptionalProtocol,
    FinancialRegulations,
    Article,
    Section,
    Appendix,
    /// The word for a provision, after its number: 款.
    Number,
    NumberSign,
    /// The sign of several numbers: “Nos.”.
    NumberSigns,
    /// 第, before a number.
    Ordinal,
    /// 号, after a number.
    Counter,
    // Series and abbreviations, in capitals before a number.
    Cl,
    /// LC, as circular letters were numbered before CL.
    Lc,
    Dm,
    Ca,
    Cace,
    Cr,
    Ccrr,
    /// CAR, letters on administrative matters of the Radiocommunication Bureau.
    Car,
    /// MD, letters of the Telecommunication Development Bureau.
    Md,
    /// C, for a document of the Council.
    CouncilCode,
    /// R, for a Resolution of the Council.
    ResolutionCode,
    /// Q, for a Question.
    QuestionCode,
    /// AP, for an Appendix of the Radio Regulations.
    AppendixCode,
    Cs,
    Cv,
    Gr,
    Rr,
    // Bodies that issue, adopt or approve documents.
    StandardizationBureau,
    RadiocommunicationBureau,
    DevelopmentBureau,
    SectorT,
    SectorR,
    SectorD,
    Plenipotentiary,
    Wtsa,
    Wtdc,
    Wrc,
    Ra,
    Council,
    Wcit,
    Wtpf,
    // Groups whose documents have their name before the number.
    Tdag,
    Tsag,
    Rag,
    Rrb,
    /// The International Frequency Registration Board, until 1993.
    Ifrb,
    Itu,
    /// Another organisation, or something of its own.
    Foreign,
    /// “national”: next to a Constitution, it is a State's.
    National,
    /// A room, whose number may look like a document's.
    Room,
    // Words between these.
    Of,
    /// “its”: of a body named before.
    Its,
    And,
    /// “nor”: between two of a kind, but not between the numbers of a list.
    Nor,
    Range,
    Revised,
    /// Revised, of two or more.
    RevisedBoth,
    Amended,
    About,
    // Words that show which document is meant.
    This,
    Said,
    Soon,
    Relevant,
    /// As `Relevant`, and enough to announce a letter: “separate”, “forthcoming”.
    Announcing,
    Supersedes,
    /// Behind the name of a letter, it is superseded: “is withdrawn”.
    Superseded,
    Postpones,
}
