//! The letter, its bar and its details, and how the element lives in a page.

use browser_tests::page::Page;
use fantoccini::key::Key;
use serde_json::json;

use super::{LETTER, Named, OWN_WORDS_ARE_SEEN, specimen};

/// An element with the letter in six languages, opened in French.
const SIX_IN: &str = "<circular-letter catalogue='/letters/catalogue.json' letter='sg/cl/2020/43' lang='fr' {ui}></circular-letter>";

scenarios! {
    with "letter.js";

    async fn the_standalone_page_shows_the_letter(page) {
        page.open("?lang=fr&ui-lang=fr").await;
        page.until_letter().await;
        let text = page.text("letter.innerText").await;
        for words in [
            "Secrétariat général (SG)", "Genève, le 5 octobre 2020", "Lettre circulaire N° CL-20/43", "Madame, Monsieur,",
            "l'honneur de vous informer", "Houlin ZHAO",
        ] {
            assert!(text.contains(words), "{words} is not in\n{text}");
        }
        page.assert("inControls('.identity').textContent.includes('5 octobre 2020')").await;
        page.assert("letter.lang === 'fr' && letter.dir === 'ltr'").await;
        page.until("letterEvents.length > 0").await;
        page.assert("letterEvents.length === 1 && letterEvents[0].name === 'letter-load' && letterEvents[0].shown").await;
        page.assert_no_problem().await;
    }

    async fn the_standalone_page_is_in_the_language_of_its_reader(page) {
        page.open("").await;
        page.until_letter().await;
        page.assert("document.documentElement.lang === 'en' && letter.lang === 'en'").await;
        page.assert("document.querySelector('h1').textContent === 'Circular letters of the ITU'").await;
        // The reader chooses another for the controls; the letter stays as it is.
        page.until("inControls('.interface select')").await;
        page.eval("window.kept = letter; chooseInterface('ar')").await;
        page.until("inControls('.viewer').lang === 'ar' && document.documentElement.lang === 'ar'").await;
        page.assert("document.documentElement.dir === 'rtl' && letter === kept && letter.lang === 'en'").await;
        page.assert("document.querySelector('h1').textContent === 'الرسائل المعممة للاتحاد الدولي للاتصالات'").await;
        page.until("location.search.includes('ui-lang=ar') && document.title.startsWith('CL-20/43')").await;
        // It is kept with the letters and with the list, which has the choice too.
        page.open("?letter=&ui-lang=ar").await;
        page.until("inControls('.letters .interface select')?.value === 'ar'").await;
        page.until("document.title === 'الرسائل المعممة للاتحاد الدولي للاتصالات'").await;
        page.assert_no_problem().await;
    }

    async fn the_page_that_sets_the_language_of_the_controls_keeps_it(page) {
        page.open_host(&SIX_IN.replace("{ui}", "ui-lang='ru'")).await;
        page.until("inControls('.versions')").await;
        page.assert("!inControls('.interface')").await;
        page.open_host(&SIX_IN.replace("{ui}", "")).await;
        page.until("inControls('.interface select')").await;
        page.eval("window.heard = []; addEventListener('letter-ui-language-changed', ({ detail }) => heard.push(detail)); chooseInterface('zh')").await;
        page.until("inControls('.viewer').lang === 'zh-Hans' && host.getAttribute('ui-lang') === 'zh'").await;
        page.assert("heard.length === 1 && heard[0].to === 'zh' && inControls('.interface select') && letter.lang === 'fr'").await;
        page.assert_no_problem().await;
    }

    async fn a_long_letter_has_an_outline_that_marks_where_the_reader_is(page) {
        page.enlarge(1280, 800).await;
        page.open_host("<circular-letter ui-lang='en'></circular-letter>").await;
        page.until("inControls('.viewer')").await;
        page.eval("host.text = letterWithAnnexes()").await;
        page.until("inControls('.outline a')").await;
        assert_eq!(page.text("allInControls('.outline a').map((link) => link.textContent + link.hash).join('|')").await,
            "ANNEX 1 – Terms of reference#annex-1|Scope#annex-1-p2|ANNEX 2 – Programme#annex-2");
        page.eval("inControls('.outline [href=\"#annex-2\"]').click()").await;
        page.until("isWhollyInWindow(inLetter('#annex-2'))").await;
        page.until("inControls('.outline [aria-current=location]')?.hash === '#annex-2'").await;
        page.assert_accessible().await;
        // A button leads back to where they were.
        page.until("isShown(inControls('.back'))").await;
        page.eval("inControls('.back').click()").await;
        page.until("window.scrollY === 0 && !isShown(inControls('.back'))").await;
        page.assert_no_problem().await;
    }

    async fn paragraphs_of_annexes_have_addresses_and_names_like_those_of_the_body(page) {
        page.open_host("<circular-letter ui-lang='en'></circular-letter>").await;
        page.until("inControls('.viewer')").await;
        page.eval("host.text = letterWithAnnexes()").await;
        page.until("inLetter('#annex-1-p1 .permalink')?.ariaLabel === 'Annex 1 · Paragraph 1'").await;
        page.assert("inLetter('#p2 .permalink').ariaLabel === 'Paragraph 7' && inLetter('#p1 .permalink').ariaLabel === 'Paragraph 1'").await;
        // The end of the letter comes while the browser is idle.
        page.until("inLetter('#annex-2-p1')?.textContent.includes('Opening')").await;
        page.assert("!inLetter('#p3')").await;
        // The panels lead there, and call a paragraph by the number that the letter gives it.
        page.until("allInControls('.references .places a').some((place) => place.textContent === '¶\u{a0}7')").await;
        page.assert("allInControls('.details .dates a').some(({ hash }) => hash === '#annex-2-p1')").await;
        page.assert_no_problem().await;
    }

    async fn on_a_narrow_screen_the_details_are_a_sheet_over_the_letter(page) {
        page.open_in_frame("?letter=sg/cl/2024/901&lang=en&ui-lang=en", 390, 800).await;
        page.until_letter().await;
        page.until("inControls('.rail .details')").await;
        page.eval("window.scrollTo(0, 700)").await;
        page.until("window.scrollY > 500").await;
        page.eval("window.before = inLetter('.paragraph').getBoundingClientRect().top; inControls('.to-details').click()").await;
        page.until("inControls('.rail').matches(':popover-open') && focused().closest('.rail')").await;
        page.assert("Math.abs(inLetter('.paragraph').getBoundingClientRect().top - window.before) < 2").await;
        page.assert("isWhollyInWindow(inControls('.rail')) && !isShown(inControls('.references'))").await;
        page.assert_accessible().await;
        page.press(Key::Escape).await;
        page.until("!inControls('.rail').matches(':popover-open')").await;
        page.assert("Math.abs(inLetter('.paragraph').getBoundingClientRect().top - window.before) < 2").await;
        // One that is opened again at once stays open, whenever the browser says that it was closed.
        page.eval("inControls('.to-details').click(); inControls('.rail').hidePopover(); inControls('.to-details').click()").await;
        page.pause(200).await;
        page.assert("inControls('.rail').matches(':popover-open') && allInControls('.rail > .close').length === 1").await;
        page.press(Key::Escape).await;
        page.until("!inControls('.rail').matches(':popover-open')").await;
        // A link within the letter leads there, and closes it.
        page.eval("inControls('.to-details').click()").await;
        page.until("inControls('.rail').matches(':popover-open')").await;
        page.eval("inControls('.rail a[href^=\"#p\"]').click()").await;
        page.until("!inControls('.rail').matches(':popover-open') && location.hash.startsWith('#p')").await;
        page.until("Math.abs(inLetter('.paragraph').getBoundingClientRect().top - window.before) > 50").await;
        page.assert_no_problem().await;
    }

    async fn the_letter_is_ordinary_html_and_the_controls_are_in_the_shadow_root(page) {
        page.open_host(LETTER).await;
        page.until_letter().await;
        page.assert("letter.parentElement === host && letter.assignedSlot !== null").await;
        page.assert("document.getElementById('p5') && allInLetter('.paragraph').length === 5").await;
        page.assert("root.mode === 'open' && inControls('.bar') && !document.querySelector('.bar')").await;
        page.assert("root.adoptedStyleSheets.length === 3 && document.adoptedStyleSheets.length === 2").await;
        page.assert("document.querySelectorAll('style, [style]').length === 0 && allInControls('style, [style]').length === 0").await;
        page.assert(&format!("!({OWN_WORDS_ARE_SEEN})")).await;
        page.assert_no_problem().await;
    }

    async fn the_page_works_from_any_folder(page) {
        page.open("deep/down/").await;
        page.until_letter().await;
        page.assert_no_problem().await;
    }

    async fn the_details_work_by_keyboard(page) {
        page.open_host(LETTER).await;
        page.until_letter().await;
        page.eval("inControls('.details').open = false; inControls('.menu').click(); inControls('.to-details').focus()").await;
        page.press(Key::Enter).await;
        page.until("inControls('.details').open && focused().localName === 'summary'").await;
        page.press(Key::Enter).await;
        page.until("!inControls('.details').open").await;
        page.press(Key::Space).await;
        page.until("inControls('.details').open").await;
        page.press(Key::Tab).await;
        // The first values are dates, with links to their paragraphs.
        page.until("focused().hash === '#p1' && focused().closest('.details')").await;
        page.eval("inControls('.copy button').focus()").await;
        page.assert("focused().getAttribute('aria-label').includes('CL-20/43')").await;
        page.press(Key::Enter).await;
        page.until("inControls('.copy .outcome').textContent !== ''").await;
        page.until("inControls('.copy .outcome').textContent === ''").await;
        page.assert_no_problem().await;
    }

    async fn the_details_say_what_the_letter_says_about_itself(page) {
        page.open_host(&LETTER.replace("lang=", "ui-lang='en' lang=")).await;
        page.until_letter().await;
        let details = page
            .text("rowsOfDetails()")
            .await;
        for line in [
            "Reference|CL-20/43", "Identifier|sg/cl/2020/43", "Date|5 October 2020", "Place|Genève", "Unit|SG/TSB",
            "Contact|M. Bilel Jamoussi", "Telephone|+41 22 730 6311", "Fax|+41 22 730 5853", "E-mail|wtsa@itu.int",
            "Addressees|Aux Administrations des États Membres de l'Union", "Signatory|Houlin ZHAO|Secrétaire général",
            "Language|Français",
        ] {
            let month_first = line.replace("5 October", "October 5,");
            assert!(details.contains(line) || details.contains(&month_first), "{line} is not in\n{details}");
        }
        page.assert("inControls('.details a[href=\"tel:+41227306311\"]')").await;
        page.assert("inControls('.details a[href=\"mailto:wtsa@itu.int\"]')").await;
        page.assert("inLetter('a[href=\"tel:+41227306311\"]') && inLetter('a[href=\"mailto:wtsa@itu.int\"]')").await;
    }

    async fn every_failure_is_a_sentence_and_an_event_and_keeps_the_content_of_the_page(page) {
        for (source, code, sentence) in [
            ("", "no-source", "No letter has been specified for display here."),
            ("/letters/none.md", "not-found", "The letter was not found at this address."),
            ("/faults/error.md", "not-delivered", "The site could not provide the letter."),
            ("/faults/page.md", "wrong-type", "What is at this address is not the text of a letter. You may have to sign in."),
            ("/faults/document.md", "wrong-type", "What is at this address is not the text of a letter. You may have to sign in."),
            ("http://127.0.0.1:9/letter.md", "cross-origin", "The letter is on another site that does not allow this page to read it, or cannot be reached."),
            ("/faults/cut.md", "network", "The letter could not be loaded because the connection failed."),
            ("/faults/unknown.md", "wrong-type", "What is at this address is not the text of a letter. You may have to sign in."),
            ("/faults/empty.md", "empty", "The letter file is empty."),
        ] {
            page.open_host(&LETTER.replace("/letters/cl-20-43/fr.md", source)).await;
            page.until("letterEvents.length > 0 && inControls('[role=alert] p')").await;
            assert_eq!(page.text("`${letterEvents[0].name} ${letterEvents[0].code}`").await, format!("letter-error {code}"));
            assert_eq!(page.text("inControls('[role=alert] p').innerText").await, sentence);
            page.assert(OWN_WORDS_ARE_SEEN).await;
            page.assert("letter.childElementCount === 0 && allInControls('.bar, .details').length === 0").await;
            page.assert_accessible().await;
        }
    }

    async fn a_text_that_is_no_letter_is_shown_as_it_is_with_a_notice(page) {
        page.open_host(&LETTER.replace("/letters/cl-20-43/fr.md", "/faults/notes.md")).await;
        page.until("letterEvents.length > 0 && inControls('[role=alert] p')").await;
        page.assert("letterEvents[0].code === 'not-a-letter'").await;
        page.assert("letter.innerText.includes('The meeting began at nine, as an exception.')").await;
        page.assert("inLetter('em').textContent === 'exception'").await;
        page.assert(OWN_WORDS_ARE_SEEN).await;
        page.assert_accessible().await;
        page.assert_no_problem().await;
    }

    async fn a_module_that_fails_to_load_leaves_the_content_of_the_page(page) {
        for folder in ["no-viewer", "no-module"] {
            let head = format!("<script type='module' src='/{folder}/circular-letter.js'></script>");
            page.open_host_with(&head, LETTER).await;
            page.until("letterEvents.length > 0 && inControls('[role=alert]')").await;
            page.assert("letterEvents[0].name === 'letter-error' && letterEvents[0].code === 'module-failed'").await;
            assert_eq!(
                page.text("inControls('[role=alert]').textContent").await,
                "The letter viewer could not be loaded."
            );
            page.assert(OWN_WORDS_ARE_SEEN).await;
            page.assert_accessible().await;
        }
    }

    async fn a_retry_shows_the_letter_once_the_failure_has_passed(page) {
        page.open_host(&LETTER.replace("/letters/cl-20-43/fr.md", "/letters/none.md")).await;
        page.until("inControls('.notice button:not([hidden])')").await;
        page.eval("answerEveryRequestWithTheLetter(); inControls('.notice button').focus()").await;
        page.press(Key::Enter).await;
        page.until_letter().await;
        page.assert("focused().classList.contains('sheet')").await;
        page.assert("!inControls('.notice')").await;
    }

    async fn who_gets_no_letter_learns_whom_to_tell_and_gets_it_with_the_connection(page) {
        let head = "<link rel='help' href='mailto:letters@example.org'><script type='module' src='/circular-letter.js'></script>";
        page.open_host_with(head, &LETTER.replace("/letters/cl-20-43/fr.md", "/letters/none.md")).await;
        page.until("inControls('.notice a')?.href === 'mailto:letters@example.org' && inControls('.notice a').textContent === 'Contact'").await;
        page.eval("answerEveryRequestWithTheLetter(); dispatchEvent(new Event('online'))").await;
        page.until_letter().await;
        page.assert("!inControls('.notice')").await;
    }

    async fn an_element_that_is_removed_and_put_back_shows_its_letter_once(page) {
        page.open_host(LETTER).await;
        page.until_letter().await;
        page.eval("window.kept = host; host.remove()").await;
        page.until("kept.querySelector('article') === null && kept.shadowRoot.querySelector('.viewer') === null").await;
        page.assert("kept.querySelector('#own') && kept.shadowRoot.querySelector('slot')").await;
        page.eval("document.querySelector('main').append(kept)").await;
        page.until_letter().await;
        page.assert("host.querySelectorAll('article').length === 1 && allInControls('.viewer').length === 1").await;
        page.assert("root.adoptedStyleSheets.length === 3 && document.adoptedStyleSheets.length === 2").await;
        page.assert_no_problem().await;
    }

    async fn an_element_that_moves_keeps_its_letter(page) {
        page.open_host(LETTER).await;
        page.until_letter().await;
        page.eval("window.sameArticle = letter; document.querySelector('main').prepend(host)").await;
        // A turn of the page later.
        page.eval("").await;
        page.assert("letter === sameArticle && inLetter('.subject')").await;
        page.eval("inControls('.details').open = true; inControls('.copy button').click()").await;
        page.until("inControls('.copy .outcome').textContent !== ''").await;
        page.assert("letterEvents.length === 1").await;
        page.assert_no_problem().await;
    }

    async fn an_element_removed_while_it_loads_starts_nothing(page) {
        page.open_host("").await;
        page.call("addAndRemove", json!([LETTER])).await;
        page.eval("addElement('/letters/cl-20-43/fr.md')").await;
        page.until_letter().await;
        page.assert("kept.querySelector('article') === null && kept.shadowRoot.querySelector('.viewer') === null").await;
        page.assert_no_problem().await;
    }

    async fn only_the_last_of_several_sources_is_shown(page) {
        page.open_host(&LETTER.replace("/letters/cl-20-43/fr.md", "/faults/slow.md")).await;
        page.until("inControls('.viewer')").await;
        page.eval("host.src = '/letters/none.md'; host.src = '/faults/notes.md'").await;
        page.until("letter.innerText.includes('The meeting began')").await;
        page.pause(2_300).await;
        page.assert("letter.innerText.includes('The meeting began') && letterEvents.length === 1").await;
        page.assert_no_problem().await;
    }

    async fn each_source_is_announced_once(page) {
        page.open_host(LETTER).await;
        page.until_letter().await;
        // The event comes a moment after the text.
        page.until("letterEvents.length === 1").await;
        page.eval("host.src = '/letters/none.md'").await;
        page.until("letterEvents.length > 1 && inControls('.notice')").await;
        page.eval("host.src = '/letters/cl-20-43/fr.md'").await;
        page.until_letter().await;
        page.until("letterEvents.length > 2").await;
        let announced = page.text("letterEvents.map(({ name, src }) => `${name} ${src}`).join(', ')").await;
        assert_eq!(
            announced,
            "letter-load /letters/cl-20-43/fr.md, letter-error /letters/none.md, letter-load /letters/cl-20-43/fr.md"
        );
    }

    async fn a_source_set_before_the_definition_is_shown(page) {
        page.open_host_with("", "<circular-letter lang='fr'></circular-letter>").await;
        page.eval("host.src = '/letters/cl-20-43/fr.md'; addScript('/circular-letter.js')").await;
        page.until_letter().await;
        page.assert("host.getAttribute('src') === '/letters/cl-20-43/fr.md' && !Object.hasOwn(host, 'src')").await;
    }

    async fn two_elements_on_a_page_do_not_disturb_each_other(page) {
        page.open_host(&format!("<circular-letter src='/faults/page.md'></circular-letter>{LETTER}")).await;
        page.until("document.querySelectorAll('circular-letter')[1].querySelector('.subject')").await;
        page.until("inControls('.notice')").await;
        page.assert("document.adoptedStyleSheets.length === 2").await;
    }

    async fn a_link_to_a_paragraph_leads_to_it(page) {
        page.enlarge(1280, 600).await;
        let url = page.server.add_host("<script type='module' src='/circular-letter.js'></script>", LETTER);
        page.open_url(&format!("{url}#p4")).await;
        page.until_letter().await;
        page.until("scrollY > 100").await;
        page.assert("document.getElementById('p4').getBoundingClientRect().top >= boxOf(inControls('.bar')).bottom").await;
    }

    async fn the_beginning_of_a_long_letter_is_shown_first_and_then_the_rest(page) {
        page.open_host("<circular-letter></circular-letter>").await;
        page.until("host.shadowRoot").await;
        page.eval("noteTextAtLoad(); host.src = '/long/1.md'").await;
        page.until("letter && isWhole()").await;
        page.assert("atLoad.includes('I have the honour to inform you')").await;
        page.assert("!atLoad.includes('The end of a long letter.')").await;
        page.until("inLetter('.signature')").await;
        page.assert("allInLetter('.paragraph').length > 1500 && paragraphsAreNumberedInOrder()").await;
        page.assert("allInLetter('.citation').length > 0 && idsAreUnique(letter)").await;
    }

    async fn a_link_to_a_place_far_down_in_a_long_letter_leads_to_it(page) {
        page.enlarge(1280, 800).await;
        page.open("?#p1500").await;
        page.until_letter().await;
        page.eval("showLongLetterInstead()").await;
        page.until("letter?.querySelector('#p1500')").await;
        page.until("isNear('#p1500')").await;
    }

    async fn the_rest_of_a_long_letter_is_shown_when_it_is_linked_to_or_printed(page) {
        page.enlarge(1280, 800).await;
        page.open_host("<circular-letter></circular-letter>").await;
        page.until("host.shadowRoot").await;
        // Nothing is idle in this page.
        page.eval("neverBeIdle(); host.src = '/long/1.md'").await;
        page.until("letter?.querySelector('.subject') && inControls('.references .places a')").await;
        page.assert("!inLetter('#p1500')").await;
        page.eval("followReferenceTo('#p1500')").await;
        page.until("isNear('#p1500')").await;
        page.assert("location.hash === '' && isWhole()").await;
        page.eval("host.src = '/letters/cl-20-43/fr.md'").await;
        page.until("letter.lang === 'fr'").await;
        page.eval("host.src = '/long/1.md'").await;
        page.until("letter.lang === 'en'").await;
        page.assert("!inLetter('#p1500')").await;
        page.eval("dispatchEvent(new Event('beforeprint'))").await;
        page.until("isWhole()").await;
    }

    async fn reloading_a_long_letter_keeps_the_place(page) {
        page.open_host("<circular-letter src='/long/1.md'></circular-letter>").await;
        page.until("letter && isWhole() && letterEvents.length > 0").await;
        page.until("inControls('.details')").await;
        page.eval("location.hash = 'p1400'").await;
        page.until("isNear('#p1400')").await;
        page.eval("window.was = letterEvents.length; host.reload()").await;
        page.until("letterEvents.length > was").await;
        page.assert("isWhole() && isNear('#p1400')").await;
    }

    async fn the_interface_can_have_another_language_than_the_letter(page) {
        page.open_host(&LETTER.replace("lang=", "ui-lang='ar' lang=")).await;
        page.until_letter().await;
        page.assert("inControls('.viewer').dir === 'rtl' && inControls('.viewer').lang === 'ar'").await;
        page.assert("letter.lang === 'fr' && letter.dir === 'ltr' && styleOf(letter).direction === 'ltr'").await;
        page.assert("inControls('.details h2').textContent === 'التفاصيل'").await;
        page.assert("boxOf(inControls('.identity')).left > boxOf(inControls('.tools')).right").await;
        page.eval("host.uiLang = 'ru'").await;
        page.until("inControls('.details h2').textContent === 'Сведения о письме'").await;
        page.assert_accessible().await;
    }

    async fn the_letter_works_under_the_strictest_policy(page) {
        let url = page.server.add_host("<script type='module' src='/circular-letter.js'></script>", LETTER);
        page.open_url(&url.replace("/host-", "/strict/host-")).await;
        page.until_letter().await;
        page.assert("styleOf(inControls('.bar')).display === 'flex'").await;
        page.assert("styleOf(inLetter('.issuance')).display === 'flex'").await;
        page.assert_no_problem().await;
    }

    async fn the_letter_fits_every_width(page) {
        for (width, height) in [(320, 640), (360, 740), (768, 1024), (1280, 800)] {
            page.open_in_frame("", width, height).await;
            page.until_letter().await;
            page.assert("fitsTheWidth()").await;
            page.assert("controlsAreLargeEnough()").await;
            let [measure, size] = page.numbers("[letter.clientWidth, parseFloat(styleOf(letter).fontSize)]").await[..] else { panic!("two numbers") };
            assert!(measure / size <= 40.0, "a line of {measure} px in type of {size} px is too long to be read well");
        }
        page.assert("boxOf(inControls('.rail')).left > boxOf(inControls('.sheet')).right").await;
    }

    async fn the_letter_fits_at_twice_the_size_of_type(page) {
        page.open_in_frame("", 640, 800).await;
        page.until_letter().await;
        page.eval("document.documentElement.style.fontSize = '200%'").await;
        page.assert("fitsTheWidth()").await;
        page.assert("boxOf(inLetter('.issuer')).right <= innerWidth").await;
    }

    async fn the_type_has_the_size_of_the_text_around_it(page) {
        page.open_host_with(
            "<script type='module' src='/circular-letter.js'></script><link rel='stylesheet' href='/small-root.css'>",
            LETTER,
        )
        .await;
        page.until_letter().await;
        page.assert("styleOf(document.documentElement).fontSize === '10px'").await;
        page.assert("styleOf(inLetter('.paragraph')).fontSize === '17px'").await;
        page.assert("styleOf(inControls('.bar')).fontSize === '14px'").await;
        page.assert("styleOf(inLetter('.issuance')).paddingBottom === '16px'").await;
    }

    async fn loud_styles_of_a_page_do_not_reach_the_letter(page) {
        page.open_host_with(
            "<script type='module' src='/circular-letter.js'></script><link rel='stylesheet' href='/loud.css'>",
            LETTER,
        )
        .await;
        page.until_letter().await;
        for element in [".paragraph", ".subject h2", ".issuer", "dd"] {
            let seen = page.text(&format!("typeOf('{element}')")).await;
            assert_eq!(seen, "rgb(22, 25, 29)|none|normal|0px", "{element}");
        }
        page.assert("styleOf(inLetter('.particulars')).marginTop === '0px'").await;
        page.assert("styleOf(inControls('.bar button')).opacity === '1'").await;
    }

    async fn a_page_without_dark_mode_gets_no_dark_letter(page) {
        page.open_host(LETTER).await;
        page.until_letter().await;
        page.assert("styleOf(inControls('.sheet')).backgroundColor === 'rgb(255, 255, 255)'").await;
        page.eval("host.style.colorScheme = 'dark'").await;
        page.assert("styleOf(inControls('.sheet')).backgroundColor === 'rgb(26, 29, 33)'").await;
    }

    async fn loading_is_announced_beside_the_content_of_the_page(page) {
        page.open_host(&LETTER.replace("/letters/cl-20-43/fr.md", "/faults/slow.md")).await;
        page.until("inControls('.messages [role=status]')?.textContent === 'Loading…'").await;
        page.assert(OWN_WORDS_ARE_SEEN).await;
        page.assert_accessible().await;
        page.until_letter().await;
        page.assert("inControls('.messages [role=status]').textContent === ''").await;
    }

    async fn the_page_is_accessible(page) {
        for width in [360, 1280] {
            page.open_in_frame("", width, 800).await;
            page.until_letter().await;
            page.assert_accessible().await;
            page.eval("inControls('.details').open = false").await;
            page.assert_accessible().await;
        }
    }

    async fn the_details_lead_to_annexes_and_to_the_paragraphs_with_key_dates(page) {
        page.open_host(&specimen("tsb-circular-table.fr", "")).await;
        page.until_letter().await;
        page.assert("allInControls('.details dt').some((term) => ['Deadlines', 'Events'].includes(term.textContent))").await;
        page.eval("inControls('.details a[href=\"#annex-1\"]').click()").await;
        page.until("isInWindow(inLetter('#annex-1'))").await;
        page.assert("inLetter('#annex-1 > .permalink').getAttribute('href') === '#annex-1'").await;
        page.eval("followFirstKeyDate()").await;
        page.until("isInWindow(inLetter(day))").await;
        // The address of the page is not the letter's to change.
        page.assert("location.hash === ''").await;
        page.assert("inControls('.details .what').textContent.length > 0").await;
        page.assert_accessible().await;
        page.assert_no_problem().await;
    }

    async fn the_dates_of_a_letter_are_deadlines_events_and_earlier_dates(page) {
        page.open("?letter=sg/cl/2024/901&lang=ar&ui-lang=en").await;
        page.until_letter().await;
        let dates = page.text("datesInDetails()").await;
        let expected = "\
            Deadlines: المساهمات المطلوب ترجمتها 2024-08-02 passed; طلبات المنح 2024-09-13 passed; التسجيل 2024-11-15 passed; \
            المساهمات غير المطلوب ترجمتها 2024-11-19 passed\n\
            Events: وعليه، ستُعقد الندوة العالمية بشأن الذكاء الاصطناعي وإمكانية النفاذ في مونتيفيديو أيضاً 2024-12-02 passed; \
            تأجيل الجمعية العالمية للاتصال الميسَّر (WAAC-24) (مونتيفيديو) 2024-12-03 passed\n\
            Earlier dates: أتشرف بإبلاغكم بأنه تقرر، بناءً على طلب البلد المضيف، تأجيل الجمعية العالمية للاتصال الميسَّر (WAAC-24)، \
            التي كان من المقرر عقدها في مونتيفيديو 2024-06-04 earlier";
        assert_eq!(dates, expected);
    }

    async fn more_dates_than_five_can_be_opened(page) {
        page.open_host("<circular-letter ui-lang='en'></circular-letter>").await;
        page.eval("host.text = letterWithDeadlines(7)").await;
        page.until_letter().await;
        page.assert("datesInDetails().split('\\n')[0].split('; ').length === 7").await;
        page.assert("!inControls('.dates details').open && allInControls('.dates details time').length === 2").await;
        page.assert("inControls('.dates summary').textContent === '2 more'").await;
        page.eval("inControls('.dates summary').click()").await;
        page.assert("inControls('.dates details').open").await;
        page.assert_accessible().await;
    }

    async fn a_wide_table_scrolls_inside_the_sheet(page) {
        page.open_host_in_frame(&specimen("collective-letter.fr", ""), 360, 800).await;
        page.until_letter().await;
        page.assert("allInLetter('.scroller').some((box) => box.scrollWidth > box.clientWidth)").await;
        page.assert("fitsTheWidth()").await;
        page.assert("allInLetter('.scroller').every((box) => box.tabIndex === 0)").await;
        page.assert_accessible().await;
    }

    async fn the_numbers_of_paragraphs_stay_in_the_element_at_every_width(page) {
        for language in ["fr", "ar"] {
            for width in [360, 600, 640, 667, 700, 719, 730, 900, 1150] {
                page.open_in_frame(&format!("?letter=sg/cl/2020/43&lang={language}"), width, 700).await;
                page.until_letter().await;
                page.until("inLetter('.peek')").await;
                page.assert("fitsTheWidth() && numbersAreInWindow()").await;
            }
        }
    }

    async fn no_column_of_a_wide_table_is_lost_on_paper(page) {
        // The width of A4 within its margins.
        page.open_host_in_frame("<circular-letter ui-lang='en'></circular-letter>", 612, 900).await;
        page.eval("host.text = letterWithWideTable()").await;
        page.until_letter().await;
        page.assert("inLetter('.scroller').scrollWidth > inLetter('.scroller').clientWidth").await;
        if page.protocol("Emulation.setEmulatedMedia", json!({ "media": "print" })).await.is_none() {
            return;
        }
        page.assert("boxOf(inLetter('.scroller table')).right <= innerWidth").await;
        page.assert("allInLetter('.scroller td').every((cell) => cell.scrollWidth <= cell.clientWidth)").await;
        page.assert("!isShown(inControls('.bar')) && !isShown(inControls('.answers p'))").await;
        page.protocol("Emulation.setEmulatedMedia", json!({ "media": "" })).await;
    }

    async fn the_place_that_the_address_names_is_marked_over_a_switch_of_language(page) {
        page.open("?letter=sg/cl/2024/901&lang=en#p3").await;
        page.until_letter().await;
        page.until("inLetter('#p3').matches('.arrived')").await;
        page.assert("styleOf(inLetter('#p3')).backgroundColor !== styleOf(inLetter('#p4')).backgroundColor").await;
        page.eval("languageLink('fr').click()").await;
        page.until("letter.lang === 'fr' && inLetter('#p3').matches('.arrived')").await;
        page.eval("location.hash = '#p5'").await;
        page.until("!inLetter('.arrived') && inLetter('#p5').matches(':target')").await;
    }

    async fn a_footnote_and_its_mark_lead_to_each_other(page) {
        page.open_host(&specimen("dm-letter.fr", "")).await;
        page.until_letter().await;
        page.eval("inLetter('#mark-1').click()").await;
        page.until("isInWindow(inLetter('#note-1'))").await;
        page.eval("inLetter('#note-1 a[href=\"#mark-1\"]').click()").await;
        page.until("focused().id === 'mark-1'").await;
        page.assert_accessible().await;
    }

    async fn diagnostics_are_shown_only_with_debug(page) {
        page.open_host(LETTER).await;
        page.until_letter().await;
        page.assert("inControls('.debug') === null").await;
        page.eval("host.toggleAttribute('debug')").await;
        page.until("allInControls('.debug li').length === 4").await;
        page.assert("inControls('.debug code').textContent === '26:31 warning[dead-link]'").await;
        page.assert("letterEvents.length === 1").await;
        page.assert_accessible().await;
    }

    async fn every_specimen_is_shown_in_its_direction_without_a_problem(page) {
        for (name, direction) in [
            ("tsb-circular-table.ar", "rtl"), ("tsb-circular-stacked.zh", "ltr"), ("br-administrative.en", "ltr"),
            ("telefax.ru", "ltr"), ("converter-noise.es", "ltr"), ("collective-html-head.zh", "ltr"),
        ] {
            page.open_host(&specimen(name, "")).await;
            page.until_letter().await;
            page.until(&format!("letter.dir === '{direction}'")).await;
            page.assert("fitsTheWidth()").await;
            page.assert_accessible().await;
            page.assert_no_problem().await;
        }
    }

    async fn the_slot_for_the_emblem_takes_what_the_host_gives(page) {
        page.open_host(&LETTER.replace("<p id", "<img slot='emblem' alt='Emblem' width='40' height='40' src='/icon'><p id")).await;
        page.until_letter().await;
        page.assert("document.querySelector('img').getBoundingClientRect().bottom <= letter.getBoundingClientRect().top").await;
    }
}
