//! Measures how long it takes until the list of a catalogue with 200 and with 5,000 letters, and of one with 100,000 in shards, is
//! there, in Chromium, from the beginning of the navigation, and how long a search takes. It judges nothing.

use browser_tests::engine::{Appearance, Engine};
use browser_tests::page::Page;
use browser_tests::server::Server;
use serde_json::{Value, json};

/// How often each list is opened.
const ROUNDS: usize = 9;

#[tokio::main(flavor = "current_thread")]
async fn main() {
    let server = Server::start().await.expect("a port is free");
    let browser = Engine::Chromium.start(Appearance::Light).await;
    let page =
        Page::new(Engine::Chromium, server, browser.client.clone()).with(include_str!("../../js/listing.js"));
    let mut medians = Vec::new();
    for (letters, catalogue) in [
        ("200", "catalogues/200.json"),
        ("5,000", "catalogues/5000.json"),
        ("100,000", "sharded/100000/index.json"),
    ] {
        let mut opened = Vec::new();
        let mut searched = Vec::new();
        for _ in 0..ROUNDS {
            page.open_host(&format!("<circular-letter catalogue='/{catalogue}'></circular-letter>")).await;
            let measured = page.call_async("measureList", json!([])).await;
            let at = |index| measured.get(index).and_then(Value::as_f64).unwrap_or_default();
            opened.push(at(0));
            searched.push(at(1));
        }
        let [opened, searched] = [opened, searched].map(|mut times: Vec<f64>| {
            times.sort_by(f64::total_cmp);
            times
        });
        let median = |times: &[f64]| times.get(times.len() / 2).copied().unwrap_or_default();
        println!(
            "{letters} letters: list after {:.0} ms (median of {ROUNDS}; {:.0} to {:.0}), answer to a search after {:.0} ms",
            median(&opened),
            opened.first().copied().unwrap_or_default(),
            opened.last().copied().unwrap_or_default(),
            median(&searched),
        );
        medians.push(median(&opened));
    }
    if let [few, many, most] = medians.as_slice() {
        println!(
            "5,000 letters take {:.2} times as long as 200, 100,000 letters {:.2} times",
            many / few,
            most / few
        );
    }
    browser.end().await;
}
