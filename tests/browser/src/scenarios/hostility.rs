//! Letters, hosts and networks that mean harm, or know no better.

use browser_tests::engine::Engine;
use browser_tests::page::Page;
use browser_tests::server::Server;

use super::{LETTER, Named, OWN_WORDS_ARE_SEEN};

/// How many hostile letters are shown in one go: a script may take half a minute.
const IN_ONE_GO: usize = 60;

/// Shows hostile letters, one after the other, and notes whatever they bring about.
const SHOW: &str = "
const done = arguments[arguments.length - 1];
const host = document.querySelector('circular-letter');
const found = [];
window.pwned = (...words) => found.push(`script: ${words}`);
for (const name of ['alert', 'confirm', 'prompt', 'open', 'print']) window[name] = () => found.push(`calls ${name}`);
const tags = new Set('article a b bdi blockquote br button code dd del div dl dt em h2 h3 h4 h5 h6 hr li ol p pre s section span strong sub sup table tbody td th thead time tr ul'.split(' '));
const attributes = new Set('aria-controls aria-disabled aria-expanded aria-label aria-hidden class colspan data-document data-language data-letter data-note data-number data-peek data-piece data-provenance data-reference data-state datetime dir href hreflang id lang rel role rowspan slot start tabindex title type value'.split(' '));
const own = ['parentNode', 'children', 'attributes', 'shadowRoot', 'constructor'].map((name) => [name, host[name]]);
// An address that the browser does not understand leads nowhere.
const leads = (href) => { try { return ['http:', 'https:', 'mailto:', 'tel:'].includes(new URL(href, location).protocol) } catch { return true } };
const look = (name) => {
  const letter = host.querySelector(':scope > article');
  for (const element of letter.querySelectorAll('*')) {
    if (!tags.has(element.localName)) found.push(`${name}: <${element.localName}>`);
    if (element.namespaceURI !== 'http://www.w3.org/1999/xhtml') found.push(`${name}: ${element.namespaceURI}`);
    for (const { name: attribute, value } of element.attributes) {
      if (!attributes.has(attribute)) found.push(`${name}: ${attribute}=${value}`);
      if (attribute === 'href' && !value.startsWith('#') && !leads(value)) found.push(`${name}: leads to ${value}`);
      if (attribute === 'id' && value in document && !(document[value] instanceof Function) && !/^[prn]/.test(value)) found.push(`${name}: id ${value}`);
    }
  }
  for (const link of host.shadowRoot.querySelectorAll('a[href]')) {
    if (!leads(link.href)) found.push(`${name}: the controls lead to ${link.href}`);
  }
  if (own.some(([key, value]) => host[key] !== value)) found.push(`${name}: changes the element`);
  if (document.querySelectorAll('circular-letter').length !== 1 || letter.parentNode !== host) found.push(`${name}: moves the element`);
};
const show = (text) => new Promise((resolve) => {
  const settle = () => { clearTimeout(late); for (const name of ['letter-load', 'letter-error']) host.removeEventListener(name, settle); resolve() };
  for (const name of ['letter-load', 'letter-error']) host.addEventListener(name, settle);
  const late = setTimeout(() => { found.push(`no answer: ${text.slice(0, 60)}`); settle() }, 8000);
  host.text = text;
});
(async () => {
  const lines = (await (await fetch('/hostile.jsonl')).text()).trim().split('\\n').map((line) => JSON.parse(line)).slice(FIRST, LAST);
  const before = location.href;
  for (const { name, text } of lines) {
    await show(text);
    look(name);
    if (location.href !== before) found.push(`${name}: leaves the page`);
    // What reacts to being looked at or touched.
    host.querySelector(':scope > article a, :scope > article [tabindex]')?.focus();
  }
  await new Promise((resolve) => setTimeout(resolve, 300));
  const requests = performance.getEntriesByType('resource').map(({ name }) => name).filter((name) => !name.startsWith(location.origin));
  for (const request of requests) found.push(`request: ${request}`);
  return [lines.length, ...found.slice(0, 20)];
})().then(done, (error) => done([String(error), 'failed']));";

scenarios! {
    async fn no_hostile_letter_runs_loads_or_clobbers_anything(page) {
        page.open_host("<circular-letter ui-lang=\"en\"></circular-letter>").await;
        page.until("root.querySelector('.viewer')").await;
        let mut count = 0;
        for first in (0..).step_by(IN_ONE_GO) {
            let script = SHOW.replace("FIRST", &first.to_string()).replace("LAST", &(first + IN_ONE_GO).to_string());
            let outcome = page.eval_async(&script).await;
            let found = outcome.as_array().cloned().unwrap_or_default();
            assert_eq!(found.len(), 1, "{found:#?}");
            match found.first().and_then(serde_json::Value::as_u64) {
                Some(0) | None => break,
                Some(shown) => count += shown,
            }
        }
        assert!(count > 150, "only {count} letters");
        page.assert_no_problem().await;
    }

    async fn a_letter_of_the_strict_host_is_shown_without_a_violation(page) {
        page.open_url(&page.server.add_host("<script type=\"module\" src=\"/circular-letter.js\"></script>", LETTER).replace("/host-", "/strict/host-")).await;
        page.until_letter().await;
        page.assert_no_problem().await;
    }

    async fn no_rule_of_a_site_takes_the_letter_or_the_controls_apart(page) {
        let measure = "
            const look = (element) => { const style = getComputedStyle(element); return [style.display, style.fontSize, style.fontWeight, style.textAlign, style.color, style.marginBlockEnd, style.opacity, style.listStyleType, style.textDecorationLine, style.float].join(' ') };
            const parts = ['.subject', '.subject h2', '.paragraph', '.particulars', '.particulars dt', '.particulars dd', '.label', '.citation[href]', '.signatory', '.title', '.date', '.peek', '.permalink'];
            const controls = ['.bar', '.tool', '.languages a', '.details', '.details dt', '.entry dd', '.references a', '.sheet'];
            return [...parts.map((part) => `${part}: ${look(letter.querySelector(part))}`), ...controls.map((part) => `${part}: ${look(root.querySelector(part))}`)].join('\\n');";
        let six = "<circular-letter catalogue=\"/letters/catalogue.json\" letter=\"sg/cl/2020/43\" lang=\"fr\"></circular-letter>";
        let script = "<script type=\"module\" src=\"/circular-letter.js\"></script>";
        page.open_host_with(script, six).await;
        page.until_letter().await;
        page.until("root.querySelector('.references a')").await;
        let plain = page.text(measure).await;
        for sheet in ["unset", "framework", "loud"] {
            page.open_host_with(&format!("{script}<link rel=\"stylesheet\" href=\"/{sheet}.css\">"), six).await;
            page.until_letter().await;
            page.until("root.querySelector('.references a')").await;
            let hostile = page.text(measure).await;
            let differing: Vec<_> = plain.lines().zip(hostile.lines()).filter(|(one, other)| one != other).collect();
            assert!(differing.is_empty(), "{sheet}: {differing:#?}");
            page.assert("letter.getBoundingClientRect().width > 300 && document.documentElement.scrollWidth <= innerWidth + 1").await;
        }
        page.eval("host.with = 'en'").await;
        page.until("letter.querySelector('.row')").await;
        page.assert("(([one, other]) => Math.abs(one.width - other.width) < 1 && one.right <= other.left)([...letter.querySelector('#p2').closest('.row').children].map((cell) => cell.getBoundingClientRect()))").await;
    }

    async fn a_reader_can_space_the_text_out(page) {
        page.open_host(LETTER).await;
        page.until_letter().await;
        page.eval("const sheet = new CSSStyleSheet(); sheet.replaceSync('* { line-height: 1.5 !important; letter-spacing: 0.12em !important; word-spacing: 0.16em !important } p { margin-block-end: 2em !important }'); for (const tree of [document, root]) tree.adoptedStyleSheets = [...tree.adoptedStyleSheets, sheet]").await;
        page.assert("getComputedStyle(letter.querySelector('#p1')).letterSpacing !== 'normal' && getComputedStyle(root.querySelector('.tool')).wordSpacing !== '0px'").await;
        page.assert("[...letter.querySelectorAll('p, dd, h2'), ...root.querySelectorAll('.tool, .entry dd')].every((element) => element.scrollWidth <= element.clientWidth + 1 || getComputedStyle(element).overflowX === 'visible')").await;
        page.assert("document.documentElement.scrollWidth <= innerWidth + 1").await;
    }

    async fn the_place_is_kept_in_a_box_that_scrolls_under_a_sticky_header(page) {
        page.enlarge(1280, 700).await;
        let body = "<header></header><circular-letter catalogue=\"/letters/catalogue.json\" letter=\"sg/cl/2020/43\" lang=\"fr\"></circular-letter>";
        page.open_host_with("<script type=\"module\" src=\"/circular-letter.js\"></script><link rel=\"stylesheet\" href=\"/trap.css\">", body).await;
        page.until_letter().await;
        page.until("new Set(performance.getEntriesByType('resource').map(({ name }) => name).filter((name) => name.endsWith('.md'))).size === 6").await;
        page.eval("document.querySelector('#p3').scrollIntoView()").await;
        page.assert("document.querySelector('main').scrollTop > 100 && document.querySelector('#p3').getBoundingClientRect().top >= root.querySelector('.bar').getBoundingClientRect().bottom - 1").await;
        page.assert("root.querySelector('.bar').getBoundingClientRect().top >= 59").await;
        let before = page.numbers("return [document.querySelector('#p3').getBoundingClientRect().top]").await;
        page.eval("root.querySelector('.languages a[hreflang=ar]').click()").await;
        page.until("letter.lang === 'ar'").await;
        tokio::time::sleep(std::time::Duration::from_millis(200)).await;
        let after = page.numbers("return [document.querySelector('#p3').getBoundingClientRect().top]").await;
        assert!((before[0] - after[0]).abs() < 1.5, "{before:?} {after:?}");
    }

    async fn a_zoomed_page_keeps_place_and_card(page) {
        // In a zoomed page, WebKit itself brings a paragraph into view at another place than it says.
        if page.engine == Engine::WebKit {
            return;
        }
        page.enlarge(1280, 800).await;
        let body = "<circular-letter catalogue=\"/letters/catalogue.json\" letter=\"sg/cl/2020/43\" lang=\"fr\"></circular-letter>";
        page.open_host_with("<script type=\"module\" src=\"/circular-letter.js\"></script><link rel=\"stylesheet\" href=\"/zoom.css\">", body).await;
        page.until_letter().await;
        page.until("new Set(performance.getEntriesByType('resource').map(({ name }) => name).filter((name) => name.endsWith('.md'))).size === 6").await;
        page.eval("document.querySelector('#p4').scrollIntoView({ block: 'center' })").await;
        let before = page.numbers("return [document.querySelector('#p4').getBoundingClientRect().top]").await;
        page.eval("root.querySelector('.languages a[hreflang=es]').click()").await;
        page.until("letter.lang === 'es'").await;
        tokio::time::sleep(std::time::Duration::from_millis(200)).await;
        let after = page.numbers("return [document.querySelector('#p4').getBoundingClientRect().top]").await;
        assert!((before[0] - after[0]).abs() < 3.0, "{before:?} {after:?}");
        page.eval("letter.querySelector('#p3 .citation').focus()").await;
        page.until("root.querySelector('.card h3')").await;
        page.until("(() => { const card = root.querySelector('.card').getBoundingClientRect(), link = letter.querySelector('#p3 .citation').getBoundingClientRect(); const isBeside = Math.min(Math.abs(card.top - link.bottom), Math.abs(link.top - card.bottom)) < 60; const hasRoom = Math.max(innerHeight - link.bottom, link.top) > card.height + 20; return isBeside || !hasRoom && card.top >= 0 && card.bottom <= innerHeight })()").await;
    }

    async fn every_fault_of_the_network_ends_with_a_message_a_retry_and_the_letter_that_was_there(page) {
        for (fault, code) in [
            ("/faults/stalled.md", "timed-out"), ("/faults/drip.md", "timed-out"), ("/faults/cut.md", "network"), ("/faults/reset.md", "network"),
            ("/faults/gzip.md", "network"), ("/faults/loop.md", "network"), ("/faults/error.md", "not-delivered"), ("/faults/page.md", "wrong-type"),
            ("http://127.0.0.1:9/letter.md", "cross-origin"), ("/faults/endless.md", "too-large"), ("/faults/huge.md", "too-large"),
        ] {
            // WebKit takes what is no gzip for text, and so it is.
            if page.engine == Engine::WebKit && fault.contains("gzip") {
                continue;
            }
            page.open_host(&LETTER.replace("<circular-letter ", "<circular-letter timeout=\"2\" ui-lang=\"en\" ")).await;
            page.until_letter().await;
            page.until("letterEvents.length === 1").await;
            page.eval(&format!("host.src = '{fault}'")).await;
            page.until("letterEvents.length === 2").await;
            assert_eq!(page.text("return letterEvents[1].code").await, code, "{fault}");
            page.assert("root.querySelector('.notice p').textContent.length > 20 && letter.querySelectorAll('.paragraph').length === 5 && letter.checkVisibility()").await;
            let can_retry = !matches!(code, "wrong-type" | "too-large");
            page.assert(&format!("root.querySelector('.notice button').hidden === {}", !can_retry)).await;
        }
    }

    async fn a_letter_in_another_character_set_is_read_in_it(page) {
        page.open_host(&LETTER.replace("/letters/cl-20-43/fr.md", "/faults/latin-1.md")).await;
        page.until_letter().await;
        page.assert("letter.textContent.includes('Secrétariat général') && !letter.textContent.includes('\\ufffd')").await;
        page.assert_no_problem().await;
    }

    async fn a_letter_of_another_origin_is_read_only_where_that_allows_it(page) {
        let other = Server::start().await.expect("a port is free");
        page.open_host(&LETTER.replace("/letters/cl-20-43/fr.md", &other.url("cors/letters/cl-20-43/fr.md"))).await;
        page.until_letter().await;
        page.assert_no_problem().await;
        page.open_host(&LETTER.replace("/letters/cl-20-43/fr.md", &other.url("letters/cl-20-43/fr.md"))).await;
        page.until("letterEvents.length > 0").await;
        page.assert("letterEvents[0].code === 'cross-origin'").await;
        page.assert(OWN_WORDS_ARE_SEEN).await;
    }

    async fn a_page_that_was_opened_from_a_file_says_that_it_can_load_nothing(page) {
        let script = page.server.url("cors/circular-letter.js");
        let html = format!("<!doctype html><html lang=\"en\"><meta charset=\"utf-8\"><title>File</title><script type=\"module\" src=\"{script}\"></script>{LETTER}");
        let file = std::env::temp_dir().join(format!("circular-letter-{}-{}.html", page.engine.name(), std::process::id()));
        std::fs::write(&file, html).expect("a file can be written");
        page.open_url(&format!("file://{}", file.display())).await;
        page.until("root?.querySelector('.notice p')").await;
        assert_eq!(page.text("return root.querySelector('.notice p').textContent").await, "A page opened from a file cannot load a letter. Please open it from a web server.");
        page.assert(OWN_WORDS_ARE_SEEN).await;
        // Whoever cannot be removed stays in the folder for what is temporary.
        let _ = std::fs::remove_file(&file);
    }
}
