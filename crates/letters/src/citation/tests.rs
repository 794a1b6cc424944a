//! Citations with their places in a letter. Recognizing citations is tested with the grammar.

use super::*;
use crate::ids::Language;

fn citations(source: &str) -> Vec<Citation> {
    find(&crate::letter::read(source, Some(Language::English)))
}

#[test]
fn a_citation_that_is_split_by_markup_or_a_line_break_is_one() {
    let letter = "Ref.: CL-24/1\n\nSubject: A specimen\n\nDear Sir,\n\nSee **CL-20**/43 and [Resolution\n99](#) (Rev. *Dubai*, 2018).\n";
    let citations = citations(letter);
    let texts: Vec<&str> = citations.iter().map(|citation| citation.text.as_str()).collect();
    assert_eq!(texts, ["CL-20/43", "Resolution 99 (Rev. Dubai, 2018)"]);
    assert_eq!(letter.get(citations[1].span.clone()), Some("Resolution\n99](#) (Rev. *Dubai*, 2018)"));
    assert_eq!(citations[1].destination.as_deref(), Some("#"));
}

#[test]
fn a_letter_is_superseded_in_every_voice() {
    for (language, text, supersedes) in [
        (
            Language::English,
            "Circular Letter CR/300 is withdrawn and superseded by the present letter.",
            true,
        ),
        (Language::English, "The present letter cancels and replaces Circular Letter CR/300.", true),
        (Language::English, "Circular Letter CR/300 is replaced by Circular Letter CR/302.", false),
        (
            Language::French,
            "La Lettre circulaire CR/300 est annulée et remplacée par la présente lettre.",
            true,
        ),
        (Language::French, "La présente lettre annule et remplace la Lettre circulaire CR/300.", true),
        (Language::Spanish, "La Carta Circular CR/300 queda anulada y sustituida por la presente.", true),
        (Language::Russian, "Циркулярное письмо CR/300 отменяется и заменяется настоящим письмом.", true),
        (Language::Chinese, "第CR/300号通函作废，由本通函替代。", true),
        (Language::Chinese, "CR/300号通函由本通函取代。", true),
        (
            Language::French,
            "Objet: Fiches\n\nMadame, Monsieur,\n\nRéférences:\n\n- Lettre circulaire CR/300 (annulée et remplacée par la présente lettre circulaire)",
            true,
        ),
        (
            Language::Spanish,
            "Asunto: Fichas\n\nMuy Señora mía/Muy Señor mío:\n\nReferencias: Carta Circular CR/299, anulada por la CR/300\\\nCarta Circular CR/300, sustituida por la presente Circular\\\nCarta Circular CR/301",
            true,
        ),
        (
            Language::English,
            "Subject: Notices\n\nDear Sir/Madam,\n\nReferences: Circular Letter CR/299, superseded by this letter\\\nCircular Letter CR/300\\\nCircular Letter CR/301",
            false,
        ),
        (
            Language::Russian,
            "Предмет: Заявки\n\nУважаемая госпожа,\n\nЦиркулярное письмо CR/299 от 20 февраля 2014 года; Циркулярное письмо CR/300 (заменено настоящим циркулярным письмом)",
            true,
        ),
        (Language::Arabic, "تلغى الرسالة المعممة CR/300 وتحل محلها هذه الرسالة المعممة.", true),
        (Language::Arabic, "تحل هذه الرسالة المعممة محل الرسالة المعممة CR/300.", true),
    ] {
        let source = format!("CR/400\n\n5/5/2015\n\n{text}\n");
        let letter = crate::letter::read(&source, Some(language));
        let relations = relations(&letter, &find(&letter));
        let is_superseded = relations
            .iter()
            .any(|(relation, id)| *relation == Relation::Supersedes && id.to_string() == "br/cr/300");
        assert_eq!(is_superseded, supersedes, "{text}");
    }
}
