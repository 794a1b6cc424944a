//! The messages above the letter: that it is loading, in which language it is shown, why it cannot be shown, what is
//! shown instead.

use yew::prelude::*;

use super::failure::Failure;
use super::notice::{About, notice};
use super::sheet::SheetStore;
use super::sheet_state::{Announcement, Sheet, SheetEvent};
use super::wording;
use crate::browser::dom;
use crate::browser::loading::Loader;
use letters::interface::{Interface, Message};

/// The messages, and the sheet that they are on.
pub(super) struct Messages {
    pub(super) shown: Html,
    pub(super) sheet: NodeRef,
}

/// The messages about the sheet. `source` is the address of the requested letter.
#[hook]
pub(super) fn use_messages(
    store: &SheetStore,
    sheet: &Sheet,
    source: Option<&str>,
    loader: &Loader,
) -> Messages {
    let node = use_node_ref();
    // The button that was pressed is removed: the focus stays near.
    let lacks_catalogue = sheet.reading().failure() == Some(Failure::NoCatalogue);
    let needed = (node.clone(), store.clone(), loader.clone(), lacks_catalogue);
    let on_retry = use_callback(needed, |_: MouseEvent, (node, store, loader, lacks_catalogue)| {
        if let Some(node) = node.cast() {
            dom::focus(&node);
        }
        if *lacks_catalogue {
            loader.reload();
        } else {
            store.tell(SheetEvent::Retry);
        }
    });
    let interface = sheet.asked().interface;
    let is_empty = sheet.versions().is_empty();
    let loading = if sheet.is_busy() { Message::Loading.text(interface) } else { "" };
    let of_letter =
        sheet.reading().failure().map(|failure| About { failure, language: None, address: source });
    let aside = sheet.failed().map(|failed| About {
        failure: failed.failure,
        language: Some(failed.language),
        address: failed.address.as_deref(),
    });
    let notice = of_letter.or(aside).map(|about| notice(about, interface, loader, &on_retry));
    let shown = html! {
        <div class="messages">
            <p class="loading" role="status">{ if is_empty { loading } else { "" } }</p>
            <p class="unseen" role="status">
                if is_empty || loading.is_empty() { { words(&sheet.change().announcement) } } else { { loading } }
            </p>
            <div role="alert">{ for notice }</div>
            <div class="instead" role="status">
                if let Some(words) = shown_instead(sheet, interface) {
                    <p>{ words }</p>
                }
            </div>
        </div>
    };
    Messages { shown, sheet: node }
}

/// The announcement in words.
fn words(announcement: &Announcement) -> String {
    match announcement {
        Announcement::Nothing => String::new(),
        Announcement::Letter(name) => name.clone(),
        Announcement::Language { shown, interface } => {
            Message::ShownIn.about(wording::language(*shown, *interface), *interface)
        }
    }
}

/// A note that the requested language has no version, which one is shown, and which are available.
fn shown_instead(sheet: &Sheet, interface: Interface) -> Option<String> {
    let known = sheet.wanted()?;
    let shown = wording::language(sheet.letter()?.language()?, interface);
    let missing = wording::language(known.missing?, interface);
    let instead = Message::ShownInstead.about(missing, interface).replace("{of}", &shown);
    let names: Vec<String> =
        known.versions.iter().map(|version| wording::language(version.language, interface)).collect();
    let available = Message::AvailableIn.about(wording::list(&names, interface), interface);
    Some(format!("{instead} {available}"))
}
