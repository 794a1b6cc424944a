//! Letters, hosts and networks that mean harm, or know no better.

use browser_tests::page::Page;

use super::{LETTER, Named};

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
}
