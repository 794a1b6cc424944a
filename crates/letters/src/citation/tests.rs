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
