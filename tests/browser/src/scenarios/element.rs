//! The element: its surface, its life in a page, and what it does when its viewer stops.

use browser_tests::page::Page;

use super::{LETTER, Named, OWN_WORDS_ARE_SEEN};

scenarios! {
    with "element.js";

    async fn attributes_and_properties_are_kept_in_step(page) {
        page.open_host("<circular-letter></circular-letter>").await;
        page.until("root?.querySelector('.viewer')").await;
        for (property, attribute) in [
            ("src", "src"), ("letter", "letter"), ("languages", "languages"), ("with", "with"), ("uiLang", "ui-lang"),
            ("catalogue", "catalogue"), ("controls", "controls"), ("theme", "theme"), ("history", "history"),
            ("loading", "loading"), ("timeout", "timeout"),
        ] {
            page.assert(&format!("isKeptInStep('{property}', '{attribute}')")).await;
        }
        for (property, attribute) in [("debug", "debug"), ("manageHead", "manage-head")] {
            page.assert(&format!("isKeptInStepAsFlag('{property}', '{attribute}')")).await;
        }
        page.assert("hasNoAttribute()").await;
    }

    async fn properties_set_before_the_definition_are_kept(page) {
        page.open_host_with("", "<circular-letter></circular-letter>").await;
        page.eval("setPropertiesBeforeDefinition()").await;
        page.until_letter().await;
        page.assert("host.getAttribute('src') === '/letters/cl-20-43/fr.md' && host.hasAttribute('debug')").await;
        page.assert("inControls('.viewer').lang === 'es' && inControls('.debug')").await;
        page.until("inLetter('#r1').href.startsWith('https://example.org/')").await;
        page.assert_no_problem().await;
    }

    async fn the_page_can_give_the_text_itself(page) {
        page.open_host("<circular-letter ui-lang='en'></circular-letter>").await;
        page.until("inControls('.viewer')").await;
        page.eval("giveText('fr')").await;
        page.until_letter().await;
        page.assert("letter.lang === 'fr' && !inControls('.languages')").await;
        page.eval("giveTexts('en', 'zh')").await;
        page.until("letter.lang === 'en' && allInControls('.languages a').length === 2").await;
        page.eval("languageLink('zh').click()").await;
        page.until("letter.lang === 'zh-Hans'").await;
        page.eval("host.text = null; host.src = '/letters/cl-20-43/es.md'").await;
        page.until("letter.lang === 'es'").await;
        page.assert_no_problem().await;
    }

    async fn scripts_get_the_metadata_and_the_citations(page) {
        page.open_host(LETTER).await;
        page.assert("host.metadata?.() ?? null === null").await;
        page.until_letter().await;
        page.until("host.metadata()").await;
        assert_eq!(page.text("metadata()").await, "fr 2020-10-05 sg/cl/2020/43 CL-20/43 wtsa@itu.int true 5");
        page.assert("host.citations().length === 8").await;
        assert_eq!(page.text("firstCitation()").await, "sg/cl/2019/53 resolved 1");
        page.eval("host.src = '/letters/none.md'").await;
        page.until("inControls('.notice')").await;
        page.eval("host.src = null").await;
        page.until("host.metadata() === null && host.citations().length === 0").await;
    }

    async fn reload_fetches_and_shows_the_letter_again(page) {
        page.open_host(LETTER).await;
        page.until_letter().await;
        page.until("letterEvents.length === 1").await;
        page.eval("window.kept = inLetter('.subject'); host.reload()").await;
        page.until("letterEvents.length === 2 && letterEvents[1].name === 'letter-load'").await;
        page.assert("allInLetter('.paragraph').length === 5").await;
        page.assert("fetched('fr.md').length === 2").await;
        page.assert_no_problem().await;
    }

    async fn the_page_decides_what_is_shown_beside_the_letter(page) {
        page.open_host("<circular-letter catalogue='/letters/catalogue.json' letter='sg/cl/2020/43' lang='fr' controls='languages references'></circular-letter>").await;
        page.until_letter().await;
        page.assert("inControls('.languages') && !inControls('.comparing') && allInControls('.tool').length === 1").await;
        page.assert("allInControls('.rail details').length === 1 && !inLetter('[data-peek]')").await;
        page.eval("host.controls = 'none'").await;
        page.until("!inControls('.bar') && !inControls('.rail details')").await;
        page.assert("allInLetter('.paragraph').length === 5").await;
        page.eval("host.controls = null").await;
        page.until("inControls('.bar') && allInControls('.rail > * > details').length === 3").await;
        page.assert_no_problem().await;
    }

    async fn the_page_decides_light_or_dark(page) {
        page.open_host(&LETTER.replace("lang=", "theme='dark' lang=")).await;
        page.until_letter().await;
        page.assert("styleOf(inControls('.sheet')).backgroundColor === 'rgb(26, 29, 33)'").await;
        page.assert_accessible().await;
        page.eval("host.theme = 'light'").await;
        page.until("styleOf(inControls('.sheet')).backgroundColor === 'rgb(255, 255, 255)'").await;
    }

    async fn a_placeholder_that_has_been_encoded_is_one(page) {
        page.open_host("<circular-letter src='/letters/cl-20-43/%7Blang%7d.md' languages='fr es' lang='es'></circular-letter>").await;
        page.until_letter().await;
        page.assert("letter.lang === 'es' && fetched('/cl-20-43/es.md').length === 1").await;
        page.assert_no_problem().await;
    }

    async fn a_lazy_element_loads_when_it_comes_near(page) {
        page.open_host_with("<link rel='stylesheet' href='/far.css'><script type='module' src='/circular-letter.js'></script>", "<div class='far'></div><circular-letter loading='lazy' src='/letters/cl-20-43/fr.md'><p id='own'>Own words</p></circular-letter>").await;
        page.until("customElements.get('circular-letter')").await;
        page.pause(500).await;
        page.assert("fetched('viewer.js').length === 0").await;
        page.assert(OWN_WORDS_ARE_SEEN).await;
        page.eval("host.scrollIntoView()").await;
        page.until_letter().await;
        page.assert_no_problem().await;
    }

    async fn elements_are_created_cloned_and_moved_as_any_other(page) {
        page.open_host(LETTER).await;
        page.until_letter().await;
        page.eval("addMadeAndCloned()").await;
        page.until("['made', 'copy'].every((id) => paragraphsOf(byId(id)) === 5)").await;
        // A clone brings along what is in its original, the letter included, and shows its own.
        page.until("byId('copy').querySelectorAll('article').length === 1").await;
        page.until("byId('copy').shadowRoot.querySelectorAll('.viewer').length === 1").await;
        page.assert("byId('copy').querySelector('#own')").await;
        page.eval("moveTwice(byId('made'))").await;
        page.until("byId('made').querySelectorAll(':scope > article').length === 1").await;
        page.until("byId('made').shadowRoot.querySelectorAll('.viewer').length === 1").await;
        page.assert_no_problem().await;
    }

    async fn twenty_elements_stand_on_a_page(page) {
        page.open_host(&LETTER.replace("<p id='own'>Own words</p>", "").repeat(20)).await;
        page.until("allElements().every((element) => paragraphsOf(element) === 5)").await;
        page.until("fetched('.wasm').length === 2").await;
        page.until("document.adoptedStyleSheets.length === 2").await;
        page.assert_no_problem().await;
    }

    async fn two_copies_of_the_script_do_not_quarrel(page) {
        page.open_host_with("<script type='module' src='/circular-letter.js'></script><script type='module' src='/other-copy/circular-letter.js'></script>", LETTER).await;
        page.until_letter().await;
        page.eval("defineByOtherCopy()").await;
        page.until("window.other && customElements.get('circular-letter') !== other").await;
        page.assert("document.querySelectorAll('article').length === 1").await;
        page.assert_no_problem().await;
    }

    async fn the_class_alone_defines_nothing(page) {
        page.open_host_with("", "").await;
        page.eval("importClass()").await;
        page.until("window.its").await;
        page.assert("!customElements.get('circular-letter') && its.version.split('.').length === 3").await;
    }

    async fn a_viewer_that_crashes_leaves_the_letters_as_plain_text_and_starts_again(page) {
        page.open_host(&format!("{LETTER}<circular-letter id='second' src='/letters/cl-20-43/es.md' lang='es'></circular-letter>")).await;
        page.until_letter().await;
        page.until("loads() === 2").await;
        // Something takes away the ground on which the viewer stands, once.
        page.eval("stopViewerOnce()").await;
        page.until("plain.length === 2").await;
        page.assert("plain.every((count) => count === 5)").await;
        page.until("loads() === 4").await;
        page.assert("eachHasLetterAndControls()").await;
        page.eval("inControls('.details summary').click()").await;
        page.until("!inControls('.details').open").await;
    }

    async fn an_element_that_always_crashes_the_viewer_leaves_the_others_working(page) {
        page.open_host(&format!("{LETTER}<circular-letter id='bad' src='/letters/cl-20-43/es.md' lang='es'><p id='words'>Words</p></circular-letter>")).await;
        page.until_letter().await;
        page.until("loads() === 2").await;
        page.eval("stopViewerAlwaysAt('bad')").await;
        let alert = "byId('bad').shadowRoot.querySelector('[role=alert]')?.textContent";
        page.until(&format!("inControls('.bar') && {alert}.startsWith('The letter viewer has stopped')")).await;
        page.pause(1_500).await;
        page.until("paragraphsOf(host) === 5 && inControls('.bar')").await;
        page.assert("paragraphsOf(byId('bad')) === 5 && !document.querySelector('#bad > article button')").await;
        page.assert("isShown(document.querySelector('#bad > article'))").await;
        page.assert("letterEvents.some(({ name, code }) => name === 'letter-error' && code === 'crashed')").await;
    }

    async fn the_content_of_the_page_stays_where_webassembly_is_blocked(page) {
        page.open_url(&page.server.add_host("<script type='module' src='/circular-letter.js'></script>", LETTER).replace("/host-", "/no-wasm/host-")).await;
        page.until("letterEvents.length > 0").await;
        assert_eq!(page.text("letterEvents.map(({ code }) => code).join(' ')").await, "wasm-blocked");
        assert_eq!(
            page.text("inControls('[role=alert]').textContent").await,
            "This site or this browser does not allow the letter viewer to run."
        );
        page.assert(OWN_WORDS_ARE_SEEN).await;
    }

    async fn nothing_is_stored_and_no_other_origin_is_contacted(page) {
        page.open("?letter=sg/cl/2020/43&lang=fr").await;
        page.until_letter().await;
        page.eval("languageLink('ar').click()").await;
        page.until("letter.lang === 'ar'").await;
        page.eval("point('pointerover', inLetter('.citation'))").await;
        page.until("inControls('.card h3')").await;
        page.assert("performance.getEntriesByType('resource').every(({ name }) => name.startsWith(location.origin))").await;
        page.assert("document.cookie === '' && localStorage.length === 0 && sessionStorage.length === 0").await;
        page.eval("countStores()").await;
        page.until("window.stores === '0 0 0'").await;
    }

    async fn removed_elements_leave_nothing_behind(page) {
        page.open_host("<p>Nothing</p>").await;
        page.eval("countListenersOfPage(); addAndRemoveElements(12)").await;
        page.until("finished === 12").await;
        page.until("listeners === 0").await;
        page.assert("document.querySelectorAll('article, circular-letter').length === 0").await;
        page.assert("document.adoptedStyleSheets.length === 1").await;
        // Whoever collects garbage on request shows that the elements themselves can go.
        if page.protocol("HeapProfiler.collectGarbage", serde_json::json!({})).await.is_some() {
            page.until("stillThere() <= 2").await;
        }
    }

    async fn a_letter_in_the_page_is_readable_before_any_script_and_does_not_move(page) {
        let head = "<link rel='stylesheet' href='/letter.css'><link rel='stylesheet' href='/page.css'>";
        let letter = page.server.static_letter("fr");
        let body = format!("<circular-letter catalogue='/letters/catalogue.json' letter='sg/cl/2020/43' lang='fr'>{letter}</circular-letter>");
        for (width, height) in [(360, 740), (800, 900), (1280, 900), (1600, 900)] {
            let url = page.server.add_host(head, &body);
            page.open_in_frame(url.rsplit('/').next().unwrap_or_default(), width, height).await;
            page.assert("!customElements.get('circular-letter') && document.querySelector('#p1').innerText.length > 400").await;
            page.assert("document.querySelector('#r1').href.endsWith('/md/S19-SG-CIR-0053/fr')").await;
            let before = page.numbers("placesOfParts()").await;
            page.eval("noteLayoutShifts(); addScript('/circular-letter.js')").await;
            page.until("host.querySelector('article[slot=letter] .subject')").await;
            page.until("inControls('.rail').childElementCount > 0").await;
            page.pause(400).await;
            let after = page.numbers("placesOfParts()").await;
            assert_eq!(before.len(), 18);
            let moved = before.iter().zip(&after).map(|(one, other)| (one - other).abs()).fold(0.0, f64::max);
            assert!(before.len() == after.len() && moved < 1.0, "at {width}: by {moved}: {before:?} {after:?}");
            assert_eq!(page.text("shifts.join('\\n')").await, "", "layout shift at {width}");
            page.assert("idsAreUnique(document)").await;
            // The page has its words back when the element goes.
            page.eval("window.kept = host; host.remove()").await;
            page.until("kept.querySelector('article:not([slot]) #p1')").await;
        }
    }

    async fn an_element_in_another_yew_application_is_isolated(page) {
        // Another application of Yew: a viewer with the names by which all others mark what they handle, in an element of its own.
        page.open_host(&format!("<div id='outer' src='/letters/cl-20-43/es.md' lang='es'><div slot='emblem'>{LETTER}</div></div>")).await;
        page.until_letter().await;
        page.eval("countPrints(); addScript('/other-yew/start.js')").await;
        page.until("document.querySelector('#outer > article .subject')").await;
        page.until("byId('outer').shadowRoot?.querySelector('.messages')").await;
        page.assert("isMarkedWith('__yew', byId('outer').shadowRoot) && !isMarkedWith('__yew', root)").await;
        page.eval("pressPrint(root)").await;
        page.until("window.printed >= 1").await;
        page.pause(100).await;
        page.assert("window.printed === 1").await;
        page.eval("pressPrint(byId('outer').shadowRoot)").await;
        page.until("window.printed >= 2").await;
        page.pause(100).await;
        page.assert("window.printed === 2").await;
        page.eval("inControls('.details summary').click()").await;
        page.until("!inControls('.details').open && byId('outer').shadowRoot.querySelector('.details').open").await;
        page.assert_no_problem().await;
    }
}
