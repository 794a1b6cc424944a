//! Measures how long it takes from the click on a language to the painted text, in Chromium, with the processor as it is and four times
//! slower. It judges nothing.

use browser_tests::engine::{Appearance, Engine};
use browser_tests::page::Page;
use browser_tests::server::Server;
use serde_json::{Value, json};

/// How often each switch is made.
const ROUNDS: usize = 10;

#[tokio::main(flavor = "current_thread")]
async fn main() {
    let server = Server::start().await.expect("a port is free");
    let browser = Engine::Chromium.start(Appearance::Light).await;
    let page = Page::new(Engine::Chromium, server, browser.client.clone())
        .with(include_str!("../../js/switching.js"));
    page.open("?letter=sg/cl/2020/43&lang=fr").await;
    page.until_letter().await;
    page.until("allVersionsAreFetched()").await;
    for rate in [1, 4] {
        page.protocol("Emulation.setCPUThrottlingRate", json!({ "rate": rate })).await;
        let times = page.call_async("measureSwitching", json!([ROUNDS])).await;
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
