//! The versions of a letter: switching between them in place, side by side, one paragraph of another; where they differ.

use browser_tests::page::Page;
use fantoccini::key::Key;

use super::{LETTER, Named};

/// An element with the letter in six languages, opened in French.
const SIX: &str = "<circular-letter catalogue=\"/letters/catalogue.json\" letter=\"sg/cl/2020/43\" lang=\"fr\" ui-lang=\"en\"></circular-letter>";

/// The standalone page with the letter in a language.
fn standalone(query: &str) -> String {
    format!("?letter=sg/cl/2020/43&{query}")
}

/// Where the upper edge of a place stands in the window.
fn height_of(place: &str) -> String {
    format!("return [document.querySelector('{place}').getBoundingClientRect().top]")
}

/// The link to a language.
fn link(language: &str) -> String {
    format!("root.querySelector('.languages a[hreflang^={language}]')")
}

/// Waits until the other versions have been fetched.
const ALL_FETCHED: &str = "new Set(performance.getEntriesByType('resource').map(({ name }) => name).filter((name) => name.endsWith('.md'))).size === 6";

scenarios! {
    async fn all_six_languages_are_named_in_the_neutral_order_and_lead_to_their_versions(page) {
        page.open(&standalone("lang=fr")).await;
        page.until_letter().await;
        let names = page.text("return [...root.querySelectorAll('.languages li')].map((entry) => entry.textContent).join('|')").await;
        assert_eq!(names, "العربية|中文|English|Français|Русский|Español");
        let links = page.text("return [...root.querySelectorAll('.languages a')].map((link) => `${link.lang} ${link.hreflang} ${link.getAttribute('href')}`).join('\\n')").await;
        let address = page.server.url("?letter=sg/cl/2020/43&lang=");
        assert!(links.starts_with(&format!("ar ar {address}ar\nzh-Hans zh-Hans {address}zh\n")), "{links}");
        page.assert("root.querySelector('.languages [aria-current]').lang === 'fr' && root.querySelectorAll('.languages [aria-current]').length === 1").await;
        page.assert_accessible().await;
        // The address is a real one: what it says is what it shows.
        page.open(&standalone("lang=ar")).await;
        page.until("letter?.lang === 'ar' && letter.querySelector('.subject')").await;
        page.assert("letter.dir === 'rtl' && root.querySelector('.viewer').dir === 'ltr'").await;
        page.assert_no_problem().await;
    }

    async fn another_language_keeps_the_paragraph_at_its_height_and_the_focus_and_is_said_once(page) {
        page.enlarge(1280, 700).await;
        page.open(&standalone("lang=fr")).await;
        page.until_letter().await;
        page.until(ALL_FETCHED).await;
        page.eval("window.said = []; new MutationObserver(() => { const text = [...root.querySelectorAll('[role=status]')].map((region) => region.textContent).join('').trim(); if (text && said.at(-1) !== text) said.push(text) }).observe(root, { childList: true, characterData: true, subtree: true })").await;
        page.eval("window.changes = []; for (const name of ['letter-language-change', 'letter-language-changed']) addEventListener(name, ({ detail }) => changes.push(`${name} ${detail.from} ${detail.to}`))").await;
        page.eval("document.querySelector('#p4').scrollIntoView({ block: 'center' })").await;
        // The first paragraph whose beginning is in sight is the one that is being read.
        let read = page.text("const bar = root.querySelector('.top').getBoundingClientRect().bottom; return [...letter.querySelectorAll('.paragraph')].find((paragraph) => paragraph.getBoundingClientRect().top >= bar).id").await;
        let before = page.numbers(&height_of(&format!("#{read}"))).await;
        page.eval(&format!("const link = {}; link.focus(); link.click()", link("zh"))).await;
        page.until("letter.lang === 'zh-Hans'").await;
        let after = page.numbers(&height_of(&format!("#{read}"))).await;
        assert!((before[0] - after[0]).abs() < 1.5, "{read} was at {before:?} and is at {after:?}");
        tokio::time::sleep(std::time::Duration::from_millis(300)).await;
        let settled = page.numbers(&height_of(&format!("#{read}"))).await;
        assert!((before[0] - settled[0]).abs() < 1.5, "{read} was at {before:?} and settled at {settled:?}");
        page.assert(&format!("focused() === {}", link("zh"))).await;
        assert_eq!(page.text("return said.join('|')").await, "Langue affichée: chinois");
        assert_eq!(
            page.text("return changes.join('|')").await,
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
        page.until(ALL_FETCHED).await;
        let before = page.numbers(&height_of("#p4")).await;
        page.eval(&format!("{}.click()", link("ar"))).await;
        page.until("letter.lang === 'ar' && location.search.includes('lang=ar') && location.hash === '#p4'").await;
        let in_arabic = page.numbers(&height_of("#p4")).await;
        assert!((before[0] - in_arabic[0]).abs() < 1.5, "#p4 was at {before:?} and is at {in_arabic:?} in Arabic");
        page.eval("scrollBy({ top: 60, behavior: 'instant' }); history.back()").await;
        page.until("letter.lang === 'fr' && location.search.includes('lang=fr')").await;
        tokio::time::sleep(std::time::Duration::from_millis(300)).await;
        let after = page.numbers(&height_of("#p4")).await;
        assert!((before[0] - after[0]).abs() < 2.5, "#p4 was at {before:?} and is at {after:?} after Back");
        page.eval("history.forward()").await;
        page.until("letter.lang === 'ar'").await;
        page.assert_no_problem().await;
    }

    async fn ten_quick_switches_show_only_the_last_without_a_flicker(page) {
        page.open_host(SIX).await;
        page.until_letter().await;
        page.until(ALL_FETCHED).await;
        // Every state of the sheet that could be painted.
        page.eval("window.seen = []; const look = () => { const empty = letter.childElementCount === 0 || !letter.checkVisibility(); if (empty) seen.push('empty'); else if (seen.at(-1) !== letter.lang) seen.push(letter.lang); requestAnimationFrame(look) }; look()").await;
        page.eval("for (const language of ['ar', 'zh', 'en', 'ru', 'es', 'fr', 'zh', 'ar', 'en', 'ru']) root.querySelector(`.languages a[hreflang^=${language}]`).click()").await;
        page.until("letter.lang === 'ru' && letter.querySelector('.subject').textContent.includes('Всемирная')").await;
        tokio::time::sleep(std::time::Duration::from_millis(200)).await;
        assert_eq!(page.text("return seen.join(' ')").await, "fr ru");
        page.assert("letter.querySelectorAll('.paragraph').length === 5").await;
        page.assert_no_problem().await;
    }

    async fn the_panels_stay_while_versions_stand_side_by_side(page) {
        page.open_host(&SIX.replace("lang=\"fr\"", "lang=\"fr\" with=\"en\"")).await;
        page.until("letter?.querySelector('.row')").await;
        page.until("root.querySelector('.versions li')").await;
        page.assert("[...root.querySelectorAll('.rail ul')].every((list) => list.getClientRects().length > 0)").await;
    }

    async fn answers_of_the_page_that_come_later_change_neither_place_nor_announcement(page) {
        page.enlarge(1280, 700).await;
        page.open_host(SIX).await;
        page.until_letter().await;
        page.until(ALL_FETCHED).await;
        page.eval("host.resolver = (id) => new Promise((answer) => setTimeout(() => answer({ href: `https://example.org/${id}` }), 30))").await;
        page.until("[...letter.querySelectorAll('.citation[href]')].every((link) => link.href.includes('example.org'))").await;
        page.eval("window.said = []; new MutationObserver(() => { const text = root.querySelector('.messages .unseen').textContent; if (text && said.at(-1) !== text) said.push(text) }).observe(root, { childList: true, characterData: true, subtree: true })").await;
        page.eval("document.querySelector('#p4').scrollIntoView({ block: 'center' }); document.querySelector('#p4 a').focus()").await;
        let before = page.numbers(&height_of("#p4")).await;
        page.eval(&format!("{}.click()", link("ar"))).await;
        page.until("letter.lang === 'ar'").await;
        tokio::time::sleep(std::time::Duration::from_millis(300)).await;
        let after = page.numbers(&height_of("#p4")).await;
        assert!((before[0] - after[0]).abs() < 1.5, "#p4 was at {before:?} and is at {after:?}");
        assert_eq!(page.text("return said.join('|')").await, "Language shown: Arabic");
    }

    async fn a_place_that_was_come_back_to_is_not_used_again(page) {
        page.enlarge(1280, 600).await;
        page.open(&format!("{}#p2", standalone("lang=fr"))).await;
        page.until_letter().await;
        page.until(ALL_FETCHED).await;
        page.eval(&format!("{}.click()", link("ar"))).await;
        page.until("letter.lang === 'ar'").await;
        page.eval("history.back()").await;
        page.until("letter.lang === 'fr'").await;
        page.eval("letter.querySelector('#p5 .permalink').click()").await;
        page.until("location.hash === '#p5'").await;
        page.eval("history.back()").await;
        page.until("location.hash === '#p2'").await;
        page.eval("scrollTo({ top: document.documentElement.scrollHeight, behavior: 'instant' }); document.activeElement.blur()").await;
        let before = page.numbers("return [scrollY]").await;
        page.eval(&format!("{}.click()", link("en"))).await;
        page.until("letter.lang === 'en'").await;
        let after = page.numbers("return [scrollY]").await;
        assert!((before[0] - after[0]).abs() < 250.0, "from {before:?} to {after:?}");
    }

    async fn what_the_page_puts_beside_the_letter_can_be_taken_away(page) {
        let head = "<script type=\"module\" src=\"/circular-letter.js\"></script>";
        let body = SIX.replace("lang=\"fr\"", "lang=\"fr\" with=\"fr xx ar\" history=\"query\"");
        page.open_host_with(head, &body).await;
        page.until("letter?.querySelectorAll('.row:first-child > .cell').length === 2").await;
        // What is no version beside it takes no place.
        page.assert("!root.querySelector('.comparing [value=en]').disabled").await;
        page.eval(&format!("{}.click()", link("ar"))).await;
        page.until("letter.lang === 'ar' && letter.querySelectorAll('.row:first-child > .cell').length === 2").await;
        page.assert("new Set([...letter.querySelectorAll('[id]')].map(({ id }) => id)).size === letter.querySelectorAll('[id]').length").await;
        page.eval("root.querySelector('.comparing [value=fr]').click()").await;
        page.until("!letter.querySelector('.row') && new URLSearchParams(location.search).get('with') === ''").await;
    }

    async fn the_version_on_the_sheet_can_be_chosen_while_another_is_on_its_way(page) {
        page.open_host("<circular-letter src=\"/versions/{lang}.md\" languages=\"fr es en\" lang=\"fr\" ui-lang=\"en\"></circular-letter>").await;
        page.until_letter().await;
        page.eval("root.querySelector('.languages a[hreflang=es]').click()").await;
        page.until("root.querySelector('.desk').getAttribute('aria-busy') === 'true'").await;
        page.eval("root.querySelector('.languages a[hreflang=fr]').click()").await;
        page.until("!root.querySelector('.desk').hasAttribute('aria-busy')").await;
        tokio::time::sleep(std::time::Duration::from_millis(2_300)).await;
        page.assert("letter.lang === 'fr'").await;
    }

    async fn a_version_that_comes_late_changes_nothing_any_more(page) {
        page.open_host("<circular-letter src=\"/versions/{lang}.md\" languages=\"fr es en\" lang=\"fr\" ui-lang=\"en\"></circular-letter>").await;
        page.until_letter().await;
        // The Spanish version is slow.
        page.eval("root.querySelector('.languages a[hreflang=es]').click()").await;
        page.until("root.querySelector('.desk').getAttribute('aria-busy') === 'true'").await;
        page.assert("letter.lang === 'fr' && letter.querySelector('.subject')").await;
        page.eval("root.querySelector('.languages a[hreflang=en]').click()").await;
        page.until("letter.lang === 'en'").await;
        tokio::time::sleep(std::time::Duration::from_millis(2_300)).await;
        page.assert("letter.lang === 'en'").await;
        page.assert_no_problem().await;
    }

    async fn a_version_that_cannot_be_fetched_leaves_the_one_that_is_shown(page) {
        page.open_host("<circular-letter src=\"/versions/{lang}.md\" languages=\"fr ru\" lang=\"fr\" ui-lang=\"en\"></circular-letter>").await;
        page.until_letter().await;
        page.eval("root.querySelector('.languages a[hreflang=ru]').click()").await;
        page.until("root.querySelector('.notice')?.textContent.includes('was not found')").await;
        page.assert("letter.lang === 'fr' && letter.querySelector('.subject') && letter.checkVisibility()").await;
        page.assert_accessible().await;
        page.eval("root.querySelector('.languages a[hreflang=fr]').click(); host.lang = 'fr'").await;
    }

    async fn a_version_that_failed_ahead_of_its_time_is_tried_again_when_it_is_asked_for(page) {
        // The server refuses what it is asked for the first time: each attempt of each engine has an address of its own.
        let name = std::time::UNIX_EPOCH.elapsed().expect("the clock is right").as_nanos();
        page.open_host(&format!("<circular-letter src=\"/flaky/{{lang}}.md?{name}\" languages=\"fr es\" lang=\"fr\"></circular-letter>")).await;
        page.until_letter().await;
        page.until_asked_for(&format!("/flaky/es.md?{name}")).await;
        tokio::time::sleep(std::time::Duration::from_millis(300)).await;
        page.eval(&format!("{}.click()", link("es"))).await;
        page.until("letter.lang === 'es' && letter.querySelector('.subject')").await;
        page.assert("!root.querySelector('.notice')").await;
    }

    async fn where_the_first_version_fails_the_others_can_be_reached(page) {
        page.open_host("<circular-letter src=\"/versions/{lang}.md\" languages=\"fr ru\" lang=\"ru\" ui-lang=\"en\"></circular-letter>").await;
        page.until("root.querySelector('.notice')?.textContent.includes('was not found')").await;
        page.assert_accessible().await;
        page.eval(&format!("{}.click()", link("fr"))).await;
        page.until("letter.lang === 'fr' && letter.querySelector('.subject') && !root.querySelector('.notice')").await;
    }

    async fn a_version_beside_the_letter_that_cannot_be_fetched_is_said(page) {
        page.open_host("<circular-letter src=\"/versions/{lang}.md\" languages=\"fr ru\" lang=\"fr\" with=\"ru\" ui-lang=\"en\"></circular-letter>").await;
        page.until("root.querySelector('.notice')?.textContent.startsWith('Russian – The letter was not found')").await;
        page.assert("letter.lang === 'fr' && letter.checkVisibility() && !letter.querySelector('.row')").await;
        page.eval("host.with = null").await;
        page.until("!root.querySelector('.notice') && letter.querySelector('[data-peek=\"1\"]')").await;
        page.eval("letter.querySelector('[data-peek=\"1\"]').click()").await;
        page.until("letter.querySelector('.peeked')?.textContent.includes('was not found')").await;
        page.assert_accessible().await;
    }

    async fn what_was_chosen_before_the_page_asked_for_something_else_does_not_come_back(page) {
        page.open_host(SIX).await;
        page.until_letter().await;
        page.eval(&format!("{}.click()", link("es"))).await;
        page.until("letter.lang === 'es'").await;
        page.eval("host.lang = 'en'").await;
        page.until("letter.lang === 'en'").await;
        page.eval("host.lang = 'fr'").await;
        page.until("letter.lang === 'fr'").await;
    }

    async fn what_was_chosen_stands_for_the_letters_that_are_followed(page) {
        page.open_host("<circular-letter ui-lang=\"en\" letter=\"sg/cl/2024/901\"></circular-letter>").await;
        page.until("root.querySelector('.viewer')").await;
        page.eval("fetch('/letters/catalogue.json').then((answer) => answer.json()).then((catalogue) => { delete catalogue.page; for (const letter of catalogue.letters) for (const version of letter.versions ?? []) version.file = '/letters/' + version.file; host.catalogue = catalogue })").await;
        page.until("letter.lang === 'en' && root.querySelector('.languages a')").await;
        page.eval(&format!("{}.click()", link("fr"))).await;
        page.until("letter.lang === 'fr' && letter.querySelector('.citation[data-document=\"sg/cl/2023/901\"]')").await;
        page.eval("letter.querySelector('.citation[data-document=\"sg/cl/2023/901\"]').click()").await;
        page.until("root.querySelector('.bar .reference')?.textContent === 'CL-23/901' && letter.lang === 'fr'").await;
    }

    async fn there_and_back_is_the_same_place(page) {
        page.enlarge(1280, 700).await;
        page.open_host(SIX).await;
        page.until_letter().await;
        page.until(ALL_FETCHED).await;
        page.eval("document.querySelector('#p4').scrollIntoView({ block: 'start' })").await;
        let before = page.numbers("return [scrollY]").await;
        for language in ["zh", "ar", "ru", "fr"] {
            page.eval(&format!("{}.click()", link(language))).await;
            page.until(&format!("letter.lang.startsWith('{language}')")).await;
            tokio::time::sleep(std::time::Duration::from_millis(100)).await;
        }
        let after = page.numbers("return [scrollY]").await;
        assert!((before[0] - after[0]).abs() < 3.0, "from {before:?} to {after:?}");
    }

    async fn the_focus_goes_to_the_same_reference_in_the_other_language(page) {
        page.open_host(SIX).await;
        page.until_letter().await;
        page.until(ALL_FETCHED).await;
        page.eval("document.querySelector('#p3 [data-document=\"pp/res/99@2018\"]').focus()").await;
        for language in ["zh", "ar", "en"] {
            page.eval(&format!("host.lang = '{language}'")).await;
            page.until(&format!("letter.lang.startsWith('{language}')")).await;
            tokio::time::sleep(std::time::Duration::from_millis(100)).await;
            page.assert("focused().matches('#p3 [data-document=\"pp/res/99@2018\"]')").await;
        }
    }

    async fn back_to_another_letter_returns_to_the_place_in_it(page) {
        page.enlarge(1280, 600).await;
        page.open("?letter=sg/cl/2024/901&lang=fr").await;
        page.until("letter?.querySelector('.citation[data-document=\"sg/cl/2023/901\"]')").await;
        page.eval("document.querySelector('#p3').scrollIntoView({ block: 'start' })").await;
        let before = page.numbers(&height_of("#p3")).await;
        page.eval("letter.querySelector('.citation[data-document=\"sg/cl/2023/901\"]').click()").await;
        page.until("root.querySelector('.bar .reference')?.textContent === 'CL-23/901'").await;
        page.eval("history.back()").await;
        page.until("root.querySelector('.bar .reference')?.textContent === 'CL-24/901' && document.querySelector('#p3')").await;
        tokio::time::sleep(std::time::Duration::from_millis(300)).await;
        let after = page.numbers(&height_of("#p3")).await;
        assert!((before[0] - after[0]).abs() < 2.5, "#p3 was at {before:?} and is at {after:?}");
    }

    async fn a_reader_who_saves_data_fetches_no_version_ahead(page) {
        page.open_host_with("<script type=\"module\" src=\"/saves-data.js\"></script><script type=\"module\" src=\"/circular-letter.js\"></script>", SIX).await;
        page.until_letter().await;
        tokio::time::sleep(std::time::Duration::from_millis(1_000)).await;
        page.assert("performance.getEntriesByType('resource').filter(({ name }) => name.endsWith('.md')).length === 1").await;
        page.eval(&format!("{}.click()", link("es"))).await;
        page.until("letter.lang === 'es'").await;
        page.assert_no_problem().await;
    }

    async fn a_letter_that_is_followed_keeps_the_language_and_begins_at_its_head(page) {
        page.enlarge(1280, 600).await;
        page.open("?letter=sg/cl/2024/901&lang=fr").await;
        page.until("letter?.querySelector('.citation[data-document=\"sg/cl/2023/901\"]')").await;
        // What listens to the letter comes a moment after its text.
        tokio::time::sleep(std::time::Duration::from_millis(200)).await;
        page.eval("window.stays = true; scrollTo({ top: 900, behavior: 'instant' }); letter.querySelector('.citation[data-document=\"sg/cl/2023/901\"]').click()").await;
        page.until("letter.lang === 'fr' && location.search === '?letter=sg/cl/2023/901&lang=fr' && root.querySelector('.bar .reference')?.textContent === 'CL-23/901'").await;
        page.assert("window.stays === true").await;
        page.until("host.getBoundingClientRect().top >= -1").await;
        page.eval("history.back()").await;
        page.until("location.search === '?letter=sg/cl/2024/901&lang=fr' && root.querySelector('.bar .reference')?.textContent === 'CL-24/901'").await;
        page.assert_no_problem().await;
    }

    async fn an_embedded_letter_leaves_the_address_of_the_page_alone(page) {
        page.open_host(SIX).await;
        page.until_letter().await;
        page.eval("window.wasAt = location.href; window.wasLong = history.length; window.wasTitled = document.title; window.wasHead = document.head.innerHTML").await;
        page.eval(&format!("{}.click()", link("es"))).await;
        page.until("letter.lang === 'es'").await;
        page.assert("location.href === wasAt && history.length === wasLong && document.title === wasTitled").await;
        page.assert("document.head.innerHTML === wasHead && host.lang === 'fr'").await;
        // The page has the last word: another `lang` is another language.
        page.eval("host.lang = 'en'").await;
        page.until("letter.lang === 'en'").await;
        // It may also say no.
        page.eval("addEventListener('letter-language-change', (event) => event.preventDefault())").await;
        page.eval(&format!("{}.click()", link("ru"))).await;
        tokio::time::sleep(std::time::Duration::from_millis(200)).await;
        page.assert("letter.lang === 'en'").await;
        // A click that asks for another tab is the browser's.
        page.assert(&format!("(() => {{ const event = new MouseEvent('click', {{ bubbles: true, composed: true, cancelable: true, ctrlKey: true }}); let stopped; addEventListener('click', (event) => {{ stopped = event.defaultPrevented; event.preventDefault() }}, {{ once: true }}); {}.dispatchEvent(event); return stopped === false }})()", link("ar"))).await;
    }

    async fn a_missing_version_is_named_and_so_is_what_is_shown_instead(page) {
        page.open_host("<circular-letter catalogue=\"/letters/catalogue.json\" letter=\"sg/cl/2024/902\" lang=\"ar\" ui-lang=\"en\"></circular-letter>").await;
        page.until_letter().await;
        page.until("root.querySelector('.instead').textContent === 'This letter is not available in Arabic. Shown instead: Spanish. Available in: Chinese, Russian, and Spanish.'").await;
        page.assert("letter.lang === 'es'").await;
        page.assert("[...root.querySelectorAll('.languages li')].map((entry) => entry.textContent).join('|') === 'العربية (not available)|中文|English (not available)|Français (not available)|Русский|Español'").await;
        page.assert("root.querySelectorAll('.languages a').length === 3").await;
        page.assert_accessible().await;
        page.eval(&format!("{}.click()", link("ru"))).await;
        page.until("letter.lang === 'ru' && root.querySelector('.instead').textContent === ''").await;
    }

    async fn on_a_narrow_screen_a_button_opens_the_list_of_languages(page) {
        page.open_in_frame(&standalone("lang=fr"), 360, 740).await;
        page.until_letter().await;
        page.assert("root.querySelector('.languages ul').getClientRects().length === 0").await;
        page.eval("root.querySelector('.languages .current').focus()").await;
        page.press(Key::Enter).await;
        page.until("root.querySelector('.languages .current').getAttribute('aria-expanded') === 'true' && root.querySelector('.languages ul').getClientRects().length > 0").await;
        page.assert("document.documentElement.scrollWidth <= innerWidth").await;
        page.assert("[...root.querySelectorAll('.languages a')].every((link) => link.getBoundingClientRect().height >= 24)").await;
        page.assert_accessible().await;
        page.press(Key::Escape).await;
        page.until("root.querySelector('.languages ul').getClientRects().length === 0 && focused().classList.contains('current')").await;
        page.press(Key::Enter).await;
        page.until("root.querySelector('.languages ul').getClientRects().length > 0").await;
        page.press(Key::Tab).await;
        page.until("focused().lang === 'ar'").await;
        page.press(Key::Enter).await;
        page.until("letter.lang === 'ar' && focused().classList.contains('current') && focused().textContent.includes('العربية')").await;
        page.assert("root.querySelector('.languages ul').getClientRects().length === 0").await;
        page.assert_no_problem().await;
    }

    async fn an_arabic_interface_is_mirrored_and_isolates_numbers(page) {
        page.open_host(&SIX.replace("lang=\"fr\" ui-lang=\"en\"", "lang=\"ar\" ui-lang=\"ar\"")).await;
        page.until_letter().await;
        page.assert("root.querySelector('.viewer').dir === 'rtl' && letter.dir === 'rtl'").await;
        let [identity, languages, tools] = page.numbers("return ['.identity', '.languages', '.tools'].map((part) => root.querySelector(part).getBoundingClientRect().left)").await[..] else { panic!("three places") };
        assert!(identity > languages && languages > tools, "{identity} {languages} {tools}");
        page.assert("root.querySelector('.rail').getBoundingClientRect().right < root.querySelector('.sheet').getBoundingClientRect().left || innerWidth < 1100").await;
        // What is at the start of a line is at its right.
        page.assert("(() => { const [label, value] = letter.querySelectorAll('.particulars dt, .particulars dd'); return label.getBoundingClientRect().left > value.getBoundingClientRect().left })()").await;
        page.assert("[...root.querySelectorAll('.entry')].every((entry) => entry.querySelector('dt').getBoundingClientRect().left >= entry.querySelector('dd').getBoundingClientRect().left)").await;
        // The first digit of a telephone number stands to the left of its last.
        for part in ["letter.querySelector('a[href^=\"tel:\"]')", "root.querySelector('.details a[href^=\"tel:\"]')"] {
            page.assert(&format!("(() => {{ const find = (node) => node.nodeType === 3 ? node : [...node.childNodes].map(find).find(Boolean); const text = find({part}); const place = (at) => {{ const range = document.createRange(); range.setStart(text, at); range.setEnd(text, at + 1); return range.getBoundingClientRect().left }}; return place(1) < place(text.length - 1) }})()")).await;
        }
        page.assert_accessible().await;
    }

    async fn the_interface_speaks_what_the_element_the_page_or_the_browser_speaks(page) {
        page.open_host("<div lang=\"es\"><circular-letter src=\"/letters/cl-20-43/fr.md\" lang=\"fr\"></circular-letter></div>").await;
        page.until_letter().await;
        page.assert("root.querySelector('.viewer').lang === 'es' && root.querySelector('.tool').textContent.length > 0").await;
        page.eval("host.uiLang = 'zh'").await;
        page.until("root.querySelector('.viewer').lang === 'zh-Hans' && root.querySelector('.identity time').textContent === '2020年10月5日'").await;
        page.eval("host.uiLang = null; host.parentElement.removeAttribute('lang'); document.documentElement.lang = 'de'; host.toggleAttribute('debug')").await;
        // Nobody speaks German here: the browser decides.
        page.until("root.querySelector('.viewer').lang === (navigator.languages.map((tag) => tag.slice(0, 2)).find((code) => ['ar', 'zh', 'en', 'fr', 'ru', 'es'].includes(code)) ?? 'en')").await;
        page.assert("letter.lang === 'fr'").await;
    }

    async fn the_address_of_the_standalone_page_can_name_the_language_of_the_interface(page) {
        page.open(&standalone("lang=fr&ui-lang=ar")).await;
        page.until_letter().await;
        page.assert("root.querySelector('.viewer').dir === 'rtl' && letter.lang === 'fr'").await;
        page.eval(&format!("{}.click()", link("zh"))).await;
        page.until("letter.lang === 'zh-Hans' && location.search.includes('ui-lang=ar')").await;
        page.assert("root.querySelector('.viewer').lang === 'ar'").await;
    }

    async fn versions_stand_in_aligned_columns_on_a_wide_screen(page) {
        page.open_in_frame(&standalone("lang=ar&with=zh"), 1280, 900).await;
        page.until("letter?.querySelectorAll('.row').length > 10").await;
        page.assert("document.documentElement.scrollWidth <= innerWidth").await;
        // Each row has both versions, at the same height, and the Chinese one to the right.
        page.assert("[...letter.querySelectorAll('.row:not(:has(.issuance))')].every((row) => { const [one, other] = [...row.children].map((cell) => cell.getBoundingClientRect()); return row.children.length === 2 && Math.abs(one.top - other.top) < 1 && one.right <= other.left })").await;
        page.assert("[...letter.querySelectorAll('.row')].every((row) => row.children[0].lang === 'ar' && row.children[0].dir === 'rtl' && row.children[1].lang === 'zh-Hans' && row.children[1].dir === 'ltr')").await;
        // Paragraph beside paragraph.
        page.assert("[1, 2, 3, 4, 5].every((number) => document.getElementById(`p${number}`).closest('.row').querySelector(`#p${number}-zh`))").await;
        page.assert("new Set([...letter.querySelectorAll('[id]')].map(({ id }) => id)).size === letter.querySelectorAll('[id]').length").await;
        page.assert("[...root.querySelectorAll('.heads p')].map((head) => head.firstChild.lang).join(' ') === 'ar zh-Hans'").await;
        page.until("root.querySelector('.heads').textContent.includes('Passages appariés: 13 sur 13')").await;
        page.assert_accessible().await;
        page.assert_no_problem().await;
        // A reference of the second version has its card.
        page.eval("letter.querySelector('[lang=zh-Hans] .citation').focus()").await;
        page.until("root.querySelector('.card h3')").await;
    }

    async fn versions_stand_under_one_another_on_a_narrow_screen(page) {
        page.open_in_frame(&standalone("lang=fr&with=ar,en"), 360, 740).await;
        page.until("letter?.querySelectorAll('.row').length > 10").await;
        page.assert("document.documentElement.scrollWidth <= innerWidth").await;
        page.assert("[...letter.querySelectorAll('.row')].every((row) => { const cells = [...row.children].map((cell) => cell.getBoundingClientRect()); return cells.every((cell, at) => at === 0 || cell.top >= cells[at - 1].bottom - 1) })").await;
        page.assert("[...letter.querySelectorAll('.row')].every((row) => row.children.length === 3)").await;
        page.assert("letter.querySelector('.cell').dataset.language === 'Français' && !['none', 'normal'].includes(getComputedStyle(letter.querySelector('.cell'), '::before').content)").await;
        page.assert_accessible().await;
    }

    async fn a_reader_puts_versions_side_by_side_and_takes_them_away(page) {
        page.enlarge(1280, 800).await;
        page.open(&standalone("lang=fr")).await;
        page.until_letter().await;
        page.eval("root.querySelector('.comparing button').focus()").await;
        page.press(Key::Enter).await;
        page.until("root.querySelector('.comparing ul').getClientRects().length > 0").await;
        page.assert_accessible().await;
        page.eval("root.querySelector('.comparing [value=en]').click()").await;
        page.until("letter.querySelectorAll('.row').length > 10 && location.search.includes('with=en')").await;
        page.assert("root.querySelector('.comparing [value=en]').getAttribute('aria-pressed') === 'true'").await;
        page.eval("root.querySelector('.comparing [value=ru]').click()").await;
        page.until("letter.querySelector('.three') && location.search.includes('with=en,ru')").await;
        page.assert("root.querySelector('.comparing [value=es]').disabled").await;
        // The version beside becomes the letter, and the letter stands beside.
        page.eval(&format!("{}.click()", link("ru"))).await;
        page.until("letter.lang === 'ru' && location.search.includes('lang=ru') && location.search.includes('with=en,fr')").await;
        page.eval("history.back()").await;
        page.until("letter.lang === 'fr' && location.search.includes('with=en,ru')").await;
        page.eval("root.querySelector('.comparing [value=en]').click()").await;
        page.until("!letter.querySelector('.three') && letter.querySelector('.row')").await;
        page.eval("root.querySelector('.comparing [value=ru]').click()").await;
        page.until("!letter.querySelector('.row') && !location.search.includes('with')").await;
        page.assert_no_problem().await;
    }

    async fn a_paragraph_that_one_version_lacks_stands_beside_an_empty_cell(page) {
        page.open_host("<circular-letter src=\"/versions/{lang}.md\" languages=\"fr zh\" lang=\"fr\" with=\"zh\" ui-lang=\"en\"></circular-letter>").await;
        page.until("letter?.querySelectorAll('.row').length > 10").await;
        // The Chinese version has no fourth paragraph.
        page.assert("document.getElementById('p4').closest('.row').children[1].matches('.empty[lang=en]')").await;
        page.assert("document.getElementById('p5').closest('.row').querySelector('#p4-zh')").await;
        page.until("root.querySelector('.heads').textContent.includes('Passages paired: 11 of 12')").await;
        page.until("root.querySelector('.differences')?.textContent.includes('Only in one version')").await;
        page.assert_accessible().await;
    }

    async fn one_paragraph_opens_in_another_language_in_place(page) {
        page.open_host(SIX).await;
        page.until_letter().await;
        page.eval("letter.querySelector('[data-peek=\"2\"]').focus()").await;
        page.press(Key::Enter).await;
        // The reader's own language comes first.
        page.until("letter.querySelector('.peeked .cell')?.lang === 'en' && letter.querySelector('.peeked').textContent.includes('In accordance with Article 25')").await;
        page.assert("document.activeElement.matches('[data-peek=\"2\"][aria-expanded=true]')").await;
        page.assert("letter.querySelector('#p2').getBoundingClientRect().bottom <= letter.querySelector('.peeked').getBoundingClientRect().top").await;
        page.assert_accessible().await;
        page.eval("letter.querySelector('[data-peek-language=ar]').click()").await;
        page.until("letter.querySelector('.peeked .cell').dir === 'rtl' && letter.querySelector('.peeked').textContent.includes('ووفقاً للمادة 25')").await;
        page.eval("letter.querySelector('.peeked .citation').focus()").await;
        page.until("root.querySelector('.card h3')?.textContent === 'Convention, article 25'").await;
        page.press(Key::Escape).await;
        page.eval("letter.querySelector('[data-peek=\"2\"]').click()").await;
        page.until("!letter.querySelector('.peeked')").await;
        page.assert("letter.lang === 'fr' && document.querySelectorAll('#p2').length === 1").await;
        // It is the paragraph of this letter, in this language, and of no other.
        page.eval("letter.querySelector('[data-peek=\"2\"]').click()").await;
        page.until("letter.querySelector('.peeked')").await;
        page.eval("host.letter = 'sg/cl/2024/901'").await;
        page.until("root.querySelector('.bar .reference')?.textContent === 'CL-24/901' && letter.querySelector('#p2')").await;
        page.assert("!letter.querySelector('.peeked')").await;
        page.assert_no_problem().await;
    }

    async fn a_paragraph_that_is_opened_moves_nothing_above_it(page) {
        page.enlarge(1280, 600).await;
        page.open_host(SIX).await;
        page.until_letter().await;
        page.until(ALL_FETCHED).await;
        page.eval("const peek = letter.querySelector('[data-peek=\"3\"]'); peek.scrollIntoView({ block: 'start' }); scrollBy({ top: -150, behavior: 'instant' }); peek.focus({ preventScroll: true })").await;
        let height = height_of("#p3");
        let before = page.numbers(&height).await;
        page.press(Key::Enter).await;
        page.until("letter.querySelector('.peeked .cell')").await;
        let after = page.numbers(&height).await;
        assert!((before[0] - after[0]).abs() < 1.5, "#p3 was at {before:?} and is at {after:?}");
    }

    async fn what_one_version_says_otherwise_than_all_others_is_one_point(page) {
        page.open_host("<circular-letter src=\"/diverging/{lang}.md\" languages=\"en fr es zh\" lang=\"fr\" ui-lang=\"en\"></circular-letter>").await;
        page.until_letter().await;
        page.until("root.querySelector('.differences summary')?.textContent === 'The versions differ in 3 places'").await;
        page.assert("[...root.querySelectorAll('.differences li')].every((point) => point.querySelectorAll('p:not(.kind)').length === 4)").await;
    }

    async fn facts_that_differ_are_a_quiet_notice(page) {
        page.open_host("<circular-letter src=\"/diverging/{lang}.md\" languages=\"en fr\" lang=\"en\" ui-lang=\"en\" debug></circular-letter>").await;
        page.until_letter().await;
        page.until("root.querySelector('.differences summary')?.textContent === 'The versions differ in 3 places'").await;
        let differences = page.text("return [...root.querySelectorAll('.differences li')].map((entry) => [...entry.children].map((line) => line.textContent).join(' | ')).join('\\n')").await;
        for line in [
            "Telephone | English: +41 22 730 6311 | Français: +41 22 730 6312",
            "Paragraph 1 · Date | English: 22 February 2021 | Français: 24 février 2021",
            "Paragraph 3 · Reference | English: Resolution 99 (Rev. Dubai, 2018) | Français: Résolution 98 (Rév. Dubaï, 2018)",
        ] {
            assert!(differences.contains(line), "{line} is not in\n{differences}");
        }
        page.until("[...root.querySelectorAll('.debug code')].filter((code) => code.textContent.includes('divergence')).length === 3").await;
        page.eval("root.querySelector('.differences').open = true").await;
        page.assert_accessible().await;
        page.assert_no_problem().await;
    }

    async fn versions_that_agree_have_no_notice(page) {
        page.open_host(SIX).await;
        page.until_letter().await;
        page.until(ALL_FETCHED).await;
        tokio::time::sleep(std::time::Duration::from_millis(300)).await;
        page.assert("root.querySelector('.versions') && !root.querySelector('.differences')").await;
        page.assert("[...root.querySelectorAll('.versions li')].filter((entry) => entry.textContent.includes('unofficial translation')).length === 5").await;
    }

    async fn the_head_of_the_page_is_kept_only_where_it_is_asked_for(page) {
        page.open(&standalone("lang=en")).await;
        page.until_letter().await;
        page.until("document.title.startsWith('CL-20/43 – World Telecommunication Standardization Assembly')").await;
        page.assert("[...document.head.querySelectorAll('link[rel=alternate]')].map(({ hreflang }) => hreflang).join(' ') === 'ar zh-Hans en fr ru es'").await;
        page.assert("document.head.querySelector('link[hreflang=ar]').href.endsWith('?letter=sg/cl/2020/43&lang=ar')").await;
        page.eval("host.removeAttribute('manage-head')").await;
        page.until("document.title === \"Lettres circulaires de l'UIT\" && !document.head.querySelector('link[rel=alternate]')").await;
    }

    async fn foreign_phrases_in_a_version_say_their_language(page) {
        page.open_host(LETTER).await;
        page.until_letter().await;
        page.assert("letter.querySelector('#p5 .dead [lang=en]').textContent === 'International Gender Champions'").await;
    }
}
