//! The three engines, each with its WebDriver.

use std::net::TcpListener;
use std::path::PathBuf;
use std::process::Stdio;
use std::time::{Duration, Instant};

use fantoccini::wd::Capabilities;
use fantoccini::{Client, ClientBuilder};
use hyper_util::client::legacy::connect::HttpConnector;
use serde_json::{Value, json};
use tokio::process::{Child, Command};

/// A browser engine.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Engine {
    /// Blink, in Chromium.
    Chromium,
    /// Gecko, in Firefox.
    Firefox,
    /// WebKit, in the small browser that comes with WebKitGTK.
    WebKit,
}

/// Where Debian puts the small browser of WebKitGTK: under the folder of the machine's architecture.
fn mini_browser() -> Option<PathBuf> {
    let folders = std::fs::read_dir("/usr/lib").ok()?;
    folders
        .filter_map(|folder| Some(folder.ok()?.path().join("webkit2gtk-4.1/MiniBrowser")))
        .find(|path| path.exists())
}

/// What the reader's system prefers.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Appearance {
    /// Dark letters on light ground.
    Light,
    /// Light letters on dark ground.
    Dark,
}

/// How long a driver may take to start: some machines are slow, and cold.
const START: Duration = Duration::from_secs(60);

/// A running browser, with the driver that runs it.
pub struct Browser {
    /// The connection to it.
    pub client: Client,
    driver: Child,
}

impl Browser {
    /// Ends the browser, and then its driver: a driver that ends first leaves its browser behind.
    pub async fn end(mut self) {
        // What is gone already has ended.
        let _ = self.client.close().await;
        let _ = self.driver.kill().await;
    }
}

impl Engine {
    /// All engines.
    pub const ALL: [Self; 3] = [Self::Chromium, Self::Firefox, Self::WebKit];

    /// The engine's name on the command line.
    pub const fn name(self) -> &'static str {
        match self {
            Self::Chromium => "chromium",
            Self::Firefox => "firefox",
            Self::WebKit => "webkit",
        }
    }

    /// Starts the driver and a browser with an empty profile.
    ///
    /// # Panics
    ///
    /// The driver or the browser does not start: no scenario could run.
    pub async fn start(self, appearance: Appearance) -> Browser {
        let has_display = ["DISPLAY", "WAYLAND_DISPLAY"].iter().any(|name| std::env::var_os(name).is_some());
        assert!(
            self != Self::WebKit || has_display,
            "WebKit needs a display: put xvfb-run before the command"
        );
        let port = free_port();
        let driver = self
            .driver(port, appearance)
            .spawn()
            .unwrap_or_else(|error| panic!("{} driver: {error}", self.name()));
        let address = format!("http://127.0.0.1:{port}");
        let began = Instant::now();
        loop {
            let client = ClientBuilder::new(HttpConnector::new())
                .capabilities(self.capabilities(appearance))
                .connect(&address)
                .await;
            match client {
                Ok(client) => return Browser { client, driver },
                Err(error) if began.elapsed() > START => panic!("{} does not start: {error}", self.name()),
                Err(_) => tokio::time::sleep(Duration::from_millis(200)).await,
            }
        }
    }

    fn driver(self, port: u16, appearance: Appearance) -> Command {
        let dark = appearance == Appearance::Dark;
        let mut command = match self {
            Self::Chromium => {
                let mut command = Command::new("chromedriver");
                command.arg(format!("--port={port}"));
                command
            }
            Self::Firefox => {
                let mut command = Command::new("geckodriver");
                command.args(["--port", &port.to_string(), "--websocket-port", &free_port().to_string()]);
                command.env("MOZ_HEADLESS", "1");
                command
            }
            Self::WebKit => {
                let mut command = Command::new("WebKitWebDriver");
                command.arg(format!("--port={port}"));
                command.env("WEBKIT_DISABLE_SANDBOX_THIS_IS_DANGEROUS", "1");
                command.env("GTK_THEME", if dark { "Adwaita:dark" } else { "Adwaita" });
                command
            }
        };
        command.stdin(Stdio::null()).stdout(Stdio::null()).stderr(Stdio::null()).kill_on_drop(true);
        command
    }

    fn capabilities(self, appearance: Appearance) -> Capabilities {
        let dark = appearance == Appearance::Dark;
        let options = match self {
            Self::Chromium => {
                let mut arguments = vec![
                    "--headless",
                    "--no-sandbox",
                    "--disable-gpu",
                    "--disable-quic",
                    "--no-first-run",
                    "--disable-background-networking",
                    "--disable-component-update",
                    "--disable-sync",
                    "--hide-scrollbars",
                ];
                arguments.extend(dark.then_some("--blink-settings=preferredColorScheme=0"));
                json!({ "goog:chromeOptions": { "args": arguments } })
            }
            Self::Firefox => {
                let scheme = if dark { 0 } else { 1 };
                json!({ "moz:firefoxOptions": { "args": ["-headless"], "prefs": {
                    "app.update.enabled": false,
                    "layout.css.prefers-color-scheme.content-override": scheme,
                    "network.captive-portal-service.enabled": false,
                    "network.connectivity-service.enabled": false,
                } } })
            }
            Self::WebKit => match mini_browser() {
                Some(binary) => {
                    json!({ "webkitgtk:browserOptions": { "binary": binary, "args": ["--automation", "--enable-tabs-to-links=true"] } })
                }
                None => json!({}),
            },
        };
        match options {
            Value::Object(capabilities) => capabilities,
            _ => Capabilities::new(),
        }
    }
}

/// A port that was free a moment ago.
fn free_port() -> u16 {
    TcpListener::bind(("127.0.0.1", 0))
        .and_then(|listener| listener.local_addr())
        .map_or(0, |address| address.port())
}
