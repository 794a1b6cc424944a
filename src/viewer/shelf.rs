//! The catalogue of the site, with the address that its own addresses are relative to.

use std::cell::OnceCell;
use std::rc::Rc;

use crate::browser::{addresses, json};
use letters::catalogue::{self, Catalogue};

/// A catalogue that has been read. Shelves are compared by identity.
#[derive(Clone)]
pub(super) struct Shelf(Rc<Shelved>);

struct Shelved {
    /// Read when a letter is shown: a list of thousands needs none of it.
    catalogue: OnceCell<Catalogue>,
    json: json::Value,
    base: Option<String>,
}

impl PartialEq for Shelf {
    fn eq(&self, other: &Self) -> bool {
        Rc::ptr_eq(&self.0, &other.0)
    }
}

impl Shelf {
    /// Reads the catalogue; none if it is not one.
    pub(super) fn read(json: json::Value, base: Option<String>) -> Option<Self> {
        json.member("letters")?;
        Some(Self(Rc::new(Shelved { catalogue: OnceCell::new(), json, base })))
    }

    /// Whether it was read from the value.
    pub(super) fn is_of(&self, json: &json::Value) -> bool {
        self.0.json == *json
    }

    pub(super) fn catalogue(&self) -> &Catalogue {
        self.0.catalogue.get_or_init(|| catalogue::read(&self.0.json).unwrap_or_default())
    }

    /// An address of the catalogue, made absolute.
    pub(super) fn address(&self, address: &str) -> Option<String> {
        self.locate()(address)
    }

    /// Makes addresses of the catalogue absolute.
    pub(super) fn locate(&self) -> impl Fn(&str) -> Option<String> + Sync {
        let base = self.0.base.as_deref();
        move |address| addresses::absolute(address, base)
    }
}
