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
}

/// Helpers that every script may use: the element, its shadow root, its letter, and where the focus really is.
const PRELUDE: &str = "
const host = document.querySelector('circular-letter');
const root = host?.shadowRoot;
const letter = host?.querySelector(':scope > article');
const focused = () => { let at = document.activeElement; while (at?.shadowRoot?.activeElement) at = at.shadowRoot.activeElement; return at; };
";

impl Page {
    /// The page of a browser.
    pub const fn new(engine: Engine, server: Server, client: Client) -> Self {
        Self { engine, server, client }
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
        assert_eq!(self.numbers("return [innerWidth]").await, [f64::from(width)], "the width of the frame");
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

    /// What a script returns.
    pub async fn eval(&self, script: &str) -> Value {
        self.client
            .execute(&format!("{PRELUDE}{script}"), Vec::new())
            .await
            .unwrap_or_else(|error| panic!("{script}: {error}"))
    }

    /// What a script gives to its last argument, a function.
    pub async fn eval_async(&self, script: &str) -> Value {
        self.client
            .execute_async(script, Vec::new())
            .await
            .unwrap_or_else(|error| panic!("{script}: {error}"))
    }

    /// The text that a script returns; empty where it returns none.
    pub async fn text(&self, script: &str) -> String {
        self.eval(script).await.as_str().unwrap_or_default().to_owned()
    }

    /// The numbers that a script returns.
    pub async fn numbers(&self, script: &str) -> Vec<f64> {
        let value = self.eval(script).await;
        value.as_array().into_iter().flatten().filter_map(Value::as_f64).collect()
    }

    /// Waits until a condition holds.
    pub async fn until(&self, condition: &str) {
        let began = Instant::now();
        while self.eval(&format!("return Boolean({condition})")).await != Value::Bool(true) {
            if began.elapsed() > PATIENCE {
                let fetched = self.text("return performance.getEntriesByType('resource').map(({ name, startTime, responseEnd, responseStatus }) => `${name} ${Math.round(startTime)}–${Math.round(responseEnd)} ms, ${responseStatus}`).join('\\n') + `\\nnow: ${Math.round(performance.now())} ms`").await;
                let seen = self.text("return document.body.innerText + (root?.textContent ?? '')").await;
                panic!(
                    "does not come true: {condition}\nwhat was fetched:\n{fetched}\nwhat is there:\n{seen}"
                );
            }
            tokio::time::sleep(Duration::from_millis(30)).await;
        }
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

    /// Asserts that a condition holds now.
    pub async fn assert(&self, condition: &str) {
        assert_eq!(
            self.eval(&format!("return Boolean({condition})")).await,
            Value::Bool(true),
            "{condition}"
        );
    }

    /// Waits until the letter is on the sheet, and the rail is beside it.
    pub async fn until_letter(&self) {
        self.until("letter?.querySelector('.subject') && root.querySelector('.bar') && root.querySelector('.rail').childElementCount > 0").await;
    }

    /// Presses a key and lets it go.
    pub async fn press(&self, key: Key) {
        let value = char::from(key);
        let keys = KeyActions::new("keyboard".to_owned())
            .then(KeyAction::Down { value })
            .then(KeyAction::Up { value });
        self.client.perform_actions(keys).await.expect("a key can be pressed");
    }

    /// Presses a key while Shift is held.
    pub async fn press_with_shift(&self, key: Key) {
        let (value, shift) = (char::from(key), char::from(Key::Shift));
        let keys = KeyActions::new("keyboard".to_owned())
            .then(KeyAction::Down { value: shift })
            .then(KeyAction::Down { value })
            .then(KeyAction::Up { value })
            .then(KeyAction::Up { value: shift });
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
        let problems = self.eval("return window.problems ?? ['the watch did not run']").await;
        assert_eq!(problems, Value::Array(Vec::new()), "problems in the page");
    }

    /// Asserts that axe-core finds no violation in the page, the element's shadow root included.
    pub async fn assert_accessible(&self) {
        let script = "
            const done = arguments[arguments.length - 1];
            // A list that is open lies over its neighbours until it closes.
            const isOpen = document.querySelector('circular-letter')?.shadowRoot?.querySelector('.languages ul.open');
            const rules = { 'target-size': { enabled: !isOpen } };
            const run = () => axe.run(document, { rules }).then(
                ({ violations, passes }) => done(passes.length === 0 ? ['no rule ran'] : violations.map(({ id, nodes }) =>
                    `${id}: ${nodes.map(({ target, failureSummary }) => `${target.join(' ')} ${failureSummary}`).join('; ')}`)),
                (error) => done([String(error)]));
            if (window.axe) run();
            else {
                const script = document.createElement('script');
                script.src = '/axe.js';
                script.onload = run;
                script.onerror = () => done(['axe-core does not load']);
                document.head.append(script);
            }";
        let violations = self.client.execute_async(script, Vec::new()).await.expect("axe-core runs");
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
