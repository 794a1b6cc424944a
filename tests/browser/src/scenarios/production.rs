//! The element in applications of frameworks that have tools of their own, as these build them for production
//! (`tools/frameworks`).

use browser_tests::page::Page;

use super::{Named, hosts};

scenarios! {
    with "hosts.js";

    async fn an_application_of_angular_shows_the_letter_and_leaves_nothing_behind(page) {
        page.open_host_file("angular/index.html").await;
        page.until("window.application").await;
        page.eval("show('fr')").await;
        its_letter_is_shown(&page).await;
        hosts::another_letter_takes_its_place(&page, "show('fr')", "show('es')").await;
        page.eval("leave()").await;
        hosts::nothing_stays_behind(&page, "show('fr')", "leave()", 20).await;
    }

    async fn an_application_of_next_hydrates_the_letter_of_the_server_and_leaves_nothing_behind(page) {
        page.open_host_file("next/index.html").await;
        page.until("window.application").await;
        its_letter_is_shown(&page).await;
        hosts::another_letter_takes_its_place(&page, "show('fr')", "show('es')").await;
        page.eval("leave()").await;
        page.until("!document.querySelector('circular-letter')").await;
        hosts::nothing_stays_behind(&page, "show('fr')", "leave()", 20).await;
    }

    async fn pages_of_astro_that_follow_each_other_show_their_letters(page) {
        page.open_host_file("astro/index.html").await;
        page.until_letter().await;
        for language in ["es", "fr", "es", "fr"] {
            page.eval("document.querySelector('#other').click()").await;
            page.until(&format!("host?.lang === '{language}' && letter?.lang === '{language}'")).await;
            page.until("document.querySelectorAll('circular-letter > article').length === 1 && inLetter('.subject')").await;
        }
        page.assert("allInControls('.languages a').length === 2").await;
        page.assert_no_problem().await;
    }
}

/// The letter in French, with a reference that a function of the page resolves, and its tools.
async fn its_letter_is_shown(page: &Page) {
    page.until_letter().await;
    page.until("inLetter('#r1').getAttribute('href') === '/circulars/sg/cl/2019/53'").await;
    page.assert("application.loaded.join() === '/letters/cl-20-43/fr.md' && !host.hasAttribute('resolver')")
        .await;
    page.eval("host.dispatchEvent(new Event('focusin'))").await;
    page.until("inControls('.viewer .messages')").await;
    page.assert_no_problem().await;
}
