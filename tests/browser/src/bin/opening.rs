//! Measures how long letters of 1 and of 10 MB take to open in Chromium, and how smoothly they scroll. It judges nothing.

use browser_tests::engine::{Appearance, Engine};
use browser_tests::page::Page;
use browser_tests::server::Server;
use serde_json::Value;

/// From the address to the frame in which the letter is painted, and to the one in which its last paragraph is on the page; then the
/// frames of two seconds of scrolling, from the middle.
const MEASURE: &str = "
const done = arguments[arguments.length - 1];
const host = document.querySelector('circular-letter');
const frame = () => new Promise((then) => requestAnimationFrame(() => {
  const { port1, port2 } = new MessageChannel();
  port1.onmessage = then;
  port2.postMessage(null);
}));
const start = performance.now();
const since = () => Math.round(performance.now() - start);
host.addEventListener('letter-load', async () => {
  const loaded = since();
  await frame();
  const painted = since();
  while (!host.querySelector(':scope > article')?.textContent.includes('The end of a long letter')) await frame();
  const whole = since();
  scrollTo(0, document.documentElement.scrollHeight / 2);
  await frame();
  const frames = [];
  let last = performance.now();
  const end = last + 2000;
  while (last < end) {
    scrollBy(0, 120);
    await new Promise(requestAnimationFrame);
    frames.push(performance.now() - last);
    last = performance.now();
  }
  frames.sort((one, other) => one - other);
  const elements = host.querySelectorAll('*').length;
  done([loaded, painted, whole, frames[Math.floor(frames.length / 2)], frames[Math.floor(frames.length * 0.95)], frames.at(-1), elements]);
}, { once: true });
host.src = 'ADDRESS';";

#[tokio::main(flavor = "current_thread")]
async fn main() {
    let server = Server::start().await.expect("a port is free");
    let browser = Engine::Chromium.start(Appearance::Light).await;
    let page = Page::new(Engine::Chromium, server, browser.client.clone());
    for megabytes in [1, 10] {
        page.open_host(
            "<circular-letter src=\"/letters/cl-20-43/en.md\" timeout=\"60000\"></circular-letter>",
        )
        .await;
        page.until_letter().await;
        let script = MEASURE.replace("ADDRESS", &format!("/long/{megabytes}.md"));
        let measured = browser.client.execute_async(&script, Vec::new()).await.expect("the script runs");
        let measured: Vec<f64> =
            measured.as_array().into_iter().flatten().filter_map(Value::as_f64).collect();
        if let [loaded, painted, whole, middle, most, longest, elements] = measured.as_slice() {
            println!(
                "{megabytes} MB, {elements} elements: event after {loaded} ms, painted after {painted} ms, whole after {whole} ms; frames of scrolling: \
                 median {middle:.1} ms, nineteen of twenty within {most:.1} ms, the longest {longest:.1} ms"
            );
        }
    }
    browser.end().await;
}
