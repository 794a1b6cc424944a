//! The panel with what the letter says about itself.

use std::rc::Rc;

use yew::prelude::*;

use super::copy_button::CopyButton;
use crate::browser::dates;
use crate::interface::Message;
use crate::language::Language;
use crate::letter::{Contact, Letter};
use crate::page::Address;

#[derive(Clone, PartialEq, Properties)]
pub(super) struct DetailsProps {
    pub(super) letter: Rc<Letter>,
    pub(super) interface: Language,
    /// The panel, for whoever wants to bring it into view.
    pub(super) node: NodeRef,
}

/// One line of the panel: what the values are, and the values.
struct Entry {
    label: Message,
    values: Vec<Value>,
}

/// A value of the letter, and what one can do with it.
struct Value {
    text: String,
    /// The value for machines, where it is a date.
    datetime: Option<String>,
    /// Where a click on it leads.
    address: Option<Address>,
    /// Whether people want to take it along: numbers and addresses, not sentences.
    copied: Copied,
    /// The language that it is in, where that is not the interface's.
    language: Option<Language>,
}

#[derive(Clone, Copy, PartialEq, Eq)]
enum Copied {
    Yes,
    No,
}

/// The panel: a disclosure with a description list.
#[component]
pub(super) fn Details(props: &DetailsProps) -> Html {
    let interface = props.interface;
    html! {
        <details class="details" part="details" open=true ref={props.node.clone()}>
            <summary><h2>{ Message::Details.text(interface) }</h2></summary>
            <dl>
                for entry in entries(&props.letter, interface) {
                    <div class="entry">
                        <dt>{ entry.label.text(interface) }</dt>
                        for value in &entry.values {
                            <dd>{ shown(value, entry.label, interface) }</dd>
                        }
                    </div>
                }
            </dl>
        </details>
    }
}

fn shown(value: &Value, label: Message, interface: Language) -> Html {
    let text = value.text.clone();
    let language = value.language.map(Language::tag);
    let text = match (&value.address, &value.datetime) {
        (Some(address), _) => html! { <a href={address.to_string()} dir="ltr">{ text }</a> },
        (None, Some(datetime)) => html! { <time datetime={datetime.clone()}>{ text }</time> },
        (None, None) => html! { <bdi lang={language}>{ text }</bdi> },
    };
    html! {
        <>
            { text }
            if value.copied == Copied::Yes {
                <CopyButton value={value.text.clone()} label={label.text(interface)} {interface} />
            }
        </>
    }
}

/// The lines of the panel: those for which the letter has a value.
fn entries(letter: &Letter, interface: Language) -> Vec<Entry> {
    let head = &letter.letterhead;
    let text = |text: &String| Value::text(text, letter.language);
    let texts = |texts: &[String]| texts.iter().map(text).collect();
    let mut entries = vec![
        Entry::new(Message::Reference, head.references.iter().map(Value::copied).collect()),
        Entry::new(Message::Identifier, head.ids.iter().map(Value::copied).collect()),
        Entry::new(
            Message::Date,
            head.date
                .iter()
                .map(|date| Value {
                    datetime: Some(date.to_string()),
                    ..Value::text(&dates::written(*date, interface), None)
                })
                .collect(),
        ),
        Entry::new(Message::Place, head.place.iter().map(text).collect()),
        Entry::new(Message::Issuer, head.issuer.iter().map(text).collect()),
        Entry::new(Message::Unit, head.unit.iter().map(text).collect()),
    ];
    entries.extend(head.contacts.iter().flat_map(|contact| contact_entries(contact, letter.language)));
    let signatory = letter.signatory.iter().flat_map(|signatory| [Some(&signatory.name), signatory.title.as_ref()]);
    let annexes = letter.annexes.iter().map(|annex| {
        [annex.number.as_deref(), annex.title.as_deref()].into_iter().flatten().collect::<Vec<_>>().join(" – ")
    });
    entries.extend([
        Entry::new(Message::Addressees, texts(&head.addressees)),
        Entry::new(Message::Copies, texts(&head.copies)),
        Entry::new(Message::Signatory, signatory.flatten().map(text).collect()),
        Entry::new(Message::Annexes, annexes.map(|annex| text(&annex)).collect()),
        Entry::new(
            Message::Language,
            letter.language.iter().map(|language| Value::text(language.native_name(), Some(*language))).collect(),
        ),
    ]);
    entries.retain(|entry| !entry.values.is_empty());
    entries
}

fn contact_entries(contact: &Contact, language: Option<Language>) -> [Entry; 4] {
    let phone = |number: &String| Value { address: Address::phone(number), ..Value::copied(number) };
    let email = |address: &String| Value { address: Address::mail(address), ..Value::copied(address) };
    [
        Entry::new(Message::Contact, contact.name.iter().map(|name| Value::text(name, language)).collect()),
        Entry::new(Message::Phone, contact.phones.iter().map(phone).collect()),
        Entry::new(Message::Fax, contact.faxes.iter().map(Value::copied).collect()),
        Entry::new(Message::Email, contact.emails.iter().map(email).collect()),
    ]
}

impl Entry {
    const fn new(label: Message, values: Vec<Value>) -> Self {
        Self { label, values }
    }
}

impl Value {
    fn text(text: &str, language: Option<Language>) -> Self {
        Self { text: text.to_owned(), datetime: None, address: None, copied: Copied::No, language }
    }

    fn copied(text: &impl ToString) -> Self {
        Self { copied: Copied::Yes, ..Self::text(&text.to_string(), None) }
    }
}
