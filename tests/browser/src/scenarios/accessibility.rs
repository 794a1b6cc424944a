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
        "<circular-letter catalogue=\"/letters/catalogue.json\" letter=\"sg/cl/2020/43\" lang=\"{language}\" ui-lang=\"{language}\"></circular-letter>"
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

scenarios! {
    async fn what_a_screen_reader_meets_is_the_same_in_every_language(page) {
        // One engine shows its tree; the trees of the others are made of the same roles and names.
        if page.engine != Engine::Chromium {
            return;
        }
        page.enlarge(1280, 900).await;
        for language in ["ar", "zh", "en", "fr", "ru", "es"] {
            page.open_host(&letter_in(language)).await;
            page.until_letter().await;
            page.until("new Set(performance.getEntriesByType('resource').map(({ name }) => name).filter((name) => name.endsWith('.md'))).size === 6").await;
            tokio::time::sleep(std::time::Duration::from_millis(400)).await;
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

    async fn the_keyboard_goes_through_everything_and_nothing_covers_it(page) {
        // WebKit's small browser does not go to links by the tabulator.
        if page.engine == Engine::WebKit {
            return;
        }
        page.enlarge(1280, 600).await;
        // Behind it, so that the focus stays in the page: what gives it to the browser gets it back in no later one.
        page.open_host(&format!("{}<button id=\"end\">End</button>", letter_in("en"))).await;
        page.until_letter().await;
        page.eval("window.visited = []; window.covered = []; addEventListener('keyup', () => { const at = focused(); const box = at.getBoundingClientRect(); const bar = root.querySelector('.top').getBoundingClientRect(); visited.push(`${at.localName}.${at.className}${at.closest('.copy') ? ' copies' : ''}`); const inBar = root.querySelector('.top').contains(at); if (!inBar && at !== document.body && (box.top < bar.bottom - 1 && box.bottom > 0 || box.bottom > innerHeight + 1 && box.height < innerHeight || box.bottom <= 0)) covered.push(`${at.localName}.${at.className} ${Math.round(box.top)}-${Math.round(box.bottom)}`); if (getComputedStyle(at).outlineStyle === 'none' && at !== document.body) covered.push(`no ring: ${at.localName}.${at.className}`) }, true)").await;
        let mut steps = 0;
        loop {
            page.press(Key::Tab).await;
            steps += 1;
            assert!(steps < 200, "the keyboard does not come out");
            if page.eval("return document.activeElement.id === 'end'").await == Value::Bool(true) {
                break;
            }
        }
        let all = page.text("return visited.join(' ')").await;
        // And back again.
        for _ in 0..steps.min(60) {
            page.press_with_shift(Key::Tab).await;
        }
        page.eval("focused().blur()").await;
        assert_eq!(page.text("return covered.join('\\n')").await, "");
        let visited = all;
        for part in ["a.", "button.tool", "a.permalink", "a.citation", "button.about", "button.peek", "summary.", "copies"] {
            assert!(visited.contains(part), "{part} is not reached: {visited}");
        }
        assert_eq!(page.text("return covered.join('\\n')").await, "");
    }

    async fn the_page_fits_into_320_pixels_in_every_state(page) {
        let fits = "document.documentElement.scrollWidth <= 320 && [...root.querySelectorAll('button, a, p, dd, h2, li')].every((element) => element.getClientRects().length === 0 || element.getBoundingClientRect().right <= 321)";
        page.open_in_frame("?letter=sg/cl/2020/43&lang=fr", 320, 640).await;
        page.until_letter().await;
        page.assert(fits).await;
        page.eval("root.querySelector('.languages .current').click()").await;
        page.until("root.querySelector('.languages ul').classList.contains('open')").await;
        page.assert(fits).await;
        page.eval("root.querySelector('.languages .current').click(); letter.querySelector('[data-peek=\"1\"]').click()").await;
        page.until("letter.querySelector('.peeked .cell')").await;
        page.assert(fits).await;
        page.eval("letter.querySelector('.citation').dispatchEvent(new PointerEvent('pointerover', { bubbles: true, pointerType: 'mouse' }))").await;
        page.until("root.querySelector('.card h3')").await;
        page.assert(fits).await;
        page.eval("document.dispatchEvent(new KeyboardEvent('keydown', { key: 'Escape' })); root.querySelector('.comparing button').click(); root.querySelector('.comparing [value=ar]').click()").await;
        page.until("letter.querySelector('.row')").await;
        page.assert(fits).await;
        page.open_in_frame("?letter=", 320, 640).await;
        page.until("root.querySelector('.list a')").await;
        page.assert(fits).await;
    }

    async fn whatever_is_pressed_is_large_enough_for_a_finger(page) {
        for width in [360, 1280] {
            page.open_in_frame("?letter=sg/cl/2020/43&lang=fr", width, 900).await;
            page.until_letter().await;
            // Links within sentences are as large as their words (WCAG 2.2, 2.5.8); what is hidden until the keyboard comes is not pressed.
            let small = page.text("return [...root.querySelectorAll('button, summary, .languages a, .tools a'), ...letter.querySelectorAll('.peek, .permalink')].filter((element) => { const box = element.getBoundingClientRect(); return box.width > 2 && (box.width < 24 || box.height < 24) }).map((element) => `${element.className} ${element.getBoundingClientRect().width}x${element.getBoundingClientRect().height}`).join('\\n')").await;
            assert_eq!(small, "", "at {width}");
        }
    }

    async fn few_colours_and_no_motion_are_respected(page) {
        let features = json!({ "features": [{ "name": "forced-colors", "value": "active" }, { "name": "prefers-reduced-motion", "value": "reduce" }] });
        if page.protocol("Emulation.setEmulatedMedia", features).await.is_none() {
            return;
        }
        page.open_host(&letter_in("fr")).await;
        page.until_letter().await;
        page.assert("matchMedia('(forced-colors: active)').matches && matchMedia('(prefers-reduced-motion: reduce)').matches").await;
        page.assert("getComputedStyle(root.querySelector('.languages [aria-current]')).outlineStyle === 'solid' && getComputedStyle(root.querySelector('.tool')).borderTopStyle === 'solid'").await;
        page.assert("getComputedStyle(letter.querySelector('.citation[data-provenance=rule]')).textDecorationStyle === 'dashed' && getComputedStyle(letter.querySelector('.citation:not([href])')).textDecorationStyle === 'dotted'").await;
        page.eval("letter.querySelector('[data-peek=\"1\"]').click()").await;
        page.until("letter.querySelector('.peeked [aria-pressed=true]')").await;
        page.assert("getComputedStyle(letter.querySelector('.peeked [aria-pressed=true]')).borderTopColor !== getComputedStyle(letter.querySelector('.peeked [aria-pressed=false]')).borderTopColor").await;
        page.assert("document.getAnimations().length === 0").await;
        page.protocol("Emulation.setEmulatedMedia", json!({ "features": [] })).await;
    }
}
