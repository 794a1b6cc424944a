//! The head of the page, where the page asks the element to keep it (`manage-head`): its title, and links to the other versions.

use std::cell::RefCell;

use web_sys::{Document, Element};

/// What the element has changed in the head. When it is dropped, the head is as it was.
pub(crate) struct Head {
    document: Document,
    title: String,
    links: RefCell<Vec<Element>>,
}

impl Head {
    /// Takes the head over.
    pub(crate) fn manage() -> Self {
        let document = gloo::utils::document();
        Self { title: document.title(), document, links: RefCell::default() }
    }

    /// Gives the page a title, and a link to each version: its language, in which the address is, and the address.
    pub(crate) fn describe(&self, title: &str, versions: &[(&str, String)]) {
        self.document.set_title(title);
        self.take_links_away();
        let Some(head) = self.document.head() else { return };
        for (language, address) in versions {
            let Ok(link) = self.document.create_element("link") else { return };
            for (name, value) in [("rel", "alternate"), ("hreflang", language), ("href", address)] {
                // Names are fixed and valid.
                let _ = link.set_attribute(name, value);
            }
            if head.append_child(&link).is_ok()
                && let Ok(mut links) = self.links.try_borrow_mut()
            {
                links.push(link);
            }
        }
    }

    fn take_links_away(&self) {
        if let Ok(mut links) = self.links.try_borrow_mut() {
            links.drain(..).for_each(|link| link.remove());
        }
    }
}

impl Drop for Head {
    fn drop(&mut self) {
        self.take_links_away();
        self.document.set_title(&self.title);
    }
}
