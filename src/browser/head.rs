//! The title and the links to other versions in the head of the page, where the page lets the element manage them (`manage-head`).

use std::cell::RefCell;

use web_sys::{Document, Element};

/// The element's changes to the head. Dropping it restores the head.
pub(crate) struct Head {
    document: Document,
    title: String,
    links: RefCell<Vec<Element>>,
}

impl Head {
    /// Starts to manage the head.
    pub(crate) fn manage() -> Self {
        let document = gloo::utils::document();
        Self { title: document.title(), document, links: RefCell::default() }
    }

    /// Sets the title, and a link to each version: its language and its address.
    pub(crate) fn describe(&self, title: &str, versions: &[(&str, String)]) {
        self.document.set_title(title);
        self.remove_links();
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

    fn remove_links(&self) {
        if let Ok(mut links) = self.links.try_borrow_mut() {
            links.drain(..).for_each(|link| link.remove());
        }
    }
}

impl Drop for Head {
    fn drop(&mut self) {
        self.remove_links();
        self.document.set_title(&self.title);
    }
}
