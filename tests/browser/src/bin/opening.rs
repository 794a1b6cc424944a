//! Measures how long letters of 1 and of 10 MB take to open in Chromium, and how smoothly they scroll. It judges nothing.

use browser_tests::engine::{Appearance, Engine};
use browser_tests::page::Page;
use browser_tests::server::Server;
use serde_json::{Value, json};

#[tokio::main(flavor = "current_thread")]
async fn main() {
    let server = Server::start().await.expect("a port is free");
    let browser = Engine::Chromium.start(Appearance::Light).await;
    let page =
        Page::new(Engine::Chromium, server, browser.client.clone()).with(include_str!("../../js/opening.js"));
    for megabytes in [1, 10] {
        page.open_host(&format!(
            "<circular-letter src='/long/{megabytes}.md' timeout='60000'></circular-letter>"
        ))
        .await;
        let measured = page.call_async("watchOpening", json!([])).await;
        let measured: Vec<f64> =
            measured.as_array().into_iter().flatten().filter_map(Value::as_f64).collect();
        if let [begun, whole, loaded, longest] = measured.as_slice() {
            println!(
                "{megabytes} MB, first visit: beginning after {begun} ms, whole after {whole} ms, event after {loaded} ms; the longest task of \
                 the page: {longest} ms"
            );
        }
        page.open_host("<circular-letter src='/letters/cl-20-43/en.md' timeout='60000'></circular-letter>")
            .await;
        page.until_letter().await;
        let measured = page.call_async("measureOpening", json!([format!("/long/{megabytes}.md")])).await;
        let measured: Vec<f64> =
            measured.as_array().into_iter().flatten().filter_map(Value::as_f64).collect();
        if let [loaded, painted, whole, middle, most, longest, elements] = measured.as_slice() {
            println!(
                "{megabytes} MB after another letter, {elements} elements: event after {loaded} ms, painted after {painted} ms, whole after {whole} ms; frames of scrolling: \
                 median {middle:.1} ms, nineteen of twenty within {most:.1} ms, the longest {longest:.1} ms"
            );
        }
    }
    browser.end().await;
}
