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

/// Goes from the start to the end by the tabulator and back again; what has the focus is in sight, with a ring.
async fn go_through(page: &Page) {
    page.until_letter().await;
    page.eval("window.visited = []; window.covered = []; addEventListener('keyup', () => { const at = focused(); const box = at.getBoundingClientRect(); const bar = root.querySelector('.top').getBoundingClientRect(); visited.push(`${at.localName}.${at.className}${at.closest('.copy') ? ' copies' : ''}`); const inBar = root.querySelector('.top').contains(at); if (!inBar && host.contains(at.getRootNode().host ?? at) && (box.top < bar.bottom - 1 && box.bottom > 0 || box.bottom > innerHeight + 1 && box.height < innerHeight || box.bottom <= 0)) covered.push(`${at.localName}.${at.className} “${at.textContent}” ${Math.round(box.top)}-${Math.round(box.bottom)} of ${Math.round(bar.bottom)}-${innerHeight}`); if (getComputedStyle(at).outlineStyle === 'none' && host.contains(at.getRootNode().host ?? at)) covered.push(`no ring: ${at.localName}.${at.className}`) }); document.querySelector('#start').focus()").await;
    let is_at = |id: &str| format!("return document.activeElement.id === '{id}'");
    let mut steps = 0;
    while page.eval(&is_at("end")).await != Value::Bool(true) {
        page.press(Key::Tab).await;
        steps += 1;
        assert!(steps < 200, "the keyboard does not come out");
    }
    let visited = page.text("return visited.join(' ')").await;
    while page.eval(&is_at("start")).await != Value::Bool(true) {
        page.press_with_shift(Key::Tab).await;
        steps += 1;
        assert!(steps < 400, "the keyboard does not come back");
    }
    for part in [
        "a.",
        "button.tool",
        "a.permalink",
        "a.citation",
        "button.about",
        "button.peek",
        "summary.",
        "copies",
    ] {
        assert!(visited.contains(part), "{part} is not reached: {visited}");
    }
    assert_eq!(page.text("return covered.join(' | ')").await, "");
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
        // Behind it, so that the focus stays in the page: what gives it to the browser gets it back in no later one.
        let body = format!("<button id=\"start\">Start</button>{}<button id=\"end\">End</button>", letter_in("en"));
        page.enlarge(1280, 600).await;
        page.open_host(&body).await;
        go_through(&page).await;
        page.open_host_in_frame(&body, 360, 560).await;
        go_through(&page).await;
    }

    async fn another_letter_that_opens_in_place_takes_the_focus_and_is_said(page) {
        page.open_host("<circular-letter ui-lang=\"en\"></circular-letter>").await;
        page.until("root.querySelector('.viewer')").await;
        page.eval("fetch('/letters/catalogue.json').then((answer) => answer.json()).then((catalogue) => { delete catalogue.page; for (const letter of catalogue.letters) for (const version of letter.versions ?? []) version.file = '/letters/' + version.file; host.catalogue = catalogue; host.letter = 'sg/cl/2024/901' })").await;
        page.until("letter.querySelector('.citation[data-document=\"sg/cl/2023/901\"]')").await;
        page.eval("window.said = []; const watch = new MutationObserver(() => { for (const status of root.querySelectorAll('[role=status]')) if (status.textContent) said.push(status.textContent) }); watch.observe(root, { childList: true, characterData: true, subtree: true }); const link = letter.querySelector('.citation[data-document=\"sg/cl/2023/901\"]'); link.focus(); link.click()").await;
        page.until("host.letter === 'sg/cl/2023/901' && letter.querySelector('.subject h2')?.textContent.includes('4-7 June 2024')").await;
        page.until("root.querySelector('.sheet').contains(focused()) || focused() === root.querySelector('.sheet')").await;
        page.until("said.some((words) => words.includes('CL-23/901'))").await;
    }

    async fn the_letters_words_in_the_controls_say_their_language(page) {
        page.enlarge(1280, 900).await;
        page.open_host("<circular-letter src=\"/letters/cl-20-43/fr.md\" lang=\"fr\" ui-lang=\"ar\"></circular-letter>").await;
        page.until_letter().await;
        // Words in Latin letters, in an interface that writes none but names of documents, numbers and native names of languages.
        let said = page.text("const walker = document.createTreeWalker(root, NodeFilter.SHOW_TEXT); const wrong = []; let seen = 0; while (walker.nextNode()) { const text = walker.currentNode.textContent.trim(); const around = walker.currentNode.parentElement; if (!/[a-zà-ÿ]{4}/i.test(text) || text.includes('@') || around.closest('style, svg')) continue; seen++; const { lang } = around.closest('[lang]') ?? host; if (lang === 'ar') wrong.push(text) } return seen > 10 ? wrong.join('\\n') : `only ${seen} texts were looked at`").await;
        assert_eq!(said, "", "words that pass for Arabic");
    }

    async fn rings_and_signs_can_be_told_from_their_ground(page) {
        page.enlarge(1280, 900).await;
        page.open_host(&letter_in("fr")).await;
        page.until_letter().await;
        page.eval("window.focusedOnce = new Set(); window.luminance = (colour) => { const [red, green, blue] = colour.match(/[\\d.]+/g).slice(0, 3).map((part) => part / 255).map((part) => part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4); return 0.2126 * red + 0.7152 * green + 0.0722 * blue }; window.ground = (element) => { for (let at = element; at; at = at.parentElement ?? at.getRootNode().host) { const colour = getComputedStyle(at).backgroundColor; if (!/, 0\\)$|transparent/.test(colour)) return colour } return 'rgb(255, 255, 255)' }; window.contrast = (colour, element) => { const [dark, light] = [luminance(colour), luminance(ground(element))].sort((one, other) => one - other); return (light + 0.05) / (dark + 0.05) }").await;
        // WCAG 2.2, 1.4.11: three to one.
        page.eval("window.faint = []; for (const [sign, least] of [['.languages a', 6], ['.tool', 4], ['summary', 2], ['.copy button', 3], ['.citation', 7], ['.permalink', 5], ['.peek', 5]]) { const all = [...root.querySelectorAll(sign), ...letter.querySelectorAll(sign)].filter((element) => element.checkVisibility()); if (all.length < least) faint.push(`only ${all.length} of ${sign}`); for (const element of all) { element.focus({ focusVisible: true, preventScroll: true }); const { outlineStyle, outlineColor, color } = getComputedStyle(element); const hasFocus = focused() === element; if (hasFocus && (outlineStyle === 'none' || contrast(outlineColor, element.parentElement) < 3)) faint.push(`ring of ${sign}: ${outlineStyle} ${outlineColor}`); if (contrast(color, element) < 3) faint.push(`sign of ${sign}: ${color}`); if (hasFocus) focusedOnce.add(sign) } } if (focusedOnce.size < 6) faint.push(`only these take the focus: ${[...focusedOnce]}`)").await;
        assert_eq!(page.text("return faint.join('\\n')").await, "");
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
