//! The languages of the interface: the loader gives the texts of each that is wanted, and they are read once.

use std::cell::RefCell;

use crate::browser::loading::Loader;
use letters::interface::Interface;

thread_local! {
    /// Those that have been read. Their texts stay in memory, so there must be no second of a language.
    static KNOWN: RefCell<Vec<Interface>> = const { RefCell::new(Vec::new()) };
}

/// The interface in the language with the code, if its texts are there.
pub(super) fn interface(loader: &Loader, code: &str) -> Option<Interface> {
    let language = code.parse().ok()?;
    KNOWN.with_borrow_mut(|known| {
        let read = known.iter().find(|interface| interface.language() == language).copied();
        read.or_else(|| {
            let interface = Interface::with_texts(language, &loader.texts(code)?)?;
            known.push(interface);
            Some(interface)
        })
    })
}
