//! The language that a file says it is in.

use std::collections::BTreeMap;

use crate::alternate::chosen;
use crate::characters;
use crate::markup::Element;

/// The tag of the language in which most characters of runs are: `fr-CH`. None if no run says so.
pub(crate) fn of(root: &Element, styles: Option<&Element>) -> Option<String> {
    let mut counts: BTreeMap<String, usize> = BTreeMap::new();
    let default = styles.and_then(|styles| {
        let properties = styles.child("w:docDefaults")?.child("w:rPrDefault")?.child("w:rPr")?;
        properties.child("w:lang")?.attribute("w:val").map(str::to_owned)
    });
    count(root, default.as_deref(), &mut counts);
    counts.into_iter().max_by_key(|(_, count)| *count).map(|(tag, _)| tag)
}

fn count(element: &Element, default: Option<&str>, counts: &mut BTreeMap<String, usize>) {
    for child in element.children() {
        if child.is("mc:AlternateContent") {
            chosen(child).into_iter().for_each(|choice| count(choice, default, counts));
        } else if child.is("w:r") {
            let text = characters::of(child);
            let properties = child.child("w:rPr");
            let language = properties.and_then(|properties| properties.child("w:lang"));
            let is_right_to_left = properties.is_some_and(|properties| properties.child("w:rtl").is_some());
            let is_eastern = text.chars().any(|c| matches!(c, '\u{3400}'..='\u{9FFF}'));
            let name = if is_right_to_left {
                "w:bidi"
            } else if is_eastern {
                "w:eastAsia"
            } else {
                "w:val"
            };
            // The default is that of letters from left to right.
            let tag = language.and_then(|language| language.attribute(name));
            let tag = tag.or(default.filter(|_| name == "w:val"));
            if let Some(tag) = tag {
                *counts.entry(tag.to_owned()).or_default() += text.chars().count();
            }
        } else {
            count(child, default, counts);
        }
    }
}
