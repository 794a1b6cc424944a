//! The versions of a letter: switching between them in place, side by side, one paragraph of another; where they differ.

use browser_tests::page::Page;
use fantoccini::key::Key;

use super::{LETTER, Named};

/// An element with the letter in six languages, opened in French.
const SIX: &str = "<circular-letter catalogue='/letters/catalogue.json' letter='sg/cl/2020/43' lang='fr' ui-lang='en'></circular-letter>";

/// The standalone page with the letter in a language.
fn standalone(query: &str) -> String {
    format!("?letter=sg/cl/2020/43&{query}")
}

/// Switches to another language by its link.
async fn switch(page: &Page, language: &str) {
    page.eval(&format!("languageLink('{language}').click()")).await;
}

/// Where the upper edge of a place stands in the window.
async fn top_of(page: &Page, place: &str) -> f64 {
    page.number(&format!("topOf('{place}')")).await
}

/// Asserts that a place is as high as it was, but for some pixels.
fn assert_stays(before: f64, after: f64, pixels: f64) {
    assert!((before - after).abs() < pixels, "it was at {before} and is at {after}");
}

scenarios! {
    with "versions.js";

    async fn all_six_languages_are_named_in_the_neutral_order_and_lead_to_their_versions(page) {
        page.open(&standalone("lang=fr")).await;
        page.until_letter().await;
        let names = page.text("namesOfLanguages()").await;
        assert_eq!(names, "العربية|中文|English|Français|Русский|Español");
        let links = page.text("languageLinks()").await;
        let address = page.server.url("?letter=sg/cl/2020/43&lang=");
        assert!(links.starts_with(&format!("ar ar {address}ar\nzh-Hans zh-Hans {address}zh\n")), "{links}");
        page.assert("allInControls('.languages [aria-current]').map(({ lang }) => lang).join() === 'fr'").await;
        page.assert_accessible().await;
        // The address is a real one: what it says is what it shows.
        page.open(&standalone("lang=ar")).await;
        page.until("letter?.lang === 'ar' && inLetter('.subject')").await;
        page.assert("letter.dir === 'rtl' && inControls('.viewer').dir === 'ltr'").await;
        page.assert_no_problem().await;
    }

    async fn switching_language_keeps_place_and_focus_and_is_announced_once(page) {
        page.enlarge(1280, 700).await;
        page.open(&standalone("lang=fr")).await;
        page.until_letter().await;
        page.until("allVersionsAreFetched()").await;
        page.eval("noteAnnouncements()").await;
        page.eval("noteLanguageChanges()").await;
        page.eval("bringToMiddle(inLetter('#p4'))").await;
        // The paragraph at a third of the window is the one that is being read.
        let read = page.text("paragraphBeingRead()").await;
        let before = top_of(&page, &format!("#{read}")).await;
        page.eval("clickWithFocus(languageLink('zh'))").await;
        page.until("letter.lang === 'zh-Hans'").await;
        let after = top_of(&page, &format!("#{read}")).await;
        assert_stays(before, after, 1.5);
        page.pause(300).await;
        let settled = top_of(&page, &format!("#{read}")).await;
        assert_stays(before, settled, 1.5);
        page.assert("focused() === languageLink('zh')").await;
        assert_eq!(page.text("said.join('|')").await, "Language shown: Chinese");
        assert_eq!(
            page.text("changes.join('|')").await,
            "letter-language-change fr zh|letter-language-changed fr zh"
        );
        page.assert("location.search === '?letter=sg/cl/2020/43&lang=zh'").await;
        page.assert_no_problem().await;
    }

    async fn back_returns_to_the_language_and_the_place(page) {
        page.enlarge(1280, 700).await;
        page.open(&format!("{}#p4", standalone("lang=fr"))).await;
        page.until_letter().await;
        page.until("scrollY > 100").await;
        page.until("allVersionsAreFetched()").await;
        let before = top_of(&page, "#p4").await;
        switch(&page, "ar").await;
        page.until("letter.lang === 'ar' && location.search.includes('lang=ar') && location.hash === '#p4'").await;
        let in_arabic = top_of(&page, "#p4").await;
        assert_stays(before, in_arabic, 1.5);
        page.eval("scrollWithin(60); history.back()").await;
        page.until("letter.lang === 'fr' && location.search.includes('lang=fr')").await;
        page.pause(300).await;
        let after = top_of(&page, "#p4").await;
        assert_stays(before, after, 2.5);
        page.eval("history.forward()").await;
        page.until("letter.lang === 'ar'").await;
        page.assert_no_problem().await;
    }

    async fn ten_quick_switches_show_only_the_last_without_a_flicker(page) {
        page.open_host(SIX).await;
        page.until_letter().await;
        page.until("allVersionsAreFetched()").await;
        // Every state of the sheet that could be painted.
        page.eval("noteEveryPaintedState()").await;
        page.eval("clickLanguages('ar', 'zh', 'en', 'ru', 'es', 'fr', 'zh', 'ar', 'en', 'ru')").await;
        page.until("letter.lang === 'ru' && inLetter('.subject').textContent.includes('Всемирная')").await;
        page.pause(200).await;
        assert_eq!(page.text("seen.join(' ')").await, "fr ru");
        page.assert("allInLetter('.paragraph').length === 5").await;
        page.assert_no_problem().await;
    }

    async fn the_panels_stay_while_versions_stand_side_by_side(page) {
        page.open_host(&SIX.replace("lang='fr'", "lang='fr' with='en'")).await;
        page.until("letter?.querySelector('.row')").await;
        page.until("inControls('.versions li')").await;
        page.assert("allInControls('.rail ul').every((list) => list.getClientRects().length > 0)").await;
    }

    async fn late_answers_of_the_resolver_change_neither_place_nor_announcement(page) {
        page.enlarge(1280, 700).await;
        page.open_host(SIX).await;
        page.until_letter().await;
        page.until("allVersionsAreFetched()").await;
        page.eval("answerLater()").await;
        page.until("allInLetter('.citation[href]').every((link) => link.href.includes('example.org'))").await;
        page.eval("noteAnnouncements('.messages .unseen')").await;
        page.eval("bringToMiddle(inLetter('#p4')); inLetter('#p4 a').focus()").await;
        let before = top_of(&page, "#p4").await;
        switch(&page, "ar").await;
        page.until("letter.lang === 'ar'").await;
        page.pause(300).await;
        let after = top_of(&page, "#p4").await;
        assert_stays(before, after, 1.5);
        assert_eq!(page.text("said.join('|')").await, "Language shown: Arabic");
    }

    async fn a_restored_place_is_used_only_once(page) {
        page.enlarge(1280, 600).await;
        page.open(&format!("{}#p2", standalone("lang=fr"))).await;
        page.until_letter().await;
        page.until("allVersionsAreFetched()").await;
        switch(&page, "ar").await;
        page.until("letter.lang === 'ar'").await;
        page.eval("history.back()").await;
        page.until("letter.lang === 'fr'").await;
        page.eval("inLetter('#p5 .permalink').click()").await;
        page.until("location.hash === '#p5'").await;
        page.eval("history.back()").await;
        page.until("location.hash === '#p2'").await;
        page.eval("scrollToEnd()").await;
        let before = page.number("scrollY").await;
        switch(&page, "en").await;
        page.until("letter.lang === 'en'").await;
        let after = page.number("scrollY").await;
        assert_stays(before, after, 250.0);
    }

    async fn a_version_that_the_page_puts_beside_the_letter_can_be_removed(page) {
        let head = "<script type='module' src='/circular-letter.js'></script>";
        let body = SIX.replace("lang='fr'", "lang='fr' with='fr xx ar' history='query'");
        page.open_host_with(head, &body).await;
        page.until("letter?.querySelectorAll('.row:first-child > .cell').length === 2").await;
        // What is no version beside it takes no place.
        page.assert("!inControls('.comparing [value=en]').disabled").await;
        switch(&page, "ar").await;
        page.until("letter.lang === 'ar' && allInLetter('.row:first-child > .cell').length === 2").await;
        page.assert("idsAreUnique(letter)").await;
        page.eval("inControls('.comparing [value=fr]').click()").await;
        page.until("!inLetter('.row') && new URLSearchParams(location.search).get('with') === ''").await;
    }

    async fn the_version_on_the_sheet_can_be_chosen_while_another_is_on_its_way(page) {
        page.open_host("<circular-letter src='/versions/{lang}.md' languages='fr es en' lang='fr' ui-lang='en'></circular-letter>").await;
        page.until_letter().await;
        switch(&page, "es").await;
        page.until("inControls('.desk').getAttribute('aria-busy') === 'true'").await;
        switch(&page, "fr").await;
        page.until("!inControls('.desk').hasAttribute('aria-busy')").await;
        page.pause(2_300).await;
        page.assert("letter.lang === 'fr'").await;
    }

    async fn a_version_that_arrives_late_changes_nothing(page) {
        page.open_host("<circular-letter src='/versions/{lang}.md' languages='fr es en' lang='fr' ui-lang='en'></circular-letter>").await;
        page.until_letter().await;
        // The Spanish version is slow.
        switch(&page, "es").await;
        page.until("inControls('.desk').getAttribute('aria-busy') === 'true'").await;
        page.assert("letter.lang === 'fr' && inLetter('.subject')").await;
        switch(&page, "en").await;
        page.until("letter.lang === 'en'").await;
        page.pause(2_300).await;
        page.assert("letter.lang === 'en'").await;
        page.assert_no_problem().await;
    }

    async fn a_version_that_cannot_be_fetched_leaves_the_one_that_is_shown(page) {
        page.open_host("<circular-letter src='/versions/{lang}.md' languages='fr ru' lang='fr' ui-lang='en'></circular-letter>").await;
        page.until_letter().await;
        switch(&page, "ru").await;
        page.until("inControls('.notice')?.textContent.includes('was not found')").await;
        page.assert("letter.lang === 'fr' && inLetter('.subject') && letter.checkVisibility()").await;
        page.assert_accessible().await;
        page.eval("languageLink('fr').click(); host.lang = 'fr'").await;
    }

    async fn a_version_whose_prefetch_failed_is_fetched_again_when_it_is_chosen(page) {
        // The server refuses what it is asked for the first time: each attempt of each engine has an address of its own.
        let name = std::time::UNIX_EPOCH.elapsed().expect("the clock is right").as_nanos();
        page.open_host(&format!("<circular-letter src='/flaky/{{lang}}.md?{name}' languages='fr es' lang='fr'></circular-letter>")).await;
        page.until_letter().await;
        page.until_asked_for(&format!("/flaky/es.md?{name}")).await;
        page.pause(300).await;
        switch(&page, "es").await;
        page.until("letter.lang === 'es' && inLetter('.subject')").await;
        page.assert("!inControls('.notice')").await;
    }

    async fn where_the_first_version_fails_the_others_can_be_reached(page) {
        page.open_host("<circular-letter src='/versions/{lang}.md' languages='fr ru' lang='ru' ui-lang='en'></circular-letter>").await;
        page.until("inControls('.notice')?.textContent.includes('was not found')").await;
        page.assert_accessible().await;
        switch(&page, "fr").await;
        page.until("letter.lang === 'fr' && inLetter('.subject') && !inControls('.notice')").await;
    }

    async fn a_version_beside_the_letter_that_cannot_be_fetched_is_announced(page) {
        page.open_host("<circular-letter src='/versions/{lang}.md' languages='fr ru' lang='fr' with='ru' ui-lang='en'></circular-letter>").await;
        page.until("inControls('.notice')?.textContent.startsWith('Russian – The letter was not found')").await;
        // The answer for it may come before the letter itself.
        page.until("letter?.lang === 'fr' && letter.checkVisibility() && inLetter('.subject')").await;
        page.assert("inControls('.notice') && !inLetter('.row')").await;
        page.eval("host.with = null").await;
        page.until("!inControls('.notice') && peekButton(1)").await;
        page.eval("peekButton(1).click()").await;
        page.until("inLetter('.peeked')?.textContent.includes('was not found')").await;
        page.assert_accessible().await;
    }

    async fn an_earlier_choice_does_not_return_after_the_page_sets_the_language(page) {
        page.open_host(SIX).await;
        page.until_letter().await;
        switch(&page, "es").await;
        page.until("letter.lang === 'es'").await;
        page.eval("host.lang = 'en'").await;
        page.until("letter.lang === 'en'").await;
        page.eval("host.lang = 'fr'").await;
        page.until("letter.lang === 'fr'").await;
    }

    async fn the_chosen_language_holds_for_letters_opened_later(page) {
        page.open_host("<circular-letter ui-lang='en' letter='sg/cl/2024/901'></circular-letter>").await;
        page.until("inControls('.viewer')").await;
        page.eval("giveCatalogue()").await;
        page.until("letter.lang === 'en' && inControls('.languages a')").await;
        switch(&page, "fr").await;
        page.until("letter.lang === 'fr' && citationOf('sg/cl/2023/901')").await;
        page.eval("citationOf('sg/cl/2023/901').click()").await;
        page.until("referenceInBar() === 'CL-23/901' && letter.lang === 'fr'").await;
    }

    async fn switching_there_and_back_returns_to_the_same_place(page) {
        page.enlarge(1280, 700).await;
        page.open_host(SIX).await;
        page.until_letter().await;
        page.until("allVersionsAreFetched()").await;
        page.eval("document.querySelector('#p4').scrollIntoView({ block: 'start' })").await;
        let before = page.number("scrollY").await;
        for language in ["zh", "ar", "ru", "fr"] {
            switch(&page, language).await;
            page.until(&format!("letter.lang.startsWith('{language}')")).await;
            page.pause(100).await;
        }
        let after = page.number("scrollY").await;
        assert_stays(before, after, 3.0);
    }

    async fn the_focus_goes_to_the_same_reference_in_the_other_language(page) {
        page.enlarge(1280, 500).await;
        page.open_host(SIX).await;
        page.until_letter().await;
        page.until("allVersionsAreFetched()").await;
        page.eval("document.querySelector('#p3 [data-document=\"pp/res/99@2018\"]').focus()").await;
        // The beginning of the paragraph with the focus may be out of sight, and another paragraph keep its height.
        page.eval("document.querySelector('#p4').scrollIntoView()").await;
        for language in ["zh", "ar", "en"] {
            page.eval(&format!("host.lang = '{language}'")).await;
            page.until(&format!("letter.lang.startsWith('{language}')")).await;
            page.until("focused().matches('#p3 [data-document=\"pp/res/99@2018\"]')").await;
        }
    }

    async fn the_panel_of_the_versions_links_to_them_the_original_first(page) {
        page.open("?letter=sg/cl/2020/43&lang=en").await;
        page.until_letter().await;
        page.until("inControls('.versions a')?.hreflang === 'fr'").await;
        page.assert("new URL(inControls('.versions a[hreflang=es]').href).searchParams.get('lang') === 'es'").await;
        page.eval("window.stays = true; inControls('.versions a[hreflang=es]').click()").await;
        page.until("letter.lang === 'es' && location.search.includes('lang=es')").await;
        page.assert("window.stays === true").await;
    }

    async fn back_to_another_letter_returns_to_the_place_in_it(page) {
        page.enlarge(1280, 600).await;
        page.open("?letter=sg/cl/2024/901&lang=fr").await;
        page.until("letter && citationOf('sg/cl/2023/901')").await;
        page.eval("document.querySelector('#p3').scrollIntoView({ block: 'start' })").await;
        let before = top_of(&page, "#p3").await;
        page.eval("citationOf('sg/cl/2023/901').click()").await;
        page.until("referenceInBar() === 'CL-23/901'").await;
        page.eval("history.back()").await;
        page.until("referenceInBar() === 'CL-24/901' && document.querySelector('#p3')").await;
        page.pause(300).await;
        let after = top_of(&page, "#p3").await;
        assert_stays(before, after, 2.5);
    }

    async fn a_reader_who_saves_data_fetches_no_version_ahead(page) {
        page.open_host_with("<script type='module' src='/saves-data.js'></script><script type='module' src='/circular-letter.js'></script>", SIX).await;
        page.until("letter?.querySelector('.subject')").await;
        page.pause(1_000).await;
        page.assert("fetched('.md').length === 1 && fetched('viewer').length === 0").await;
        // What the reader presses is not lost.
        switch(&page, "es").await;
        page.until("letter.lang === 'es'").await;
        page.assert_no_problem().await;
    }

    async fn a_cited_letter_opens_in_the_same_language_at_its_top(page) {
        page.enlarge(1280, 600).await;
        page.open("?letter=sg/cl/2024/901&lang=fr").await;
        page.until("letter && citationOf('sg/cl/2023/901')").await;
        // What listens to the letter comes a moment after its text.
        page.pause(200).await;
        page.eval("followCitationFromBelow()").await;
        page.until("letter.lang === 'fr' && referenceInBar() === 'CL-23/901'").await;
        page.assert("location.search === '?letter=sg/cl/2023/901&lang=fr'").await;
        page.assert("window.stays === true").await;
        page.until("host.getBoundingClientRect().top >= -1").await;
        page.eval("history.back()").await;
        page.until("location.search === '?letter=sg/cl/2024/901&lang=fr' && referenceInBar() === 'CL-24/901'").await;
        page.assert_no_problem().await;
    }

    async fn an_embedded_letter_leaves_the_address_of_the_page_alone(page) {
        page.open_host(SIX).await;
        page.until_letter().await;
        page.eval("window.was = ownThingsOfPage()").await;
        switch(&page, "es").await;
        page.until("letter.lang === 'es'").await;
        page.assert("ownThingsOfPage() === was && host.lang === 'fr'").await;
        // The page has the last word: another `lang` is another language.
        page.eval("host.lang = 'en'").await;
        page.until("letter.lang === 'en'").await;
        // It may also say no.
        page.eval("addEventListener('letter-language-change', (event) => event.preventDefault())").await;
        switch(&page, "ru").await;
        page.pause(200).await;
        page.assert("letter.lang === 'en'").await;
        // A click that asks for another tab is the browser's.
        page.assert("clickForAnotherTabIsLeft(languageLink('ar'))").await;
    }

    async fn a_missing_version_is_named_with_what_is_shown_instead(page) {
        page.open_host("<circular-letter catalogue='/letters/catalogue.json' letter='sg/cl/2024/902' lang='ar' ui-lang='en'></circular-letter>").await;
        page.until_letter().await;
        page.until("inControls('.instead').textContent !== ''").await;
        assert_eq!(
            page.text("inControls('.instead').textContent").await,
            "This letter is not available in Arabic. Shown instead: Spanish. Available in: Chinese, Russian, and Spanish."
        );
        page.assert("letter.lang === 'es'").await;
        assert_eq!(
            page.text("namesOfLanguages()").await,
            "العربية (not available)|中文|English (not available)|Français (not available)|Русский|Español"
        );
        page.assert("allInControls('.languages a').length === 3").await;
        page.assert_accessible().await;
        switch(&page, "ru").await;
        page.until("letter.lang === 'ru' && inControls('.instead').textContent === ''").await;
    }

    async fn on_a_narrow_screen_a_button_opens_the_list_of_languages(page) {
        page.open_in_frame(&standalone("lang=fr"), 360, 740).await;
        page.until_letter().await;
        page.assert("!isShown(inControls('.languages ul'))").await;
        page.eval("inControls('.languages .current').focus()").await;
        page.press(Key::Enter).await;
        page.until("inControls('.languages .current').getAttribute('aria-expanded') === 'true'").await;
        page.until("isShown(inControls('.languages ul'))").await;
        page.assert("fitsTheWidth()").await;
        page.assert("allInControls('.languages a').every((link) => link.getBoundingClientRect().height >= 24)").await;
        page.assert_accessible().await;
        page.press(Key::Escape).await;
        page.until("!isShown(inControls('.languages ul')) && focused().classList.contains('current')").await;
        page.press(Key::Enter).await;
        page.until("isShown(inControls('.languages ul'))").await;
        page.press(Key::Tab).await;
        page.until("focused().lang === 'ar'").await;
        page.press(Key::Enter).await;
        page.until("letter.lang === 'ar' && focused().classList.contains('current')").await;
        page.until("focused().textContent.includes('العربية')").await;
        page.assert("!isShown(inControls('.languages ul'))").await;
        page.assert_no_problem().await;
    }

    async fn in_a_narrow_column_the_tools_are_a_menu(page) {
        page.open_in_frame("?letter=sg/cl/2020/43&lang=fr&ui-lang=en", 700, 800).await;
        page.until_letter().await;
        page.assert("boxOf(inControls('.bar')).height < 64 && !isShown(inControls('.to-details'))").await;
        page.eval("inControls('.menu').focus()").await;
        page.press(Key::Enter).await;
        page.until("isShown(inControls('.to-details')) && isShown(inControls('.compare'))").await;
        page.assert("inControls('.menu').ariaExpanded === 'true' && fitsTheWidth()").await;
        page.assert_accessible().await;
        page.press(Key::Escape).await;
        page.until("!isShown(inControls('.to-details')) && focused() === inControls('.menu')").await;
        // What is chosen closes it; versions beside the letter are chosen in it.
        page.eval("inControls('.menu').click(); inControls('.to-references').click()").await;
        page.until("!isShown(inControls('.to-details')) && focused().closest('.references')").await;
        page.eval("pressEscape(); inControls('.menu').click(); inControls('.compare').click()").await;
        page.eval("inControls('.comparing [value=en]').click()").await;
        page.until("inLetter('.row') && isShown(inControls('.comparing [value=en]'))").await;
        page.assert_no_problem().await;
    }

    async fn an_arabic_interface_is_mirrored_and_isolates_numbers(page) {
        page.open_host(&SIX.replace("lang='fr' ui-lang='en'", "lang='ar' ui-lang='ar'")).await;
        page.until_letter().await;
        page.assert("inControls('.viewer').dir === 'rtl' && letter.dir === 'rtl'").await;
        let [identity, languages, tools] = page.numbers("leftEdges('.identity', '.languages', '.tools')").await[..] else { panic!("three places") };
        assert!(identity > languages && languages > tools, "{identity} {languages} {tools}");
        page.assert("boxOf(inControls('.rail')).right < boxOf(inControls('.sheet')).left || innerWidth < 1100").await;
        // What is at the start of a line is at its right.
        page.assert("labelsAreRightOfValues()").await;
        // The first digit of a telephone number stands to the left of its last.
        page.assert("runsFromLeftToRight(inLetter('a[href^=\"tel:\"]'))").await;
        // Beside the letter, the panel does not repeat what its head shows.
        page.enlarge(1000, 900).await;
        page.assert("runsFromLeftToRight(inControls('.details a[href^=\"tel:\"]'))").await;
        page.assert_accessible().await;
    }

    async fn the_interface_has_the_language_of_the_element_the_page_or_the_browser(page) {
        page.open_host("<div lang='es'><circular-letter src='/letters/cl-20-43/fr.md' lang='fr'></circular-letter></div>").await;
        page.until_letter().await;
        page.assert("inControls('.viewer').lang === 'es' && inControls('.tool').textContent.length > 0").await;
        page.eval("host.uiLang = 'zh'").await;
        page.until("inControls('.viewer').lang === 'zh-Hans'").await;
        page.until("inControls('.identity time').textContent === '2020年10月5日'").await;
        page.eval("speakGerman()").await;
        // Nobody speaks German here: the browser decides.
        page.until("inControls('.viewer').lang === languageOfBrowser()").await;
        page.assert("letter.lang === 'fr'").await;
    }

    async fn the_address_of_the_standalone_page_can_name_the_language_of_the_interface(page) {
        page.open(&standalone("lang=fr&ui-lang=ar")).await;
        page.until_letter().await;
        page.assert("inControls('.viewer').dir === 'rtl' && letter.lang === 'fr'").await;
        switch(&page, "zh").await;
        page.until("letter.lang === 'zh-Hans' && location.search.includes('ui-lang=ar')").await;
        page.assert("inControls('.viewer').lang === 'ar'").await;
    }

    async fn versions_stand_in_aligned_columns_on_a_wide_screen(page) {
        page.open_in_frame(&standalone("lang=ar&with=zh"), 1280, 900).await;
        page.until("letter?.querySelectorAll('.row').length > 10").await;
        page.assert("fitsTheWidth()").await;
        // Each row has both versions, at the same height, and the Chinese one to the right.
        page.assert("versionsStandSideBySide()").await;
        assert_eq!(page.text("languagesOfCells()").await, "ar rtl | zh-Hans ltr");
        // Paragraph beside paragraph.
        page.assert("paragraphsAreInStep(5, 'zh')").await;
        page.assert("idsAreUnique(letter)").await;
        page.assert("allInControls('.heads p').map((head) => head.querySelector('strong').lang).join(' ') === 'ar zh-Hans'").await;
        page.assert("!inControls('.heads').textContent.includes('Passages appariés')").await;
        page.assert_accessible().await;
        page.assert_no_problem().await;
        // A reference of the second version has its card.
        page.eval("point('pointerover', inLetter('[lang=zh-Hans] .citation'))").await;
        page.until("inControls('.card h3')").await;
    }

    async fn versions_stand_under_one_another_on_a_narrow_screen(page) {
        page.open_in_frame(&standalone("lang=fr&with=ar,en"), 360, 740).await;
        page.until("letter?.querySelectorAll('.row').length > 10").await;
        page.assert("fitsTheWidth()").await;
        page.assert("versionsStandUnderOneAnother()").await;
        page.assert("allInLetter('.row').every((row) => row.children.length === 3)").await;
        page.assert("cellNamesItsLanguage()").await;
        page.assert_accessible().await;
    }

    async fn a_reader_puts_versions_side_by_side_and_takes_them_away(page) {
        page.enlarge(1280, 800).await;
        page.open(&standalone("lang=fr")).await;
        page.until_letter().await;
        page.eval("inControls('.comparing button').focus()").await;
        page.press(Key::Enter).await;
        page.until("isShown(inControls('.comparing ul'))").await;
        page.assert_accessible().await;
        page.eval("inControls('.comparing [value=en]').click()").await;
        page.until("allInLetter('.row').length > 10 && location.search.includes('with=en')").await;
        page.assert("inControls('.comparing [value=en]').getAttribute('aria-pressed') === 'true'").await;
        page.eval("inControls('.comparing [value=ru]').click()").await;
        page.until("inLetter('.three') && location.search.includes('with=en,ru')").await;
        page.assert("inControls('.comparing [value=es]').disabled").await;
        // The version beside becomes the letter, and the letter stands beside.
        switch(&page, "ru").await;
        page.until("letter.lang === 'ru' && location.search.includes('lang=ru')").await;
        page.until("location.search.includes('with=en,fr')").await;
        page.eval("history.back()").await;
        page.until("letter.lang === 'fr' && location.search.includes('with=en,ru')").await;
        page.eval("inControls('.comparing [value=en]').click()").await;
        page.until("!inLetter('.three') && inLetter('.row')").await;
        page.eval("inControls('.comparing [value=ru]').click()").await;
        page.until("!inLetter('.row') && !location.search.includes('with')").await;
        page.assert_no_problem().await;
    }

    async fn a_paragraph_that_one_version_lacks_stands_beside_an_empty_cell(page) {
        page.open_host("<circular-letter src='/versions/{lang}.md' languages='fr zh' lang='fr' with='zh' ui-lang='en'></circular-letter>").await;
        page.until("letter?.querySelectorAll('.row').length > 10").await;
        // The Chinese version has no fourth paragraph.
        page.assert("document.getElementById('p4').closest('.row').children[1].matches('.empty[lang=en]')").await;
        page.assert("document.getElementById('p5').closest('.row').querySelector('#p4-zh')").await;
        page.until("inControls('.heads').textContent.includes('Passages paired: 11 of 12')").await;
        page.until("inControls('.differences')?.textContent.includes('Only in one version')").await;
        page.assert_accessible().await;
    }

    async fn one_paragraph_opens_in_another_language_in_place(page) {
        page.open_host(SIX).await;
        page.until_letter().await;
        page.eval("peekButton(2).focus()").await;
        page.press(Key::Enter).await;
        // The reader's own language comes first.
        page.until("inLetter('.peeked .cell')?.lang === 'en'").await;
        page.until("inLetter('.peeked').textContent.includes('In accordance with Article 25')").await;
        page.assert("focused() === peekButton(2) && focused().matches('[aria-expanded=true]')").await;
        page.assert("boxOf(inLetter('#p2')).bottom <= boxOf(inLetter('.peeked')).top").await;
        page.assert_accessible().await;
        page.eval("inLetter('[data-peek-language=ar]').click()").await;
        page.until("inLetter('.peeked .cell').dir === 'rtl'").await;
        page.until("inLetter('.peeked').textContent.includes('ووفقاً للمادة 25')").await;
        page.eval("point('pointerover', inLetter('.peeked .citation'))").await;
        page.until("inControls('.card h3')?.textContent === 'Convention, article 25'").await;
        page.press(Key::Escape).await;
        page.eval("peekButton(2).click()").await;
        page.until("!inLetter('.peeked')").await;
        page.assert("letter.lang === 'fr' && document.querySelectorAll('#p2').length === 1").await;
        // It is the paragraph of this letter, in this language, and of no other.
        page.eval("peekButton(2).click()").await;
        page.until("inLetter('.peeked')").await;
        page.eval("host.letter = 'sg/cl/2024/901'").await;
        page.until("referenceInBar() === 'CL-24/901' && inLetter('#p2')").await;
        page.assert("!inLetter('.peeked')").await;
        page.assert_no_problem().await;
    }

    async fn a_paragraph_that_is_opened_moves_nothing_above_it(page) {
        page.enlarge(1280, 600).await;
        page.open_host(SIX).await;
        page.until_letter().await;
        page.until("allVersionsAreFetched()").await;
        page.eval("bringButtonIntoSight(3)").await;
        let before = top_of(&page, "#p3").await;
        page.press(Key::Enter).await;
        page.until("inLetter('.peeked .cell')").await;
        let after = top_of(&page, "#p3").await;
        assert_stays(before, after, 1.5);
    }

    async fn a_fact_that_one_version_states_differently_is_one_entry(page) {
        page.open_host("<circular-letter src='/diverging/{lang}.md' languages='en fr es zh' lang='fr' ui-lang='en'></circular-letter>").await;
        page.until_letter().await;
        page.until("inControls('.differences summary')?.textContent === 'The versions differ in 3 places'").await;
        page.until("allInControls('.differences li').every((point) => point.querySelectorAll('p:not(.kind)').length === 4)").await;
    }

    async fn differences_are_marked_in_the_columns_and_walked_through(page) {
        page.enlarge(1280, 800).await;
        page.open_host("<circular-letter src='/diverging/{lang}.md' languages='en fr' lang='en' with='fr' ui-lang='en'></circular-letter>").await;
        page.until("letter?.querySelector('[data-difference=\"3\"]')").await;
        assert_eq!(page.text("markedWords()").await,
            "1 +41 22 730 6311|1 +41 22 730 6312|2 22 February 2021|2 24 février 2021|3 Resolution 99 (Rev. Dubai, 2018)|3 Résolution 98 (Rév. Dubaï, 2018)");
        page.until("wordsOf(inControls('.heads .walk')) === 'The versions differ in 3 places'").await;
        page.assert_accessible().await;
        for number in ["1", "2", "3", "1"] {
            page.eval("inControls('.heads .walk').click()").await;
            page.until(&format!("inLetter('.differs.arrived')?.dataset.difference === '{number}'")).await;
            page.assert("isWhollyInWindow(inLetter('.differs.arrived')) && allInLetter('.arrived').length === 2").await;
        }
        // The heads stay over their columns, close them, and put one first.
        page.eval("window.scrollTo(0, document.body.scrollHeight / 2)").await;
        page.until("isWhollyInWindow(inControls('.heads')) && boxOf(inControls('.heads')).top >= boxOf(inControls('.top')).bottom - 1").await;
        page.eval("inControls('.heads [data-version=fr]').click()").await;
        page.until("letter.lang === 'fr' && inLetter('.row')").await;
        page.eval("inControls('.heads [data-close=fr]').click()").await;
        page.until("letter.lang === 'en' && !inLetter('.row') && !inLetter('mark')").await;
        page.assert_no_problem().await;
    }

    async fn differing_facts_are_listed_in_a_notice(page) {
        page.open_host("<circular-letter src='/diverging/{lang}.md' languages='en fr' lang='en' ui-lang='en' debug></circular-letter>").await;
        page.until_letter().await;
        page.until("inControls('.differences summary')?.textContent === 'The versions differ in 3 places'").await;
        let differences = page.text("differences()").await;
        for line in [
            "Telephone | English: +41 22 730 6311 | Français: +41 22 730 6312",
            "Paragraph 1 · Date | English: 22 February 2021 | Français: 24 février 2021",
            "Paragraph 3 · Reference | English: Resolution 99 (Rev. Dubai, 2018) | Français: Résolution 98 (Rév. Dubaï, 2018)",
        ] {
            assert!(differences.contains(line), "{line} is not in\n{differences}");
        }
        page.until("count('.debug code', 'divergence') === 3").await;
        page.eval("inControls('.differences').open = true").await;
        page.assert_accessible().await;
        page.assert_no_problem().await;
    }

    async fn versions_that_agree_have_no_notice(page) {
        page.open_host(SIX).await;
        page.until_letter().await;
        page.until("allVersionsAreFetched()").await;
        page.pause(300).await;
        page.assert("inControls('.versions') && !inControls('.differences')").await;
        page.assert("count('.versions li', 'unofficial translation') === 5").await;
    }

    async fn the_head_of_the_page_is_managed_only_on_request(page) {
        page.open(&standalone("lang=en")).await;
        page.until_letter().await;
        page.until("document.title.startsWith('CL-20/43 – World Telecommunication Standardization Assembly')").await;
        page.assert("alternateLanguages() === 'ar zh-Hans en fr ru es'").await;
        page.assert("document.head.querySelector('link[hreflang=ar]').href.endsWith('?letter=sg/cl/2020/43&lang=ar')").await;
        page.eval("host.removeAttribute('manage-head')").await;
        page.until("document.title === 'Circular letters of the ITU' && alternateLanguages() === ''").await;
    }

    async fn foreign_phrases_in_a_version_have_their_language(page) {
        page.open_host(LETTER).await;
        page.until_letter().await;
        page.assert("inLetter('#p5 .dead [lang=en]').textContent === 'International Gender Champions'").await;
    }
}
