//! Fetches text.
//!
//! Every request ends: with the text, with an error, or by its timeout. A response that is too long is not read to its
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

/// The longest text that is read, in bytes: a letter with a table of all stations of the world has a tenth of it.
const LONGEST: usize = 20_000_000;

/// The body of a response.
pub(crate) enum Body {
    /// Text, decoded from the character set that the server named.
    Text(String),
    /// Bytes, in UTF-8 or in the encoding that their byte order mark names.
    Bytes(Vec<u8>),
}

/// The reason why there is no text.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum FetchError {
    /// There is no address.
    NoAddress,
    /// The server has nothing at the address (404, 410).
    Missing,
    /// The server answered with another error.
    Refused,
    /// The response is not text, or is a page of the site.
    NotText,
    /// There was no response, or the connection broke.
    Connection,
    /// The address is of another origin: there was no response, or the server does not allow this page to read it. The
    /// browser does not say which.
    OtherOrigin,
    /// The page was opened from a file, and may fetch nothing.
    FilePage,
    /// The request timed out.
    Time,
    /// The response is too long.
    Length,
}

/// A pending request. Dropping it aborts the request and discards the response.
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

/// Fetches text and passes it to `done`, unless the call is dropped before. The timeout is in milliseconds.
pub(crate) fn fetch(
    address: Option<String>,
    milliseconds: u32,
    done: impl FnOnce(Result<Body, FetchError>) + 'static,
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
            None => Err(FetchError::NoAddress),
        };
        if answer.is_err()
            && let Some(controller) = its_controller
        {
            // A response that is not read to its end would keep its connection open.
            controller.abort();
        }
        if !its_drop.get() && !panic_hook::has_stopped() {
            done(answer.map_err(|error| if is_late.get() { FetchError::Time } else { error }));
        }
    });
    Call { controller, is_dropped, _timer: timer }
}

async fn request(address: &str, signal: Option<&AbortSignal>) -> Result<Body, FetchError> {
    let options = RequestInit::new();
    options.set_signal(signal);
    let request = gloo::utils::window().fetch_with_str_and_init(address, &options);
    let response = JsFuture::from(request).await.map_err(|_| unanswered(address))?;
    let response: Response = response.dyn_into().map_err(|_| FetchError::Connection)?;
    match response.status() {
        404 | 410 => return Err(FetchError::Missing),
        _ if !response.ok() => return Err(FetchError::Refused),
        _ => {}
    }
    let content_type = response.headers().get("content-type").ok().flatten();
    if !is_text(content_type.as_deref()) {
        return Err(FetchError::NotText);
    }
    let bytes = read(&response).await?;
    Ok(match decoded(&bytes, content_type.as_deref()) {
        Some(text) => Body::Text(text),
        None => Body::Bytes(bytes),
    })
}

/// Reads the body, chunk by chunk, up to the longest length.
async fn read(response: &Response) -> Result<Vec<u8>, FetchError> {
    let length = response.headers().get("content-length").ok().flatten();
    if length.and_then(|length| length.parse::<usize>().ok()).is_some_and(|length| length > LONGEST) {
        return Err(FetchError::Length);
    }
    // A response without a body is empty.
    let Some(body) = response.body() else { return Ok(Vec::new()) };
    let reader: ReadableStreamDefaultReader = body.get_reader().unchecked_into();
    let mut bytes = Vec::new();
    loop {
        let chunk = JsFuture::from(reader.read()).await.map_err(|_| FetchError::Connection)?;
        let member = |name: &str| Reflect::get(&chunk, &JsValue::from(name)).ok();
        if member("done").is_none_or(|is_done| is_done.is_truthy()) {
            return Ok(bytes);
        }
        let chunk: Option<Uint8Array> = member("value").and_then(|value| value.dyn_into().ok());
        bytes.extend(chunk.map(|chunk| chunk.to_vec()).unwrap_or_default());
        if bytes.len() > LONGEST {
            return Err(FetchError::Length);
        }
    }
}

/// The text in the character set that the server names; none if that is UTF-8, or if there is a byte order mark.
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

/// The likely reason why there was no response.
fn unanswered(address: &str) -> FetchError {
    if gloo::utils::window().location().protocol().is_ok_and(|protocol| protocol == "file:") {
        FetchError::FilePage
    } else if addresses::is_of_this_origin(address) {
        FetchError::Connection
    } else {
        FetchError::OtherOrigin
    }
}

/// Whether a response of this type can be a letter or a catalogue: Markdown, plain text, JSON, or the type that servers
/// give unknown files. HTML cannot: many sites respond with a page where a file is missing.
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
