//! The references of a letter, their cards and their panel, and the letters of a catalogue.

use browser_tests::page::Page;
use fantoccini::key::Key;

use super::{LETTER, Named};

scenarios! {
    async fn every_citation_of_cl_20_43_has_its_id_and_leads_somewhere_or_says_why_not(page) {
        page.open_host(&LETTER.replace("lang=", "ui-lang=\"fr\" lang=")).await;
        page.until_letter().await;
        let seen = page
            .text("return [...letter.querySelectorAll('.citation')].map((element) => [element.textContent, element.dataset.document, element.dataset.state, element.getAttribute('href') ?? element.getAttribute('aria-disabled')].join('|')).join('\\n')")
            .await;
        let md = "https://www.itu.int/md/";
        let texts = "https://www.itu.int/en/council/Documents/basic-texts-2023/";
        let expected = [
            format!("N° 19/53|sg/cl/2019/53|resolved|{md}S19-SG-CIR-0053/fr"),
            format!("N° 20/40|sg/cl/2020/40|resolved|{md}S20-SG-CIR-0040/fr"),
            format!("article 25 de la Convention|convention/art/25|resolved|{texts}Convention-F.pdf"),
            "Section 3 des Règles générales|general-rules/sec/3|resolved|https://www.itu.int/hub/publication/S-CONF-PLENI-2022/".to_owned(),
            format!("article 25 de la Convention|convention/art/25|resolved|{texts}Convention-F.pdf"),
            format!("Résolution 99 (Rév. Dubaï, 2018)|pp/res/99@2018|resolved|{texts}RES-099-F.pdf"),
            "circulaire pertinente|?/awaited|awaited|true".to_owned(),
            format!("Résolution 198 (Rév. Dubaï, 2018)|pp/res/198@2018|resolved|{texts}RES-198-F.pdf"),
        ];
        assert_eq!(seen, expected.join("\n"));
        // The other two placeholder links are plain text, and the panel says why.
        page.assert("[...letter.querySelectorAll('.dead')].length === 2 && !letter.querySelector('a[href=\"#\"], a[href=\"\"]')").await;
        page.assert("root.querySelector('.references').textContent.includes('International Gender Champions')").await;
        for number in 1..=expected.len() {
            page.eval(&format!("letter.querySelector('#r{number}').focus()")).await;
            page.until(&format!("root.querySelector('.card').textContent.includes(letter.querySelector('#r{number}').dataset.document)")).await;
            page.assert("root.querySelector('.card').getClientRects().length > 0 && root.querySelector('.card h3').textContent.length > 0").await;
        }
        page.assert_accessible().await;
        page.assert_no_problem().await;
    }

    async fn a_card_comes_with_the_pointer_and_goes_without_it(page) {
        page.open_host(LETTER).await;
        page.until_letter().await;
        page.eval("window.point = (name, target) => target.dispatchEvent(new PointerEvent(name, { bubbles: true, composed: true, pointerType: 'mouse' }))").await;
        let shown = "root.querySelector('.card').getClientRects().length > 0";
        // Crossing the text shows nothing.
        page.eval("point('pointerover', letter.querySelector('#r1')); point('pointerover', letter.querySelector('#p1'))").await;
        tokio::time::sleep(std::time::Duration::from_millis(500)).await;
        page.assert(&format!("!({shown})")).await;
        page.eval("point('pointerover', letter.querySelector('#r1'))").await;
        page.until(shown).await;
        page.assert("root.querySelector('.card h3').textContent === 'Circular Letter CL-19/53'").await;
        // It stays while the pointer is on it.
        page.eval("point('pointerover', letter.querySelector('#p1')); const card = root.querySelector('.card'); card.dispatchEvent(new PointerEvent('pointerenter', { pointerType: 'mouse' }))").await;
        tokio::time::sleep(std::time::Duration::from_millis(600)).await;
        page.assert(shown).await;
        page.eval("root.querySelector('.card').dispatchEvent(new PointerEvent('pointerleave', { pointerType: 'mouse' }))").await;
        page.until(&format!("!({shown})")).await;
        // Another reference takes its place.
        page.eval("point('pointerover', letter.querySelector('#r2'))").await;
        page.until(shown).await;
        page.eval("point('pointerover', letter.querySelector('#r1'))").await;
        page.until("root.querySelector('.card h3').textContent === 'Circular Letter CL-19/53'").await;
        page.eval("point('pointerover', letter.querySelector('#p1'))").await;
        page.until(&format!("!({shown})")).await;
        // A card that the focus holds stays wherever the pointer is.
        page.eval("letter.querySelector('#r2').focus()").await;
        page.until(shown).await;
        page.eval("point('pointerover', letter.querySelector('#p1')); point('pointerleave', letter)").await;
        tokio::time::sleep(std::time::Duration::from_millis(600)).await;
        page.assert(shown).await;
        page.assert_no_problem().await;
    }

    async fn escape_takes_the_card_away_and_leaves_the_focus(page) {
        page.open_host(LETTER).await;
        page.until_letter().await;
        page.eval("letter.querySelector('#r7').focus()").await;
        page.until("root.querySelector('.card').getClientRects().length > 0").await;
        page.assert("root.querySelector('.card').textContent.includes('announces it without a number')").await;
        page.press(Key::Escape).await;
        page.until("root.querySelector('.card').getClientRects().length === 0").await;
        page.assert("document.activeElement.id === 'r7'").await;
    }

    async fn where_nothing_hovers_a_button_opens_a_dialogue(page) {
        page.open_in_frame("", 360, 700).await;
        page.until_letter().await;
        page.eval("const button = letter.querySelector('button.about'); button.style.display = 'inline'; button.focus(); button.click()").await;
        page.until("root.querySelector('dialog.card').matches(':modal')").await;
        page.until("root.querySelector('div.card').getClientRects().length === 0").await;
        tokio::time::sleep(std::time::Duration::from_millis(600)).await;
        page.assert("focused().closest('.card').matches(':modal')").await;
        page.assert("(() => { const { left, right } = root.querySelector('dialog.card').getBoundingClientRect(); return left >= 0 && right <= innerWidth })()").await;
        page.assert_accessible().await;
        page.press(Key::Escape).await;
        page.until("!root.querySelector('dialog.card').matches(':modal')").await;
        page.until("document.activeElement.matches('button.about')").await;
        page.eval("letter.querySelector('button.about').click()").await;
        page.until("root.querySelector('dialog.card').matches(':modal')").await;
        page.eval("root.querySelector('dialog.card .close').click()").await;
        page.until("!root.querySelector('dialog.card').matches(':modal')").await;
        page.assert_no_problem().await;
    }

    async fn the_page_can_take_over_a_reference_and_hears_of_a_report(page) {
        page.open_host(LETTER).await;
        page.until_letter().await;
        page.eval("window.heard = []; addEventListener('letter-reference-open', (event) => { heard.push(event.detail); event.preventDefault() }); addEventListener('letter-report', (event) => heard.push(event.detail))").await;
        page.eval("letter.querySelector('#r6').click()").await;
        page.assert("heard.length === 1 && heard[0].id === 'pp/res/99@2018' && heard[0].href.includes('RES-099') && heard[0].state === 'resolved'").await;
        page.assert("location.pathname.startsWith('/host-')").await;
        page.eval("letter.querySelector('#r6').focus()").await;
        page.until("root.querySelector('.card .report')").await;
        page.eval("root.querySelector('.card .actions a').click()").await;
        page.assert("heard.length === 2 && heard[1].id === 'pp/res/99@2018'").await;
        page.eval("root.querySelector('.card .report').click()").await;
        page.until("heard.length === 3 && heard[2].src === '/letters/cl-20-43/fr.md' && root.querySelector('.card .report').getAttribute('aria-disabled') === 'true'").await;
    }

    async fn following_a_reference_is_told_once_and_stale_cards_go(page) {
        page.open_host("<circular-letter ui-lang=\"en\"></circular-letter>").await;
        page.until("root.querySelector('.viewer')").await;
        page.eval("window.heard = []; addEventListener('letter-reference-open', (event) => heard.push(event.detail.id)); fetch('/letters/catalogue.json').then((answer) => answer.json()).then((catalogue) => { delete catalogue.page; for (const letter of catalogue.letters) for (const version of letter.versions ?? []) version.file = '/letters/' + version.file; host.letter = 'sg/cl/2024/901'; host.catalogue = catalogue })").await;
        page.until("letter.querySelector('.citation[data-provenance=catalogue]')").await;
        page.eval("letter.querySelector('.citation[data-provenance=catalogue]').focus()").await;
        page.until("root.querySelector('.card h3')").await;
        page.eval("root.querySelector('.card .actions a').click()").await;
        page.until("host.letter === 'sg/cl/2023/901' && letter.querySelector('.subject h2')?.textContent.includes('4-7 June 2024')").await;
        page.until("!root.querySelector('.card h3')").await;
        page.assert("heard.length === 1").await;
        page.eval("host.letter = 'sg/cl/2024/901'").await;
        page.until("letter.querySelector('.citation[data-provenance=catalogue]')").await;
        page.eval("letter.querySelector('.citation[data-provenance=catalogue]').click()").await;
        page.until("host.letter === 'sg/cl/2023/901'").await;
        page.assert("heard.length === 2").await;
        page.assert_no_problem().await;
    }

    async fn a_catalogue_can_lead_nowhere_but_to_the_web(page) {
        page.open_host(LETTER).await;
        page.until_letter().await;
        page.eval("host.catalogue = { page: 'javascript:alert(1)//{id}', letters: [{ id: 'sg/cl/2019/53', versions: [{ language: 'fr', file: 'x.md' }] }] }").await;
        page.until("letter.querySelector('#r1').dataset.state === 'unresolved'").await;
        page.assert("![...root.querySelectorAll('a'), ...letter.querySelectorAll('a')].some((link) => (link.getAttribute('href') ?? '').includes('javascript'))").await;
    }

    async fn the_panel_lists_the_references_with_their_places(page) {
        page.open_host(&LETTER.replace("lang=", "ui-lang=\"en\" lang=")).await;
        page.until_letter().await;
        page.assert("root.querySelector('.references summary').textContent === 'References (7)'").await;
        let groups = page.text("return [...root.querySelectorAll('.references h3')].map((title) => title.textContent).join('|')").await;
        assert_eq!(groups, "Circular letters|Resolutions and Decisions|Basic texts|Links that lead nowhere");
        page.assert("[...root.querySelectorAll('.references li')].some((entry) => entry.textContent.includes('Convention, article 25') && entry.querySelectorAll('.places a').length === 2)").await;
        page.assert("root.querySelector('.references').textContent.includes('Opens the text in force, not the edition cited.')").await;
        page.eval("root.querySelector('.references a[href=\"#r6\"]').click()").await;
        page.until("focused().id === 'r6' && location.hash === ''").await;
        page.eval("root.querySelector('.tool.to-references').click()").await;
        page.until("focused().closest('.references')").await;
    }

    async fn places_beyond_the_twelfth_are_counted(page) {
        page.open_host("<circular-letter ui-lang=\"en\"></circular-letter>").await;
        page.until("root.querySelector('.viewer')").await;
        page.eval("const cites = Array.from({ length: 15 }, (_, at) => `Paragraph ${at} of this specimen cites Resolution 99.\\n\\n`).join(''); host.src = URL.createObjectURL(new Blob([`CL-24/1\\n\\nSubject: A specimen\\n\\nDear Sir,\\n\\n${cites}`], { type: 'text/markdown' }))").await;
        page.until("root.querySelector('.references .places')?.textContent.endsWith('+3')").await;
        page.assert("root.querySelectorAll('.references .places a').length === 12").await;
    }

    async fn a_letter_is_opened_by_its_id_in_the_catalogue(page) {
        page.open_host("<circular-letter catalogue=\"/letters/catalogue.json\" letter=\"br/cr/901\" ui-lang=\"en\"></circular-letter>").await;
        page.until_letter().await;
        page.until("letter.lang === 'en' && letter.querySelector('.status')").await;
        page.until("root.querySelector('.references')?.textContent.includes('Superseded by')").await;
        page.assert("root.querySelector('.references').textContent.includes('Cited by')").await;
        page.assert("root.querySelector('.references a[data-letter=\"br/cr/902\"]').href.endsWith('/?letter=br/cr/902')").await;
        page.eval("host.letter = 'sg/cl/2024/901'; host.lang = 'ru'").await;
        page.until("letter.lang === 'ru' && letter.querySelector('.subject')").await;
        page.eval("host.letter = 'sg/cl/2019/53'").await;
        page.until("root.querySelector('.notice')?.textContent.includes('not held here')").await;
        page.until("letterEvents.some(({ code }) => code === 'not-in-catalogue')").await;
    }

    async fn without_a_letter_the_catalogue_is_a_list(page) {
        page.open("?letter=").await;
        page.until("root.querySelectorAll('.letters li').length === 21").await;
        page.assert("root.querySelector('.letters a').href.includes('?letter=bdt/circular/903')").await;
        page.assert_accessible().await;
        page.eval("[...root.querySelectorAll('.letters a')].find((link) => link.dataset.letter === 'sg/cl/2023/901').click()").await;
        page.until("location.search === '?letter=sg/cl/2023/901' && letter?.querySelector('.subject')").await;
        page.assert("root.querySelector('.tools a').href.endsWith('?letter=')").await;
        page.assert_no_problem().await;
    }

    async fn a_catalogue_without_a_page_opens_letters_in_place(page) {
        page.open_host("<circular-letter ui-lang=\"en\"></circular-letter>").await;
        page.until("root.querySelector('.viewer')").await;
        page.eval("fetch('/letters/catalogue.json').then((answer) => answer.json()).then((catalogue) => { delete catalogue.page; for (const letter of catalogue.letters) for (const version of letter.versions ?? []) version.file = '/letters/' + version.file; host.catalogue = catalogue })").await;
        page.until("root.querySelectorAll('.letters li').length === 21").await;
        page.eval("[...root.querySelectorAll('.letters a')].find((link) => link.dataset.letter === 'sg/cl/2024/901').click()").await;
        page.until("letter.querySelector('.subject') && host.letter === 'sg/cl/2024/901'").await;
        page.assert("letter.querySelector('.citation[data-document=\"sg/cl/2023/901\"]').dataset.provenance === 'catalogue'").await;
        page.eval("letter.querySelector('.citation[data-document=\"sg/cl/2023/901\"]').click()").await;
        page.until("host.letter === 'sg/cl/2023/901' && letter.querySelector('.subject h2')?.textContent.includes('4-7 June 2024')").await;
        page.assert("location.pathname.startsWith('/host-')").await;
        page.assert_no_problem().await;
    }

    async fn a_catalogue_that_fails_takes_nothing_from_the_letter(page) {
        page.open_host(&LETTER.replace("lang=", "catalogue=\"/letters/none.json\" lang=")).await;
        page.until_letter().await;
        page.assert("letter.querySelectorAll('.citation').length === 8").await;
        page.open_host("<circular-letter catalogue=\"/faults/page.md\" letter=\"sg/cl/2020/43\" ui-lang=\"en\"></circular-letter>").await;
        page.until("root.querySelector('.notice')?.textContent.includes('The list of letters could not be loaded')").await;
    }

    async fn the_page_can_resolve_references_itself(page) {
        page.open_host(LETTER).await;
        page.until_letter().await;
        page.eval("host.registry = [{ id: 'pp/res/99', href: 'https://example.org/99', title: 'Ninety-nine', language: 'en' }, { id: 'pp/res/198', href: 'javascript:alert(1)' }]; host.resolver = (id) => { if (id === 'sg/cl/2019/53') return { href: '/letters/old' }; if (id === 'sg/cl/2020/40') return Promise.resolve({ href: 'https://example.org/40' }); throw new Error('no') }").await;
        page.until("letter.querySelector('#r2').getAttribute('href') === 'https://example.org/40'").await;
        page.assert("letter.querySelector('#r1').getAttribute('href') === '/letters/old' && letter.querySelector('#r6').href === 'https://example.org/99'").await;
        page.assert("letter.querySelector('#r1').dataset.provenance === 'host'").await;
        page.assert("letter.querySelector('#r8').href.includes('RES-198')").await;
        page.assert_no_problem().await;
    }
}
