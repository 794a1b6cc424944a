//! The developer's view: what a publisher should mend in the letter. Readers never see it.

use yew::prelude::*;

use crate::diagnostic::{Diagnostic, Place};
use crate::letter::Letter;

/// How many diagnostics are shown: the command `circulars check` gives all.
const MOST: usize = 100;

/// The diagnostics of the letter. They are in English, as those of the command are.
pub(super) fn diagnostics(letter: &Letter, source: &str) -> Html {
    let shown = |diagnostic: &Diagnostic| {
        let Place { line, column } = Place::of(source, diagnostic.span.start);
        let code = diagnostic.code;
        html! {
            <li>
                <code>{ format!("{line}:{column} {}[{}]", code.severity(), code.name()) }</code>
                { format!(" {}: {}", code.reason(), code.advice()) }
            </li>
        }
    };
    html! {
        <section class="debug" part="debug" lang="en" dir="ltr" aria-label="Diagnostics">
            <ol>{ for letter.diagnostics.iter().take(MOST).map(shown) }</ol>
        </section>
    }
}
