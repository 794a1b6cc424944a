//! Fetches the text of a letter.

use std::cell::Cell;
use std::rc::Rc;

use wasm_bindgen::JsCast;
use wasm_bindgen_futures::{JsFuture, spawn_local};
use web_sys::{AbortController, AbortSignal, RequestInit, Response};

use crate::letter;

/// Why there is no text.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Error {
    /// There is no address to fetch from.
    NoAddress,
    /// The server says that there is nothing at the address.
    Missing,
    /// The server answered with any other error.
    Refused,
    /// The answer is not text, or a page of the site.
    NotText,
    /// There was no answer, or it broke off, or the server does not allow this page to read it.
    Connection,
}

/// A request on its way. When it is dropped, it is called off, and its answer goes nowhere.
pub(crate) struct Call {
    controller: Option<AbortController>,
    dropped: Rc<Cell<bool>>,
}

impl Drop for Call {
    fn drop(&mut self) {
        self.dropped.set(true);
        if let Some(controller) = &self.controller {
            controller.abort();
        }
    }
}

/// Fetches text, and gives it to `done` unless the call is dropped before.
pub(crate) fn text(address: Option<String>, done: impl FnOnce(Result<String, Error>) + 'static) -> Call {
    let call = Call { controller: AbortController::new().ok(), dropped: Rc::default() };
    let signal = call.controller.as_ref().map(AbortController::signal);
    let dropped = Rc::clone(&call.dropped);
    spawn_local(async move {
        let answer = match address {
            Some(address) => fetch(&address, signal.as_ref()).await,
            None => Err(Error::NoAddress),
        };
        if !dropped.get() {
            done(answer);
        }
    });
    call
}

async fn fetch(address: &str, signal: Option<&AbortSignal>) -> Result<String, Error> {
    let options = RequestInit::new();
    options.set_signal(signal);
    let request = gloo::utils::window().fetch_with_str_and_init(address, &options);
    let response = JsFuture::from(request).await.map_err(|_| Error::Connection)?;
    let response: Response = response.dyn_into().map_err(|_| Error::Connection)?;
    match response.status() {
        404 | 410 => return Err(Error::Missing),
        _ if !response.ok() => return Err(Error::Refused),
        _ => {}
    }
    if !is_text(response.headers().get("content-type").ok().flatten().as_deref()) {
        return Err(Error::NotText);
    }
    let text = JsFuture::from(response.text().map_err(|_| Error::Connection)?).await;
    let text = text.ok().and_then(|text| text.as_string()).ok_or(Error::Connection)?;
    if letter::is_binary(&text) { Err(Error::NotText) } else { Ok(text) }
}

/// Whether an answer of this type can be a letter: Markdown, plain text, or what a server says of files that it does not
/// know. A page is not: many sites answer with one where a file is missing.
fn is_text(content_type: Option<&str>) -> bool {
    let Some(content_type) = content_type else { return true };
    let essence = content_type.split(';').next().unwrap_or_default().trim().to_ascii_lowercase();
    matches!(
        essence.as_str(),
        "" | "application/json"
            | "text/markdown"
            | "text/x-markdown"
            | "text/plain"
            | "application/octet-stream"
            | "binary/octet-stream"
    )
}
