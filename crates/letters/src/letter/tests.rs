use super::*;
use crate::ids::{Date, DocumentId};

const CL_20_43: &str = include_str!("../../../../letters/cl-20-43/fr.md");

#[test]
fn the_letterhead_of_a_letter_is_read() {
    let letter = read(CL_20_43, None);
    let head = &letter.metadata.letterhead;
    assert_eq!(letter.metadata.language, Some(Language::French));
    assert_eq!(head.issuer.as_deref(), Some("Secrétariat général (SG)"));
    assert_eq!(head.issued_by, Some(Issuer::GeneralSecretariat));
    assert_eq!(head.place.as_deref(), Some("Genève"));
    assert_eq!(head.date, Date::new(2020, 10, 5));
    assert_eq!(head.references, ["CL-20/43"]);
    assert_eq!(head.ids, [DocumentId::CircularLetter { year: 2020, number: 43 }]);
    assert_eq!(head.unit.as_deref(), Some("SG/TSB"));
    assert_eq!(
        head.contacts,
        [Contact {
            name: Some("M. Bilel Jamoussi".to_owned()),
            phones: vec!["+41 22 730 6311".to_owned()],
            faxes: vec!["+41 22 730 5853".to_owned()],
            emails: vec!["wtsa@itu.int".to_owned()],
        }]
    );
    assert_eq!(head.addressees, ["Aux Administrations des États Membres de l'Union"]);
    assert_eq!(
        letter.metadata.subject,
        [
            "Assemblée mondiale de normalisation des télécommunications (AMNT-20)",
            "(23 février – 5 mars 2021)",
            "Colloque mondial sur la normalisation (GSS-20) (22 février 2021)",
        ]
    );
}

#[test]
fn the_text_of_a_letter_is_divided_from_its_signature() {
    let letter = read(CL_20_43, None);
    assert_eq!(letter.metadata.salutation.as_deref(), Some("Madame, Monsieur,"));
    assert_eq!(letter.paragraphs(), 5);
    let closing = letter.metadata.closing.as_deref().unwrap();
    assert!(closing.starts_with("Veillez agréer") && closing.ends_with("haute considération."));
    assert!(letter.metadata.signed);
    assert_eq!(
        letter.metadata.signatory,
        Some(Signatory {
            name: Some("Houlin ZHAO".to_owned()),
            title: Some("Secrétaire général".to_owned())
        })
    );
    assert_eq!(letter.metadata.annexes, []);
    // The letter was issued with four dead links.
    assert_eq!(
        letter.diagnostics.iter().map(|diagnostic| diagnostic.code).collect::<Vec<_>>(),
        [Code::DeadLink; 4]
    );
}

#[test]
fn a_letter_in_english_with_bold_labels_and_full_lines_is_read() {
    let letter = read(
        "General Secretariat (SG)\n\nGeneva, 3 May 2024\n\n**Ref.:** Circular letter CL-24/12\n**Contact:** Ms Ada Specimen\n\
         **Tel.:** +41 22 730 0000\n\nTo the Administrations of Member States\nof the Union\n\n**Subject: A specimen of a\nlong \
         subject**\n\nDear Sir/Madam,\n\nThis letter is a specimen.\n\n- It has a list.\n\nYours faithfully,\n\n(signed)\nAda \
         Specimen\nSecretary-General\n\n# Annex 1 – Programme\n\nNothing.",
        None,
    );
    let head = &letter.metadata.letterhead;
    assert_eq!(letter.metadata.language, Some(Language::English));
    assert_eq!(head.references, ["CL-24/12"]);
    assert_eq!(head.contacts[0].name.as_deref(), Some("Ms Ada Specimen"));
    assert_eq!(head.contacts[0].phones, ["+41 22 730 0000"]);
    assert_eq!(head.addressees, ["To the Administrations of Member States of the Union"]);
    assert_eq!(letter.metadata.subject, ["A specimen of a long subject"]);
    assert_eq!(letter.paragraphs(), 2);
    assert_eq!(letter.metadata.signatory.unwrap().title.as_deref(), Some("Secretary-General"));
    assert_eq!(
        letter.metadata.annexes,
        [Annex { number: Some("1".to_owned()), title: Some("Programme".to_owned()), heading: Some(1) }]
    );
}

#[test]
fn text_that_is_no_letter_is_kept_whole_and_said_to_be_none() {
    let letter = read("# Minutes\n\nThe meeting began at nine.", None);
    assert!(!letter.is_letter());
    assert_eq!(letter.parts.len(), 2);
    assert!(matches!(letter.parts[0].block.kind, crate::text::tree::BlockKind::Heading { .. }));
}

#[test]
fn a_text_without_words_is_empty() {
    assert!(read("\u{feff} \n", None).is_empty());
    assert!(read("", None).is_empty());
}

#[test]
fn a_date_that_the_calendar_lacks_is_reported_where_it_stands() {
    let source = CL_20_43.replace("5 octobre", "35 octobre");
    let letter = read(&source, None);
    assert_eq!(letter.metadata.letterhead.date, None);
    let impossible = letter.diagnostics.iter().find(|d| d.code == Code::ImpossibleDate).unwrap();
    assert_eq!(source.get(impossible.span.clone()), Some("35 octobre 2020"));
}

#[test]
fn what_has_a_label_that_nobody_knows_stands_alone() {
    let letter = read(
        "Ref.: CL-24/1\nE-mail: tsb@itu.int\nWeb: specimen\n\nCopy: A specimen\nTo ITU Sector Members\n\nSubject: X",
        Some(Language::English),
    );
    assert_eq!(letter.metadata.letterhead.contacts[0].emails, ["tsb@itu.int"]);
    assert_eq!(letter.metadata.letterhead.copies, ["A specimen To ITU Sector Members"]);
    assert_eq!(letter.metadata.letterhead.addressees, <[String; 0]>::default());
}

#[test]
fn what_stands_between_subject_and_salutation_belongs_to_the_subject() {
    let letter = read(
        "Ref.: Carta Circular CL-24/1\n\nAsunto: **Asamblea de muestra**  \n**Ginebra, 16 de noviembre de 2020**\n\n**(23 de febrero)**\n\n\
         Muy Señora mía/Muy Señor mío:\n\nEsta carta es una muestra.\n\nAtentamente,",
        Some(Language::Spanish),
    );
    assert_eq!(
        letter.metadata.subject,
        ["Asamblea de muestra", "Ginebra, 16 de noviembre de 2020", "(23 de febrero)"]
    );
    assert_eq!(letter.metadata.letterhead.date, None);
    assert_eq!(letter.metadata.salutation.as_deref(), Some("Muy Señora mía/Muy Señor mío:"));
    assert_eq!(letter.paragraphs(), 1);
}

#[test]
fn a_signature_is_read_in_the_shapes_that_it_has() {
    let end = |text: &str| {
        let source = format!(
            "Ref.: CL-24/1\n\nSubject: A specimen\n\nDear Sir,\n\nThis is one.\n\nYours faithfully,\n\n{text}"
        );
        read(&source, Some(Language::English))
    };
    let names = |letter: &Letter| {
        let signatory = letter.metadata.signatory.clone().unwrap();
        (letter.metadata.signed, signatory.name.unwrap_or_default(), signatory.title.unwrap_or_default())
    };
    let expected = (true, "Ada Specimen".to_owned(), "Secretary-General".to_owned());
    assert_eq!(names(&end("(signed) Ada Specimen  \nSecretary-General\n\nAnnex: 1")), expected);
    assert_eq!(
        names(&end("(signed)\n\nAda Specimen\n\nSecretary-General\n\nA note that follows.")),
        expected
    );
    let copied = end("(signed)\n\nAda Specimen\n\nCopy: Permanent Missions");
    assert_eq!(names(&copied).2, "");
    assert_eq!(copied.metadata.letterhead.copies, ["Permanent Missions"]);
}

#[test]
fn a_reference_is_known_within_its_words() {
    let references = |text: &str, language| {
        let letter = read(&format!("{text}\n\nX"), Some(language));
        (letter.metadata.letterhead.references, letter.metadata.letterhead.ids.len())
    };
    assert_eq!(references("文号： CL-20/43号通函", Language::Chinese), (vec!["CL-20/43".to_owned()], 1));
    assert_eq!(
        references("Réf.: Lettre circulaire N°CL-20/43", Language::French),
        (vec!["CL-20/43".to_owned()], 1)
    );
    let (references, ids) = references("Ref.: Corrigendum 1 to Circular Letter CL-20/43", Language::English);
    assert_eq!((&references[..], ids), (&["Corrigendum 1 to Circular Letter CL-20/43".to_owned()][..], 1));
}

#[test]
fn a_label_alone_takes_the_value_that_follows() {
    let letter = read(
        "Ref.: CL-24/1\n\nTo:\n\nAll specimens\n\nSubject:\n\n**A specimen**\n\nDear Sir,\n\nThis is one.",
        Some(Language::English),
    );
    assert_eq!(letter.metadata.letterhead.addressees, ["All specimens"]);
    assert_eq!(letter.metadata.subject, ["A specimen"]);
    assert_eq!(letter.paragraphs(), 1);
}

#[test]
fn an_annex_begins_with_its_number_whether_it_is_a_heading_or_not() {
    let annexes = |text: &str, language| {
        let source = format!(
            "Ref.: CL-24/1\n\nSubject: A specimen\n\nDear Sir,\n\nThis is one.\n\nYours faithfully,\n\n{text}"
        );
        let source = if language == Language::Chinese {
            format!("文号：CL-24/1\n\n事由：样本\n\n尊敬的先生：\n\n样本。\n\n顺致敬意！\n\n{text}")
        } else {
            source
        };
        let annexes = read(&source, Some(language)).metadata.annexes;
        annexes
            .into_iter()
            .map(|annex| (annex.number.unwrap_or_default(), annex.title.unwrap_or_default()))
            .collect::<Vec<_>>()
    };
    let annex = |number: &str, title: &str| (number.to_owned(), title.to_owned());
    assert_eq!(
        annexes(
            "Ada Specimen\n\nAnnex: 1\n\n**Annex 1 – Programme**\n\nNothing.\n\nANNEX B (to CL-24/1)",
            Language::English
        ),
        [annex("1", "Programme"), annex("B", "")]
    );
    assert_eq!(annexes("附件1：日程\n\n无。", Language::Chinese), [annex("1", "日程")]);
    assert_eq!(annexes("Ada Specimen\n\nAnnex: 1", Language::English), []);
}

#[test]
fn a_letter_in_another_language_than_the_given_one_is_read_all_the_same() {
    let letter = read(CL_20_43, Some(Language::Russian));
    assert_eq!(letter.metadata.language, Some(Language::French));
    assert_eq!(
        letter
            .diagnostics
            .iter()
            .map(|diagnostic| diagnostic.code)
            .filter(|code| *code != Code::DeadLink)
            .collect::<Vec<_>>(),
        [Code::OtherLanguage]
    );
    assert_eq!(letter.metadata.letterhead.references, ["CL-20/43"]);
}

#[test]
fn letters_lost_to_a_wrong_encoding_are_reported_where_they_begin() {
    let source = String::from_utf8_lossy(b"Ref.: CL-24/1\n\nGen\xe8ve, 3 May 2024\n\nDear Sir,").into_owned();
    let letter = read(&source, Some(Language::English));
    let lost = letter.diagnostics.iter().find(|diagnostic| diagnostic.code == Code::NotUtf8).unwrap();
    assert_eq!(lost.span.start, "Ref.: CL-24/1\n\nGen".len());
}

#[test]
fn the_unit_in_a_table_is_not_taken_for_what_the_label_beside_the_reference_waits_for() {
    let letter = read(
        "| Ref.: TSB Circular 77 | To: |\n|---|---|\n| COM 3/ST | - All specimens; |\n| Tel.: +41 22 730 5111 | - The others |\n\n\
         Subject: A specimen\n\nDear Sir,\n\nThis is one.",
        Some(Language::English),
    );
    assert_eq!(letter.metadata.letterhead.unit.as_deref(), Some("COM 3/ST"));
    assert_eq!(letter.metadata.letterhead.addressees, ["All specimens", "The others"]);
}

#[test]
fn a_place_stands_over_its_date_as_well_as_before_it() {
    let read = |place| {
        read(
            &format!(
                "Ref.: CL-24/1\n\n{place}\n\n5 May 2024\n\nSubject: A specimen\n\nDear Sir,\n\nThis is one."
            ),
            None,
        )
        .metadata
        .letterhead
    };
    assert_eq!(read("Geneva,").place.as_deref(), Some("Geneva"));
    assert_eq!(read("By post").place, None);
    assert_eq!(read("Geneva,").date.map(|date| date.to_string()).as_deref(), Some("2024-05-05"));
}

#[test]
fn a_text_with_a_few_null_characters_is_a_letter_with_a_warning() {
    let source = CL_20_43.replacen("UIT", "U\0T", 1);
    assert!(!is_binary(&source));
    let letter = read(&source, None);
    assert!(letter.is_letter());
    let codes: Vec<Code> = letter.diagnostics.iter().map(|diagnostic| diagnostic.code).collect();
    assert!(codes.contains(&Code::NullCharacters));
}

#[test]
fn a_file_of_another_kind_is_known_by_its_beginning_or_its_null_characters() {
    assert!(is_binary("%PDF-1.7"));
    assert!(is_binary(&decode(b"\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1")));
    assert!(is_binary(&("text ".repeat(10) + "\0")));
    assert!(!is_binary("a text"));
}

#[test]
fn text_between_letterhead_and_body_that_is_no_value_is_reported() {
    let source = "General Secretariat\n\nCL-26/901\n\n5 May 2026\n\nTo Member States\n\nOffice hours on Monday mornings\n\n\
                  Subject: A specimen\n\nDear Sir,\n\nThe text.\n";
    let letter = read(source, Some(Language::English));
    let unread = letter.diagnostics.iter().filter(|diagnostic| diagnostic.code == Code::UnreadLine);
    let lines: Vec<_> = unread.map(|diagnostic| source.get(diagnostic.span.clone())).collect();
    assert_eq!(lines, [Some("Office hours on Monday mornings")]);
}

#[test]
fn a_sentence_is_no_addressee() {
    let source = "Geneva, 4 May 2001\n\nCircular Letter CR/300\n\nTo Member States, the Bureau offers training courses \
                  every year.\n\nV. Specimen\\\nDirector\n";
    assert!(read(source, None).metadata.letterhead.addressees.is_empty());
}

#[test]
fn what_has_marks_of_other_values_is_no_name() {
    let source =
        "CR/300\n\nGeneva, 4 May 2001\n\nContact:Ada SpecimenTel:+41227305866\n\nSubject: X\n\nDear Sir,\n";
    assert!(read(source, None).metadata.letterhead.contacts.iter().all(|contact| contact.name.is_none()));
}

#[test]
fn a_label_before_a_letterhead_in_one_paragraph_takes_no_part_of_it() {
    let source = "### Subject:\n\nINTERNATIONAL TELECOMMUNICATION UNION Radiocommunication Bureau (BR) Circular Letter CR/377 \
                  3 December 2014 To Administrations of Member States of the ITU Subject: Electronic submission of notices \
                  Dear Sir/Madam,\n\nThe Bureau has the honour.\n";
    let letter = read(source, Some(Language::English));
    let shown: Vec<String> = letter.parts.iter().map(|part| plain_text(part.block.lines())).collect();
    assert_eq!(shown.iter().filter(|text| text.contains("CR/377")).count(), 1, "{shown:?}");
}

#[test]
fn a_short_paragraph_behind_the_signature_is_no_part_of_the_title() {
    let source = "Ref.: CR/400\n\nGeneva, 5 May 2015\n\nSubject: Notices\n\nDear Sir,\n\nText.\n\nYours faithfully,\n\n\
                  Ada Specimen\\\nDirector\n\nenclosures as stated above\n";
    let signatory = read(source, Some(Language::English)).metadata.signatory;
    assert_eq!(signatory.and_then(|one| one.title).as_deref(), Some("Director"));
}
