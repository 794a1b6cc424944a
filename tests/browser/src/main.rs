//! The suite: every scenario in every engine, or in those that are named.
//!
//! ```text
//! browser-tests [chromium] [firefox] [webkit] [--only WORDS]
//! ```

mod scenarios;

use std::process::ExitCode;
use std::time::Instant;

use browser_tests::engine::{Appearance, Engine};
use browser_tests::page::Page;
use browser_tests::server::Server;

#[tokio::main(flavor = "current_thread")]
async fn main() -> ExitCode {
    let mut engines = Vec::new();
    let mut only = String::new();
    let mut words = std::env::args().skip(1);
    while let Some(word) = words.next() {
        match Engine::ALL.into_iter().find(|engine| engine.name() == word) {
            Some(engine) => engines.push(engine),
            None if word == "--only" => only = words.next().unwrap_or_default(),
            None => {
                eprintln!("there is no engine {word}; there are chromium, firefox and webkit");
                return ExitCode::from(2);
            }
        }
    }
    if engines.is_empty() {
        engines.extend(Engine::ALL);
    }
    if !Server::has_bundle() {
        eprintln!("error: there is no release bundle in dist/; run: make build");
        return ExitCode::from(2);
    }
    let server = Server::start().await.expect("a port is free");
    let (mut passed, mut failed) = (0, 0);
    for engine in engines {
        let in_the_dark: Vec<_> = scenarios::IN_THE_DARK.iter().collect();
        for (appearance, scenarios) in
            [(Appearance::Light, scenarios::all().collect()), (Appearance::Dark, in_the_dark)]
        {
            let browser = engine.start(appearance).await;
            for (name, scenario) in
                scenarios.iter().filter(|(name, _)| name.contains(&only.replace(' ', "_")))
            {
                let began = Instant::now();
                let page = Page::new(engine, server.clone(), browser.client.clone());
                let outcome = tokio::spawn(scenario(page)).await;
                let seconds = began.elapsed().as_secs_f32();
                match outcome {
                    Ok(()) => passed += 1,
                    Err(_) => failed += 1,
                }
                let outcome = if outcome.is_ok() { "ok" } else { "FAILED" };
                println!("{}: {} ... {outcome} ({seconds:.1} s)", engine.name(), name.replace('_', " "));
            }
            browser.end().await;
        }
    }
    if passed + failed == 0 {
        eprintln!("error: no scenario has the words {only:?} in its name");
    }
    println!("{passed} passed, {failed} failed");
    if failed > 0 || passed == 0 { ExitCode::FAILURE } else { ExitCode::SUCCESS }
}
