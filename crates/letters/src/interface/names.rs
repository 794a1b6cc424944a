//! What a document is called in the language of the interface: “Lettre circulaire CL-19/53”.

use super::Message;
use crate::ids::Language;
use crate::ids::{
    Amendment, BasicText, Body, DocumentId, RadiocommunicationSeries, ResolutionKind, Sector, TextPart,
};

/// The kinds of documents, as the panel of references groups them.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Group {
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

impl Group {
    /// The group of the document.
    pub const fn of(id: &DocumentId) -> Self {
        match id {
            DocumentId::Resolution { .. } => Self::Resolutions,
            DocumentId::BasicText { .. } => Self::BasicTexts,
            DocumentId::Recommendation { .. } | DocumentId::Question { .. } | DocumentId::Opinion { .. } => {
                Self::TechnicalTexts
            }
            DocumentId::CouncilDocument { .. } | DocumentId::ConferenceDocument { .. } => Self::Documents,
            _ => Self::Letters,
        }
    }

    /// What the group is called.
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

/// The name of the document.
pub fn name(id: &DocumentId, language: Language) -> String {
    let named = |message: Message, number: &str| message.about(number, language);
    match id {
        DocumentId::CircularLetter { year, number } => {
            named(Message::NameCircularLetter, &format!("{:02}/{number}", year % 100))
        }
        DocumentId::OldCircularLetter { number } => {
            named(Message::NameOldCircularLetter, &number.to_string())
        }
        DocumentId::DmLetter { year: Some(year), number } => {
            named(Message::NameDmLetter, &format!("{:02}/{number}", year % 100))
        }
        DocumentId::DmLetter { year: None, number } => named(Message::NameDmLetter, &number.to_string()),
        DocumentId::TsbCircular { number, .. } => named(Message::NameTsbCircular, &number.to_string()),
        DocumentId::CollectiveLetter { number, group } => {
            named(Message::NameCollectiveLetter, &format!("{number}/{group}"))
        }
        DocumentId::RadiocommunicationCircular { series, number } => {
            let is_administrative =
                matches!(series, RadiocommunicationSeries::Ca | RadiocommunicationSeries::Cace);
            let message = if is_administrative {
                Message::NameAdministrativeCircular
            } else {
                Message::NameRadioCircular
            };
            named(message, &format!("{}/{number}", series.code().to_ascii_uppercase()))
        }
        DocumentId::StudyGroupLetter { study_group, number } => {
            named(Message::NameRadioCircular, &format!("{study_group}/LCCE/{number}"))
        }
        DocumentId::BdtCircular { number } => named(Message::NameBdtCircular, number),
        DocumentId::Amendment { of, kind, number } => {
            let message = match kind {
                Amendment::Corrigendum => Message::NameCorrigendum,
                Amendment::Addendum => Message::NameAddendum,
                Amendment::Revision => Message::NameRevision,
            };
            named(message, &number.to_string()).replace("{of}", &name(of, language))
        }
        DocumentId::Resolution { kind, body, number, .. } => {
            let message = match kind {
                ResolutionKind::Resolution => Message::NameResolution,
                ResolutionKind::Decision if *body == Some(Body::Council) => Message::NameCouncilDecision,
                ResolutionKind::Decision => Message::NameDecision,
            };
            let named = named(message, number);
            body.map_or(named.clone(), |body| format!("{named} · {}", body_message(body).text(language)))
        }
        DocumentId::Recommendation { sector, number, .. } => {
            named(Message::NameRecommendation, number).replace("{of}", &sector_name(*sector, language))
        }
        DocumentId::Question { sector, number, group } => {
            let of = sector.map(|sector| sector_name(sector, language)).unwrap_or_default();
            let name = named(Message::NameQuestion, &format!("{number}/{group}")).replace("{of}", &of);
            name.replace("  ", " ")
        }
        DocumentId::Opinion { number } => named(Message::NameOpinion, &number.to_string()),
        DocumentId::BasicText { text, part } => provision(*text, part, language),
        DocumentId::CouncilDocument { year, number } => {
            named(Message::NameCouncilDocument, &format!("{:02}/{number}", year % 100))
        }
        DocumentId::ConferenceDocument { conference, number } => {
            named(Message::NameConferenceDocument, number).replace("{of}", &conference.to_ascii_uppercase())
        }
        DocumentId::Awaited => Message::NameAwaited.text(language).to_owned(),
    }
}

fn provision(text: BasicText, part: &TextPart, language: Language) -> String {
    let text = match text {
        BasicText::Constitution => Message::NameConstitution,
        BasicText::Convention => Message::NameConvention,
        BasicText::GeneralRules => Message::NameGeneralRules,
        BasicText::RadioRegulations => Message::NameRadioRegulations,
        BasicText::TelecommunicationRegulations => Message::NameTelecommunicationRegulations,
    };
    let (message, number) = match part {
        TextPart::Whole => return text.text(language).to_owned(),
        TextPart::Article(number) => (Message::NameArticle, number),
        TextPart::Number(number) => (Message::NameNumber, number),
        TextPart::Section(number) => (Message::NameSection, number),
        TextPart::Appendix(number) => (Message::NameAppendix, number),
    };
    message.about(number, language).replace("{of}", text.text(language))
}

const fn body_message(body: Body) -> Message {
    match body {
        Body::Plenipotentiary => Message::BodyPp,
        Body::StandardizationAssembly => Message::BodyWtsa,
        Body::DevelopmentConference => Message::BodyWtdc,
        Body::RadiocommunicationConference => Message::BodyWrc,
        Body::RadiocommunicationAssembly => Message::BodyRa,
        Body::Council => Message::BodyCouncil,
    }
}

/// The Sector as the language writes it: ITU-T, UIT-T, МСЭ-T.
fn sector_name(sector: Sector, language: Language) -> String {
    let union = match language {
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
    fn a_document_is_called_what_the_language_calls_it() {
        let called = |id: &str, language| name(&id.parse().unwrap(), language);
        assert_eq!(called("sg/cl/2019/53", Language::French), "Lettre circulaire CL-19/53");
        assert_eq!(called("pp/res/99@2018", Language::English), "Resolution 99 · Plenipotentiary Conference");
        assert_eq!(called("convention/art/25", Language::Chinese), "《公约》第25条");
        assert_eq!(
            called("br/ca/270/add/1", Language::Spanish),
            "Addéndum 1 – Circular Administrativa CA/270"
        );
        assert_eq!(called("itu-t/rec/X.509", Language::Russian), "Рекомендация МСЭ-T X.509");
        assert_eq!(called("?/question/4/17", Language::English), "Question 4/17");
    }

    #[test]
    fn no_name_keeps_a_gap() {
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
            "itu-r/question/1/5",
            "wtpf/opinion/4",
            "constitution",
            "rr/app/30B",
            "general-rules/sec/3",
            "council/doc/2020/57",
            "pp-18/doc/67",
            "?/awaited",
        ] {
            for language in Language::ALL {
                let name = name(&id.parse().unwrap(), language);
                assert!(!name.is_empty() && !name.contains(['{', '}']), "{id}: {name}");
            }
        }
    }
}
