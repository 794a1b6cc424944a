//! Answers the requests of browsers on this machine.

use std::fs;
use std::path::{Component, Path, PathBuf};
use std::sync::Arc;
use std::thread;
use std::time::Duration;

use tiny_http::{Header, Request, Response, Server};

use super::changes::Changes;

/// Where a page asks for changes: with the number that it knows, it gets the next one.
const CHANGES: &str = "/.changes/";

/// How long an answer about changes waits; the page asks again.
const PATIENCE: Duration = Duration::from_secs(25);

/// Answers all requests, each in a thread of its own: those for changes wait.
pub(super) fn all(server: &Arc<Server>, site: &Path, changes: &Arc<Changes>) {
    for request in server.incoming_requests() {
        let (site, changes) = (site.to_owned(), Arc::clone(changes));
        thread::spawn(move || {
            let answer = answer(&request, &site, &changes);
            // A browser that has gone needs no answer.
            let _ = request.respond(answer);
        });
    }
}

type Answer = Response<std::io::Cursor<Vec<u8>>>;

fn answer(request: &Request, site: &Path, changes: &Changes) -> Answer {
    // Pages of other sites reach this machine under a name of theirs.
    let host = request.headers().iter().find(|header| header.field.equiv("Host"));
    let name = host.and_then(|host| host.value.as_str().split(':').next());
    if !matches!(name, Some("127.0.0.1" | "localhost")) {
        return text("This site is for the browsers of this machine.", 403);
    }
    let path = request.url().split(['?', '#']).next().unwrap_or_default();
    if let Some(known) = path.strip_prefix(CHANGES) {
        let known = known.parse().unwrap_or_default();
        return text(&changes.after(known, PATIENCE).to_string(), 200);
    }
    let Some(file) = file(path) else { return text("There is no such page.", 404) };
    let file = if path.ends_with('/') { file.join("index.html") } else { file };
    // Before the file is read: a change in between is told.
    let count = changes.count();
    match fs::read(site.join(&file)) {
        Ok(bytes) => {
            let is_page = file.extension().is_some_and(|ending| ending == "html");
            // A script that compares the page with its sum gets it as it is.
            let asks_for = request.headers().iter().find(|header| header.field.equiv("Sec-Fetch-Dest"));
            let is_shown = asks_for.is_none_or(|header| header.value != "empty");
            let bytes = if is_page && is_shown { followed(bytes, count) } else { bytes };
            with_type(Response::from_data(bytes), type_of(&file))
        }
        Err(_) => text("There is no such page.", 404),
    }
}

/// The path of the file in the site; none if it leads out of it.
fn file(path: &str) -> Option<PathBuf> {
    let path = Path::new(path.trim_start_matches('/'));
    let stays = path.components().all(|part| matches!(part, Component::Normal(_)));
    stays.then(|| path.to_owned())
}

/// The page with a script that loads it again when the site changes.
fn followed(mut page: Vec<u8>, count: usize) -> Vec<u8> {
    page.extend(
        format!("<script type=\"module\" data-count=\"{count}\">{}</script>\n", include_str!("follow.js"))
            .bytes(),
    );
    page
}

fn text(words: &str, status: u16) -> Answer {
    with_type(Response::from_data(words).with_status_code(status), "text/plain; charset=utf-8")
}

fn with_type(answer: Answer, of_type: &str) -> Answer {
    let headers = [("Content-Type", of_type), ("Cache-Control", "no-store")];
    let headers = headers.into_iter().filter_map(|(name, value)| Header::from_bytes(name, value).ok());
    headers.fold(answer, Response::with_header)
}

fn type_of(file: &Path) -> &'static str {
    match file.extension().and_then(|ending| ending.to_str()) {
        Some("html") => "text/html; charset=utf-8",
        Some("css") => "text/css; charset=utf-8",
        Some("js") => "text/javascript; charset=utf-8",
        Some("json") => "application/json",
        Some("wasm") => "application/wasm",
        Some("atom") => "application/atom+xml",
        Some("ics") => "text/calendar; charset=utf-8",
        Some("xml") => "application/xml",
        _ => "text/plain; charset=utf-8",
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn no_path_leads_out_of_the_site() {
        assert_eq!(file("/letters/cl-20-43/fr.html"), Some(PathBuf::from("letters/cl-20-43/fr.html")));
        assert_eq!([file("/../secret"), file("/letters/../../secret")], [None, None]);
        assert_eq!(file("//etc/passwd"), Some(PathBuf::from("etc/passwd")));
    }
}
