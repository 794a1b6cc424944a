//! Letters, hosts and networks that mean harm, or know no better.

use browser_tests::engine::Engine;
use browser_tests::page::Page;
use browser_tests::server::Server;
use serde_json::{Value, json};

use super::{LETTER, Named, OWN_WORDS_ARE_SEEN};

/// How many hostile letters are shown in one go: a script may take half a minute.
const IN_ONE_GO: usize = 60;

scenarios! {
    with "hostility.js";

    async fn no_hostile_letter_runs_loads_or_clobbers_anything(page) {
        page.open_host("<circular-letter ui-lang='en'></circular-letter>").await;
        page.until("inControls('.viewer')").await;
        let mut count = 0;
        for first in (0..).step_by(IN_ONE_GO) {
            let outcome = page.call_async("showHostileLetters", json!([first, first + IN_ONE_GO])).await;
            let found = outcome.as_array().cloned().unwrap_or_default();
            assert_eq!(found.len(), 1, "{found:#?}");
            match found.first().and_then(Value::as_u64) {
                Some(0) | None => break,
                Some(shown) => count += shown,
            }
        }
        assert!(count > 150, "only {count} letters");
        page.assert_no_problem().await;
    }

    async fn a_letter_of_the_strict_host_is_shown_without_a_violation(page) {
        page.open_url(&page.server.add_host("<script type='module' src='/circular-letter.js'></script>", LETTER).replace("/host-", "/strict/host-")).await;
        page.until_letter().await;
        page.assert_no_problem().await;
    }

    async fn no_style_of_a_site_breaks_the_letter_or_the_controls(page) {
        let six = "<circular-letter catalogue='/letters/catalogue.json' letter='sg/cl/2020/43' lang='fr'></circular-letter>";
        let script = "<script type='module' src='/circular-letter.js'></script>";
        page.open_host_with(script, six).await;
        page.until_letter().await;
        page.until("inControls('.references a')").await;
        let plain = page.text("looksOfParts()").await;
        for sheet in ["unset", "framework", "loud"] {
            page.open_host_with(&format!("{script}<link rel='stylesheet' href='/{sheet}.css'>"), six).await;
            page.until_letter().await;
            page.until("inControls('.references a')").await;
            let hostile = page.text("looksOfParts()").await;
            let differing: Vec<_> = plain.lines().zip(hostile.lines()).filter(|(one, other)| one != other).collect();
            assert!(differing.is_empty(), "{sheet}: {differing:#?}");
            page.assert("boxOf(letter).width > 300 && document.documentElement.scrollWidth <= innerWidth + 1").await;
        }
        page.eval("host.with = 'en'").await;
        page.until("inLetter('.row')").await;
        page.assert("cellsAreEqual(inLetter('#p2').closest('.row'))").await;
    }

    async fn the_text_can_be_spaced_out(page) {
        page.open_host(LETTER).await;
        page.until_letter().await;
        page.eval("spaceTextOut()").await;
        page.assert("isSpacedOut()").await;
        page.assert("noTextIsCut()").await;
        page.assert("document.documentElement.scrollWidth <= innerWidth + 1").await;
    }

    async fn the_place_is_kept_in_a_box_that_scrolls_under_a_sticky_header(page) {
        page.enlarge(1280, 800).await;
        let body = "<header></header><circular-letter catalogue='/letters/catalogue.json' letter='sg/cl/2020/43' lang='fr'></circular-letter>";
        page.open_host_with("<script type='module' src='/circular-letter.js'></script><link rel='stylesheet' href='/trap.css'>", body).await;
        page.until_letter().await;
        page.until("allVersionsAreFetched()").await;
        page.eval("document.querySelector('#p3').scrollIntoView()").await;
        page.assert("document.querySelector('main').scrollTop > 100 && paragraphIsBelowBar()").await;
        page.assert("boxOf(inControls('.bar')).top >= 59").await;
        let before = page.number("topOf('#p3')").await;
        page.eval("languageLink('ar').click()").await;
        page.until("letter.lang === 'ar'").await;
        page.pause(200).await;
        let after = page.number("topOf('#p3')").await;
        assert!((before - after).abs() < 1.5, "{before:?} {after:?}");
    }

    async fn a_zoomed_page_keeps_place_and_card(page) {
        // In a zoomed page, WebKit itself brings a paragraph into view at another place than it says.
        if page.engine == Engine::WebKit {
            return;
        }
        page.enlarge(1280, 800).await;
        let body = "<circular-letter catalogue='/letters/catalogue.json' letter='sg/cl/2020/43' lang='fr'></circular-letter>";
        page.open_host_with("<script type='module' src='/circular-letter.js'></script><link rel='stylesheet' href='/zoom.css'>", body).await;
        page.until_letter().await;
        page.until("allVersionsAreFetched()").await;
        page.eval("document.querySelector('#p4').scrollIntoView({ block: 'center' })").await;
        let before = page.number("topOf('#p4')").await;
        page.eval("languageLink('es').click()").await;
        page.until("letter.lang === 'es'").await;
        page.pause(200).await;
        let after = page.number("topOf('#p4')").await;
        assert!((before - after).abs() < 3.0, "{before:?} {after:?}");
        page.eval("point('pointerover', inLetter('#p3 .citation'))").await;
        page.until("inControls('.card h3')").await;
        page.until("cardIsBesideReference()").await;
    }

    async fn every_network_failure_ends_with_a_message_a_retry_and_the_letter_that_was_there(page) {
        for (fault, code) in [
            ("/faults/stalled.md", "timed-out"), ("/faults/drip.md", "timed-out"), ("/faults/cut.md", "network"), ("/faults/reset.md", "network"),
            ("/faults/gzip.md", "network"), ("/faults/loop.md", "network"), ("/faults/error.md", "not-delivered"), ("/faults/page.md", "wrong-type"),
            ("http://127.0.0.1:9/letter.md", "cross-origin"), ("/faults/endless.md", "too-large"), ("/faults/huge.md", "too-large"),
        ] {
            // WebKit takes what is no gzip for text, and so it is.
            if page.engine == Engine::WebKit && fault.contains("gzip") {
                continue;
            }
            page.open_host(&LETTER.replace("<circular-letter ", "<circular-letter timeout='2' ui-lang='en' ")).await;
            page.until_letter().await;
            page.until("letterEvents.length === 1").await;
            page.eval(&format!("host.src = '{fault}'")).await;
            page.until("letterEvents.length === 2").await;
            assert_eq!(page.text("letterEvents[1].code").await, code, "{fault}");
            page.assert("inControls('.notice p').textContent.length > 20").await;
            page.assert("allInLetter('.paragraph').length === 5 && letter.checkVisibility()").await;
            // Who signs in meanwhile gets the letter where there was a page to sign in; what is too large stays so.
            let can_retry = code != "too-large";
            page.assert(&format!("inControls('.notice button').hidden === {}", !can_retry)).await;
        }
    }

    async fn a_letter_in_another_encoding_is_decoded(page) {
        page.open_host(&LETTER.replace("/letters/cl-20-43/fr.md", "/faults/latin-1.md")).await;
        page.until_letter().await;
        page.assert("letter.textContent.includes('Secrétariat général') && !letter.textContent.includes('\\ufffd')").await;
        page.assert_no_problem().await;
    }

    async fn a_letter_in_utf_8_is_read_whatever_its_server_says(page) {
        for file in ["latin.md", "cyrillic.md", "program.md", "doubled.md"] {
            page.open_host(&LETTER.replace("/letters/cl-20-43/fr.md", &format!("/typed/{file}"))).await;
            page.until_letter().await;
            page.assert("letter.textContent.includes('Secrétariat général')").await;
            page.assert_no_problem().await;
        }
    }

    async fn a_letter_of_another_origin_is_read_only_where_cors_allows_it(page) {
        let other = Server::start().await.expect("a port is free");
        page.open_host(&LETTER.replace("/letters/cl-20-43/fr.md", &other.url("cors/letters/cl-20-43/fr.md"))).await;
        page.until_letter().await;
        page.assert_no_problem().await;
        page.open_host(&LETTER.replace("/letters/cl-20-43/fr.md", &other.url("letters/cl-20-43/fr.md"))).await;
        page.until("letterEvents.length > 0").await;
        page.assert("letterEvents[0].code === 'cross-origin'").await;
        page.assert(OWN_WORDS_ARE_SEEN).await;
    }

    async fn a_page_opened_from_a_file_says_that_it_cannot_load_letters(page) {
        let script = page.server.url("cors/circular-letter.js");
        let html = format!("<!doctype html><html lang='en'><meta charset='utf-8'><title>File</title><script type='module' src='{script}'></script>{LETTER}");
        let file = std::env::temp_dir().join(format!("circular-letter-{}-{}.html", page.engine.name(), std::process::id()));
        std::fs::write(&file, html).expect("a file can be written");
        page.open_url(&format!("file://{}", file.display())).await;
        page.until("root?.querySelector('.notice p')").await;
        assert_eq!(page.text("inControls('.notice p').textContent").await, "A page opened from a file cannot load a letter. Please open it from a web server.");
        page.assert(OWN_WORDS_ARE_SEEN).await;
        // Whoever cannot be removed stays in the folder for what is temporary.
        let _ = std::fs::remove_file(&file);
    }
}
