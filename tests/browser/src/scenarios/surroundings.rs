//! The element wherever a page puts it: in other trees and boxes, in small windows, with children of its own.

use browser_tests::engine::Engine;
use browser_tests::page::Page;
use serde_json::json;

use super::{LETTER, Named, OWN_WORDS_ARE_SEEN};

scenarios! {
    with "surroundings.js";

    async fn a_hidden_element_takes_no_room(page) {
        page.open_host(&format!("<style>circular-letter {{ display: flex !important }}</style>{}", LETTER.replace("<circular-letter", "<circular-letter hidden"))).await;
        page.until("letter?.querySelector('.subject')").await;
        page.assert("host.getBoundingClientRect().height === 0").await;
        page.eval("host.hidden = false").await;
        page.assert("host.getBoundingClientRect().height > 500").await;
        page.assert_no_problem().await;
    }

    async fn an_element_in_another_shadow_root_is_styled_and_works(page) {
        page.open_host("<div id='outer'></div>").await;
        page.call("fillShadowRoot", json!([LETTER])).await;
        page.until("innerShowsLetter()").await;
        // The style sheet of the letter is in the tree that the letter is in.
        page.assert("innerHasStyles()").await;
        page.eval("point('pointerover', inner().querySelector('#r7'))").await;
        page.until("isShown(inner().shadowRoot.querySelector('.card'))").await;
        page.eval("inner().shadowRoot.querySelector('.references .places a').click()").await;
        page.until("inner().getRootNode().activeElement === inner().querySelector('#r1')").await;
        page.assert("location.hash === ''").await;
        page.assert_no_problem().await;
    }

    async fn the_card_stands_above_a_modal_dialog(page) {
        page.enlarge(1280, 900).await;
        page.open_host(&format!("<dialog style='inline-size: 900px'>{LETTER}</dialog>")).await;
        page.eval("document.querySelector('dialog').showModal()").await;
        page.until_letter().await;
        // What listens to the letter comes a moment after its text.
        page.pause(200).await;
        page.eval("bringToMiddle(inLetter('#r2')); point('pointerover', inLetter('#r2'))").await;
        page.until("isShown(inControls('.card'))").await;
        page.assert("cardIsOnTop()").await;
        page.assert_no_problem().await;
    }

    async fn an_element_moved_by_move_before_keeps_its_letter(page) {
        page.open_host(&format!("<div id='there'><p id='before'>Before</p></div>{LETTER}")).await;
        page.until_letter().await;
        // Not every browser can move a node without taking it out.
        if !page.holds("'moveBefore' in Element.prototype").await {
            return;
        }
        page.until("letterEvents.length === 1").await;
        page.eval("moveElement()").await;
        page.pause(300).await;
        page.assert("host.parentElement.id === 'there' && letterEvents.length === 1").await;
        page.assert("letter === kept && inLetter('.subject') === subject").await;
        page.eval("host.uiLang = 'es'").await;
        page.until("inControls('.viewer').lang === 'es'").await;
        page.assert_no_problem().await;
    }

    async fn children_that_come_and_go_are_shown_where_there_is_no_letter(page) {
        page.open_host("<circular-letter src='/letters/none.md' ui-lang='en'></circular-letter>").await;
        page.until("inControls('.notice')").await;
        page.eval("host.insertAdjacentHTML('beforeend', '<p id=own>Own words</p><p slot=unknown id=lost>Lost</p>')").await;
        page.until(OWN_WORDS_ARE_SEEN).await;
        page.assert("document.querySelector('#lost').getClientRects().length === 0").await;
        page.eval("window.was = leftOfOwnWords(); document.querySelector('#own').style.marginLeft = '33px'").await;
        page.assert("Math.round(leftOfOwnWords() - was) === 33").await;
        page.eval("host.src = '/letters/cl-20-43/fr.md'").await;
        page.until("inLetter('.subject')").await;
        page.until(&format!("!({OWN_WORDS_ARE_SEEN})")).await;
        page.eval("document.querySelector('#own').remove(); host.src = '/letters/none.md'").await;
        page.until("inControls('.notice')").await;
        page.assert_no_problem().await;
    }

    async fn a_slot_among_the_children_shows_the_children_of_another_element(page) {
        page.open_host("<div id='outer'><p id='own'>Own words</p></div>").await;
        page.eval("fillShadowRoot('<circular-letter src=/letters/none.md><slot></slot></circular-letter>')").await;
        page.until("inner().shadowRoot.querySelector('.notice')").await;
        page.assert(OWN_WORDS_ARE_SEEN).await;
        page.eval("inner().src = '/letters/cl-20-43/fr.md'").await;
        page.until(&format!("!({OWN_WORDS_ARE_SEEN})")).await;
        page.assert_no_problem().await;
    }

    async fn an_element_outside_the_page_returns_nothing(page) {
        page.open_host(LETTER).await;
        page.until_letter().await;
        page.assert("looseElementAnswersWithNothing()").await;
        page.assert_no_problem().await;
    }

    async fn a_catalogue_by_address_replaces_one_given_as_an_object(page) {
        page.open_host("<circular-letter ui-lang='en'></circular-letter>").await;
        page.until("inControls('.viewer')").await;
        page.eval("giveCatalogueOfOneLetter()").await;
        page.until("allInControls('.letters li').length === 1").await;
        page.eval("host.setAttribute('catalogue', '/letters/catalogue.json')").await;
        page.eval("fetchCatalogue()").await;
        page.until("listsEveryLetterThatIsHeld()").await;
        page.assert("host.catalogue === '/letters/catalogue.json'").await;
    }

    async fn the_page_and_the_reader_can_print(page) {
        page.open_host(&format!("<script>window.printed = 0; window.print = () => {{ printed++ }}</script>{LETTER}")).await;
        page.until_letter().await;
        page.eval("host.print(); inControls('.tool.print').click()").await;
        page.until("printed === 2").await;
    }

    async fn a_page_with_another_base_keeps_its_address_on_the_way_within_the_letter(page) {
        let element = "<circular-letter catalogue='/letters/catalogue.json' letter='sg/cl/2020/43' history='query' ui-lang='en'></circular-letter>";
        let head = "<base href='/elsewhere/'><script type='module' src='/circular-letter.js'></script>";
        page.open_host_with(head, element).await;
        page.until_letter().await;
        page.until("inControls('.references .places a')").await;
        page.eval("window.stays = location.pathname").await;
        for link in ["inLetter('#p3 .permalink')", "inControls('.references .places a')"] {
            page.eval(&format!("{link}.click()")).await;
            page.until(&format!("location.pathname === stays && location.hash === {link}.hash && isInWindow(inLetter(location.hash))")).await;
        }
        page.eval("languageLink('es').click()").await;
        page.until("letter.lang === 'es'").await;
        page.assert("location.pathname === stays && new URLSearchParams(location.search).get('lang') === 'es'").await;
        page.assert_no_problem().await;
    }

    async fn a_reader_at_the_end_of_a_letter_of_the_page_stays_there_when_the_viewer_takes_it_over(page) {
        // One that another version of the command has printed: it has no mark, and other elements.
        let letter = page.server.static_letter("fr").replace("data-record", "data-other").replace("<span class=\"identifier\">", "<bdi>");
        let letter = letter.replace("</span>", "</bdi>");
        let body = format!("<div class='far'></div><circular-letter src='/letters/cl-20-43/fr.md' lang='fr'>{letter}</circular-letter>");
        page.open_host_with("<link rel='stylesheet' href='/far.css'><link rel='stylesheet' href='/letter.css'>", &body).await;
        page.eval("window.scrollTo(0, document.documentElement.scrollHeight); window.before = window.scrollY").await;
        page.assert("before > 500").await;
        page.eval("import('/circular-letter.js')").await;
        page.until("root?.querySelector('.viewer .details')").await;
        // Where the letter is shorter now, they are at its end. WebKit still loses the place of a letter with other elements.
        let lost = "Math.min(before, document.documentElement.scrollHeight - innerHeight) - window.scrollY";
        if page.engine != Engine::WebKit {
            page.assert(&format!("Math.abs({lost}) < 200")).await;
        }
        page.assert_no_problem().await;
    }

    async fn pages_of_xhtml_and_in_quirks_mode_show_the_letter(page) {
        // In XHTML, Chromium and WebKit run no modules that stand in the page.
        let head = "<script src=\"/load-element.js\"></script>";
        for (form, holds) in [("xhtml", "document.contentType === 'application/xhtml+xml'"), ("old.html", "document.compatMode === 'BackCompat'")] {
            page.open_url(&page.server.add_host(head, LETTER).replace("html", form)).await;
            page.until_letter().await;
            page.assert(holds).await;
            page.eval("point('pointerover', inLetter('#r6'))").await;
            page.until("isShown(inControls('.card'))").await;
            page.eval("pressEscape(); inControls('.to-details').click()").await;
            page.until("focused().closest('.details')").await;
            page.assert_no_problem().await;
        }
    }

    async fn a_page_that_has_names_of_the_browser_for_its_own_shows_the_letter(page) {
        let head = "<script src='/owned-globals.js'></script><script type='module' src='/circular-letter.js'></script>";
        page.open_host_with(head, LETTER).await;
        page.until_letter().await;
        page.until("inControls('.references')").await;
        page.assert("new Response('own').text === 'own'").await;
        page.assert_no_problem().await;
    }

    async fn a_browser_of_another_time_shows_a_readable_letter(page) {
        let adopts = |script: &str| format!("{script}<script type='module' src='/old-browser/circular-letter.js'></script>");
        // Without popovers and sheets that can be adopted; then with these, but without `:has` and container queries.
        for head in [adopts("<script src='/old-browser.js'></script>"), adopts("")] {
            for width in [320, 1200] {
                let url = page.server.add_host(&head, "<circular-letter src='/letters/cl-20-43/{lang}.md' languages='fr en ar' lang='fr' ui-lang='en'></circular-letter>");
                page.open_in_frame(url.rsplit('/').next().unwrap_or_default(), width, 800).await;
                page.until("letter?.querySelector('.subject') && inControls('.bar') && letterEvents.length > 0").await;
                page.eval("host.dispatchEvent(new Event('focusin'))").await;
                page.until("inControls('.viewer .messages')").await;
                page.assert("allInLetter('.paragraph').length === 5 && isShown(inLetter('#p5'))").await;
                assert_eq!(page.text("partsBeyondWindow().join()").await, "", "{width} {head}");
                page.eval("languageLink('en').click()").await;
                page.until("letter.lang === 'en'").await;
                for tool in [".to-details", ".to-references"] {
                    page.eval(&format!("inControls('{tool}')?.click()")).await;
                    page.assert("isShown(inControls('.rail'))").await;
                }
                page.eval("inLetter('a.citation').focus()").await;
                page.assert_no_problem().await;
            }
        }
    }

    async fn a_page_whose_address_has_a_password_gets_its_letter(page) {
        // The page is there by an address without them, and its base is as if it were not.
        let base = page.server.url("").replace("http://", "http://reader:secret@");
        let head = format!("<base href='{base}'><script type='module' src='/circular-letter.js'></script>");
        page.open_host_with(&head, "<circular-letter catalogue='letters/catalogue.json' letter='sg/cl/2020/43'></circular-letter>").await;
        page.until_letter().await;
        page.eval("host.removeAttribute('catalogue'); host.src = 'letters/cl-20-43/en.md'").await;
        page.until("letter?.lang === 'en'").await;
        page.assert_no_problem().await;
    }

    async fn the_state_of_a_router_stays_with_the_entries_of_the_history(page) {
        let element = "<circular-letter catalogue='/letters/catalogue.json' letter='sg/cl/2020/43' history='query'></circular-letter>";
        page.open_host(&format!("<script>history.replaceState({{ router: {{ page: 7 }} }}, '')</script>{element}")).await;
        page.until_letter().await;
        page.eval("languageLink('es').click()").await;
        page.until("letter.lang === 'es'").await;
        page.assert("history.state.router.page === 7 && history.state.letterPlace === undefined").await;
        page.eval("history.back()").await;
        page.until("letter.lang !== 'es'").await;
        page.assert("history.state.router.page === 7").await;
        page.assert_no_problem().await;
    }

    async fn two_elements_with_history_show_the_same_letter(page) {
        let element = "<circular-letter catalogue='/letters/catalogue.json' letter='sg/cl/2020/43' history='query' manage-head></circular-letter>";
        page.open_host(&element.repeat(2)).await;
        page.until("allElements().every((element) => element.querySelector('article .subject'))").await;
        page.until_letter().await;
        page.eval("languageLink('es').click()").await;
        page.until("spanishLetters() === 2").await;
        page.assert("new URLSearchParams(location.search).get('lang') === 'es'").await;
        page.eval("history.back()").await;
        page.until("spanishLetters() === 0").await;
        page.assert_no_problem().await;
    }

    async fn the_bar_takes_a_sixth_of_the_window_at_most_while_it_sticks(page) {
        for (width, height) in [(1280, 720), (768, 600), (390, 844), (390, 520), (640, 360)] {
            page.open_in_frame("?letter=sg/cl/2024/901&lang=ru&ui-lang=ru", width, height).await;
            page.until_letter().await;
            page.assert("styleOf(inControls('.top')).position !== 'sticky' || boxOf(inControls('.bar')).height <= innerHeight / 6").await;
        }
        // It does stick where there is room.
        page.open_in_frame("?letter=sg/cl/2024/901&lang=ru&ui-lang=ru", 390, 844).await;
        page.until_letter().await;
        page.eval("window.scrollTo(0, 900)").await;
        page.until("window.scrollY === 900 && boxOf(inControls('.bar')).top >= 0").await;
    }

    async fn a_low_window_leaves_room_for_the_letter_and_shows_a_whole_card(page) {
        page.open_in_frame("?letter=sg/cl/2020/43&lang=fr", 320, 256).await;
        page.until_letter().await;
        page.assert("boxOf(inControls('.top')).height <= 128").await;
        page.eval("pointAtSecondReference()").await;
        page.until("isShown(inControls('.card'))").await;
        page.assert("isWhollyInWindow(inControls('.card'))").await;
        page.eval("pressEscape(); tap(inLetter('#r1'))").await;
        page.until("inControls('dialog[open]')").await;
        page.assert("isWhollyInWindow(inControls('dialog'))").await;
    }

    async fn a_card_stays_with_its_reference_when_the_window_changes(page) {
        page.open_in_frame("?letter=sg/cl/2020/43&lang=fr", 900, 600).await;
        page.until_letter().await;
        page.eval("pointAtSecondReference()").await;
        page.until("isShown(inControls('.card'))").await;
        page.eval("frameElement.width = 400").await;
        page.until("innerWidth === 400").await;
        page.until("cardIsBesideSecondReference()").await;
    }

    async fn the_bar_stays_below_a_header_that_nobody_told_of(page) {
        page.enlarge(1000, 800).await;
        let header = "<style>header { position: sticky; top: 0; height: 70px; background: #fff; z-index: 9 } body { margin: 0 }</style><header>Site</header>";
        page.open_host(&format!("{header}<div style='height: 200px'></div>{LETTER}")).await;
        page.until_letter().await;
        page.eval("scrollTo(0, 700)").await;
        page.until("Math.round(boxOf(inControls('.bar')).top) === 70").await;
        // The header goes, and so does the room for it.
        page.eval("document.querySelector('header').remove(); scrollTo(0, 720)").await;
        page.until("Math.round(boxOf(inControls('.bar')).top) === 0").await;
        page.assert("!host.style.getPropertyValue('--letter-inset')").await;
        // What the page has said is not changed.
        page.open_host(&format!("{header}{}", LETTER.replace("<circular-letter", "<circular-letter style='--letter-inset: 90px'"))).await;
        page.until_letter().await;
        page.eval("scrollTo(0, 700)").await;
        page.pause(400).await;
        page.assert("Math.round(boxOf(inControls('.bar')).top) === 90").await;
    }

    async fn type_is_readable_on_a_site_with_small_type(page) {
        page.open_host(&format!("<style>body {{ font-size: 13px }}</style>{LETTER}")).await;
        page.until_letter().await;
        page.until("inControls('.details')").await;
        let smallest = page.number("Math.min(...[...allInControls('.bar *, .rail *'), ...allInLetter('*')].filter(isShown).map((element) => parseFloat(styleOf(element).fontSize)))").await;
        assert!(smallest >= 11.9, "something is set in {smallest} px");
        page.assert("parseFloat(styleOf(inLetter('.paragraph')).fontSize) >= 15.5").await;
    }
}
