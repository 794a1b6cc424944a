//! What is a citation and what is not, one rule each. The gold set (`tests/citations/`) has the breadth.

use super::*;

fn found(text: &str, language: Language) -> Vec<(String, String)> {
    let circumstances = Circumstances { language: Some(language), ..Circumstances::default() };
    let found = find_in_text(text, circumstances).into_iter();
    found.map(|found| (text.get(found.range).unwrap().to_owned(), found.id.to_string())).collect()
}

fn ids(text: &str, language: Language) -> Vec<String> {
    found(text, language).into_iter().map(|(_, id)| id).collect()
}

#[test]
fn each_number_of_a_list_is_a_citation_of_its_own() {
    assert_eq!(
        found("Suite aux Lettres circulaires N° 19/53 et N° 20/40", Language::French),
        [("N° 19/53".into(), "sg/cl/2019/53".into()), ("N° 20/40".into(), "sg/cl/2020/40".into())]
    );
}
