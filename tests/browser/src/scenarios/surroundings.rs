//! The element wherever a page puts it: in other trees and boxes, in small windows, with children of its own.

use std::time::Duration;

use browser_tests::page::Page;

use super::{LETTER, Named, OWN_WORDS_ARE_SEEN};

scenarios! {
    async fn a_hidden_element_takes_no_room(page) {
        page.open_host(&format!("<style>circular-letter {{ display: flex !important }}</style>{}", LETTER.replace("<circular-letter", "<circular-letter hidden"))).await;
        page.until("letter?.querySelector('.subject')").await;
        page.assert("host.getBoundingClientRect().height === 0").await;
        page.eval("host.hidden = false").await;
        page.assert("host.getBoundingClientRect().height > 500").await;
        page.assert_no_problem().await;
    }

    async fn an_element_in_the_shadow_root_of_another_is_set_and_answers_as_anywhere(page) {
        page.open_host("<div id=\"outer\"></div>").await;
        page.eval(&format!("const outer = document.querySelector('#outer'); outer.attachShadow({{ mode: 'open' }}).innerHTML = `{LETTER}`")).await;
        let inner = "document.querySelector('#outer').shadowRoot.querySelector('circular-letter')";
        page.until(&format!("{inner}?.querySelector('article .subject') && {inner}.shadowRoot.querySelector('.rail').childElementCount > 0")).await;
        // The style sheet of the letter is in the tree that the letter is in.
        page.assert(&format!("getComputedStyle({inner}.querySelector('.particulars')).display === 'grid' || getComputedStyle({inner}.querySelector('.particulars > div')).display === 'grid'")).await;
        page.eval(&format!("{inner}.querySelector('#r7').focus()")).await;
        page.until(&format!("{inner}.shadowRoot.querySelector('.card').getClientRects().length > 0")).await;
        page.eval(&format!("{inner}.shadowRoot.querySelector('.references .places a').click()")).await;
        page.until(&format!("document.querySelector('#outer').shadowRoot.activeElement === {inner}.querySelector('#r1')")).await;
        page.assert("location.hash === ''").await;
        page.assert_no_problem().await;
    }

    async fn in_a_modal_dialogue_the_card_stands_above_it(page) {
        page.enlarge(1280, 900).await;
        page.open_host(&format!("<dialog style=\"inline-size: 900px\">{LETTER}</dialog>")).await;
        page.eval("document.querySelector('dialog').showModal()").await;
        page.until_letter().await;
        page.eval("letter.querySelector('#r2').scrollIntoView({ block: 'center' }); letter.querySelector('#r2').focus()").await;
        page.until("root.querySelector('.card').getClientRects().length > 0").await;
        page.assert("(() => { const box = root.querySelector('.card').getBoundingClientRect(); return root.querySelector('.card').contains(root.elementFromPoint(box.left + box.width / 2, box.top + box.height / 2)) })()").await;
        page.assert_no_problem().await;
    }

    async fn an_element_that_is_moved_before_another_keeps_its_letter(page) {
        page.open_host(&format!("<div id=\"there\"><p id=\"before\">Before</p></div>{LETTER}")).await;
        page.until_letter().await;
        // Not every browser can move a node without taking it out.
        if page.eval("return 'moveBefore' in Element.prototype").await == serde_json::Value::Bool(false) {
            return;
        }
        page.until("letterEvents.length === 1").await;
        page.eval("window.kept = letter; window.subject = letter.querySelector('.subject'); document.querySelector('#there').moveBefore(host, document.querySelector('#before'))").await;
        tokio::time::sleep(Duration::from_millis(300)).await;
        page.assert("host.parentElement.id === 'there' && letter === kept && letter.querySelector('.subject') === subject && letterEvents.length === 1").await;
        page.eval("host.uiLang = 'es'").await;
        page.until("root.querySelector('.viewer').lang === 'es'").await;
        page.assert_no_problem().await;
    }

    async fn children_that_come_and_go_are_shown_where_there_is_no_letter(page) {
        page.open_host("<circular-letter src=\"/letters/none.md\" ui-lang=\"en\"></circular-letter>").await;
        page.until("root.querySelector('.notice')").await;
        page.eval("host.insertAdjacentHTML('beforeend', '<p id=own>Own words</p><p slot=unknown id=lost>Lost</p>')").await;
        page.until(OWN_WORDS_ARE_SEEN).await;
        page.assert("document.querySelector('#lost').getClientRects().length === 0").await;
        page.eval("window.left = () => document.querySelector('#own').getBoundingClientRect().left; window.was = left(); document.querySelector('#own').style.marginLeft = '33px'").await;
        page.assert("Math.round(left() - was) === 33").await;
        page.eval("host.src = '/letters/cl-20-43/fr.md'").await;
        page.until("letter.querySelector('.subject')").await;
        page.until(&format!("!({OWN_WORDS_ARE_SEEN})")).await;
        page.eval("document.querySelector('#own').remove(); host.src = '/letters/none.md'").await;
        page.until("root.querySelector('.notice')").await;
        page.assert_no_problem().await;
    }

    async fn a_slot_among_the_children_shows_what_another_element_was_given(page) {
        page.open_host("<div id=\"outer\"><p id=\"own\">Own words</p></div>").await;
        page.eval("document.querySelector('#outer').attachShadow({ mode: 'open' }).innerHTML = '<circular-letter src=\"/letters/none.md\"><slot></slot></circular-letter>'").await;
        page.until("document.querySelector('#outer').shadowRoot.querySelector('circular-letter').shadowRoot.querySelector('.notice')").await;
        page.assert(OWN_WORDS_ARE_SEEN).await;
        page.eval("document.querySelector('#outer').shadowRoot.querySelector('circular-letter').src = '/letters/cl-20-43/fr.md'").await;
        page.until(&format!("!({OWN_WORDS_ARE_SEEN})")).await;
        page.assert_no_problem().await;
    }

    async fn an_element_in_no_page_answers_with_nothing(page) {
        page.open_host(LETTER).await;
        page.until_letter().await;
        page.assert("(() => { const loose = document.createElement('circular-letter'); loose.src = '/letters/cl-20-43/fr.md'; loose.reload(); return loose.metadata() === null && loose.citations().length === 0 && loose.src === '/letters/cl-20-43/fr.md' && loose.childElementCount === 0 })()").await;
        page.assert_no_problem().await;
    }

    async fn a_catalogue_by_address_takes_the_place_of_one_that_was_given(page) {
        page.open_host("<circular-letter ui-lang=\"en\"></circular-letter>").await;
        page.until("root.querySelector('.viewer')").await;
        page.eval("host.catalogue = { letters: [{ id: 'sg/cl/2024/901', versions: [{ language: 'fr', file: '/letters/cl-20-43/fr.md' }] }] }").await;
        page.until("root.querySelectorAll('.letters li').length === 1").await;
        page.eval("host.setAttribute('catalogue', '/letters/catalogue.json')").await;
        page.until("root.querySelectorAll('.letters li').length === 21").await;
        page.assert("host.catalogue === '/letters/catalogue.json'").await;
    }

    async fn the_page_and_the_reader_print(page) {
        page.open_host(&format!("<script>window.printed = 0; window.print = () => {{ printed++ }}</script>{LETTER}")).await;
        page.until_letter().await;
        page.eval("host.print(); [...root.querySelectorAll('.tool')].at(-1).click()").await;
        page.until("printed === 2").await;
    }

    async fn two_elements_that_keep_the_address_show_the_same_letter(page) {
        let element = "<circular-letter catalogue=\"/letters/catalogue.json\" letter=\"sg/cl/2020/43\" history=\"query\" manage-head></circular-letter>";
        page.open_host(&element.repeat(2)).await;
        page.until("[...document.querySelectorAll('circular-letter')].every((element) => element.querySelector('article .subject'))").await;
        page.until_letter().await;
        page.eval("root.querySelector('.languages a[hreflang=es]').click()").await;
        let all = |is: &str| format!("[...document.querySelectorAll('circular-letter > article[slot=letter]')].filter(({{ lang }}) => lang {is} 'es').length === 2");
        page.until(&all("===")).await;
        page.assert("new URLSearchParams(location.search).get('lang') === 'es'").await;
        page.eval("history.back()").await;
        page.until(&all("!==")).await;
        page.assert_no_problem().await;
    }

    async fn a_low_window_leaves_room_for_the_letter_and_shows_a_whole_card(page) {
        page.open_in_frame("?letter=sg/cl/2020/43&lang=fr", 320, 256).await;
        page.until_letter().await;
        page.assert("root.querySelector('.top').getBoundingClientRect().height <= 128").await;
        page.eval("letter.querySelector('#r2').scrollIntoView({ block: 'center' }); letter.querySelector('#r2').dispatchEvent(new PointerEvent('pointerover', { bubbles: true, pointerType: 'mouse' }))").await;
        page.until("root.querySelector('.card').getClientRects().length > 0").await;
        page.assert("(() => { const { left, right, top, bottom } = root.querySelector('.card').getBoundingClientRect(); return left >= 0 && right <= 320 && top >= 0 && bottom <= 256 })()").await;
        page.eval("document.dispatchEvent(new KeyboardEvent('keydown', { key: 'Escape' })); letter.querySelector('button.about').click()").await;
        page.until("root.querySelector('dialog[open]')").await;
        page.assert("(() => { const { left, right, top, bottom } = root.querySelector('dialog').getBoundingClientRect(); return left >= 0 && right <= 320 && top >= 0 && bottom <= 256 })()").await;
    }

    async fn a_card_stays_with_its_reference_when_the_window_changes(page) {
        page.open_in_frame("?letter=sg/cl/2020/43&lang=fr", 900, 600).await;
        page.until_letter().await;
        page.eval("letter.querySelector('#r2').scrollIntoView({ block: 'center' }); letter.querySelector('#r2').dispatchEvent(new PointerEvent('pointerover', { bubbles: true, pointerType: 'mouse' }))").await;
        page.until("root.querySelector('.card').getClientRects().length > 0").await;
        page.eval("frameElement.width = 400").await;
        page.until("innerWidth === 400").await;
        page.until("(() => { const card = root.querySelector('.card').getBoundingClientRect(); const lines = [...letter.querySelector('#r2').getClientRects()]; return card.left >= 0 && card.right <= 400 && lines.some((line) => Math.min(Math.abs(card.top - line.bottom), Math.abs(line.top - card.bottom)) < 24) })()").await;
    }
}
