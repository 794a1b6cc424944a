//! The characters of a file: those of its texts, and one for each symbol, no-break hyphen, tab and break.

use crate::alternate::chosen;
use crate::markup::Element;

/// The characters that a run shows for the element; `None` for elements that are no text.
fn own(element: &Element) -> Option<String> {
    Some(match &*element.name {
        "w:t" | "w:delText" | "m:t" => element.text().into_owned(),
        "w:sym" => "\u{FFFD}".to_owned(),
        "w:noBreakHyphen" => "\u{2011}".to_owned(),
        "w:tab" | "w:ptab" => "\t".to_owned(),
        "w:br" | "w:cr" => "\n".to_owned(),
        _ => return None,
    })
}

/// Adds the characters in the element to the text, in their order. Of alternatives, those of the one that is read.
pub(crate) fn push(element: &Element, text: &mut String) {
    match &*element.name {
        // Stops of tabs are properties.
        "w:pPr" | "w:rPr" => {}
        "mc:AlternateContent" => chosen(element).into_iter().for_each(|choice| push(choice, text)),
        _ => match own(element) {
            Some(own) => text.push_str(&own),
            None => element.children().for_each(|child| push(child, text)),
        },
    }
}

/// The characters in the element.
pub(crate) fn of(element: &Element) -> String {
    let mut text = String::new();
    push(element, &mut text);
    text
}

/// Their number.
pub(crate) fn count(element: &Element) -> usize {
    of(element).chars().count()
}
