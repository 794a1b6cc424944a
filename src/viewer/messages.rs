//! What the sheet says before the letter: that it is on its way, in which language it is shown now, why it cannot be shown, what is shown instead.

use yew::prelude::*;

use super::catalogue_loading::WantedLetter;
use super::notice::{About, notice};
use super::sheet_state::Showing;
use super::wording;
use crate::browser::dom;
use letters::ids::Language;
use letters::interface::Message;

/// The messages, and the sheet that they stand on.
pub(super) struct Messages {
    pub(super) shown: Html,
    pub(super) sheet: NodeRef,
}

/// What there is to say.
#[hook]
pub(super) fn use_messages(
    showing: &Showing,
    known: Option<&WantedLetter>,
    source: Option<&str>,
    interface: Language,
) -> Messages {
    let sheet = use_node_ref();
    // The button that was pressed goes away: the focus stays near.
    let on_retry = use_callback((sheet.clone(), showing.retry.clone()), |_: MouseEvent, (sheet, retry)| {
        if let Some(sheet) = sheet.cast() {
            dom::focus(&sheet);
        }
        retry.emit(());
    });
    let is_empty = showing.versions.is_empty();
    let loading = if showing.is_busy() { Message::Loading.text(interface) } else { "" };
    let of_letter =
        showing.reading.failure().map(|failure| About { failure, language: None, address: source });
    let aside = showing.failed.as_ref().map(|failed| About {
        failure: failed.failure,
        language: Some(failed.language),
        address: failed.address.as_deref(),
    });
    let notice = of_letter.or(aside).map(|about| notice(about, interface, &on_retry));
    let shown = html! {
        <div class="messages">
            <p class="loading" role="status">{ if is_empty { loading } else { "" } }</p>
            <p class="unseen" role="status">
                if is_empty || loading.is_empty() { { showing.change.announcement.clone() } } else { { loading } }
            </p>
            <div role="alert">{ for notice }</div>
            <div class="instead" role="status">
                if let Some(words) = shown_instead(showing, known, interface) {
                    <p>{ words }</p>
                }
            </div>
        </div>
    };
    Messages { shown, sheet }
}

/// That there is no version in the language that was asked for, which one is shown, and which there are.
fn shown_instead(showing: &Showing, known: Option<&WantedLetter>, interface: Language) -> Option<String> {
    let known = known?;
    let shown = wording::language(showing.letter()?.language?, interface);
    let missing = wording::language(known.missing?, interface);
    let instead = Message::ShownInstead.about(missing, interface).replace("{of}", &shown);
    let names: Vec<String> =
        known.versions.iter().map(|version| wording::language(version.language, interface)).collect();
    let available = Message::AvailableIn.about(wording::list(&names, interface), interface);
    Some(format!("{instead} {available}"))
}
