//! The letter in the hands of others: page translators, annotators and frameworks change what stands on the page.

use browser_tests::page::Page;
use serde_json::json;

use super::{LETTER, Named, OWN_WORDS_ARE_SEEN};

/// The words of the French and the English version of CL-20/43.
const FRENCH: &str = "j'ai l'honneur de vous informer";
const ENGLISH: &str = "I have the honour to inform you";

scenarios! {
    with "other-hands.js";

    async fn a_translated_letter_is_whole_in_another_language(page) {
        open(&page).await;
        page.eval("languageLink('es').click()").await;
        page.until("letter.lang === 'es'").await;
        page.eval("window.clean = wordsOfLetter(); languageLink('fr').click()").await;
        page.until("letter.lang === 'fr'").await;
        page.assert("translate() > 20").await;
        page.eval("languageLink('es').click()").await;
        page.until("letter.lang === 'es'").await;
        page.assert("isClean()").await;
        page.assert_no_problem().await;
    }

    async fn a_translated_letter_stands_whole_beside_another_version_and_opens_paragraphs(page) {
        open(&page).await;
        page.eval("translate(); peekButton(2).click()").await;
        page.until("inLetter('.peeked .cell p') && peekButton(2).ariaExpanded === 'true'").await;
        page.eval("translate(); peekButton(2).click()").await;
        page.until("!inLetter('.peeked') && peekButton(2).ariaExpanded === 'false'").await;
        page.eval("host.with = 'es'").await;
        page.until("inLetter('.columns')").await;
        page.assert("!letter.textContent.includes('⟦') && allInLetter('.cell[lang=es] .paragraph').length === 5").await;
        page.eval("translate(); host.with = null").await;
        page.until("!inLetter('.columns')").await;
        page.assert("!letter.textContent.includes('⟦') && allInLetter('.paragraph').length === 5").await;
        page.assert_no_problem().await;
    }

    async fn letters_follow_each_other_while_a_translator_is_at_work(page) {
        page.open_host("<circular-letter src='/letters/cl-20-43/fr.md' ui-lang='en'></circular-letter>").await;
        page.until_letter().await;
        for round in 0..6 {
            let (language, words) = if round % 2 == 0 { ("en", ENGLISH) } else { ("fr", FRENCH) };
            page.eval(&format!("translate(); host.src = '/letters/cl-20-43/{language}.md'")).await;
            page.until(&format!("letter.lang === '{language}'")).await;
            page.assert(&format!("!letter.textContent.includes('⟦') && isSeen({})", json!(words))).await;
            page.assert(&format!("host.metadata().language === '{language}'")).await;
        }
        page.assert_no_problem().await;
    }

    async fn references_that_are_resolved_later_change_in_an_annotated_letter(page) {
        page.open_host("<circular-letter src='/letters/cl-20-43/fr.md' ui-lang='en'></circular-letter>").await;
        page.until_letter().await;
        page.eval("window.clean = wordsOfLetter(); annotate()").await;
        page.eval("host.registry = [{ id: 'sg/cl/2019/53', href: 'https://example.org/known' }]").await;
        page.until("inLetter('#r1').href === 'https://example.org/known'").await;
        page.assert("inLetter('#r3 mark') && allInLetter('mark').length > 20 && wordsOfLetter() === clean").await;
        page.eval("host.uiLang = 'es'").await;
        page.until("inLetter('#p1 .permalink').ariaLabel === 'Párrafo 1'").await;
        page.assert("allInLetter('mark').length > 20 && inLetter('#p2 .permalink').lang === 'es'").await;
        page.assert_no_problem().await;
    }

    async fn a_framework_that_sets_the_text_of_the_element_does_not_lose_the_letter(page) {
        page.open_host_with("<script type='module' src='/hosts/vue-page.js'></script>", "<div id='place'></div>").await;
        page.until_letter().await;
        page.eval("application.say('Another word of the page')").await;
        page.until("host.textContent.includes('Another word')").await;
        page.until(&format!("isSeen({})", json!(FRENCH))).await;
        page.eval("application.show('/letters/cl-20-43/en.md')").await;
        page.until("letter.lang === 'en'").await;
        page.assert(&format!("isSeen({})", json!(ENGLISH))).await;
        page.assert_no_problem().await;
    }

    async fn a_page_that_is_refreshed_by_morphing_keeps_the_letter(page) {
        let body = "<circular-letter src='/letters/cl-20-43/{lang}.md' languages='fr es en' ui-lang='en'><p id='own'>Own words</p></circular-letter>";
        let head = "<meta name='turbo-refresh-method' content='morph'><script type='module' src='/hosts/turbo-page.js'></script>";
        page.open_host_with(head, body).await;
        page.until_letter().await;
        page.eval("languageLink('en').click()").await;
        page.until("letter.lang === 'en'").await;
        page.eval("window.kept = host; application.refresh()").await;
        page.until("application.rendered > 0").await;
        page.until(&format!("host === kept && isSeen({})", json!(ENGLISH))).await;
        page.eval("languageLink('fr').click()").await;
        page.until(&format!("letter.lang === 'fr' && isSeen({})", json!(FRENCH))).await;
        page.assert_no_problem().await;
    }

    async fn fragments_that_are_swapped_in_show_their_letters(page) {
        let body = "<button hx-get='/fragments/fr' hx-target='#place'>fr</button><button hx-get='/fragments/es' hx-target='#place'>es</button><div id='place'></div>";
        page.open_host_with("<script type='module' src='/hosts/htmx-page.js'></script>", body).await;
        page.until("customElements.get('circular-letter')").await;
        for (round, code) in ["fr", "es", "fr", "es", "fr", "es"].into_iter().enumerate() {
            page.eval(&format!("[...document.querySelectorAll('button')].find((button) => button.textContent === '{code}').click()")).await;
            page.until(&format!("host?.lang === '{code}' && letter?.lang === '{code}' && inLetter('.subject')")).await;
            page.until(&format!("loads() === {}", round + 1)).await;
        }
        page.until("inControls('.details')").await;
        page.assert("document.querySelectorAll('circular-letter, circular-letter article').length === 2").await;
        page.assert_no_problem().await;
    }

    async fn a_letter_that_stands_in_the_page_is_taken_over_as_it_is(page) {
        open_with_own_letter(&page, "fr").await;
        page.eval("window.kept = host.querySelector('article #p1'); addScript('/circular-letter.js')").await;
        page.until("letter.slot === 'letter' && inLetter('[aria-keyshortcuts]') && root?.querySelector('.bar')").await;
        page.assert("inLetter('#p1') === kept && host.querySelectorAll('article').length === 1 && idsAreUnique(document)").await;
        page.eval("host.remove()").await;
        page.until("kept.isConnected === false && !document.querySelector('article')").await;
        page.assert_no_problem().await;
    }

    async fn another_letter_than_that_of_the_page_takes_its_place_and_gives_it_back(page) {
        open_with_own_letter(&page, "es").await;
        page.eval("window.element = host; window.own = host.innerHTML; addScript('/circular-letter.js')").await;
        page.until(&format!("letter.lang === 'es' && !host.textContent.includes({})", json!(FRENCH))).await;
        page.assert("host.querySelectorAll('article').length === 1").await;
        page.eval("host.remove()").await;
        page.until("element.innerHTML === own").await;
    }

    async fn a_translated_letter_of_the_page_becomes_the_viewer_s_as_a_whole(page) {
        open_with_own_letter(&page, "fr").await;
        page.eval("translate(); addScript('/circular-letter.js')").await;
        page.until("root?.querySelector('.bar') && letter.slot === 'letter'").await;
        page.assert(&format!("!letter.textContent.includes('⟦') && isSeen({})", json!(FRENCH))).await;
        page.assert_no_problem().await;
    }

    async fn a_page_that_was_saved_shows_its_letter_without_the_viewer(page) {
        open(&page).await;
        let saved = page.text("document.querySelector('circular-letter').outerHTML").await;
        for script in ["", "<script type='module' src='/no-viewer/circular-letter.js'></script>"] {
            page.open_host_with(script, &saved).await;
            page.until(&format!("letter.getClientRects().length > 0 && letter.innerText.includes({})", json!(FRENCH))).await;
        }
        page.open_host(&saved).await;
        page.until("inControls('.bar') && isSeen('Madame')").await;
        page.assert("document.querySelectorAll('article').length === 1").await;
    }

    async fn a_clone_shows_its_letter_and_has_it_once(page) {
        open(&page).await;
        page.eval("host.before(host.cloneNode(true))").await;
        page.until("allElements().length === 2 && host.shadowRoot.querySelector('.bar')").await;
        page.until(&format!("isSeen({}) && host.querySelectorAll('article').length === 1", json!(FRENCH))).await;
        page.eval("languageLink('es').click()").await;
        page.until("letter.lang === 'es'").await;
        page.assert("allElements()[1].querySelector('article').lang === 'fr'").await;
        page.assert_no_problem().await;
    }

    async fn an_element_in_another_window_of_the_page_is_set_there_and_works(page) {
        open(&page).await;
        page.eval("host.before(document.createElement('iframe')); window.element = host; frames[0].document.body.append(host)").await;
        page.until("frames[0].getComputedStyle(element.querySelector('.particulars')).display === 'grid'").await;
        page.assert("frames[0].getComputedStyle(element.shadowRoot.querySelector('.bar')).display === 'flex'").await;
        page.eval("element.shadowRoot.querySelector('.languages a[hreflang^=es]').click()").await;
        page.until("element.querySelector('article').lang === 'es'").await;
        page.eval("document.body.append(element)").await;
        page.until("letter && getComputedStyle(inLetter('.particulars')).display === 'grid'").await;
        page.assert_no_problem().await;
    }

    async fn a_minified_page_shows_its_letter(page) {
        page.server.host_file("minified.html");
        page.open_url(&page.server.url("hosts/minified.html")).await;
        page.until_letter().await;
        page.eval("host.dispatchEvent(new Event('focusin'))").await;
        page.until("inControls('.viewer .messages')").await;
        page.assert("allInLetter('.paragraph').length === 5 && inLetter('a.citation')").await;
        page.eval("document.querySelector('circular-letter').lang = 'en'").await;
        page.until("letter.lang === 'en' && document.querySelectorAll('circular-letter > article').length === 1").await;
        page.assert_no_problem().await;
    }

    async fn scripts_that_an_optimiser_delays_show_the_letter_then(page) {
        // As Rocket Loader and WP Rocket do: the type is taken away, and comes back once the page is there or the reader does something.
        let script = "<script type='delayed-module' data-type='module' data-src='/circular-letter.js' crossorigin></script>\
            <script src='/delay-scripts.js'></script>";
        page.open_host_with(script, &format!("{LETTER}<p>A page</p>")).await;
        page.assert(OWN_WORDS_ARE_SEEN).await;
        page.eval("document.body.dispatchEvent(new Event('mousemove', { bubbles: true }))").await;
        page.until_letter().await;
        page.assert(&format!("letter.lang === 'fr' && !{OWN_WORDS_ARE_SEEN}")).await;
        page.assert_no_problem().await;
    }

    async fn scripts_that_an_optimiser_breaks_leave_the_words_of_the_page(page) {
        // Joined with other scripts into a classic one; and put into the page, where nothing says where the other files are.
        for script in ["<script src='/circular-letter.js'></script>", "<script src='/inline-scripts.js'></script>"] {
            page.open_host_with(script, LETTER).await;
            page.pause(500).await;
            page.assert(OWN_WORDS_ARE_SEEN).await;
        }
        page.until("letterEvents.some(({ code }) => code === 'module-failed')").await;
    }

    async fn a_letter_that_is_emptied_comes_back(page) {
        open(&page).await;
        for change in ["host.innerHTML = '<p>Other words</p>'", "letter.innerHTML = ''", "letter.removeAttribute('slot')"] {
            page.eval(change).await;
            page.until(&format!("isSeen({})", json!(FRENCH))).await;
        }
        page.eval("languageLink('es').click()").await;
        page.until("letter.lang === 'es'").await;
        page.assert_no_problem().await;
    }

    async fn a_letter_that_is_taken_out_for_ever_is_given_up(page) {
        open(&page).await;
        page.eval("new MutationObserver(() => host.querySelector('article')?.remove()).observe(host, { childList: true }); letter.remove()").await;
        page.pause(300).await;
        page.assert("!letter && host.isConnected").await;
        page.assert_no_problem().await;
    }
}

/// Opens the letter CL-20/43, in French, with its other languages.
async fn open(page: &Page) {
    let element = "<circular-letter src='/letters/cl-20-43/{lang}.md' languages='fr es en' lang='fr' ui-lang='en'></circular-letter>";
    page.open_host(element).await;
    page.until_letter().await;
    page.until("peekButton(2)").await;
}

/// Opens a page in which the French letter stands, in an element that asks for the language, without any script.
async fn open_with_own_letter(page: &Page, language: &str) {
    let letter = page.server.static_letter("fr");
    let address = format!("src='/letters/cl-20-43/{language}.md' lang='{language}' ui-lang='en'");
    page.open_host_with("", &format!("<circular-letter {address}>{letter}</circular-letter>")).await;
}
