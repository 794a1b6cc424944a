//! The list of the letters of a catalogue.

use browser_tests::page::Page;

use super::Named;

scenarios! { with "list.js";
    async fn the_list_is_searched_and_filtered(page) {
        page.open("?letter=&ui-lang=en&style=house").await;
        page.until("listIsThere()").await;
        page.assert("inControls('.letters h2').textContent === 'Circular letters of the ITU'").await;
        page.assert("allInControls('.letters h3').map(({ textContent }) => textContent).slice(0, 2).join() === '2025,2024'").await;
        page.eval("noteSearches(); search('СL23-901')").await;
        page.until("searches.length === 1").await;
        page.assert("names() === 'Circular Letter CL-23/901' && inControls('.count').textContent === 'Letters: 1'").await;
        page.assert("searches[0].text === 'СL23-901' && searches[0].count === 1").await;
        // The page's own query stays, and the address reproduces what is asked.
        page.assert("new URLSearchParams(location.search).get('q') === 'СL23-901' && location.search.includes('style=house')").await;
        page.eval("search('workshop'); filter('in-force', true)").await;
        page.until("location.search.includes('in-force=1')").await;
        page.eval("filter('series', 'tsb/circular')").await;
        page.until("location.search.includes('series=tsb/circular')").await;
        page.eval("history.back()").await;
        page.until("!location.search.includes('series') && field('series').value === '' && field('in-force').checked").await;
        page.assert_accessible().await;
        page.open("?letter=&ui-lang=en&year=2024&in=ar&series=none").await;
        page.until("listIsThere() && field('year').value === '2024' && field('in').value === 'ar'").await;
        page.assert("allInControls('.letters h3').length === 1 && allInControls('.letters li').length > 0").await;
        page.assert_no_problem().await;
    }

    async fn a_reader_goes_from_the_list_to_a_letter_and_back(page) {
        page.open("?letter=&ui-lang=en").await;
        page.until("listIsThere()").await;
        page.eval("search('accessible')").await;
        page.until("location.search.includes('q=accessible')").await;
        page.eval("linkTo('sg/cl/2024/901').scrollIntoView(); window.height = scrollY; linkTo('sg/cl/2024/901', 'ru').click()").await;
        page.until("letter?.lang === 'ru' && inLetter('.subject')").await;
        // What is asked of the list is not asked of a letter.
        page.assert("!location.search.includes('q=') && location.search.includes('letter=sg/cl/2024/901&') && location.search.includes('lang=ru')").await;
        page.assert("!inControls('.letters')").await;
        page.eval("history.back()").await;
        page.until("listIsThere() && field('q').value === 'accessible' && linkTo('sg/cl/2024/901')").await;
        page.until("Math.abs(scrollY - height) < 2").await;
        page.assert_no_problem().await;
    }

    async fn a_list_in_a_page_leaves_the_address_alone(page) {
        page.open_host("<circular-letter ui-lang='en'></circular-letter>").await;
        page.until("host.shadowRoot").await;
        page.eval("window.address = location.href; noteSearches(); giveCatalogue()").await;
        page.until("listIsThere()").await;
        page.eval("search('CR/902')").await;
        page.until("names() === 'Administrative Circular CR/902' || names().endsWith('CR/902')").await;
        page.assert("location.href === address").await;
        page.eval("linkTo('br/cr/902').click()").await;
        page.until("host.letter === 'br/cr/902' && inLetter('.subject')").await;
        // What was asked is still there.
        page.eval("host.removeAttribute('letter')").await;
        page.until("listIsThere() && field('q').value === 'CR/902' && names().endsWith('CR/902')").await;
        // The page opens the letter itself.
        page.eval("addEventListener('letter-reference-open', (event) => { window.opened = event.detail.id; event.preventDefault(); }, { once: true }); linkTo('br/cr/902').click()").await;
        page.assert("opened === 'br/cr/902' && !host.hasAttribute('letter')").await;
        page.assert_no_problem().await;
    }

    async fn a_long_list_comes_in_pages_of_fifty(page) {
        page.open_host("<circular-letter ui-lang='en' history='query'></circular-letter>").await;
        page.until("host.shadowRoot").await;
        page.eval("giveCatalogueOf(120)").await;
        page.until("listIsThere()").await;
        page.assert("inControls('.count').textContent === 'Letters: 120' && allInControls('.letters li').length === 50").await;
        page.assert("inControls('.pages span').textContent === 'Page 1 of 3' && !inControls('.pages [rel=prev]')").await;
        page.assert("new URL(inControls('.pages [rel=next]').href).searchParams.get('page') === '2'").await;
        page.eval("inControls('.pages [rel=next]').click()").await;
        page.until("inControls('.pages span').textContent === 'Page 2 of 3' && location.search.includes('page=2')").await;
        page.until("isInWindow(inControls('.count'))").await;
        page.eval("inControls('.pages [rel=next]').click()").await;
        page.until("allInControls('.letters li').length === 20 && !inControls('.pages [rel=next]')").await;
        page.eval("history.back()").await;
        page.until("inControls('.pages span').textContent === 'Page 2 of 3'").await;
        // What is asked anew begins with the first page.
        page.eval("filter('year', '1950')").await;
        page.until("allInControls('.letters li').length === 2 && !inControls('.pages') && !location.search.includes('page')").await;
        page.assert_no_problem().await;
    }

    async fn the_newest_letters_of_a_large_catalogue_are_listed_before_the_others_come(page) {
        page.open_host("<circular-letter ui-lang='en' history='query' catalogue='/catalogues/1000/late.json'></circular-letter>").await;
        page.until("listIsThere()").await;
        page.assert("inControls('.count').textContent === 'Letters: 1000' && inControls('.pages span').textContent === 'Page 1 of 20'").await;
        page.assert("field('year').options.length === 36 && allInControls('.letters li').length === 50").await;
        page.eval("window.first = names(); inControls('.pages [rel=next]').focus(); search('CL-1990/7')").await;
        // The answer needs all letters, and what is focused stays.
        page.until("names() === 'Circular Letter CL-90/7'").await;
        page.eval("search('')").await;
        page.until("inControls('.count').textContent === 'Letters: 1000'").await;
        page.assert("names() === first").await;
        page.assert_no_problem().await;
    }

    async fn a_letter_that_is_asked_for_before_its_catalogue_has_come_is_shown_then(page) {
        page.open_host("<circular-letter ui-lang='en' catalogue='/catalogues/1000/late.json'></circular-letter>").await;
        page.until("listIsThere()").await;
        page.eval("window.told = 0; addEventListener('letter-error', () => told += 1); host.setAttribute('letter', 'sg/cl/1990/7')").await;
        page.until("letter && inLetter('.subject')").await;
        page.assert("told === 0 && !inControls('.letters')").await;
        page.assert_no_problem().await;
    }

    async fn a_list_without_letters_says_so(page) {
        page.open_host("<circular-letter ui-lang='fr'></circular-letter>").await;
        page.until("host.shadowRoot").await;
        page.eval("host.catalogue = { letters: [] }").await;
        page.until("inControls('.letters .nothing')?.textContent === 'Il n’y a pas encore de lettres ici.'").await;
        page.assert("!inControls('.search')").await;
        page.eval("giveCatalogueOf(3)").await;
        page.until("inControls('.search') && allInControls('.letters li').length === 3").await;
        page.eval("search('satellites')").await;
        page.until("inControls('.letters .nothing')?.textContent.startsWith('Aucune lettre')").await;
        page.assert_accessible().await;
        page.eval("inControls('.letters button[type=reset]').click()").await;
        page.until("allInControls('.letters li').length === 3 && field('q').value === ''").await;
        page.assert("host.shadowRoot.activeElement === field('q')").await;
        page.assert_no_problem().await;
    }

    async fn the_list_fits_every_width_and_direction(page) {
        for (width, code) in [(320, "ar"), (360, "ru"), (768, "zh"), (1280, "en")] {
            page.open_in_frame(&format!("?letter=&ui-lang={code}"), width, 700).await;
            page.until("listIsThere()").await;
            page.assert("fitsTheWidth()").await;
            // The side of the list is that of its controls, whatever the language of a subject.
            page.assert("subjectsAreOnOneSide()").await;
            page.assert_accessible().await;
        }
    }
}
