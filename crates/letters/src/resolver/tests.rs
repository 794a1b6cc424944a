//! Targets of citations: one rule for each test.

use super::*;
use crate::Version;
use crate::catalogue::Standing;
use crate::letter;

fn letter_saying(words: &str) -> Letter {
    let source = format!(
        "Geneva, 5 October 2020\n\nRef.: CL-20/43\n\nTo: All\n\nSubject: A specimen\n\nDear Sir,\n\n{words}\n\nYours faithfully,\n"
    );
    letter::read(&source, Some(Language::English))
}

fn resolved(
    words: &str,
    catalogue: Option<&Catalogue>,
    entries: &[Entry],
    language: Language,
) -> Vec<Reference> {
    let letter = letter_saying(words);
    let catalogue = catalogue.map(LocatedCatalogue::relative);
    resolve(&letter.metadata.letterhead, citation::find(&letter), Sources { catalogue, entries, language })
}

fn only(words: &str) -> Reference {
    let mut references = resolved(words, None, &[], Language::French);
    assert_eq!(references.len(), 1, "{words}");
    references.remove(0)
}

fn address(reference: &Reference) -> &str {
    reference.target.as_ref().map_or("", |target| target.address.as_str())
}

#[test]
fn a_circular_letter_is_not_a_contribution_to_the_council() {
    let mut references = resolved("See CL-20/42 and C20/43.", None, &[], Language::French);
    assert_eq!(address(&references.remove(0)), "https://www.itu.int/md/S20-SG-CIR-0042/fr");
    assert_eq!(address(&references.remove(0)), "https://www.itu.int/md/S20-CL-C-0043/fr");
    let own: DocumentId = "sg/cl/2020/43".parse().unwrap();
    let target = address_templates::by_rule(&own, None, Language::French).unwrap();
    assert_eq!(target.address, "https://www.itu.int/md/S20-SG-CIR-0043/fr");
    assert_eq!(target.provenance, Provenance::Rule(Certainty::Certain));
}

#[test]
fn a_letter_does_not_lead_to_itself() {
    let reference = only("This is CL-20/43.");
    assert_eq!((reference.state, reference.target), (State::Own, None));
}

#[test]
fn a_placeholder_gets_the_address_of_its_words_and_a_real_link_is_kept() {
    let placeholder = only("See [CL-19/53](#).");
    assert_eq!(address(&placeholder), "https://www.itu.int/md/S19-SG-CIR-0053/fr");
    let script = only("See [CL-19/53](javascript:alert(1)).");
    assert_eq!(address(&script), "https://www.itu.int/md/S19-SG-CIR-0053/fr");
    let given = only("See [CL-19/53](https://www.itu.int/md/S19-SG-CIR-0053/en).");
    assert_eq!(address(&given), "https://www.itu.int/md/S19-SG-CIR-0053/en");
    assert_eq!((given.state, given.target.unwrap().provenance), (State::Resolved, Provenance::Given));
    let wrong = only("See [CL-19/53](https://www.itu.int/md/S19-CL-C-0053/en).");
    assert_eq!((wrong.state, wrong.reason), (State::Ambiguous, Some(Reason::Contradicted)));
}

#[test]
fn links_whose_words_cite_nothing_are_dead() {
    let letter = letter_saying("See [a report](#), [CL-19/53](#) and [a page](https://example.org).");
    let sources = Sources { catalogue: None, entries: &[], language: Language::English };
    let references = resolve(&letter.metadata.letterhead, citation::find(&letter), sources);
    let dead: Vec<String> = dead_links(&letter, &references).into_iter().map(|link| link.text).collect();
    assert_eq!(dead, ["a report"]);
}

#[test]
fn an_unresolved_citation_has_its_reason() {
    for (words, state, reason) in [
        ("See Resolution 7.", State::Ambiguous, Reason::UnknownBody),
        ("See Question 4/17.", State::Ambiguous, Reason::UnknownSector),
        ("The TSB will issue a separate circular shortly.", State::Awaited, Reason::NotNumbered),
        ("See Council Decision 482.", State::Unresolved, Reason::NoAddress),
    ] {
        let reference = only(words);
        assert_eq!((reference.state, reference.reason), (state, Some(reason)), "{words}");
    }
}

#[test]
fn an_edition_that_is_not_in_force_is_recognized() {
    let cited = only("See Resolution 99 (Rev. Dubai, 2018).");
    assert!(cited.opens_other_edition());
    assert_eq!(cited.target.unwrap().edition, Some(2022));
    assert!(!only("See Resolution 70 (Rev. Bucharest, 2022).").opens_other_edition());
}

#[test]
fn an_address_seen_only_in_english_is_likely_in_other_languages() {
    let provenance = |language| {
        let references = resolved("See Resolution 99 (Rev. Dubai, 2018).", None, &[], language);
        references.first().and_then(|reference| reference.target.clone()).unwrap().provenance
    };
    assert_eq!(provenance(Language::English), Provenance::Registry(Certainty::Certain));
    assert_eq!(provenance(Language::Russian), Provenance::Registry(Certainty::Likely));
}

#[test]
fn a_text_in_one_language_serves_readers_of_all_and_says_its_language() {
    let references =
        resolved("See the International Telecommunication Regulations.", None, &[], Language::Arabic);
    let target = references.first().and_then(|reference| reference.target.clone()).unwrap();
    assert_eq!((target.language, target.edition), (Some(Language::English), Some(1988)));
}

/// A catalogue of CL-19/53 and the letter that supersedes it.
fn catalogue() -> Catalogue {
    let held = letter::read(
        "Geneva, 1 May 2019\n\nRef.: CL-19/53\n\nTo: All\n\nSubject: Held\n\nDear Sir,\n\nText.\n",
        Some(Language::English),
    );
    let superseding = letter::read(
        "Geneva, 1 May 2020\n\nRef.: CL-20/1\n\nTo: All\n\nSubject: New\n\nDear Sir,\n\nThis letter cancels and supersedes CL-19/53.\n",
        Some(Language::English),
    );
    Catalogue::of([
        ("a/en.md".to_owned(), &Version::of(held)),
        ("b/en.md".to_owned(), &Version::of(superseding)),
    ])
}

#[test]
fn the_catalogue_comes_before_the_rules() {
    let reference = resolved("See CL-19/53.", Some(&catalogue()), &[], Language::Chinese).remove(0);
    assert_eq!(address(&reference), "a/en.md");
    let target = reference.target.unwrap();
    assert_eq!((target.provenance, target.language), (Provenance::Catalogue, Some(Language::English)));
    assert_eq!(reference.title, Some(("Held".to_owned(), Language::English)));
    assert_eq!(reference.standing, [(Standing::SupersededBy, "sg/cl/2020/1".parse().unwrap())]);
}

#[test]
fn the_embedding_page_comes_before_the_catalogue() {
    let id: DocumentId = "sg/cl/2019/53".parse().unwrap();
    let entry = Entry { id, address: "https://example.org/53".to_owned(), title: None, language: None };
    let its = |entry| resolved("See CL-19/53.", Some(&catalogue()), &[entry], Language::Chinese).remove(0);
    let reference = its(entry.clone());
    assert_eq!(address(&reference), "https://example.org/53");
    assert_eq!(reference.title, Some(("Held".to_owned(), Language::English)));
    // A title of the page is in its language, or else in that of the reader.
    let reference = its(Entry { title: Some("Theirs".to_owned()), ..entry });
    assert_eq!(reference.title, Some(("Theirs".to_owned(), Language::Chinese)));
}

/// The resolved reference to CL-19/53, with the catalogue's addresses completed by `locate`.
fn located(locate: &(dyn Fn(&str) -> Option<String> + Sync)) -> Reference {
    let letter = letter_saying("See CL-19/53.");
    let catalogue = catalogue();
    let catalogue = Some(LocatedCatalogue { catalogue: &catalogue, locate });
    let sources = Sources { catalogue, entries: &[], language: Language::English };
    resolve(&letter.metadata.letterhead, citation::find(&letter), sources).remove(0)
}

#[test]
fn a_target_in_the_catalogue_has_its_complete_address() {
    let reference = located(&|address| Some(format!("https://example.org/{address}")));
    assert_eq!(address(&reference), "https://example.org/a/en.md");
}

#[test]
fn a_letter_whose_address_in_the_catalogue_leads_nowhere_is_unresolved() {
    let reference = located(&|_| None);
    assert_eq!((reference.state, reference.reason), (State::Unresolved, Some(Reason::NoAddress)));
    assert_eq!(reference.target, None);
}

#[test]
fn a_part_of_a_recommendation_leads_to_the_page_that_lists_it() {
    for (words, expected) in [
        ("See Appendix I to Recommendation ITU-T K.83.", "https://www.itu.int/rec/T-REC-K.83/fr"),
        ("See Recommendation ITU-T A.12 Cor. 2.", "https://www.itu.int/rec/T-REC-A.12/fr"),
        ("See A Suppl. 3.", "https://www.itu.int/rec/T-REC-A.Sup3/fr"),
        ("See the Final Acts of WRC-19.", "https://www.itu.int/pub/R-ACT-WRC.14-2019"),
    ] {
        assert_eq!(address(&only(words)), expected, "{words}");
    }
}
