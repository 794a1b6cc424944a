//! The names of documents in the language of the interface.

use super::{Interface, Message};
use crate::ids::{
    Amendment, BasicText, Body, DocumentId, Language, RadiocommunicationSeries, RecommendationPart,
    ResolutionKind, Sector, TextPart,
};

/// The groups in which the panel of references lists documents.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum DocumentGroup {
    /// Circular letters of all series.
    Letters,
    /// Resolutions and Decisions.
    Resolutions,
    /// The basic texts and their provisions.
    BasicTexts,
    /// Recommendations, Questions and Opinions.
    TechnicalTexts,
    /// Documents of the Council and of conferences.
    Documents,
}

impl DocumentGroup {
    /// All groups, in the order of the panel.
    pub const ALL: [Self; 5] =
        [Self::Letters, Self::Resolutions, Self::BasicTexts, Self::TechnicalTexts, Self::Documents];

    /// The group of the document.
    pub fn of(id: &DocumentId) -> Self {
        match id {
            DocumentId::Amendment { of, .. } | DocumentId::RecommendationPart { of, .. } => Self::of(of),
            DocumentId::Resolution { .. } => Self::Resolutions,
            DocumentId::BasicText { .. }
            | DocumentId::FinalActs { .. }
            | DocumentId::RegionalAgreement { .. } => Self::BasicTexts,
            DocumentId::Recommendation { .. }
            | DocumentId::Question { .. }
            | DocumentId::SeriesSupplement { .. }
            | DocumentId::ImplementersGuide { .. }
            | DocumentId::Report { .. }
            | DocumentId::Handbook { .. }
            | DocumentId::OperationalBulletin { .. }
            | DocumentId::Opinion { .. } => Self::TechnicalTexts,
            DocumentId::CouncilDocument { .. }
            | DocumentId::OldCouncilDocument { .. }
            | DocumentId::ConferenceDocument { .. }
            | DocumentId::Contribution { .. } => Self::Documents,
            _ => Self::Letters,
        }
    }

    /// The name of the group.
    pub const fn message(self) -> Message {
        match self {
            Self::Letters => Message::CircularLetters,
            Self::Resolutions => Message::Resolutions,
            Self::BasicTexts => Message::BasicTexts,
            Self::TechnicalTexts => Message::TechnicalTexts,
            Self::Documents => Message::Documents,
        }
    }
}

/// The name of the document in the language of the interface: “Lettre circulaire CL-19/53”.
pub fn name(id: &DocumentId, interface: Interface) -> String {
    let (message, number, of) = match id {
        DocumentId::CircularLetter { year, number } => {
            (Message::NameCircularLetter, in_year(*year, *number), None)
        }
        DocumentId::OldCircularLetter { number } => {
            (Message::NameOldCircularLetter, number.to_string(), None)
        }
        DocumentId::DmLetter { year, number } => {
            let number = year.map_or_else(|| number.to_string(), |year| in_year(year, *number));
            (Message::NameLetter, format!("DM-{number}"), None)
        }
        DocumentId::MdLetter { number } => (Message::NameLetter, format!("MD-{number}"), None),
        DocumentId::IfrbCircular { number } => (Message::NameRadioCircular, format!("IFRB/{number}"), None),
        DocumentId::TsbCircular { number, .. } => (Message::NameTsbCircular, number.to_string(), None),
        DocumentId::CollectiveLetter { number, group } => {
            (Message::NameCollectiveLetter, format!("{number}/{group}"), None)
        }
        DocumentId::RadiocommunicationCircular { series, number } => {
            (series_message(*series), format!("{}/{number}", series.code().to_ascii_uppercase()), None)
        }
        DocumentId::StudyGroupLetter { study_group, number } => {
            (Message::NameRadioCircular, format!("{study_group}/LCCE/{number}"), None)
        }
        DocumentId::BdtCircular { number } => (Message::NameBdtCircular, number.clone(), None),
        DocumentId::Amendment { of, kind, number } => {
            (amendment_message(*kind), number.to_string(), Some(name(of, interface)))
        }
        DocumentId::Resolution { kind, body, number, .. } => {
            return resolution_name(*kind, *body, number, interface);
        }
        DocumentId::Recommendation { sector, number, .. } => {
            (Message::NameRecommendation, number.clone(), Some(sector_name(*sector, interface)))
        }
        DocumentId::RecommendationPart { of, kind, label } => {
            (part_message(*kind), label.clone(), Some(name(of, interface)))
        }
        DocumentId::SeriesSupplement { series, number } => {
            let sector = sector_name(Sector::Standardization, interface);
            (Message::NameSupplement, number.to_string(), Some(format!("{sector} {series}")))
        }
        // These are known by what the Union writes on them, in all languages.
        DocumentId::ImplementersGuide { number } => {
            return format!("{} {number} Imp.", sector_name(Sector::Standardization, interface));
        }
        DocumentId::Handbook { number } => {
            return format!("{} R-HDB-{number}", sector_name(Sector::Radiocommunication, interface));
        }
        DocumentId::RegionalAgreement { name } => return name.to_ascii_uppercase(),
        DocumentId::Question { sector, number, group } => {
            let sector = sector.map(|sector| sector_name(sector, interface)).unwrap_or_default();
            (Message::NameQuestion, format!("{number}/{group}"), Some(sector))
        }
        DocumentId::Report { number } => {
            let sector = sector_name(Sector::Radiocommunication, interface);
            (Message::NameReport, number.clone(), Some(sector))
        }
        DocumentId::OperationalBulletin { number } => {
            (Message::NameOperationalBulletin, number.to_string(), None)
        }
        DocumentId::Opinion { number } => (Message::NameOpinion, number.to_string(), None),
        DocumentId::BasicText { text, part } => return provision_name(*text, part, interface),
        DocumentId::CouncilDocument { year, series, number } => {
            let number = match series {
                None => in_year(*year, *number),
                Some(series) => {
                    format!("{:02}/{}/{number}", year % 100, series.code().to_ascii_uppercase())
                }
            };
            (Message::NameCouncilDocument, number, None)
        }
        DocumentId::OldCouncilDocument { session, number } => {
            (Message::NameConferenceDocument, number.to_string(), Some(format!("CA{session}")))
        }
        DocumentId::Contribution { study_group, number } => {
            (Message::NameConferenceDocument, format!("C{number}"), Some(format!("SG{study_group}")))
        }
        DocumentId::FinalActs { conference } => {
            (Message::NameFinalActs, String::new(), Some(conference.to_ascii_uppercase()))
        }
        DocumentId::ConferenceDocument { conference, number } => {
            (Message::NameConferenceDocument, number.clone(), Some(conference.to_ascii_uppercase()))
        }
        DocumentId::Awaited => (Message::NameAwaited, String::new(), None),
    };
    let name = message.about(number, interface);
    match of {
        // An unknown Sector leaves a second space.
        Some(of) => name.replace("{of}", &of).replace("  ", " "),
        None => name,
    }
}

/// The name of a paragraph: its number, and that of its annex.
pub fn paragraph_name(number: &str, annex: Option<usize>, interface: Interface) -> String {
    let paragraph = Message::Paragraph.about(number, interface);
    match annex {
        Some(annex) => format!("{} · {paragraph}", Message::Annex.about(annex, interface)),
        None => paragraph,
    }
}

/// The number of a document that is counted within its year: `20/43`.
fn in_year(year: u16, number: u32) -> String {
    format!("{:02}/{number}", year % 100)
}

const fn series_message(series: RadiocommunicationSeries) -> Message {
    match series {
        RadiocommunicationSeries::Ca | RadiocommunicationSeries::Cace => Message::NameAdministrativeCircular,
        RadiocommunicationSeries::Cr | RadiocommunicationSeries::Ccrr | RadiocommunicationSeries::Car => {
            Message::NameRadioCircular
        }
    }
}

const fn part_message(kind: RecommendationPart) -> Message {
    match kind {
        RecommendationPart::Annex => Message::NameAnnex,
        RecommendationPart::Appendix => Message::NameAppendix,
        RecommendationPart::Supplement => Message::NameSupplement,
    }
}

const fn amendment_message(kind: Amendment) -> Message {
    match kind {
        Amendment::Corrigendum | Amendment::Erratum => Message::NameCorrigendum,
        Amendment::Addendum => Message::NameAddendum,
        Amendment::Revision => Message::NameRevision,
        Amendment::Amendment => Message::NameAmendment,
    }
}

/// The name of a Resolution or Decision, with the body that adopted it.
fn resolution_name(kind: ResolutionKind, body: Option<Body>, number: &str, interface: Interface) -> String {
    let message = match kind {
        ResolutionKind::Resolution => Message::NameResolution,
        ResolutionKind::Decision if body == Some(Body::Council) => Message::NameCouncilDecision,
        ResolutionKind::Decision => Message::NameDecision,
        ResolutionKind::Recommendation => Message::NameRecommendation,
    };
    let name = message.about(number, interface).replace("{of} ", "");
    match body {
        Some(body) => format!("{name} · {}", body_message(body).text(interface)),
        None => name,
    }
}

/// The name of a basic text, or of a provision of it.
fn provision_name(text: BasicText, part: &TextPart, interface: Interface) -> String {
    let text = match text {
        BasicText::Constitution => Message::NameConstitution,
        BasicText::Convention => Message::NameConvention,
        BasicText::GeneralRules => Message::NameGeneralRules,
        BasicText::RadioRegulations => Message::NameRadioRegulations,
        BasicText::TelecommunicationRegulations => Message::NameTelecommunicationRegulations,
        BasicText::RulesOfProcedure => Message::NameRulesOfProcedure,
        BasicText::OptionalProtocol => Message::NameOptionalProtocol,
        BasicText::FinancialRegulations => Message::NameFinancialRegulations,
    };
    let (message, number) = match part {
        TextPart::Whole => return text.text(interface).to_owned(),
        TextPart::Article(number) => (Message::NameArticle, number),
        TextPart::Number(number) => (Message::NameNumber, number),
        TextPart::Section(number) => (Message::NameSection, number),
        TextPart::Appendix(number) => (Message::NameAppendix, number),
        TextPart::OfPart { part, number } => {
            let part = Message::NamePart.about(*part, interface).replace("{of}", text.text(interface));
            return format!("{part}, {number}");
        }
    };
    message.about(number, interface).replace("{of}", text.text(interface))
}

const fn body_message(body: Body) -> Message {
    match body {
        Body::Plenipotentiary => Message::BodyPp,
        Body::StandardizationAssembly => Message::BodyWtsa,
        Body::DevelopmentConference => Message::BodyWtdc,
        Body::RadiocommunicationConference => Message::BodyWrc,
        Body::RadiocommunicationAssembly => Message::BodyRa,
        Body::Council => Message::BodyCouncil,
        Body::TelecommunicationConference => Message::BodyWcit,
    }
}

/// The name of the Sector: ITU-T, UIT-T, МСЭ-T.
fn sector_name(sector: Sector, interface: Interface) -> String {
    let union = match interface.language() {
        Language::French | Language::Spanish => "UIT",
        Language::Russian => "МСЭ",
        Language::Arabic | Language::Chinese | Language::English => "ITU",
    };
    let letter = match sector {
        Sector::Standardization => 'T',
        Sector::Radiocommunication => 'R',
        Sector::Development => 'D',
    };
    format!("{union}-{letter}")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_document_has_its_name_in_the_language_asked_for() {
        let named = |id: &str, language| name(&id.parse().unwrap(), Interface::of(language));
        assert_eq!(named("sg/cl/2019/53", Language::French), "Lettre circulaire CL-19/53");
        assert_eq!(named("pp/res/99@2018", Language::English), "Resolution 99 · Plenipotentiary Conference");
        assert_eq!(named("convention/art/25", Language::Chinese), "《公约》第25条");
        assert_eq!(
            named("br/ca/270/add/1", Language::Spanish),
            "Addéndum 1 – Circular Administrativa CA/270"
        );
        assert_eq!(named("itu-t/rec/X.509", Language::Russian), "Рекомендация МСЭ-T X.509");
        assert_eq!(named("?/question/4/17", Language::English), "Question 4/17");
        assert_eq!(named("bdt/md/102", Language::English), "Letter MD-102");
        assert_eq!(
            named("wrc/rec/608@2007", Language::Chinese).replace(' ', ""),
            "608建议书·世界无线电通信大会"
                .replace("世界无线电通信大会", Message::BodyWrc.text(Interface::of(Language::Chinese)))
        );
        assert_eq!(
            named("itu-t/rec/K.83/app/II", Language::French),
            "Recommandation UIT-T K.83, Appendice II"
        );
        assert_eq!(named("rop/part/c/1.10", Language::English), "Rules of Procedure, Part C, 1.10");
    }

    #[test]
    fn no_placeholder_is_left_in_a_name() {
        for id in [
            "sg/cl/2020/43",
            "sg/lc/58",
            "sg/dm/1051",
            "tsb/circular/2017/237",
            "tsb/collective/7/11",
            "br/cace/1",
            "br/lcce/4/71",
            "bdt/circular/8",
            "br/ca/270/corr/1",
            "?/dec/5",
            "itu-t/rec/A.12/amd/2",
            "itu-t/rec/A.12/err/1",
            "itu-r/rep/M.2410-0",
            "tsb/ob/1096",
            "itu-r/question/1/5",
            "wtpf/opinion/4",
            "constitution",
            "rr/app/30B",
            "general-rules/sec/3",
            "council/doc/2020/57",
            "pp-18/doc/67",
            "wcit/res/4@2012",
            "wrc/rec/608@2007",
            "itu-t/rec/K.83/app/II",
            "itu-t/rec/G.992.5/annex/B",
            "itu-t/suppl/A/3",
            "itu-t/imp/H.323",
            "itu-r/hdb/21",
            "rop/part/c/1.10",
            "optional-protocol",
            "financial-regulations/art/12",
            "council/doc/2017/inf/5",
            "council/doc/ca30/4856",
            "tdag/doc/16-21/6",
            "itu-t/sg/13/c/50",
            "wrc-15/final-acts",
            "agreement/ge06",
            "ifrb/circular/850",
            "br/car/55",
            "bdt/md/102",
            "?/awaited",
        ] {
            for language in Language::ALL {
                let name = name(&id.parse().unwrap(), Interface::of(language));
                assert!(!name.is_empty() && !name.contains(['{', '}']), "{id}: {name}");
            }
        }
    }
}
