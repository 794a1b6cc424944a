//! A site that `circulars publish` has made, in a folder of a server.

use browser_tests::page::Page;

use super::Named;

scenarios! { with "site.js";
    async fn a_published_letter_is_shown_by_the_element_with_its_relations(page) {
        page.open("published/site/letters/cl-2024-901/fr.html").await;
        page.until("document.querySelector('circular-letter')?.shadowRoot").await;
        page.until_letter().await;
        page.until("inControls('.answers .effect a')?.pathname.endsWith('/letters/cl-2023-901/fr.html')").await;
        page.assert("letter.lang === 'fr' && !isShown(document.querySelector('.beside'))").await;
        // The lists of what belongs with it are not in the element.
        page.assert("isShown(document.querySelector('.related a')) && document.querySelector('.related a').pathname.includes('/lists/fr/')").await;
        // The version is read from its record, and its link is its page.
        page.assert("languageLink('ru').pathname.endsWith('/letters/cl-2024-901/ru.html')").await;
        page.eval("languageLink('ru').click()").await;
        page.until("letter.lang === 'ru' && inLetter('.subject')").await;
        page.assert("fetched('/ru.json').length === 1 && fetched('/ru.html').length === 0").await;
        page.assert_accessible().await;
        page.assert_no_problem().await;
    }

    async fn a_published_letter_is_complete_without_a_script(page) {
        page.open("published/site/lists/en/index.html").await;
        page.eval("showWithoutScript('../../letters/cl-2024-901/en.html')").await;
        page.until("inFrame('.beside dl')").await;
        page.assert("inFrame('article .subject').textContent.includes('Postponement of the World Assembly')").await;
        page.assert("inFrame('.beside').getClientRects().length > 0 && inFrame('.versions a[hreflang=ar]').getAttribute('href') === 'ar.html'").await;
        page.assert("inFrame('.beside a[href=\"../cl-2023-901/en.html\"]') && inFrame('dd a[href=\"#p5\"]')").await;
        page.assert("!frameOverflows(320) && !frameOverflows(1200)").await;
    }

    async fn the_files_of_a_page_are_compared_with_their_sums(page) {
        page.open("published/site/letters/cl-2024-901/zh.html").await;
        page.until("document.querySelector('main > .check button')").await;
        page.eval("document.querySelector('.check button').click()").await;
        // The server of the tests puts a script into pages: only the page is not as it was published.
        page.until("document.querySelector('.check [role=status]').textContent.includes('zh.html')").await;
        page.assert("!/zh\\.(json|md)/.test(document.querySelector('.check [role=status]').textContent)").await;
        page.assert("document.querySelector('.check [role=status]').textContent.endsWith('清单。')").await;
        page.assert_accessible().await;
    }

    async fn a_fragment_of_a_letter_is_shown_in_a_page_of_wordpress(page) {
        page.open("published/wordpress/letters/cl-2024-901/es").await;
        page.until("document.querySelector('circular-letter')?.shadowRoot").await;
        page.until_letter().await;
        page.until("inControls('.answers .effect a')?.pathname.includes('/published/site/letters/cl-2023-901/')").await;
        page.assert("letter.lang === 'es' && document.querySelector('.entry-content > circular-letter')").await;
        page.assert("!isShown(document.querySelector('.beside'))").await;
        page.assert("document.querySelector('.beside .versions a[hreflang=ar]').pathname.endsWith('/published/site/letters/cl-2024-901/ar.html')").await;
        page.assert("document.documentElement.scrollWidth <= innerWidth").await;
        page.assert_no_problem().await;
    }

    async fn every_kind_of_page_of_a_site_is_accessible(page) {
        for path in [
            "index.html",
            "lists/ar/index.html",
            "lists/fr/2024.html",
            "lists/zh/sg-cl.html",
            "lists/ru/from-tsb.html",
            "lists/es/dossiers.html",
            "lists/en/with-cl-2023-901.html",
            "lists/ar/contacts.html",
            "letters/cl-2024-901/index.html",
            "letters/cl-2023-901/es.html",
        ] {
            page.open(&format!("published/site/{path}")).await;
            page.until("document.querySelector('main h1')").await;
            page.assert("[...document.querySelectorAll('main a')].some(({ href }) => href.includes('/published/site/'))").await;
            page.assert("document.documentElement.scrollWidth <= innerWidth").await;
            page.assert_accessible().await;
        }
    }

    async fn lists_of_a_site_lead_to_letters_and_mark_what_has_passed(page) {
        page.open("published/site/lists/en/deadlines.html").await;
        page.until("document.querySelectorAll('.deadlines .passed').length > 5").await;
        page.assert("document.querySelector('.deadlines .passed').textContent.includes('(passed)')").await;
        page.eval("document.querySelector('.deadlines a').click()").await;
        page.until("location.pathname.includes('/letters/') && document.querySelector('circular-letter')?.shadowRoot").await;
        page.until_letter().await;
    }
}
