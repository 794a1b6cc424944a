//! The element: its surface, its life in a page, and what it does when its viewer stops.

use browser_tests::page::Page;

use super::{LETTER, Named, OWN_WORDS_ARE_SEEN};

scenarios! {
    async fn attributes_and_properties_are_kept_in_step(page) {
        page.open_host("<circular-letter></circular-letter>").await;
        page.until("root?.querySelector('.viewer')").await;
        page.assert("[['src', 'src'], ['letter', 'letter'], ['languages', 'languages'], ['with', 'with'], ['uiLang', 'ui-lang'], ['catalogue', 'catalogue'], ['controls', 'controls'], ['theme', 'theme'], ['history', 'history'], ['loading', 'loading'], ['timeout', 'timeout']].every(([property, attribute]) => { host[property] = 'x'; const set = host.getAttribute(attribute) === 'x'; host.setAttribute(attribute, 'y'); const read = host[property] === 'y'; host[property] = null; return set && read && !host.hasAttribute(attribute) && host[property] === null })").await;
        page.assert("[['debug', 'debug'], ['manageHead', 'manage-head']].every(([property, attribute]) => { host[property] = true; const set = host.getAttribute(attribute) === ''; host.removeAttribute(attribute); return set && host[property] === false })").await;
        page.assert("host.lang === '' && !host.hasAttribute('lang') && !host.hasAttribute('class') && !host.hasAttribute('role') && !host.hasAttribute('tabindex')").await;
    }

    async fn what_is_set_before_the_definition_is_kept(page) {
        page.open_host_with("", "<circular-letter></circular-letter>").await;
        page.eval("host.src = '/letters/cl-20-43/fr.md'; host.uiLang = 'es'; host.debug = true; host.resolver = (id) => ({ href: `https://example.org/${id}` }); const script = document.createElement('script'); script.type = 'module'; script.src = '/circular-letter.js'; document.head.append(script)").await;
        page.until_letter().await;
        page.assert("host.getAttribute('src') === '/letters/cl-20-43/fr.md' && host.hasAttribute('debug') && root.querySelector('.viewer').lang === 'es' && root.querySelector('.debug')").await;
        page.until("letter.querySelector('#r1').href.startsWith('https://example.org/')").await;
        page.assert_no_problem().await;
    }

    async fn the_page_can_give_the_text_itself(page) {
        page.open_host("<circular-letter ui-lang=\"en\"></circular-letter>").await;
        page.until("root.querySelector('.viewer')").await;
        page.eval("fetch('/letters/cl-20-43/fr.md').then((answer) => answer.text()).then((text) => { host.text = text })").await;
        page.until_letter().await;
        page.assert("letter.lang === 'fr' && !root.querySelector('.languages')").await;
        page.eval("Promise.all(['en', 'zh'].map((language) => fetch(`/letters/cl-20-43/${language}.md`).then((answer) => answer.text()))).then(([en, zh]) => { host.text = { en, zh } })").await;
        page.until("letter.lang === 'en' && root.querySelectorAll('.languages a').length === 2").await;
        page.eval("root.querySelector('.languages a[hreflang^=zh]').click()").await;
        page.until("letter.lang === 'zh-Hans'").await;
        page.eval("host.text = null; host.src = '/letters/cl-20-43/es.md'").await;
        page.until("letter.lang === 'es'").await;
        page.assert_no_problem().await;
    }

    async fn programs_get_what_the_letter_says_and_cites(page) {
        page.open_host(LETTER).await;
        page.assert("host.metadata?.() ?? null === null").await;
        page.until_letter().await;
        page.until("host.metadata()").await;
        page.assert("(({ language, date, ids, references, contact, signed, paragraphs }) => language === 'fr' && date === '2020-10-05' && ids[0] === 'sg/cl/2020/43' && references[0] === 'CL-20/43' && contact[0].email[0] === 'wtsa@itu.int' && signed === true && paragraphs === 5)(host.metadata())").await;
        page.assert("host.citations().length === 8 && host.citations()[0].id === 'sg/cl/2019/53' && host.citations()[0].state === 'resolved' && host.citations()[0].paragraph === 1").await;
        page.eval("host.src = '/letters/none.md'").await;
        page.until("root.querySelector('.notice')").await;
        page.eval("host.src = null").await;
        page.until("host.metadata() === null && host.citations().length === 0").await;
    }

    async fn reload_fetches_again_and_shows_what_has_come(page) {
        page.open_host(LETTER).await;
        page.until_letter().await;
        page.until("letterEvents.length === 1").await;
        page.eval("window.kept = letter.querySelector('.subject'); host.reload()").await;
        page.until("letterEvents.length === 2 && letterEvents[1].name === 'letter-load'").await;
        page.assert("letter.querySelectorAll('.paragraph').length === 5").await;
        page.assert("performance.getEntriesByType('resource').filter(({ name }) => name.endsWith('fr.md')).length === 2").await;
        page.assert_no_problem().await;
    }

    async fn the_page_decides_what_is_shown_beside_the_letter(page) {
        page.open_host("<circular-letter catalogue=\"/letters/catalogue.json\" letter=\"sg/cl/2020/43\" lang=\"fr\" controls=\"languages references\"></circular-letter>").await;
        page.until_letter().await;
        page.assert("root.querySelector('.languages') && !root.querySelector('.comparing') && root.querySelectorAll('.tool').length === 1").await;
        page.assert("root.querySelectorAll('.rail details').length === 1 && !letter.querySelector('[data-peek]')").await;
        page.eval("host.controls = 'none'").await;
        page.until("!root.querySelector('.bar') && !root.querySelector('.rail details')").await;
        page.assert("letter.querySelectorAll('.paragraph').length === 5").await;
        page.eval("host.controls = null").await;
        page.until("root.querySelector('.bar') && root.querySelectorAll('.rail > * > details').length === 3").await;
        page.assert_no_problem().await;
    }

    async fn the_page_decides_light_or_dark(page) {
        page.open_host(&LETTER.replace("lang=", "theme=\"dark\" lang=")).await;
        page.until_letter().await;
        page.assert("getComputedStyle(root.querySelector('.sheet')).backgroundColor === 'rgb(26, 29, 33)'").await;
        page.assert_accessible().await;
        page.eval("host.theme = 'light'").await;
        page.until("getComputedStyle(root.querySelector('.sheet')).backgroundColor === 'rgb(255, 255, 255)'").await;
    }

    async fn a_lazy_element_loads_when_it_comes_near(page) {
        page.open_host_with("<link rel=\"stylesheet\" href=\"/far.css\"><script type=\"module\" src=\"/circular-letter.js\"></script>", "<div class=\"far\"></div><circular-letter loading=\"lazy\" src=\"/letters/cl-20-43/fr.md\"><p id=\"own\">Own words</p></circular-letter>").await;
        page.until("customElements.get('circular-letter')").await;
        tokio::time::sleep(std::time::Duration::from_millis(500)).await;
        page.assert("!performance.getEntriesByType('resource').some(({ name }) => name.includes('viewer.js'))").await;
        page.assert(OWN_WORDS_ARE_SEEN).await;
        page.eval("host.scrollIntoView()").await;
        page.until_letter().await;
        page.assert_no_problem().await;
    }

    async fn elements_are_created_cloned_and_moved_as_any_other(page) {
        page.open_host(LETTER).await;
        page.until_letter().await;
        page.eval("const made = document.createElement('circular-letter'); made.id = 'made'; made.src = '/letters/cl-20-43/es.md'; made.uiLang = 'en'; document.querySelector('main').append(made); const copy = host.cloneNode(true); copy.id = 'copy'; document.querySelector('main').append(copy)").await;
        page.until("['made', 'copy'].every((id) => document.getElementById(id).querySelector(':scope > article .subject'))").await;
        // A clone brings along what is in its original, the letter included, and shows its own.
        page.until("document.getElementById('copy').querySelectorAll('article').length === 1").await;
        page.assert("document.getElementById('copy').shadowRoot.querySelectorAll('.viewer').length === 1 && document.getElementById('copy').querySelector('#own')").await;
        page.eval("document.body.append(document.getElementById('made')); document.querySelector('main').prepend(document.getElementById('made'))").await;
        page.until("document.getElementById('made').querySelectorAll(':scope > article').length === 1").await;
        page.assert("document.getElementById('made').shadowRoot.querySelectorAll('.viewer').length === 1").await;
        page.assert_no_problem().await;
    }

    async fn twenty_elements_stand_on_a_page(page) {
        page.open_host(&LETTER.replace("<p id=\"own\">Own words</p>", "").repeat(20)).await;
        page.until("[...document.querySelectorAll('circular-letter')].every((element) => element.querySelectorAll(':scope > article .paragraph').length === 5)").await;
        page.assert("performance.getEntriesByType('resource').filter(({ name }) => name.endsWith('.wasm')).length === 1").await;
        page.assert("document.adoptedStyleSheets.length === 1").await;
        page.assert_no_problem().await;
    }

    async fn two_copies_of_the_script_do_not_quarrel(page) {
        page.open_host_with("<script type=\"module\" src=\"/circular-letter.js\"></script><script type=\"module\" src=\"/other-copy/circular-letter.js\"></script>", LETTER).await;
        page.until_letter().await;
        page.eval("import('/other-copy/element.js').then(({ CircularLetter, define }) => { define(); window.other = CircularLetter })").await;
        page.until("window.other && customElements.get('circular-letter') !== other").await;
        page.assert("document.querySelectorAll('article').length === 1").await;
        page.assert_no_problem().await;
    }

    async fn the_class_alone_defines_nothing(page) {
        page.open_host_with("", "").await;
        page.eval("import('/element.js').then(({ CircularLetter }) => { window.its = CircularLetter })").await;
        page.until("window.its").await;
        page.assert("!customElements.get('circular-letter') && its.version.split('.').length === 3").await;
    }

    async fn a_viewer_that_stops_leaves_the_letters_as_plain_text_and_comes_back(page) {
        page.open_host(&format!("{LETTER}<circular-letter id=\"second\" src=\"/letters/cl-20-43/es.md\" lang=\"es\"></circular-letter>")).await;
        page.until_letter().await;
        page.until("letterEvents.filter(({ name }) => name === 'letter-load').length === 2").await;
        // Something takes away the ground on which the viewer stands, once.
        page.eval("window.plain = []; addEventListener('letter-error', ({ detail, target }) => { if (detail.code === 'crashed') plain.push(target.querySelectorAll(':scope > article .paragraph').length) }); const insert = Node.prototype.insertBefore; Node.prototype.insertBefore = function (...words) { if (this.getRootNode() === root) { Node.prototype.insertBefore = insert; throw new Error('no') } return insert.apply(this, words) }; host.debug = true").await;
        page.until("plain.length === 2").await;
        page.assert("plain.every((count) => count === 5)").await;
        page.until("letterEvents.filter(({ name }) => name === 'letter-load').length === 4").await;
        page.assert("[...document.querySelectorAll('circular-letter')].every((element) => element.querySelectorAll(':scope > article').length === 1 && element.shadowRoot.querySelector('.bar'))").await;
        page.eval("root.querySelector('.details summary').click()").await;
        page.until("!root.querySelector('.details').open").await;
    }

    async fn an_element_that_always_stops_the_viewer_leaves_the_others_working(page) {
        page.open_host(&format!("{LETTER}<circular-letter id=\"bad\" src=\"/letters/cl-20-43/es.md\" lang=\"es\"><p id=\"words\">Words</p></circular-letter>")).await;
        page.until_letter().await;
        page.until("letterEvents.filter(({ name }) => name === 'letter-load').length === 2").await;
        page.eval("const insert = Node.prototype.insertBefore; Node.prototype.insertBefore = function (...words) { if (this.getRootNode().host?.id === 'bad') throw new Error('no'); return insert.apply(this, words) }; document.getElementById('bad').debug = true").await;
        page.until("root.querySelector('.bar') && document.getElementById('bad').shadowRoot.querySelector('[role=alert]')?.textContent.startsWith('The letter viewer has stopped')").await;
        tokio::time::sleep(std::time::Duration::from_millis(1_500)).await;
        page.until("host.querySelectorAll(':scope > article .paragraph').length === 5 && root.querySelector('.bar')").await;
        page.assert("document.getElementById('bad').querySelectorAll(':scope > article .paragraph').length === 5 && document.querySelectorAll('#bad > article button').length === 0").await;
        page.assert("document.querySelector('#bad > article').getClientRects().length > 0").await;
        page.assert("letterEvents.some(({ name, code }) => name === 'letter-error' && code === 'crashed')").await;
    }

    async fn where_webassembly_is_refused_the_words_of_the_page_stay(page) {
        page.open_url(&page.server.add_host("<script type=\"module\" src=\"/circular-letter.js\"></script>", LETTER).replace("/host-", "/no-wasm/host-")).await;
        page.until("letterEvents.length > 0").await;
        assert_eq!(page.text("return letterEvents.map(({ code }) => code).join(' ')").await, "wasm-blocked");
        page.assert("root.querySelector('[role=alert]').textContent === 'This site or this browser does not allow the letter viewer to run.'").await;
        page.assert(OWN_WORDS_ARE_SEEN).await;
    }

    async fn nothing_is_stored_and_nobody_else_is_asked(page) {
        page.open("?letter=sg/cl/2020/43&lang=fr").await;
        page.until_letter().await;
        page.eval("root.querySelector('.languages a[hreflang=ar]').click()").await;
        page.until("letter.lang === 'ar'").await;
        page.eval("letter.querySelector('.citation').focus()").await;
        page.until("root.querySelector('.card h3')").await;
        page.assert("performance.getEntriesByType('resource').every(({ name }) => name.startsWith(location.origin))").await;
        page.assert("document.cookie === '' && localStorage.length === 0 && sessionStorage.length === 0").await;
        page.eval("window.stores = null; (indexedDB.databases ? indexedDB.databases() : Promise.resolve([])).then(async (bases) => { const caches = await window.caches?.keys() ?? []; const workers = await navigator.serviceWorker?.getRegistrations() ?? []; window.stores = [bases.length, caches.length, workers.length].join(' ') })").await;
        page.until("stores === '0 0 0'").await;
    }

    async fn nothing_stays_behind_of_elements_that_have_gone(page) {
        page.open_host("<p>Nothing</p>").await;
        page.eval("
            window.counts = { listeners: 0, observers: 0 };
            const add = EventTarget.prototype.addEventListener, remove = EventTarget.prototype.removeEventListener;
            const isPage = (target) => target === window || target === document || target === document.documentElement || target === document.body;
            EventTarget.prototype.addEventListener = function (...words) { if (isPage(this)) counts.listeners++; return add.apply(this, words) };
            EventTarget.prototype.removeEventListener = function (...words) { if (isPage(this)) counts.listeners--; return remove.apply(this, words) };
            window.gone = [];
            window.round = async () => {
                const element = document.createElement('circular-letter');
                element.src = '/letters/cl-20-43/{lang}.md'; element.languages = 'fr en'; element.lang = 'fr'; element.history = 'query';
                document.querySelector('main').append(element);
                await new Promise((resolve) => element.addEventListener('letter-load', resolve, { once: true }));
                gone.push(new WeakRef(element));
                element.remove();
                await new Promise((resolve) => setTimeout(resolve, 20));
            };
            window.finished = 0;
            (async () => { for (let at = 0; at < 12; at++) { await round(); window.finished = at + 1 } })();
        ").await;
        page.until("finished === 12").await;
        page.until("counts.listeners === 0").await;
        page.assert("document.querySelectorAll('article, circular-letter').length === 0 && document.adoptedStyleSheets.length === 1").await;
        // Whoever collects garbage on request shows that the elements themselves can go.
        if page.protocol("HeapProfiler.collectGarbage", serde_json::json!({})).await.is_some() {
            page.until("gone.filter((reference) => reference.deref()).length <= 2").await;
        }
    }

    async fn a_letter_that_stands_in_the_page_is_read_before_any_script_and_does_not_move(page) {
        let head = "<link rel=\"stylesheet\" href=\"/letter.css\"><link rel=\"stylesheet\" href=\"/page.css\">";
        let letter = page.server.static_letter("fr");
        let body = format!("<circular-letter catalogue=\"/letters/catalogue.json\" letter=\"sg/cl/2020/43\" lang=\"fr\">{letter}</circular-letter>");
        let measure = "return [...document.querySelectorAll('.issuance, .subject, #p1, #p2, #p3, #p5')].filter((element) => element.checkVisibility()).flatMap((element) => { const box = element.getBoundingClientRect(); return [box.left, box.top, box.width] })";
        for (width, height) in [(360, 740), (800, 900), (1280, 900), (1600, 900)] {
            let url = page.server.add_host(head, &body);
            page.open_in_frame(url.rsplit('/').next().unwrap_or_default(), width, height).await;
            page.assert("!customElements.get('circular-letter') && document.querySelector('#p1').innerText.length > 400 && document.querySelector('#r1').href.endsWith('/md/S19-SG-CIR-0053/fr')").await;
            let before = page.numbers(measure).await;
            page.eval("window.shifts = []; if (PerformanceObserver.supportedEntryTypes.includes('layout-shift')) new PerformanceObserver((list) => { for (const { value, sources } of list.getEntries()) shifts.push(`${value}: ${sources.map(({ node, previousRect, currentRect }) => `${node?.localName ?? 'a part of the controls'} ${JSON.stringify(previousRect)} ${JSON.stringify(currentRect)}`)}`) }).observe({ type: 'layout-shift' }); const script = document.createElement('script'); script.type = 'module'; script.src = '/circular-letter.js'; document.head.append(script)").await;
            page.until("host.querySelector('article[slot=letter] .subject') && root.querySelector('.rail').childElementCount > 0").await;
            tokio::time::sleep(std::time::Duration::from_millis(400)).await;
            let after = page.numbers(measure).await;
            assert_eq!(before.len(), 18);
            let moved = before.iter().zip(&after).map(|(one, other)| (one - other).abs()).fold(0.0, f64::max);
            assert!(before.len() == after.len() && moved < 1.0, "at {width}: by {moved}: {before:?} {after:?}");
            assert_eq!(page.text("return shifts.join('\\n')").await, "", "layout shift at {width}");
            page.assert("new Set([...document.querySelectorAll('[id]')].map(({ id }) => id)).size === document.querySelectorAll('[id]').length").await;
            // The page has its words back when the element goes.
            page.eval("window.kept = host; host.remove()").await;
            page.until("kept.querySelector('article:not([slot]) #p1')").await;
        }
    }

    async fn an_element_in_another_yew_application_keeps_to_itself(page) {
        // Another application of Yew: a viewer with the names by which all others mark what they handle, in an element of its own.
        page.open_host(&format!("<div id=\"outer\" src=\"/letters/cl-20-43/es.md\" lang=\"es\"><div slot=\"emblem\">{LETTER}</div></div>")).await;
        page.until_letter().await;
        page.eval("window.printed = 0; window.print = () => { window.printed++ }; const script = document.createElement('script'); script.type = 'module'; script.src = '/other-yew/start.js'; document.head.append(script)").await;
        page.until("document.querySelector('#outer > article .subject') && document.getElementById('outer').shadowRoot?.querySelector('.bar')").await;
        page.assert("Object.keys(document.getElementById('outer').shadowRoot.firstElementChild).some((name) => name.startsWith('__yew')) && Object.keys(root.firstElementChild).every((name) => !name.startsWith('__yew'))").await;
        let press = "[...tree.querySelectorAll('.tool')].at(-1).click()";
        page.eval(&format!("const tree = root; {press}")).await;
        tokio::time::sleep(std::time::Duration::from_millis(100)).await;
        page.assert("window.printed === 1").await;
        page.eval(&format!("const tree = document.getElementById('outer').shadowRoot; {press}")).await;
        tokio::time::sleep(std::time::Duration::from_millis(100)).await;
        page.assert("window.printed === 2").await;
        page.eval("root.querySelector('.details summary').click()").await;
        page.until("!root.querySelector('.details').open && document.getElementById('outer').shadowRoot.querySelector('.details').open").await;
        page.assert_no_problem().await;
    }
}
