//! The title and the links in the head of the page, where the page lets the element manage them.

use yew::prelude::*;

use super::effects::use_effect_on;
use super::languages::{self, Choice};
use super::texts::ReadLetter;
use crate::browser::loading::Loader;
use crate::browser::{idleness, json};

/// Describes the letter in the head of the page, first with `mark` if it does not hold as it is; where there is none, the head
/// stays as the page made it.
#[hook]
pub(super) fn use_head(
    loader: &Loader,
    letter: Option<&ReadLetter>,
    mark: Option<&str>,
    choice: Option<&Choice<'_>>,
) {
    let described = letter.map(|letter| {
        let subject = letter.metadata.subject.join(" ");
        let mark = mark.unwrap_or_default().to_owned();
        let parts = [mark, letter.name.clone(), subject];
        let title = parts.into_iter().filter(|part| !part.is_empty()).collect::<Vec<_>>().join(" – ");
        (title, choice.map(languages::addresses).unwrap_or_default())
    });
    // The head can wait until the text has been painted.
    use_effect_on((described, loader.clone()), move |(described, loader)| {
        let (described, loader) = (described.clone(), loader.clone());
        idleness::when_idle(move || {
            let (title, versions) = described.unzip();
            let versions = versions.unwrap_or_default().into_iter();
            let versions =
                versions.map(|(tag, address)| json::array([tag.into(), address.as_str().into()].into_iter()));
            loader.describe_head(title.as_deref(), &json::array(versions));
        })
    });
}
