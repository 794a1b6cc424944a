//! The title and the links in the head of the page, where the page lets the element manage them.

use yew::prelude::*;

use super::effects::use_effect_on;
use super::languages::{self, Choice};
use super::texts::ReadLetter;
use crate::browser::head::Head;
use crate::browser::idleness;

/// Describes the letter in the head of the page, first with `mark` if it does not hold as it is; where there is none, the head
/// stays as the page made it.
#[hook]
pub(super) fn use_head(letter: Option<&ReadLetter>, mark: Option<&str>, choice: Option<&Choice<'_>>) {
    let head = use_mut_ref(|| None::<Head>);
    let described = letter.map(|letter| {
        let subject = letter.metadata.subject.join(" ");
        let mark = mark.unwrap_or_default().to_owned();
        let parts = [mark, letter.name.clone(), subject];
        let title = parts.into_iter().filter(|part| !part.is_empty()).collect::<Vec<_>>().join(" – ");
        (title, choice.map(languages::addresses).unwrap_or_default())
    });
    // The head can wait until the text has been painted.
    use_effect_on(described, move |described| {
        let described = described.clone();

        idleness::when_idle(move || {
            let Ok(mut head) = head.try_borrow_mut() else { return };
            match described {
                Some((title, versions)) => head.get_or_insert_with(Head::manage).describe(&title, &versions),
                None => *head = None,
            }
        })
    });
}
