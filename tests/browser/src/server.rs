//! Serves the bundle, host pages that scenarios write, and every fault that a network can have.

use std::collections::{HashMap, HashSet};
use std::io;
use std::net::SocketAddr;
use std::path::{Component, Path, PathBuf};
use std::sync::{Arc, Mutex, OnceLock, PoisonError};
use std::time::Duration;

use crate::catalogues::Sharded;
use crate::{catalogues, published};
use axum::Router;
use axum::body::Body;
use axum::extract::State;
use axum::http::{HeaderValue, StatusCode, Uri, header};
use axum::response::{IntoResponse, Response};
use futures_util::StreamExt;
use letters::ids::Language;
use letters::resolver::{self, Sources};
use letters::{Version, citation, letter, page, record};
use tokio::net::TcpListener;

/// The strictest policy that a host may have.
const STRICT_POLICY: &str = "default-src 'none'; script-src 'self' 'wasm-unsafe-eval'; style-src 'self'; connect-src 'self'; \
                             img-src 'self'; require-trusted-types-for 'script'";

/// How servers let files be stored.
const CACHING: [&str; 6] = [
    "no-store",
    "no-cache",
    "private, max-age=0, must-revalidate",
    "max-age=600",
    "public, max-age=31536000, immutable",
    "max-age=1, stale-while-revalidate=600",
];

/// A catalogue that says where the record of a version is.
const CATALOGUE_WITH_RECORDS: &str = r#"{"letters":[{"id":"sg/cl/2020/43","date":"2020-10-05","versions":[
    {"language":"fr","file":"../letters/cl-20-43/fr.md","record":"fr.json","status":"as-issued"},
    {"language":"en","file":"../letters/cl-20-43/en.md","status":"unofficial"}]}]}"#;

/// A letter with addresses as converters leave them: relative to the file and to the site, without a scheme, written out.
const LINKED: &str = "Ref.: CL-24/77\n\nSubject: Links\n\nDear Sir/Madam,\n\nSee [Annex 1](annex-1.pdf), \
    [the form](/forms/registration.html), and [the map](//maps.example.int/x).\n\nWrite to \
    links@example.int, see https://example.int/links?x=1, or (www.example.int/b).\n";

/// What a host allows.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Policy {
    /// Everything.
    None,
    /// As little as the viewer needs.
    Strict,
    /// No WebAssembly.
    NoWebAssembly,
    /// No workers.
    NoWorkers,
}

impl Policy {
    /// The one that the address of a host asks for.
    fn of(path: &str) -> Self {
        if path.starts_with("strict/") {
            Self::Strict
        } else if path.starts_with("no-wasm/") {
            Self::NoWebAssembly
        } else if path.starts_with("no-worker/") {
            Self::NoWorkers
        } else {
            Self::None
        }
    }
}

/// A server on a free port of the loopback address.
#[derive(Clone)]
pub struct Server {
    /// Where it listens.
    pub address: SocketAddr,
    files: Files,
}

#[derive(Clone)]
struct Files {
    root: PathBuf,
    hosts: Arc<Mutex<Vec<String>>>,
    /// The addresses that have been asked for, of those that fail once.
    asked: Arc<Mutex<HashSet<String>>>,
    /// The letters that ship, as a site.
    site: Arc<OnceLock<HashMap<String, String>>>,
    /// The catalogues that have been made, by their number of letters.
    catalogues: Arc<Mutex<HashMap<usize, String>>>,
    /// The same in shards.
    sharded: Arc<Mutex<HashMap<usize, Sharded>>>,
}

impl Server {
    /// Starts to serve, in the background.
    ///
    /// # Errors
    ///
    /// No port is free.
    pub async fn start() -> io::Result<Self> {
        let files = Files {
            root: Path::new(env!("CARGO_MANIFEST_DIR")).join("../.."),
            hosts: Arc::default(),
            asked: Arc::default(),
            site: Arc::default(),
            catalogues: Arc::default(),
            sharded: Arc::default(),
        };
        let listener = TcpListener::bind(("127.0.0.1", 0)).await?;
        let address = listener.local_addr()?;
        let routes = Router::new().fallback(answer).with_state(files.clone());
        tokio::spawn(async move { axum::serve(listener, routes).await });
        Ok(Self { address, files })
    }

    /// Whether there is a bundle to serve.
    pub fn has_bundle() -> bool {
        Path::new(env!("CARGO_MANIFEST_DIR")).join("../../dist/viewer_bg.wasm").exists()
    }

    /// The address of a file of the bundle, or of a fault.
    pub fn url(&self, path: &str) -> String {
        format!("http://{}/{path}", self.address)
    }

    /// Whether a file that fails once has been asked for.
    pub fn was_asked_for(&self, uri: &str) -> bool {
        self.files.asked.lock().unwrap_or_else(PoisonError::into_inner).contains(uri)
    }

    /// The letter CL-20/43 in the language, as `circulars page` prints it.
    pub fn static_letter(&self, language: &str) -> String {
        let path = self.files.root.join(format!("letters/cl-20-43/{language}.md"));
        let source = std::fs::read_to_string(path).unwrap_or_default();
        let letter = letter::read(&source, None);
        let interface = letter.metadata.language.unwrap_or(Language::English);
        let sources = Sources { catalogue: None, entries: &[], language: interface };
        let references = resolver::resolve(&letter.metadata.letterhead, citation::find(&letter), sources);
        page::to_html(&[page::article(&letter, &references, interface, record::mark(&source))])
    }

    /// A file of target/hosts, the applications of tests/hosts as tools/hosts bundles them.
    ///
    /// # Panics
    ///
    /// It is not there.
    pub fn host_file(&self, name: &str) -> String {
        let bundle = |folder: &str| std::fs::read(self.files.root.join(folder).join("viewer_bg.wasm")).ok();
        assert!(
            bundle("target/hosts") == bundle("dist"),
            "target/hosts has another viewer than dist/; run: tools/package && tools/hosts"
        );
        let path = self.files.root.join("target/hosts").join(name);
        std::fs::read_to_string(path)
            .unwrap_or_else(|error| panic!("target/hosts/{name}: {error}; run: tools/package && tools/hosts"))
    }

    /// Adds a host page with the given body, and says at which address it is.
    pub fn add_host(&self, head: &str, body: &str) -> String {
        let page = format!(
            "<!doctype html><html lang=\"en\"><head><meta charset=\"utf-8\"><title>Host</title>\
             <meta name=\"viewport\" content=\"width=device-width\"><link rel=\"icon\" href=\"/icon\">\
             <script src=\"/watch.js\"></script>{head}</head><body><main><h1>Host</h1>{body}</main></body></html>"
        );
        let mut hosts = self.files.hosts.lock().unwrap_or_else(PoisonError::into_inner);
        hosts.push(page);
        self.url(&format!("host-{}.html", hosts.len() - 1))
    }
}

/// Files of `typed/`, which are Markdown in UTF-8, and the type that their server says.
const MISTAKEN_TYPES: [(&str, &str); 4] = [
    ("latin.md", "text/plain; charset=iso-8859-1"),
    ("cyrillic.md", "text/markdown; charset=\"windows-1251\""),
    ("program.md", "text/x-web-markdown"),
    ("doubled.md", "text/markdown, text/html"),
];

/// The host page as XML.
fn in_xml(page: &str) -> String {
    let page = page.replacen("<!doctype", "<!DOCTYPE", 1);
    let page = page.replacen("<html ", "<html xmlns=\"http://www.w3.org/1999/xhtml\" ", 1);
    let closed =
        |page: String, element: &str| page.replacen(&format!("{element}>"), &format!("{element}/>"), 1);
    let page = closed(page, "<meta charset=\"utf-8\"");
    let page = closed(page, "content=\"width=device-width\"");
    closed(page, "<link rel=\"icon\" href=\"/icon\"")
}

/// Under `cors/`, every page of the world may read what is there.
async fn answer(State(files): State<Files>, uri: Uri) -> Response {
    let path = uri.path().trim_start_matches('/');
    let Some(path) = path.strip_prefix("cors/") else { return answer_here(&files, path, &uri).await };
    let mut response = answer_here(&files, path, &uri).await;
    response.headers_mut().insert(header::ACCESS_CONTROL_ALLOW_ORIGIN, HeaderValue::from_static("*"));
    response
}

async fn answer_here(files: &Files, path: &str, uri: &Uri) -> Response {
    match path {
        "watch.js" | "saves-data.js" | "delay-scripts.js" | "old-browser.js" | "inline-scripts.js"
        | "owned-globals.js" | "load-element.js" => files.file(&format!("tests/browser/js/{path}")),
        "far.css" | "framework.css" | "loud.css" | "small-root.css" | "trap.css" | "unset.css"
        | "zoom.css" => files.file(&format!("tests/browser/css/{path}")),
        "icon" => StatusCode::NO_CONTENT.into_response(),
        "hostile.jsonl" => files.file("crates/letters/tests/hostile/letters.jsonl"),
        "axe.js" => files.file("node_modules/axe-core/axe.min.js"),
        // A fragment of a page, as a server sends it to what swaps it in.
        _ if path.starts_with("fragments/") => {
            let code = path.trim_start_matches("fragments/");
            let element = format!(
                "<circular-letter src='/letters/cl-20-43/{code}.md' lang='{code}' ui-lang='en'></circular-letter>"
            );
            typed("text/html", element)
        }
        "faults/page.md" => typed("text/html", "<!doctype html><title>Not found</title>"),
        "faults/document.md" => typed("application/pdf", "%PDF-1.7"),
        "faults/unknown.md" => typed("application/octet-stream", "%PDF-1.7"),
        "faults/empty.md" => typed("text/markdown", "\n"),
        "faults/notes.md" => {
            typed("text/markdown", "# Minutes\n\nThe meeting began at nine, as an *exception*.")
        }
        "faults/error.md" => StatusCode::INTERNAL_SERVER_ERROR.into_response(),
        "faults/cut.md" => cut_off(),
        "faults/reset.md" => {
            let pieces = [Err::<&str, _>(io::Error::other("reset"))];
            typed("text/markdown", Body::from_stream(futures_util::stream::iter(pieces)))
        }
        "faults/stalled.md" => {
            tokio::time::sleep(Duration::from_secs(60)).await;
            StatusCode::NO_CONTENT.into_response()
        }
        "faults/drip.md" => {
            let drops = futures_util::stream::unfold((), |()| async {
                tokio::time::sleep(Duration::from_millis(200)).await;
                Some((Ok::<_, io::Error>("x"), ()))
            });
            typed("text/markdown", Body::from_stream(drops))
        }
        "faults/endless.md" => {
            let piece = "A letter that does not end. ".repeat(40_000);
            typed(
                "text/markdown",
                Body::from_stream(futures_util::stream::repeat_with(move || {
                    Ok::<_, io::Error>(piece.clone())
                })),
            )
        }
        "faults/huge.md" => typed("text/markdown", "A letter that is too long. ".repeat(800_000)),
        "faults/gzip.md" => {
            ([(header::CONTENT_TYPE, "text/markdown"), (header::CONTENT_ENCODING, "gzip")], "no gzip at all")
                .into_response()
        }
        "faults/loop.md" => (StatusCode::FOUND, [(header::LOCATION, "/faults/loop.md")], "").into_response(),
        "faults/latin-1.md" => {
            match std::fs::read_to_string(files.root.join("dist/letters/cl-20-43/fr.md")) {
                Ok(letter) => {
                    let bytes: Vec<u8> = letter.chars().map(|c| u8::try_from(c).unwrap_or(b'-')).collect();
                    typed("text/plain; charset=iso-8859-1", bytes)
                }
                Err(_) => StatusCode::NOT_FOUND.into_response(),
            }
        }
        // Letters whose server says what they are not.
        _ if path.starts_with("typed/") => {
            let mut response = files.file("dist/letters/cl-20-43/fr.md");
            let name = path.rsplit('/').next().unwrap_or_default();
            if let Some((_, said)) = MISTAKEN_TYPES.iter().find(|(file, _)| *file == name) {
                response.headers_mut().insert(header::CONTENT_TYPE, HeaderValue::from_static(said));
            }
            response
        }
        "faults/slow.md" => {
            tokio::time::sleep(Duration::from_secs(2)).await;
            files.file("dist/letters/cl-20-43/fr.md")
        }
        // A loader without its viewer, and one with a viewer but without its module.
        "no-viewer/circular-letter.js" | "no-module/circular-letter.js" => {
            files.file("dist/circular-letter.js")
        }
        "other-yew/viewer.js" => match std::fs::read_to_string(files.root.join("dist/viewer.js")) {
            Ok(script) => typed("text/javascript", script.replace("__circular_letter_", "__yew_")),
            Err(_) => StatusCode::NOT_FOUND.into_response(),
        },
        "other-yew/start.js" => files.file("tests/browser/js/other-yew.js"),
        "other-yew/viewer_bg.wasm"
        | "other-yew/reader.js"
        | "other-yew/reader_bg.wasm"
        | "other-yew/letter.css"
        | "other-yew/columns.css"
        | "other-yew/panels.css"
        | "other-yew/viewer.css"
        | "other-yew/controls.css" => files.file(&path.replacen("other-yew", "dist", 1)),
        // A copy of the files without the tools.
        "no-tools/tools.js" => StatusCode::NOT_FOUND.into_response(),
        _ if path.starts_with("no-tools/") => files.file(&path.replacen("no-tools", "dist", 1)),
        _ if path.starts_with("other-yew/") => files.element_source(path.trim_start_matches("other-yew/")),
        _ if path.starts_with("other-copy/") => files.file(&path.replacen("other-copy", "dist", 1)),
        "no-module/viewer.js" => files.file("dist/viewer.js"),
        // A version in which three facts differ, beside the one that it is a version of.
        "diverging/fr.md" => files.with_other_facts(),
        _ if path.starts_with("diverging/") => {
            files.file(&path.replacen("diverging", "dist/letters/cl-20-43", 1))
        }
        // Versions of which each but the French fails once.
        _ if path.starts_with("flaky/") => {
            if !path.ends_with("fr.md") && files.is_first(uri) {
                return StatusCode::INTERNAL_SERVER_ERROR.into_response();
            }
            files.file(&path.replacen("flaky", "dist/letters/cl-20-43", 1))
        }
        // Versions of which one is slow, one is not there, and one lacks a paragraph.
        "versions/es.md" => {
            tokio::time::sleep(Duration::from_secs(2)).await;
            files.file("dist/letters/cl-20-43/es.md")
        }
        _ if path.starts_with("published/wordpress/") => {
            files.in_wordpress(path.trim_start_matches("published/wordpress/"))
        }
        _ if path.starts_with("published/site/") => {
            files.published(path.trim_start_matches("published/site/"))
        }
        _ if path.starts_with("word/") => files.word(path),
        _ if path.starts_with("catalogues/") => files.catalogue(path),
        _ if path.starts_with("sharded/") => files.sharded(path),
        "long/1.md" => files.long_letter(1_000_000),
        "long/10.md" => files.long_letter(10_000_000),
        "versions/ru.md" => StatusCode::NOT_FOUND.into_response(),
        "versions/zh.md" => files.without_fourth_paragraph(),
        _ if path.starts_with("versions/") => {
            files.file(&path.replacen("versions", "dist/letters/cl-20-43", 1))
        }
        "" | "index.html" | "deep/down/" => files.standalone_page(),
        // The applications of tests/hosts, as tools/hosts bundles them.
        _ if path.starts_with("hosts/") => files.file(&format!("target/{path}")),
        // Those of tests/frameworks, as tools/frameworks builds them.
        _ if path.starts_with("frameworks/") => files.file(&format!("target/{path}")),
        _ if path.starts_with("specimens/") => {
            files.file(&path.replacen("specimens", "crates/letters/tests/letters", 1))
        }
        "records/future.json" => typed(
            "application/json",
            r#"{"version":99,"source":"../letters/cl-20-43/fr.md","news":{"of":"another time"}}"#,
        ),
        "archive/2026/linked.md" => typed("text/markdown", LINKED),
        "archive/records/linked.json" => {
            let record = record::to_json(&Version::read(LINKED, None), LINKED, "../2026/linked.md");
            typed("application/vnd.circular-letter+json", record)
        }
        "records/catalogue.json" => typed("application/json", CATALOGUE_WITH_RECORDS),
        _ if path.starts_with("records/") => files.record(path),
        "old-files/circular-letter.js" | "old-files/viewer.js" | "old-files/viewer_bg.wasm" => {
            files.file(&path.replacen("old-files", "dist", 1))
        }
        _ if path.starts_with("old-files/") => StatusCode::NOT_FOUND.into_response(),
        // A worker whose own policy refuses WebAssembly.
        "bad-worker/reader-worker.js" => {
            let mut response = files.file("dist/reader-worker.js");
            let policy = HeaderValue::from_static("default-src 'self'; script-src 'self'");
            response.headers_mut().insert(header::CONTENT_SECURITY_POLICY, policy);
            response
        }
        _ if path.starts_with("bad-worker/") => files.file(&path.replacen("bad-worker", "dist", 1)),
        _ if path.starts_with("changed/") => files.changed(path),
        // Style sheets as a browser of another time reads them: without `:has` and container queries.
        _ if path.starts_with("old-browser/") && path.ends_with(".css") => {
            match std::fs::read_to_string(files.root.join(path.replacen("old-browser", "dist", 1))) {
                Ok(css) => {
                    typed("text/css", css.replace(":has(", ":unknown(").replace("@container", "@unknown"))
                }
                Err(_) => StatusCode::NOT_FOUND.into_response(),
            }
        }
        _ if path.starts_with("old-browser/") => files.file(&path.replacen("old-browser", "dist", 1)),
        _ if path.starts_with("mixed/") => files.mixed(path, uri.query()),
        _ => match path.rsplit_once('/').map_or(path, |(_, name)| name).strip_prefix("host-") {
            Some(number) => files.host(number, Policy::of(path)),
            None => files.file(&format!("dist/{}", path.strip_prefix("deep/down/").unwrap_or(path))),
        },
    }
}

impl Files {
    /// Whether nobody has asked for the address before.
    fn is_first(&self, uri: &Uri) -> bool {
        self.asked.lock().unwrap_or_else(PoisonError::into_inner).insert(uri.to_string())
    }

    /// A file of the bundle, under `mixed/`, the name of the file that a cache has of another build, and whether every server
    /// on the way has it: `mixed/frame.js/cached/viewer.js`.
    fn mixed(&self, path: &str, query: Option<&str>) -> Response {
        let mut parts = path.splitn(4, '/').skip(1);
        let (Some(mixed), Some(kept), Some(name)) = (parts.next(), parts.next(), parts.next()) else {
            return StatusCode::NOT_FOUND.into_response();
        };
        let mut response = self.file(&format!("dist/{name}"));
        // What is asked for with a query comes past the cache, if that is possible.
        if name == mixed && (query.is_none() || kept == "everywhere") {
            match self.of_another_build(name) {
                Some(content) => *response.body_mut() = Body::from(content),
                None => return StatusCode::NOT_FOUND.into_response(),
            }
        }
        response.headers_mut().insert(header::CACHE_CONTROL, HeaderValue::from_static("max-age=600"));
        response
    }

    /// The number of the build of the bundle, with which its style sheets end.
    fn build(&self) -> Option<String> {
        let style = std::fs::read_to_string(self.root.join("dist/letter.css")).ok()?;
        style.get(style.len().checked_sub(8)?..style.len() - 2).map(str::to_owned)
    }

    /// A module of the element as it is written, beside files of the bundle.
    fn element_source(&self, name: &str) -> Response {
        match (std::fs::read_to_string(self.root.join("src/element").join(name)), self.build()) {
            (Ok(script), Some(build)) => typed("text/javascript", script.replace("~build", &build)),
            _ => StatusCode::NOT_FOUND.into_response(),
        }
    }

    /// The file of the bundle as another build may have it.
    fn of_another_build(&self, name: &str) -> Option<Vec<u8>> {
        let read = |name: &str| std::fs::read(self.root.join("dist").join(name)).ok();
        let content = read(name)?;
        let mark = if let Some(module) = name.strip_suffix("_bg.wasm") {
            // The name of its script.
            let script = String::from_utf8(read(&format!("{module}.js"))?).ok()?;
            let before = "__proto__:null,";
            let at = script.find(&format!("{before}_"))? + before.len();
            script.get(at..at + 7)?.to_owned()
        } else {
            self.build()?
        };
        let other = "_".repeat(mark.len());
        let mut changed = content.clone();
        for at in 0..content.len().saturating_sub(mark.len()) {
            if content.get(at..at + mark.len()) == Some(mark.as_bytes())
                && let Some(place) = changed.get_mut(at..at + mark.len())
            {
                place.copy_from_slice(other.as_bytes());
            }
        }
        (changed != content).then_some(changed)
    }

    /// A file of the bundle, under `changed/`, the number of one of [`CACHING`], and the name of the file that somebody has
    /// changed, with `+` for `/`.
    fn changed(&self, path: &str) -> Response {
        let mut parts = path.splitn(4, '/').skip(1);
        let (Some(caching), Some(changed), Some(name)) = (parts.next(), parts.next(), parts.next()) else {
            return StatusCode::NOT_FOUND.into_response();
        };
        let caching = caching.parse::<usize>().ok().and_then(|number| CACHING.get(number)).copied();
        let mut response = self.file(&format!("dist/{name}"));
        if name == changed.replace('+', "/")
            && let Ok(mut content) = std::fs::read(self.root.join("dist").join(name))
        {
            // Still a file of its kind: a script that says that it has run, a module with a section that nobody reads.
            content.extend_from_slice(match name.rsplit('.').next() {
                Some("js") => b"\nglobalThis.hasRunChanged = true;\n",
                Some("wasm") => b"\x00\x02\x01x",
                _ => b"\n\n",
            });
            *response.body_mut() = Body::from(content);
        }
        let caching = HeaderValue::from_static(caching.unwrap_or("no-store"));
        response.headers_mut().insert(header::CACHE_CONTROL, caching);
        response
    }

    fn host(&self, number: &str, policy: Policy) -> Response {
        let hosts = self.hosts.lock().unwrap_or_else(PoisonError::into_inner);
        let (number, form) = number.split_once('.').unwrap_or((number, ""));
        let Some(page) = number.parse::<usize>().ok().and_then(|number| hosts.get(number)) else {
            return StatusCode::NOT_FOUND.into_response();
        };
        let mut response = match form {
            "xhtml" => typed("application/xhtml+xml", in_xml(page)),
            // Without its first line a page is in quirks mode.
            "old.html" => typed("text/html", page.replacen("<!doctype html>", "", 1)),
            _ => typed("text/html", page.clone()),
        };
        let policy = match policy {
            Policy::None => return response,
            Policy::Strict => STRICT_POLICY,
            Policy::NoWebAssembly => "script-src 'self'",
            Policy::NoWorkers => "worker-src 'none'",
        };
        response.headers_mut().insert(header::CONTENT_SECURITY_POLICY, HeaderValue::from_static(policy));
        response
    }

    /// The standalone page as it is built, with the watch in its head.
    fn standalone_page(&self) -> Response {
        match std::fs::read_to_string(self.root.join("dist/index.html")) {
            Ok(page) => {
                typed("text/html", page.replacen("<head>", "<head><script src=\"/watch.js\"></script>", 1))
            }
            Err(_) => StatusCode::NOT_FOUND.into_response(),
        }
    }

    /// The record of CL-20/43 in the language that the path names.
    fn record(&self, path: &str) -> Response {
        let name = path.trim_start_matches("records/").trim_end_matches(".json");
        match std::fs::read_to_string(self.root.join(format!("dist/letters/cl-20-43/{name}.md"))) {
            Ok(text) => {
                let version = Version::read(&text, None);
                let source = format!("../letters/cl-20-43/{name}.md");
                typed("application/vnd.circular-letter+json", record::to_json(&version, &text, &source))
            }
            Err(_) => StatusCode::NOT_FOUND.into_response(),
        }
    }

    /// The French letter with another date, another Resolution and another telephone number.
    fn with_other_facts(&self) -> Response {
        match std::fs::read_to_string(self.root.join("dist/letters/cl-20-43/fr.md")) {
            Ok(letter) => {
                let letter = letter.replace("lieu le 22 février 2021, sous", "lieu le 24 février 2021, sous");
                let letter =
                    letter.replace("Résolution 99 ", "Résolution 98 ").replace("730 6311", "730 6312");
                typed("text/markdown", letter)
            }
            Err(_) => StatusCode::NOT_FOUND.into_response(),
        }
    }

    /// The Chinese letter without its fourth paragraph.
    fn without_fourth_paragraph(&self) -> Response {
        match std::fs::read_to_string(self.root.join("dist/letters/cl-20-43/zh.md")) {
            Ok(letter) => {
                let blocks = letter.split("\n\n").filter(|block| !block.starts_with("您将很快收到"));
                typed("text/markdown", blocks.collect::<Vec<_>>().join("\n\n"))
            }
            Err(_) => StatusCode::NOT_FOUND.into_response(),
        }
    }

    /// The English letter with its paragraphs again and again, up to so many bytes, each time with other Resolutions; at last one more that
    /// says that it is the end.
    /// The letter CL-20/43 in French as a Word file; one that differs, has revisions, or is none.
    fn word(&self, path: &str) -> Response {
        let letter =
            std::fs::read_to_string(self.root.join("dist/letters/cl-20-43/fr.md")).unwrap_or_default();
        let plain =
            without_links(&letter.replace("## ", "").replace("**", "").replace("*(", "(").replace(")*", ")"));
        let mut body: String = plain.split("\n\n").map(in_word).collect();
        match path {
            "word/none.docx" => return typed("application/octet-stream", "%PDF-1.7"),
            "word/differing.docx" => body = body.replace("22 février 2021", "24 février 2021"),
            "word/draft.docx" => {
                body += "<w:p><w:del w:id='1'><w:r><w:delText>draft</w:delText></w:r></w:del></w:p>"
            }
            _ => {}
        }
        match word_file(&body) {
            Ok(bytes) => typed("application/octet-stream", bytes),
            Err(_) => StatusCode::INTERNAL_SERVER_ERROR.into_response(),
        }
    }

    /// A catalogue with as many letters as the path says, as the command writes it: `catalogues/5000.json`; of
    /// `catalogues/5000/late.json`, what comes after the first line is late.
    fn catalogue(&self, path: &str) -> Response {
        let count = path.split(['/', '.']).nth(1).and_then(|count| count.parse().ok()).unwrap_or(0_usize);
        let mut made = self.catalogues.lock().unwrap_or_else(PoisonError::into_inner);
        let json = made.entry(count).or_insert_with(|| catalogues::of(&self.root, count));
        if !path.ends_with("/late.json") {
            return typed("application/json", json.clone());
        }
        let (first, rest) = json.split_once('\n').unwrap_or((json, ""));
        let parts = [(0, format!("{first}\n")), (2000, rest.to_owned())];
        let late = futures_util::stream::iter(parts).then(|(wait, part)| async move {
            tokio::time::sleep(Duration::from_millis(wait)).await;
            Ok::<_, io::Error>(part)
        });
        typed("application/json", Body::from_stream(late))
    }

    /// A file of a catalogue in shards: `sharded/100000/index.json`.
    fn sharded(&self, path: &str) -> Response {
        let Some((count, path)) = path.trim_start_matches("sharded/").split_once('/') else {
            return StatusCode::NOT_FOUND.into_response();
        };
        let count = count.parse().unwrap_or(0_usize);
        let mut made = self.sharded.lock().unwrap_or_else(PoisonError::into_inner);
        let sharded = made.entry(count).or_insert_with(|| Sharded::of(&self.root, count));
        match sharded.file(path) {
            Some(json) => typed("application/json", json),
            None => StatusCode::NOT_FOUND.into_response(),
        }
    }

    /// A page of WordPress with a letter of the site.
    fn in_wordpress(&self, version: &str) -> Response {
        let site = self.site.get_or_init(|| published::of(&self.root));
        match published::in_wordpress(site, version) {
            Some(page) => typed("text/html", page),
            None => StatusCode::NOT_FOUND.into_response(),
        }
    }

    /// A file of a site of the letters that ship, which is in a folder.
    fn published(&self, path: &str) -> Response {
        if path == "letter.css" || path.starts_with("programs/") {
            return self.file(&format!("dist/{}", path.trim_start_matches("programs/")));
        }
        let site = self.site.get_or_init(|| published::of(&self.root));
        match site.get(path) {
            // The script is the server's.
            Some(text) if path.ends_with(".html") => {
                typed("text/html", text.replacen("<head>", "<head><script src=\"/watch.js\"></script>", 1))
            }
            Some(text) if path.ends_with("SHA256SUMS") || path.ends_with(".md") => {
                typed("text/plain", text.clone())
            }
            Some(text) if path.ends_with(".json") => typed("application/json", text.clone()),
            Some(text) if path.ends_with(".js") => typed("text/javascript", text.clone()),
            Some(text) => typed("text/css", text.clone()),
            None => StatusCode::NOT_FOUND.into_response(),
        }
    }

    fn long_letter(&self, bytes: usize) -> Response {
        let Ok(letter) = std::fs::read_to_string(self.root.join("dist/letters/cl-20-43/en.md")) else {
            return StatusCode::NOT_FOUND.into_response();
        };
        let is_paragraph = |block: &&str| block.len() > 200;
        let paragraphs: Vec<&str> = letter.split("\n\n").filter(is_paragraph).collect();
        let Some((head, end)) = paragraphs.last().and_then(|last| letter.split_once(last)) else {
            return StatusCode::NOT_FOUND.into_response();
        };
        let mut long = head.to_owned();
        for (number, paragraph) in paragraphs.iter().cycle().enumerate() {
            if long.len() > bytes {
                break;
            }
            let resolution = format!("Resolution {}", number % 200 + 1);
            long += &paragraph.replace("Resolution 99", &resolution).replace("Resolution 70", &resolution);
            long += "\n\n";
        }
        typed("text/markdown", format!("{long}The end of a long letter.{end}"))
    }

    fn file(&self, path: &str) -> Response {
        let path = Path::new(path);
        if path.components().any(|component| !matches!(component, Component::Normal(_))) {
            return StatusCode::NOT_FOUND.into_response();
        }
        let content_type = match path.extension().and_then(|extension| extension.to_str()) {
            Some("css") => "text/css",
            Some("html") => "text/html",
            Some("js") => "text/javascript",
            Some("json") => "application/json",
            Some("md") => "text/markdown",
            Some("wasm") => "application/wasm",
            _ => "application/octet-stream",
        };
        match std::fs::read(self.root.join(path)) {
            Ok(content) => typed(content_type, content),
            Err(_) => StatusCode::NOT_FOUND.into_response(),
        }
    }
}

/// The words of the links of a Markdown text.
fn without_links(text: &str) -> String {
    let mut parts = text.split("](");
    let mut words = parts.next().unwrap_or_default().to_owned();
    for part in parts {
        words.push_str(part.split_once(')').map_or("", |(_, after)| after));
    }
    words.replace('[', "")
}

/// A paragraph of Word with the lines of a block of Markdown.
fn in_word(block: &str) -> String {
    let lines = block.lines().map(|line| line.trim_end_matches(['\\', ' ']));
    let runs = lines.map(|line| {
        format!(
            "<w:r><w:t xml:space='preserve'>{}</w:t></w:r>",
            line.replace('&', "&amp;").replace('<', "&lt;")
        )
    });
    format!("<w:p>{}</w:p>", runs.collect::<Vec<_>>().join("<w:r><w:br/></w:r>"))
}

/// A Word file with the blocks.
fn word_file(body: &str) -> zip::result::ZipResult<Vec<u8>> {
    let mut writer = zip::ZipWriter::new(std::io::Cursor::new(Vec::new()));
    writer.start_file("word/document.xml", zip::write::SimpleFileOptions::default())?;
    let namespace = "http://schemas.openxmlformats.org/wordprocessingml/2006/main";
    let document = format!("<w:document xmlns:w='{namespace}'><w:body>{body}</w:body></w:document>");
    std::io::Write::write_all(&mut writer, document.as_bytes())?;
    Ok(writer.finish()?.into_inner())
}

fn typed(content_type: &'static str, content: impl Into<Body>) -> Response {
    ([(header::CONTENT_TYPE, content_type)], content.into()).into_response()
}

/// An answer that breaks off in the middle of the letter.
fn cut_off() -> Response {
    let pieces = [Ok("## Secrétariat général (SG)\n"), Err(io::Error::other("cut off"))];
    typed("text/markdown", Body::from_stream(futures_util::stream::iter(pieces)))
}
