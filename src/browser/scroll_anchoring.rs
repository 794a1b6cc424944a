//! Scroll anchoring: keeps the paragraph that is being read at its height on the screen, and the focus in it, while the
//! letter changes around it.

use std::cell::{Cell, RefCell};
use std::rc::Rc;

use wasm_bindgen::JsCast;
use wasm_bindgen::closure::Closure;
use web_sys::{
    Element, HtmlElement, MutationObserver, MutationObserverInit, ScrollBehavior, ScrollToOptions, ShadowRoot,
};

use super::dom::{self, Description};
use super::panic_hook;

/// The attribute with the document that a link leads to.
const DOCUMENT: &str = "data-document";

/// The number of frames for which a position is held: the browser's own corrections follow in the frame after the
/// change.
const FRAMES: u8 = 2;

/// A position in a letter: a piece, and its place in the window.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct ScrollPosition {
    /// The number of the piece.
    pub(crate) piece: usize,
    /// The point of the piece that is held, in thousandths of its height: 0 for its upper edge, 1000 for its lower.
    pub(crate) point: i32,
    /// The height of that point, in eighths of a CSS pixel from the upper edge of the window. An integer, because it is
    /// stored as text, and code that formats and parses floats is larger than this module.
    pub(crate) height: i32,
}

impl ScrollPosition {
    /// The position as the state of a history entry holds it.
    pub(crate) fn to_text(self) -> String {
        format!("{} {} {}", self.piece, self.point, self.height)
    }

    /// Reads the position.
    pub(crate) fn from_text(text: &str) -> Option<Self> {
        let mut numbers = text.split(' ');
        Some(Self {
            piece: numbers.next()?.parse().ok()?,
            point: numbers.next()?.parse().ok()?,
            height: numbers.next()?.parse().ok()?,
        })
    }
}

/// Keeps the reader's position in a letter.
#[derive(Clone)]
pub(crate) struct ScrollAnchor(Rc<Anchored>);

struct Anchored {
    host: HtmlElement,
    article: Element,
    /// Applied with the next change of the text.
    expected: RefCell<Expected>,
    /// The position that is held.
    held: Cell<Option<ScrollPosition>>,
    /// The position that was held last, and the scroll position of the letter then. A reader who has not scrolled since
    /// is still there, even where a shorter version could not be scrolled as far.
    last: Cell<Option<(ScrollPosition, i32)>>,
    /// The link that had the focus in the letter, so that the focus is not lost with its element.
    focused: RefCell<Option<Focused>>,
    frames: Cell<u8>,
    /// The handle of the requested animation frame.
    request: Cell<Option<i32>>,
    observer: RefCell<Option<Observer>>,
    frame: RefCell<Option<Closure<dyn Fn()>>>,
}

/// State that is applied with a change of the text.
#[derive(Default)]
struct Expected {
    /// The position to hold.
    position: Option<ScrollPosition>,
    /// The link that had the focus before the change.
    focused: Option<Focused>,
    description: Option<Description>,
}

/// The link that had the focus in the letter: one to a document, or another one.
struct Focused {
    /// The id of the paragraph with the link, which is the same in all versions; empty outside of paragraphs.
    paragraph: String,
    document: Option<String>,
}

/// An observer of the text, and its callback.
type Observer = (MutationObserver, Closure<dyn Fn()>);

impl ScrollAnchor {
    /// An anchor for the letter in the article.
    pub(crate) fn new(host: &HtmlElement, article: &Element) -> Self {
        let anchored = Rc::new(Anchored {
            host: host.clone(),
            article: article.clone(),
            expected: RefCell::default(),
            held: Cell::new(None),
            last: Cell::new(None),
            focused: RefCell::default(),
            frames: Cell::new(0),
            request: Cell::new(None),
            observer: RefCell::default(),
            frame: RefCell::default(),
        });
        let on_change = calling(&anchored, |anchored| {
            anchored.settle();
            anchored.restore();
        });
        // The text changes in one task, and this runs before it is painted.
        if let Ok(observer) = MutationObserver::new(on_change.as_ref().unchecked_ref()) {
            let options = MutationObserverInit::new();
            options.set_child_list(true);
            options.set_character_data(true);
            options.set_subtree(true);
            if observer.observe_with_options(article, &options).is_ok() {
                anchored.observer.replace(Some((observer, on_change)));
            }
        }
        let on_frame = calling(&anchored, Anchored::on_frame);
        anchored.frame.replace(Some(on_frame));
        Self(anchored)
    }

    /// The reader's position now: the one that will be held or is, if there is one. None if the letter is out of sight,
    /// or the reader at its very beginning.
    pub(crate) fn position(&self) -> Option<ScrollPosition> {
        let expected = self.0.expected.try_borrow().ok();
        let expected = expected.and_then(|expected| expected.position);
        expected.or_else(|| self.0.held.get()).or_else(|| self.0.find())
    }

    /// The position to return to: the reader's, or the beginning if the reader is there.
    pub(crate) fn position_to_return_to(&self) -> Option<ScrollPosition> {
        self.position().or_else(|| {
            let first = self.0.article.query_selector("[data-piece]").ok()??;
            let height = first.get_bounding_client_rect().top();
            let is_in_sight = height >= 0.0 && height < window_height();
            is_in_sight.then(|| ScrollPosition { piece: 0, point: 0, height: eighths(height) })
        })
    }

    /// Sets what is applied with the next change of the text: the position to hold from then on, if there is one, and
    /// the description of the article, if a letter is in it. No frame shows the text without it.
    pub(crate) fn expect(&self, position: Option<ScrollPosition>, description: Option<Description>) {
        let Ok(mut expected) = self.0.expected.try_borrow_mut() else { return };
        expected.description = description;
        if position.is_some() {
            expected.position = position;
        }
    }

    /// Has the focus go to the same link again with the next change of the text, which replaces the one that has it.
    pub(crate) fn keep_focus(&self) {
        if let Some(focused) = self.0.focused_link()
            && let Ok(mut expected) = self.0.expected.try_borrow_mut()
        {
            expected.focused = Some(focused);
        }
    }

    /// Applies what was expected with this description, whether the text has changed or not.
    pub(crate) fn settle(&self, description: Option<Description>) {
        if let Ok(mut expected) = self.0.expected.try_borrow_mut() {
            expected.description = description;
        }
        self.0.settle();
    }
}

impl PartialEq for ScrollAnchor {
    fn eq(&self, other: &Self) -> bool {
        Rc::ptr_eq(&self.0, &other.0)
    }
}

/// A closure that calls as long as the anchor lives and the viewer has not stopped.
fn calling(anchored: &Rc<Anchored>, call: fn(&Anchored)) -> Closure<dyn Fn()> {
    let weak = Rc::downgrade(anchored);
    Closure::new(move || {
        if let Some(anchored) = weak.upgrade().filter(|_| !panic_hook::has_stopped()) {
            call(&anchored);
        }
    })
}

impl Drop for Anchored {
    fn drop(&mut self) {
        if let Some((observer, _)) = self.observer.take() {
            observer.disconnect();
        }
        if let Some(request) = self.request.take() {
            // One that has been called already cannot be cancelled.
            let _ = gloo::utils::window().cancel_animation_frame(request);
        }
    }
}

impl Anchored {
    /// Applies what was expected.
    fn settle(&self) {
        let Ok(expected) = self.expected.try_borrow_mut().map(|mut expected| std::mem::take(&mut *expected))
        else {
            return;
        };
        if let Some(description) = expected.description {
            dom::describe(&self.article, description);
        }
        if expected.position.is_some() || expected.focused.is_some() {
            self.focused.replace(expected.focused);
            self.held.set(expected.position.or(self.held.get()));
            self.frames.set(FRAMES);
            self.ask_for_frame();
        }
    }

    fn ask_for_frame(&self) {
        if self.request.get().is_some() {
            return;
        }
        let Ok(frame) = self.frame.try_borrow() else { return };
        let request = frame.as_ref().and_then(|call| {
            gloo::utils::window().request_animation_frame(call.as_ref().unchecked_ref()).ok()
        });
        // Without animation frames, only the observer restores the position.
        self.request.set(request);
    }

    fn on_frame(&self) {
        self.request.set(None);
        self.restore();
        match self.frames.get() {
            0 => {
                let position = self.held.take();
                self.focused.take();
                let scrolled = self.scroller().map(|scroller| scroller.scroll_top());
                self.last.set(position.zip(scrolled));
            }
            left => {
                self.frames.set(left - 1);
                self.ask_for_frame();
            }
        }
    }

    /// The position of the piece that the reader has chosen, by the focus, the address or the pointer; else of the one at a
    /// third of the window, where readers look.
    fn find(&self) -> Option<ScrollPosition> {
        let upper = self.upper_edge();
        let lower = window_height();
        let is_in_sight = |piece: &Element| {
            let top = piece.get_bounding_client_rect().top();
            top >= upper - 1.0 && top < lower
        };
        let chosen = |selector: &str| {
            let element = self.first(selector)?;
            element.closest("[data-piece]").ok()?.filter(&is_in_sight)
        };
        let chosen = [":focus", ":target,.arrived"].into_iter().find_map(chosen);
        if chosen.is_none() && self.scroller().is_none_or(|scroller| scroller.scroll_top() <= 0) {
            return None;
        }
        if chosen.is_none()
            && let Some(position) = self.unmoved()
        {
            return Some(position);
        }
        let line = upper + (lower - upper) / 3.0;
        let piece = chosen.or_else(|| {
            // The pieces of the letter in the window, in their order.
            let pieces = elements(&self.article, "[data-piece]").into_iter();
            let is_above = |piece: &Element| piece.get_bounding_client_rect().bottom() <= upper;
            let is_seen = |piece: &Element| piece.get_bounding_client_rect().top() < lower;
            let seen: Vec<Element> = pieces.skip_while(is_above).take_while(is_seen).collect();
            let pointed = self.first("[data-piece]:hover").filter(|piece| seen.contains(piece));
            let at_line = || seen.iter().find(|piece| piece.get_bounding_client_rect().bottom() > line);
            pointed.or_else(|| at_line().or(seen.last()).cloned())
        })?;
        let its_box = piece.get_bounding_client_rect();
        // What begins far out of sight is held at the line: in another language it may be much shorter.
        let begins_near = its_box.top() > upper - (line - upper) / 2.0;
        let height = if begins_near { its_box.top() } else { line };
        let point = (height - its_box.top()) / its_box.height().max(1.0);
        Some(ScrollPosition {
            piece: piece.get_attribute("data-piece")?.parse().ok()?,
            point: (point * 1000.0) as i32,
            height: eighths(height),
        })
    }

    /// The first element of the letter that the selector matches.
    fn first(&self, selector: &str) -> Option<Element> {
        self.article.query_selector(selector).ok()?
    }

    /// The piece of the position.
    fn piece(&self, position: ScrollPosition) -> Option<Element> {
        self.first(&format!("[data-piece=\"{}\"]", position.piece))
    }

    /// The distance of the point of the position from where it should be, in CSS pixels.
    fn distance(&self, position: ScrollPosition) -> Option<f64> {
        let piece = self.piece(position)?;
        let its_box = piece.get_bounding_client_rect();
        let point = its_box.top() + f64::from(position.point) / 1000.0 * its_box.height();
        Some(point - f64::from(position.height) / 8.0)
    }

    /// The position that was held last, if the reader has not scrolled since.
    fn unmoved(&self) -> Option<ScrollPosition> {
        let (position, scrolled) = self.last.get()?;
        (self.scroller()?.scroll_top() == scrolled).then_some(position)
    }

    /// Scrolls so that the position is where it was, and gives the focus back.
    fn restore(&self) {
        if let Some(distance) = self.held.get().and_then(|position| self.distance(position))
            && distance.abs() >= 0.5
            && let Some(scroller) = self.scroller()
        {
            let options = ScrollToOptions::new();
            options.set_top(distance);
            options.set_behavior(ScrollBehavior::Instant);
            scroller.scroll_by_with_scroll_to_options(&options);
        }
        self.restore_focus();
    }

    /// The link in the letter that has the focus.
    fn focused_link(&self) -> Option<Focused> {
        let active = self.active_element().filter(|active| self.article.contains(Some(active)))?;
        let paragraph = active.closest("[data-piece]").ok()?.map(|piece| piece.id()).unwrap_or_default();
        Some(Focused { paragraph, document: active.get_attribute(DOCUMENT) })
    }

    /// Gives the focus back to the link to the same document in the same paragraph, or else to its first link. The
    /// element that had it may have been removed, or reused for another paragraph. Outside of paragraphs, it goes to the
    /// piece that is held.
    fn restore_focus(&self) {
        let Ok(focused) = self.focused.try_borrow() else { return };
        let Some(Focused { paragraph, document }) = &*focused else { return };
        let held = || self.piece(self.held.get()?);
        let Some(piece) = self.first(&format!("[id=\"{paragraph}\"]")).or_else(held) else { return };
        let active = self.active_element();
        let is_in_letter = |active: &Element| self.article.contains(Some(active));
        let is_elsewhere = active.as_ref().is_some_and(|active| !is_body(active) && !is_in_letter(active));
        let is_right =
            |active: &Element| piece.contains(Some(active)) && active.get_attribute(DOCUMENT) == *document;
        if is_elsewhere || active.as_ref().is_some_and(is_right) {
            return;
        }
        let links: Vec<HtmlElement> = elements(&piece, "a[href]");
        let same = links.iter().find(|link| document.is_some() && link.get_attribute(DOCUMENT) == *document);
        if let Some(link) = same.or(links.first()) {
            dom::focus(link);
        }
    }

    /// The focused element in the tree that contains the viewer: the page, or the shadow root of another element.
    fn active_element(&self) -> Option<Element> {
        match self.host.get_root_node().dyn_into::<ShadowRoot>() {
            Ok(root) => root.active_element(),
            Err(_) => self.host.owner_document()?.active_element(),
        }
    }

    /// The lower edge of what covers the upper part of the window.
    fn upper_edge(&self) -> f64 {
        let bar = self.host.shadow_root().and_then(|root| root.query_selector(".top").ok().flatten());
        bar.map_or(0.0, |bar| bar.get_bounding_client_rect().bottom()).max(0.0)
    }

    /// The scroll container of the letter: the nearest box around it that scrolls, or the page.
    fn scroller(&self) -> Option<Element> {
        let mut at: Option<Element> = Some(self.host.clone().into());
        while let Some(element) = at {
            let overflow = overflow(&element);
            // The overflow of the body is that of the window, unless the root has its own.
            let root = element.owner_document().and_then(|document| document.document_element());
            if is_body(&element) && root.is_some_and(|root| self::overflow(&root) == "visible") {
                break;
            }
            if matches!(overflow.as_str(), "auto" | "scroll")
                && element.scroll_height() > element.client_height()
            {
                return Some(element);
            }
            at = dom::around(&element);
        }
        self.host.owner_document()?.scrolling_element()
    }
}

/// The elements within that the selector matches, in the order of the page.
fn elements<Kind: JsCast>(element: &Element, selector: &str) -> Vec<Kind> {
    let Ok(list) = element.query_selector_all(selector) else { return Vec::new() };
    (0..list.length()).filter_map(|index| list.get(index)?.dyn_into().ok()).collect()
}

/// Whether the element is the body of the page.
fn is_body(element: &Element) -> bool {
    let body = element.owner_document().and_then(|document| document.body());
    body.is_some_and(|body| body.is_same_node(Some(element)))
}

/// The `overflow-y` of the element.
fn overflow(element: &Element) -> String {
    let style = gloo::utils::window().get_computed_style(element).ok().flatten();
    style.and_then(|style| style.get_property_value("overflow-y").ok()).unwrap_or_default()
}

/// The pixels in eighths, rounded.
fn eighths(pixels: f64) -> i32 {
    (pixels * 8.0 + 0.5) as i32
}

fn window_height() -> f64 {
    gloo::utils::window().inner_height().ok().and_then(|height| height.as_f64()).unwrap_or(0.0)
}
