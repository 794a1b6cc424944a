//! A page as a scenario sees it.

use std::time::{Duration, Instant};

use fantoccini::actions::{InputSource, KeyAction, KeyActions};
use fantoccini::key::Key;
use fantoccini::wd::{PrintConfiguration, PrintSize, WebDriverCompatibleCommand};
use fantoccini::{Client, Locator};
use serde_json::{Value, json};

use crate::engine::Engine;
use crate::server::Server;

/// How long something that must happen may take to happen. It is a limit, not a measurement: nothing waits for its end.
const PATIENCE: Duration = Duration::from_secs(15);

/// A tab of a browser, and the server that its pages come from.
#[derive(Clone)]
pub struct Page {
    /// The engine that shows it.
    pub engine: Engine,
    /// Where its pages come from.
    pub server: Server,
    client: Client,
    /// The functions that its scripts may use besides the helpers: those of the scenario's file.
    functions: &'static str,
}

/// The functions that every script may use.
const HELPERS: &str = include_str!("../js/helpers.js");

impl Page {
    /// The page of a browser.
    pub const fn new(engine: Engine, server: Server, client: Client) -> Self {
        Self { engine, server, client, functions: "" }
    }

    /// The same page, of which the scripts may use these functions too: the text of a file of `js/`.
    #[must_use]
    pub const fn with(mut self, functions: &'static str) -> Self {
        self.functions = functions;
        self
    }

    /// Opens a file of the bundle, or a fault.
    pub async fn open(&self, path: &str) {
        self.open_url(&self.server.url(path)).await;
    }

    /// Opens a host page with the given body. It loads the element's script.
    pub async fn open_host(&self, body: &str) {
        self.open_host_with("<script type=\"module\" src=\"/circular-letter.js\"></script>", body).await;
    }

    /// Opens a host page with the given head and body.
    pub async fn open_host_with(&self, head: &str, body: &str) {
        self.open_url(&self.server.add_host(head, body)).await;
    }

    /// Opens a page of an application that `tools/frameworks` has built.
    pub async fn open_host_file(&self, name: &str) {
        self.open_url(&self.server.url(&format!("frameworks/{name}"))).await;
    }

    /// Opens a host page whose files come past a cache that has one file of another build (`Server`, `mixed/`).
    pub async fn open_mixed(&self, file: &str, kept: &str) {
        let script = format!("<script type='module' src='/mixed/{file}/{kept}/circular-letter.js'></script>");
        self.open_host_with(&script, "<circular-letter src='/letters/cl-20-43/fr.md' lang='fr' ui-lang='en'>Own words</circular-letter>").await;
    }

    /// Opens an address.
    pub async fn open_url(&self, url: &str) {
        // A change of nothing but the fragment would not load the page again.
        self.client.goto("about:blank").await.expect("the browser opens an empty page");
        self.client.goto(url).await.unwrap_or_else(|error| panic!("{url} does not open: {error}"));
    }

    /// Opens a file of the bundle in a frame of the given size, in CSS pixels, and stays in the frame.
    ///
    /// A window cannot be made as narrow as a telephone in every engine; a frame can, and is a viewport of its own.
    pub async fn open_in_frame(&self, path: &str, width: u32, height: u32) {
        let frame = format!(
            "<iframe title=\"Frame\" width=\"{width}\" height=\"{height}\" frameborder=\"0\" src=\"/{path}\"></iframe>"
        );
        self.open_host_with("", &frame).await;
        self.client.enter_frame(0).await.expect("the page has a frame");
        self.until("document.readyState === 'complete'").await;
        assert_eq!(self.number("innerWidth").await, f64::from(width), "the width of the frame");
    }

    /// Opens a host page with the given body in a frame of the given size, and stays in the frame.
    pub async fn open_host_in_frame(&self, body: &str, width: u32, height: u32) {
        let head = "<script type=\"module\" src=\"/circular-letter.js\"></script>";
        let url = self.server.add_host(head, body);
        self.open_in_frame(url.rsplit('/').next().unwrap_or_default(), width, height).await;
    }

    /// Goes into the first frame of the page.
    pub async fn enter_frame(&self) {
        self.client.enter_frame(0).await.expect("the page has a frame");
    }

    /// Goes out of the frame, to the page around it.
    pub async fn leave_frame(&self) {
        self.client.enter_parent_frame().await.expect("the frame has a page around it");
    }

    /// Makes the window at least so large, where the browser lets it.
    pub async fn enlarge(&self, width: u32, height: u32) {
        self.client.set_window_size(width, height).await.expect("a window can be resized");
    }

    /// Runs statements.
    pub async fn eval(&self, statements: &str) {
        self.execute(statements, Vec::new()).await;
    }

    /// What an expression is.
    pub async fn value(&self, expression: &str) -> Value {
        self.execute(&format!("return ({expression})"), Vec::new()).await
    }

    /// The text that an expression is; empty where it is none.
    pub async fn text(&self, expression: &str) -> String {
        self.value(expression).await.as_str().unwrap_or_default().to_owned()
    }

    /// The number that an expression is.
    pub async fn number(&self, expression: &str) -> f64 {
        self.value(expression).await.as_f64().unwrap_or_else(|| panic!("{expression} is no number"))
    }

    /// The numbers that an expression is a list of.
    pub async fn numbers(&self, expression: &str) -> Vec<f64> {
        let value = self.value(expression).await;
        value.as_array().into_iter().flatten().filter_map(Value::as_f64).collect()
    }

    /// Calls a function with a list of arguments.
    pub async fn call(&self, function: &str, arguments: Value) {
        self.execute(&format!("{function}(...arguments[0])"), vec![arguments]).await;
    }

    /// What a function that takes its time comes to, with a list of arguments.
    pub async fn call_async(&self, function: &str, arguments: Value) -> Value {
        let script = format!(
            "{HELPERS}{}
            const [words, done] = arguments;
            Promise.resolve().then(() => {function}(...words)).then((value) => done({{ value }}), (error) => done({{ error: `${{error}}` }}))",
            self.functions
        );
        let outcome = self
            .client
            .execute_async(&script, vec![arguments])
            .await
            .unwrap_or_else(|error| panic!("{function}: {error}"));
        assert_eq!(outcome["error"], Value::Null, "{function}");
        outcome["value"].clone()
    }

    async fn execute(&self, script: &str, arguments: Vec<Value>) -> Value {
        self.client
            .execute(&format!("{HELPERS}{}{script}", self.functions), arguments)
            .await
            .unwrap_or_else(|error| panic!("{script}: {error}"))
    }

    /// Gives the page some milliseconds, for what must not happen in them.
    pub async fn pause(&self, milliseconds: u64) {
        tokio::time::sleep(Duration::from_millis(milliseconds)).await;
    }

    /// Waits until a condition holds.
    pub async fn until(&self, condition: &str) {
        let began = Instant::now();
        while !self.holds(condition).await {
            assert!(
                began.elapsed() < PATIENCE,
                "does not come true: {condition}\n{}",
                self.text("report()").await
            );
            tokio::time::sleep(Duration::from_millis(30)).await;
        }
    }

    /// Asserts that a condition holds now.
    pub async fn assert(&self, condition: &str) {
        assert!(self.holds(condition).await, "{condition}");
    }

    /// Whether a condition holds.
    pub async fn holds(&self, condition: &str) -> bool {
        self.value(&format!("Boolean({condition})")).await == Value::Bool(true)
    }

    /// Waits until the server has been asked for a file that fails once. WebKit does not always count such a request among the
    /// resources of the page.
    pub async fn until_asked_for(&self, uri: &str) {
        let began = Instant::now();
        while !self.server.was_asked_for(uri) {
            assert!(began.elapsed() < PATIENCE, "nobody asks for {uri}");
            tokio::time::sleep(Duration::from_millis(30)).await;
        }
    }

    /// Waits until the letter is on the sheet, and the rail is beside it.
    pub async fn until_letter(&self) {
        self.until("letterIsThere()").await;
    }

    /// Presses a key and lets it go.
    pub async fn press(&self, key: Key) {
        let value = char::from(key);
        let keys = KeyActions::new("keyboard".to_owned())
            .then(KeyAction::Down { value })
            .then(KeyAction::Up { value });
        self.client.perform_actions(keys).await.expect("a key can be pressed");
    }

    /// Presses a key while another is held.
    pub async fn press_with(&self, held: Key, key: Key) {
        let (value, held) = (char::from(key), char::from(held));
        let keys = KeyActions::new("keyboard".to_owned())
            .then(KeyAction::Down { value: held })
            .then(KeyAction::Down { value })
            .then(KeyAction::Up { value })
            .then(KeyAction::Up { value: held });
        self.client.perform_actions(keys).await.expect("a key can be pressed");
    }

    /// A picture of the frame that the page is in, as PNG. It leaves the frame.
    pub async fn picture_of_frame(&self) -> Vec<u8> {
        self.client.enter_parent_frame().await.expect("the page is in a frame");
        let frame = self.client.find(Locator::Css("iframe")).await.expect("the page has a frame");
        frame.screenshot().await.expect("a picture can be taken")
    }

    /// The page on paper, as PDF.
    pub async fn print(&self) -> Vec<u8> {
        let paper = PrintConfiguration::builder().size(PrintSize::A4).build().expect("A4 is a size of paper");
        self.client.print(paper).await.expect("the page can be printed")
    }

    /// What Chromium answers to a command of its own protocol; nothing in other engines, which have none.
    pub async fn protocol(&self, command: &'static str, parameters: Value) -> Option<Value> {
        if self.engine != Engine::Chromium {
            return None;
        }
        let answer = self.client.issue_cmd(Protocol(command, parameters)).await;
        Some(answer.unwrap_or_else(|error| panic!("{command}: {error}")))
    }

    /// Asserts that nothing went wrong in the page since it was opened.
    pub async fn assert_no_problem(&self) {
        let problems = self.value("window.problems ?? ['the watch did not run']").await;
        assert_eq!(problems, Value::Array(Vec::new()), "problems in the page");
    }

    /// Asserts that axe-core finds no violation in the page, the element's shadow root included.
    pub async fn assert_accessible(&self) {
        let violations = self.call_async("violationsOfAccessibility", json!([])).await;
        assert_eq!(violations, Value::Array(Vec::new()), "violations of accessibility");
    }
}

/// A command of Chromium's own protocol, and what it is about.
#[derive(Debug)]
struct Protocol(&'static str, Value);

impl WebDriverCompatibleCommand for Protocol {
    fn endpoint(&self, base: &url::Url, session: Option<&str>) -> Result<url::Url, url::ParseError> {
        base.join(&format!("session/{}/goog/cdp/execute", session.unwrap_or_default()))
    }

    fn method_and_body(&self, _: &url::Url) -> (axum::http::Method, Option<String>) {
        let body = json!({ "cmd": self.0, "params": self.1 });
        (axum::http::Method::POST, Some(body.to_string()))
    }
}
