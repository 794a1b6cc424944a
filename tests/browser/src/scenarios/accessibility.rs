//! For readers who use a keyboard, a screen reader, large type, few colours or a small window.

use std::path::Path;

use browser_tests::engine::Engine;
use browser_tests::page::Page;
use fantoccini::key::Key;
use serde_json::{Value, json};

use super::Named;

/// The letter in six languages, read in one of them with an interface in the same.
fn letter_in(language: &str) -> String {
    format!(
        "<circular-letter catalogue='/letters/catalogue.json' letter='sg/cl/2020/43' lang='{language}' ui-lang='{language}'></circular-letter>"
    )
}

/// The role of text.
const TEXT: &str = "StaticText";

/// The part of the accessibility tree under the element, a line for each node that is not ignored: its role, its name, its states.
fn outline(tree: &Value) -> String {
    let nodes: Vec<&Value> = tree["nodes"].as_array().into_iter().flatten().collect();
    let by_id = |id: &Value| nodes.iter().find(|node| node["nodeId"] == *id).copied();
    let mut lines: Vec<String> = Vec::new();
    let mut open: Vec<(&Value, usize)> = nodes.first().map(|root| (*root, 0)).into_iter().collect();
    while let Some((node, depth)) = open.pop() {
        let role = node["role"]["value"].as_str().unwrap_or_default();
        let is_shown = node["ignored"] != Value::Bool(true)
            && !matches!(role, "InlineTextBox" | "none" | "generic" | "LineBreak");
        if is_shown {
            let name = node["name"]["value"].as_str().unwrap_or_default();
            let states = node["properties"].as_array().into_iter().flatten().filter_map(|property| {
                let name = property["name"].as_str()?;
                matches!(name, "expanded" | "pressed" | "level" | "disabled")
                    .then(|| format!(" {name}={}", property["value"]["value"]))
            });
            let states: String = states.collect();
            let margin = "  ".repeat(depth);
            // Text is parted where the lines of the window are.
            let text = format!("{margin}{TEXT} ");
            match lines.last_mut().filter(|last| role == TEXT && last.starts_with(&text)) {
                Some(last) => last.push_str(name),
                None => lines.push(format!("{margin}{role} {name}{states}")),
            }
        }
        let children = node["childIds"].as_array().into_iter().flatten().rev();
        open.extend(children.filter_map(|id| Some((by_id(id)?, depth + usize::from(is_shown)))));
    }
    lines.iter().map(|line| format!("{}\n", line.trim_end())).collect()
}

/// Goes from the start to the end by the tabulator and back again; what has the focus is in sight, with a ring.
async fn go_through(page: &Page, tools: &str) {
    page.until_letter().await;
    page.eval("watchFocus(); document.querySelector('#start').focus()").await;
    let mut steps = 0;
    while !page.holds("document.activeElement.id === 'end'").await {
        page.press(Key::Tab).await;
        steps += 1;
        assert!(steps < 200, "the keyboard does not come out");
    }
    let visited = page.text("visited.join(' ')").await;
    while !page.holds("document.activeElement.id === 'start'").await {
        page.press_with(Key::Shift, Key::Tab).await;
        steps += 1;
        assert!(steps < 400, "the keyboard does not come back");
    }
    for part in ["a.", tools, "a.citation", "button.peek", "summary.", "copies"] {
        assert!(visited.contains(part), "{part} is not reached: {visited}");
    }
    assert_eq!(page.text("covered.join(' | ')").await, "");
}

scenarios! {
    with "accessibility.js";

    async fn screen_readers_find_the_same_structure_in_every_language(page) {
        // One engine shows its tree; the trees of the others are made of the same roles and names.
        if page.engine != Engine::Chromium {
            return;
        }
        page.enlarge(1280, 900).await;
        for language in ["ar", "zh", "en", "fr", "ru", "es"] {
            page.open_host(&letter_in(language)).await;
            page.until_letter().await;
            page.until("allVersionsAreFetched()").await;
            page.pause(400).await;
            let tree = page.protocol("Accessibility.getFullAXTree", json!({})).await.unwrap_or_default();
            let outline = outline(&tree);
            let file = Path::new(env!("CARGO_MANIFEST_DIR")).join(format!("../accessibility/{language}.txt"));
            if std::env::var_os("UPDATE").is_some() {
                std::fs::write(&file, &outline).expect("the outline can be written");
            }
            let kept = std::fs::read_to_string(&file).unwrap_or_default();
            let differing = outline.lines().zip(kept.lines()).find(|(now, kept)| now != kept);
            assert!(outline == kept, "{language}: {differing:?}: look at the change, and run with UPDATE=1 to keep it");
        }
    }

    async fn the_keyboard_reaches_everything_and_nothing_covers_the_focus(page) {
        // WebKit's small browser does not go to links by the tabulator.
        if page.engine == Engine::WebKit {
            return;
        }
        // Behind it, so that the focus stays in the page: what gives it to the browser gets it back in no later one.
        let body = format!("<button id='start'>Start</button>{}<button id='end'>End</button>", letter_in("en"));
        page.enlarge(1280, 600).await;
        page.open_host(&body).await;
        go_through(&page, "button.tool").await;
        page.open_host_in_frame(&body, 360, 560).await;
        go_through(&page, "button.menu").await;
    }

    async fn another_letter_opened_in_place_takes_the_focus_and_is_announced(page) {
        page.open_host("<circular-letter ui-lang='en'></circular-letter>").await;
        page.until("inControls('.viewer')").await;
        page.eval("giveCatalogue(); host.letter = 'sg/cl/2024/901'").await;
        page.until("citationOf('sg/cl/2023/901')").await;
        page.eval("noteAnnouncements(); citationOf('sg/cl/2023/901').focus(); focused().click()").await;
        page.until("showsMeetingOfJune()").await;
        page.until("inControls('.sheet').contains(focused()) || focused() === inControls('.sheet')").await;
        page.until("said.some((words) => words.includes('CL-23/901'))").await;
    }

    async fn words_of_the_letter_in_the_controls_have_its_language(page) {
        page.enlarge(1280, 900).await;
        page.open_host("<circular-letter src='/letters/cl-20-43/fr.md' lang='fr' ui-lang='ar'></circular-letter>").await;
        page.until_letter().await;
        assert_eq!(page.text("latinWordsThatPassForArabic()").await, "", "words that pass for Arabic");
    }

    async fn focus_rings_and_icons_have_enough_contrast(page) {
        page.enlarge(1000, 900).await;
        page.open_host(&letter_in("fr")).await;
        page.until_letter().await;
        page.eval("inControls('.current').click(); inControls('.menu').click()").await;
        assert_eq!(page.text("faintSigns()").await, "");
    }

    async fn the_page_fits_into_320_pixels_in_every_state(page) {
        let fits = "fitsInto320Pixels()";
        page.open_in_frame("?letter=sg/cl/2020/43&lang=fr", 320, 640).await;
        page.until_letter().await;
        page.assert(fits).await;
        page.eval("inControls('.languages .current').click()").await;
        page.until("inControls('.languages ul').classList.contains('open')").await;
        page.assert(fits).await;
        page.eval("inControls('.languages .current').click(); peekButton(1).click()").await;
        page.until("inLetter('.peeked .cell')").await;
        page.assert(fits).await;
        page.eval("point('pointerover', inLetter('.citation'))").await;
        page.until("inControls('.card h3')").await;
        page.assert(fits).await;
        page.eval("pressEscape(); inControls('.comparing button').click(); inControls('.comparing [value=ar]').click()").await;
        page.until("inLetter('.row')").await;
        page.assert(fits).await;
        page.open_in_frame("?letter=", 320, 640).await;
        page.until("inControls('.list a')").await;
        page.assert(fits).await;
    }

    async fn targets_are_large_enough_for_a_finger(page) {
        for width in [360, 1280] {
            page.open_in_frame("?letter=sg/cl/2020/43&lang=fr", width, 900).await;
            page.until_letter().await;
            assert_eq!(page.text("smallTargets()").await, "", "at {width}");
        }
    }

    async fn forced_colors_and_reduced_motion_are_respected(page) {
        let features = json!({ "features": [{ "name": "forced-colors", "value": "active" }, { "name": "prefers-reduced-motion", "value": "reduce" }] });
        if page.protocol("Emulation.setEmulatedMedia", features).await.is_none() {
            return;
        }
        page.open_host(&letter_in("fr")).await;
        page.until_letter().await;
        page.assert("matchMedia('(forced-colors: active)').matches").await;
        page.assert("matchMedia('(prefers-reduced-motion: reduce)').matches").await;
        page.assert("styleOf(inControls('.languages [aria-current]')).outlineStyle === 'solid'").await;
        page.assert("styleOf(inControls('.tool')).borderTopStyle === 'solid'").await;
        page.assert("underlineOf('.citation[href]') === 'solid'").await;
        page.assert("underlineOf('.citation:not([href])') === 'dotted'").await;
        page.eval("peekButton(1).click()").await;
        page.until("inLetter('.peeked [aria-pressed=true]')").await;
        page.assert("frameOfButton(true) !== frameOfButton(false)").await;
        page.assert("document.getAnimations().length === 0").await;
        page.protocol("Emulation.setEmulatedMedia", json!({ "features": [] })).await;
    }
}
