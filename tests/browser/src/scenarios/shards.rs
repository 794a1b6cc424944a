//! The catalogue of a site in shards: lists and references of any number of letters.

use browser_tests::page::Page;

use super::Named;

scenarios! { with "list.js";
    async fn a_list_of_a_hundred_thousand_letters_needs_small_files(page) {
        page.open_host("<circular-letter catalogue='/sharded/100000/index.json'></circular-letter>").await;
        page.until("inControls('.letters li')").await;
        page.assert("inControls('.count').textContent.includes('100000') && allInControls('.letters li').length === 50").await;
        page.assert("field('year').options.length === 36").await;
        // A letter by its number: the shards of its year are enough.
        page.eval("search('CL-07/50012')").await;
        page.until("allInControls('.letters li').length === 1 && names().includes('50012')").await;
        page.assert("fetched('/index/en/2007-').length > 0 && fetched('/index/en/1990-').length === 0").await;
        page.assert("inControls('.letters li a').pathname.endsWith('/sharded/100000/letters/cl-2007-50012/en.html') || inControls('.letters li a').pathname.includes('/letters/cl-2007-50012/')").await;
        // The last page of a year.
        page.eval("filter('year', '1990')").await;
        page.eval("search('')").await;
        page.until("inControls('.letters h3')?.textContent === '1990' && allInControls('.letters li').length === 50").await;
        page.assert("fetchedSizes('/sharded/').every((size) => size <= 60000)").await;
        page.assert_accessible().await;
        page.assert_no_problem().await;
    }

    async fn a_letter_of_a_catalogue_in_shards_needs_its_slice_alone(page) {
        page.open_host("<circular-letter catalogue='/published/site/index.json' letter='sg/cl/2024/901' lang='en'></circular-letter>").await;
        page.until_letter().await;
        page.until("inControls('.answers .effect a')?.pathname.endsWith('/published/site/letters/cl-2023-901/en.html')").await;
        page.assert("fetched('/cl-2024-901/catalogue.json').length === 1 && fetched('/index/').length === 0").await;
        page.assert("host.citations().some(({ id, state, target }) => id === 'sg/cl/2023/901' && state === 'resolved' && target.includes('/letters/cl-2023-901/'))").await;
        page.eval("host.setAttribute('letter', 'bdt/circular/901')").await;
        page.until("host.metadata()?.ids?.[0] === 'bdt/circular/901'").await;
        page.eval("host.setAttribute('letter', 'sg/cl/1999/1')").await;
        page.until("letterEvents.some(({ code }) => code === 'not-in-catalogue')").await;
        page.eval("host.removeAttribute('letter')").await;
        page.until("allInControls('.letters li').length > 20").await;
    }

    async fn a_letter_that_is_not_of_a_catalogue_in_shards_finds_what_the_site_says_of_it(page) {
        page.open_host("<circular-letter catalogue='/published/site/index.json' src='/letters/cl-24-901/en.md'></circular-letter>").await;
        page.until_letter().await;
        page.until("inControls('.answers .effect a')?.pathname.endsWith('/published/site/letters/cl-2023-901/en.html')").await;
        page.assert_no_problem().await;
    }
}
