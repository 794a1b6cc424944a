//! Fetches text.
//!
//! Every request ends: with the text, with what was wrong, or because the time is over. What is too long is not read to its
//! end.

use std::cell::Cell;
use std::rc::Rc;

use js_sys::{Reflect, Uint8Array};
use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_futures::{JsFuture, spawn_local};
use web_sys::{
    AbortController, AbortSignal, ReadableStreamDefaultReader, RequestInit, Response, TextDecoder,
};

use super::timers::{self, Timer};
use super::{addresses, panic_hook};

/// The longest text that is taken for a letter, in bytes: a letter with a table of all stations of the world has a tenth of it.
const LONGEST: usize = 20_000_000;

/// What an answer holds.
pub(crate) enum Body {
    /// Text, decoded from the character set that the server named.
    Text(String),
    /// Bytes whose own mark, or UTF-8, says how they are read.
    Bytes(Vec<u8>),
}

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
    /// There was no answer, or it broke off.
    Connection,
    /// The address is of another origin: there was no answer, or the server does not allow this page to read it. The browser does not say
    /// which.
    OtherOrigin,
    /// The page was opened from a file: such a page may fetch nothing.
    FilePage,
    /// The time was over.
    Time,
    /// The answer is too long.
    Length,
}

/// A request on its way. When it is dropped, it is called off, and its answer goes nowhere.
pub(crate) struct Call {
    controller: Option<AbortController>,
    is_dropped: Rc<Cell<bool>>,
    _timer: Timer,
}

impl Drop for Call {
    fn drop(&mut self) {
        self.is_dropped.set(true);
        if let Some(controller) = &self.controller {
            controller.abort();
        }
    }
}

/// Fetches text and passes it to `done`, unless the call is dropped before. It may take the given number of milliseconds.
pub(crate) fn fetch(
    address: Option<String>,
    milliseconds: u32,
    done: impl FnOnce(Result<Body, Error>) + 'static,
) -> Call {
    let controller = AbortController::new().ok();
    let signal = controller.as_ref().map(AbortController::signal);
    let (is_dropped, is_late) = (Rc::<Cell<bool>>::default(), Rc::<Cell<bool>>::default());
    let timer = timers::after(milliseconds, {
        let (controller, is_late) = (controller.clone(), Rc::clone(&is_late));
        move || {
            is_late.set(true);
            if let Some(controller) = controller {
                controller.abort();
            }
        }
    });
    let (its_drop, its_controller) = (Rc::clone(&is_dropped), controller.clone());
    spawn_local(async move {
        let answer = match address {
            Some(address) => request(&address, signal.as_ref()).await,
            None => Err(Error::NoAddress),
        };
        if answer.is_err()
            && let Some(controller) = its_controller
        {
            // What is left of an answer that is not wanted would keep its connection.
            controller.abort();
        }
        if !its_drop.get() && !panic_hook::has_stopped() {
            done(answer.map_err(|error| if is_late.get() { Error::Time } else { error }));
        }
    });
    Call { controller, is_dropped, _timer: timer }
}

async fn request(address: &str, signal: Option<&AbortSignal>) -> Result<Body, Error> {
    let options = RequestInit::new();
    options.set_signal(signal);
    let request = gloo::utils::window().fetch_with_str_and_init(address, &options);
    let response = JsFuture::from(request).await.map_err(|_| unanswered(address))?;
    let response: Response = response.dyn_into().map_err(|_| Error::Connection)?;
    match response.status() {
        404 | 410 => return Err(Error::Missing),
        _ if !response.ok() => return Err(Error::Refused),
        _ => {}
    }
    let content_type = response.headers().get("content-type").ok().flatten();
    if !is_text(content_type.as_deref()) {
        return Err(Error::NotText);
    }
    let bytes = read(&response).await?;
    Ok(match decoded(&bytes, content_type.as_deref()) {
        Some(text) => Body::Text(text),
        None => Body::Bytes(bytes),
    })
}

/// The answer, piece by piece, as far as a letter can be long.
async fn read(response: &Response) -> Result<Vec<u8>, Error> {
    let length = response.headers().get("content-length").ok().flatten();
    if length.and_then(|length| length.parse::<usize>().ok()).is_some_and(|length| length > LONGEST) {
        return Err(Error::Length);
    }
    // An answer without a body is empty.
    let Some(body) = response.body() else { return Ok(Vec::new()) };
    let reader: ReadableStreamDefaultReader = body.get_reader().unchecked_into();
    let mut bytes = Vec::new();
    loop {
        let piece = JsFuture::from(reader.read()).await.map_err(|_| Error::Connection)?;
        let member = |name: &str| Reflect::get(&piece, &JsValue::from(name)).ok();
        if member("done").is_none_or(|is_done| is_done.is_truthy()) {
            return Ok(bytes);
        }
        let piece: Option<Uint8Array> = member("value").and_then(|value| value.dyn_into().ok());
        bytes.extend(piece.map(|piece| piece.to_vec()).unwrap_or_default());
        if bytes.len() > LONGEST {
            return Err(Error::Length);
        }
    }
}

/// The text in the character set that the server names; none where that is UTF-8, or where a byte order mark says otherwise.
fn decoded(bytes: &[u8], content_type: Option<&str>) -> Option<String> {
    let named = content_type.and_then(|content_type| {
        content_type.to_ascii_lowercase().split_once("charset=")?.1.to_owned().into()
    });
    let named: Option<String> = named;
    let other = named.filter(|name| {
        !name.trim_matches('"').starts_with("utf-8") && !matches!(bytes, [0xEF | 0xFE | 0xFF, ..])
    });
    let label = other?.split(';').next().unwrap_or_default().trim().trim_matches('"').to_owned();
    TextDecoder::new_with_label(&label).ok()?.decode_with_u8_array(bytes).ok()
}

/// Why there may have been no answer.
fn unanswered(address: &str) -> Error {
    if gloo::utils::window().location().protocol().is_ok_and(|protocol| protocol == "file:") {
        Error::FilePage
    } else if addresses::is_of_this_origin(address) {
        Error::Connection
    } else {
        Error::OtherOrigin
    }
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
