//! Measures how long it takes from the click on a language to the painted text, in Chromium, with the processor as it is and four times
//! slower. It judges nothing.

use browser_tests::engine::{Appearance, Engine};
use browser_tests::page::Page;
use browser_tests::server::Server;
use serde_json::{Value, json};

/// How often each switch is made.
const ROUNDS: usize = 10;

/// From the click to the task behind the frame in which the text is painted.
const MEASURE: &str = "
const done = arguments[arguments.length - 1];
const host = document.querySelector('circular-letter');
const letter = host.querySelector(':scope > article');
const times = [];
const languages = ['en', 'ar', 'zh', 'ru', 'es', 'fr'];
const next = () => {
  const language = languages[times.length % languages.length];
  if (times.length === languages.length * ROUNDS) return done(times);
  const link = host.shadowRoot.querySelector(`.languages a[hreflang^=${language}]`);
  const start = performance.now();
  link.click();
  const look = () => requestAnimationFrame(() => {
    if (!letter.lang.startsWith(language)) return look();
    const { port1, port2 } = new MessageChannel();
    port1.onmessage = () => { times.push(performance.now() - start); setTimeout(next, 50) };
    port2.postMessage(null);
  });
  look();
};
next();";

#[tokio::main(flavor = "current_thread")]
async fn main() {
    let server = Server::start().await.expect("a port is free");
    let browser = Engine::Chromium.start(Appearance::Light).await;
    let page = Page::new(Engine::Chromium, server, browser.client.clone());
    page.open("?letter=sg/cl/2020/43&lang=fr").await;
    page.until_letter().await;
    let fetched = "new Set(performance.getEntriesByType('resource').map(({ name }) => name).filter((name) => name.endsWith('.md'))).size === 6";
    page.until(fetched).await;
    for rate in [1, 4] {
        page.protocol("Emulation.setCPUThrottlingRate", json!({ "rate": rate })).await;
        let script = MEASURE.replace("ROUNDS", &ROUNDS.to_string());
        let times = browser.client.execute_async(&script, Vec::new()).await.expect("the script runs");
        let mut times: Vec<f64> = times.as_array().into_iter().flatten().filter_map(Value::as_f64).collect();
        times.sort_by(f64::total_cmp);
        let at = |share: f64| times.get((times.len() as f64 * share) as usize).or(times.last()).copied();
        println!(
            "{rate} times slower: {} switches, median {:.1} ms, nine of ten within {:.1} ms, the longest {:.1} ms",
            times.len(),
            at(0.5).unwrap_or_default(),
            at(0.9).unwrap_or_default(),
            at(1.0).unwrap_or_default()
        );
    }
    browser.end().await;
}
