//! The references of a letter, their cards and their panel, and the letters of a catalogue.

use browser_tests::page::Page;
use fantoccini::key::Key;

use super::{LETTER, Named};

scenarios! {
    with "references.js";

    async fn a_letter_says_first_that_it_no_longer_holds(page) {
        for (width, letter, mark, standing) in [
            (1280, "br/cr/901", "Superseded", "Superseded by: Circular Letter CR/902 3 September 2024"),
            (390, "br/cr/901", "Superseded", "Superseded by: Circular Letter CR/902 3 September 2024"),
            (1280, "sg/cl/2023/901", "Postponed", "Postponed by: Circular Letter CL-24/901 23 January 2024"),
        ] {
            page.open_in_frame(&format!("?letter={letter}&lang=en&ui-lang=en"), width, 800).await;
            page.until_letter().await;
            page.until("inControls('.answers .standing')").await;
            assert_eq!(page.text("wordsOf(inControls('.answers .standing'))").await, standing);
            page.assert("isWhollyInWindow(inControls('.answers .standing'))").await;
            page.assert("boxOf(inControls('.answers')).bottom <= boxOf(inLetter('.issuance')).top").await;
            // On a phone the line is right below the bar.
            page.assert(&format!("inControls('.bar .mark').textContent === '{mark}' && isShown(inControls('.mark')) === {}", width > 448)).await;
            page.until(&format!("document.title.startsWith('{mark} – ')")).await;
            page.assert_accessible().await;
        }
        // It leads to the other letter, which says the same the other way round.
        page.open("?letter=sg/cl/2023/901&lang=en&ui-lang=en").await;
        page.until("inControls('.answers .standing a')").await;
        page.eval("inControls('.answers .standing a').click()").await;
        page.until("referenceInBar() === 'CL-24/901' && inControls('.answers .effect')").await;
        page.assert("wordsOf(inControls('.answers .effect')) === 'Postpones: Circular Letter CL-23/901 14 March 2023'").await;
        page.until("!inControls('.mark') && !document.title.startsWith('Postponed')").await;
        page.open("?letter=&ui-lang=en").await;
        page.until("inControls('.list .standing')").await;
        page.assert("[...allInControls('.list .standing')].some(({ textContent }) => textContent === 'Superseded by: Circular Letter CR/902')").await;
    }

    async fn a_letter_says_first_what_is_due_next(page) {
        page.open_host("<circular-letter ui-lang='en'></circular-letter>").await;
        page.eval("host.text = letterDueIn(20)").await;
        page.until_letter().await;
        page.assert("wordsOf(inControls('.answers .next')).startsWith('Deadline: ') && inControls('.answers .next time').dateTime === dayIn(20)").await;
        page.assert("!inControls('.answers .passed')").await;
        page.eval("host.text = letterDueIn(-20)").await;
        page.until("inControls('.answers .next.passed')").await;
        page.assert("wordsOf(inControls('.answers .next')).includes('passed')").await;
        page.eval("host.setAttribute('controls', 'languages')").await;
        page.until("!inControls('.answers .next')").await;
    }

    async fn every_citation_of_cl_20_43_has_its_id_and_leads_somewhere_or_says_why_not(page) {
        page.open_host(&LETTER.replace("lang=", "ui-lang='fr' lang=")).await;
        page.until_letter().await;
        let seen = page.text("citations()").await;
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
        page.assert("allInLetter('.dead').length === 2 && !inLetter('a[href=\"#\"], a[href=\"\"]')").await;
        page.assert("panelSays('International Gender Champions')").await;
        for number in 1..=expected.len() {
            page.eval(&format!("tap(inLetter('#r{number}'))")).await;
            page.until(&format!("cardIsAbout('#r{number}')")).await;
            page.eval("inControls('dialog.card .close').click()").await;
            page.until("!inControls('dialog.card[open]')").await;
            // The dialogue says a moment later that it is closed.
            page.pause(50).await;
        }
        page.assert_accessible().await;
        page.assert_no_problem().await;
    }

    async fn a_card_comes_with_the_pointer_and_goes_without_it(page) {
        page.open_host(LETTER).await;
        page.until_letter().await;
        let shown = "isShown(inControls('.card'))";
        // Crossing the text shows nothing.
        page.eval("point('pointerover', inLetter('#r1')); point('pointerover', inLetter('#p1'))").await;
        page.pause(500).await;
        page.assert(&format!("!({shown})")).await;
        page.eval("point('pointerover', inLetter('#r1'))").await;
        page.until(shown).await;
        page.assert("inControls('.card h3').textContent === 'Circular Letter CL-19/53'").await;
        // It stays while the pointer is on it.
        page.eval("point('pointerover', inLetter('#p1')); pointAtCard('pointerenter')").await;
        page.pause(600).await;
        page.assert(shown).await;
        page.eval("pointAtCard('pointerleave')").await;
        page.until(&format!("!({shown})")).await;
        // Another reference takes its place.
        page.eval("point('pointerover', inLetter('#r2'))").await;
        page.until(shown).await;
        page.eval("point('pointerover', inLetter('#r1'))").await;
        page.until("inControls('.card h3').textContent === 'Circular Letter CL-19/53'").await;
        page.eval("point('pointerover', inLetter('#p1'))").await;
        page.until(&format!("!({shown})")).await;
        page.assert_no_problem().await;
    }

    async fn escape_closes_the_card_and_keeps_the_focus(page) {
        page.open_host(LETTER).await;
        page.until_letter().await;
        page.eval("inLetter('#r7').focus(); point('pointerover', inLetter('#r7'))").await;
        page.until("isShown(inControls('.card'))").await;
        page.assert("inControls('.card').textContent.includes('announces it without a number')").await;
        page.press(Key::Escape).await;
        page.until("!isShown(inControls('.card'))").await;
        page.assert("document.activeElement.id === 'r7'").await;
    }

    async fn a_tap_opens_the_card_and_follows_nothing(page) {
        page.open_in_frame("", 360, 700).await;
        page.until_letter().await;
        page.eval("noteFollowedReferences(); inLetter('#r1').focus(); tap(inLetter('#r1'))").await;
        page.until("inControls('dialog.card').matches(':modal')").await;
        page.until("!isShown(inControls('div.card'))").await;
        page.pause(600).await;
        page.assert("focused().closest('.card').matches(':modal') && heard.length === 0").await;
        page.assert("isWhollyInWindow(inControls('dialog.card'))").await;
        page.assert_accessible().await;
        page.press(Key::Escape).await;
        page.until("!inControls('dialog.card').matches(':modal')").await;
        page.until("document.activeElement.id === 'r1'").await;
        page.eval("tap(inLetter('#r1'))").await;
        page.until("inControls('dialog.card').matches(':modal')").await;
        page.eval("inControls('dialog.card .close').click()").await;
        page.until("!inControls('dialog.card').matches(':modal')").await;
        // The dialogue says a moment later that it is closed.
        page.pause(50).await;
        // From there it is followed.
        page.eval("addEventListener('letter-reference-open', (event) => event.preventDefault()); tap(inLetter('#r1'))").await;
        page.until("inControls('dialog.card .actions a')").await;
        page.eval("inControls('dialog.card .actions a').click()").await;
        page.until("heard.length === 1").await;
        page.assert_no_problem().await;
    }

    async fn a_reference_is_one_stop_of_the_keyboard_whose_card_opens_by_a_key(page) {
        page.open_host(LETTER).await;
        page.until_letter().await;
        page.eval("noteFollowedReferences(); inLetter('#r1').focus()").await;
        page.pause(500).await;
        page.assert("!isShown(inControls('.card')) && allInLetter('#p1 :is(button, [tabindex=\"0\"])').length === 0").await;
        page.press_with(Key::Alt, Key::Down).await;
        page.until("inControls('dialog.card[open]') && focused().closest('.card')").await;
        page.assert("heard.length === 0").await;
        page.press(Key::Escape).await;
        page.until("!inControls('dialog.card[open]') && document.activeElement.id === 'r1'").await;
        // One that leads nowhere says why.
        page.eval("inLetter('#r7').focus()").await;
        page.press(Key::Enter).await;
        page.until("inControls('dialog.card')?.textContent.includes('announces it without a number')").await;
        page.press(Key::Escape).await;
        page.until("document.activeElement.id === 'r7'").await;
        page.assert_no_problem().await;
    }

    async fn the_page_hears_of_cards_of_copies_and_of_the_list(page) {
        page.open_host("<circular-letter catalogue='/letters/catalogue.json' letter='sg/cl/2020/43' lang='fr' ui-lang='en'></circular-letter>").await;
        page.until_letter().await;
        page.until("inControls('.copy button')").await;
        page.eval("noteUse(); point('pointerover', inLetter('#r6'))").await;
        page.until("heard[0] === 'letter-card-open pp/res/99@2018'").await;
        page.eval("pressEscape(); inControls('.copy button').click()").await;
        page.until("heard[1] === 'letter-copy CL-20/43'").await;
        page.eval("host.removeAttribute('letter')").await;
        page.until("heard[2] === 'letter-list' && heard.length === 3").await;
        page.assert_no_problem().await;
    }

    async fn the_page_can_handle_a_reference_and_hears_a_report(page) {
        page.open_host(LETTER).await;
        page.until_letter().await;
        page.eval("takeOverReferences()").await;
        page.eval("inLetter('#r6').click()").await;
        page.assert("heard.length === 1 && heard[0].id === 'pp/res/99@2018' && heard[0].state === 'resolved'").await;
        page.assert("heard[0].href.includes('RES-099')").await;
        page.assert("location.pathname.startsWith('/host-')").await;
        page.eval("point('pointerover', inLetter('#r6'))").await;
        page.until("inControls('.card .report')").await;
        page.eval("inControls('.card .actions a').click()").await;
        page.assert("heard.length === 2 && heard[1].id === 'pp/res/99@2018'").await;
        page.eval("inControls('.card .report').click()").await;
        page.until("heard.length === 3 && heard[2].src === '/letters/cl-20-43/fr.md'").await;
        page.until("inControls('.card .report').getAttribute('aria-disabled') === 'true'").await;
    }

    async fn following_a_reference_fires_one_event_and_closes_the_card(page) {
        page.open_host("<circular-letter ui-lang='en'></circular-letter>").await;
        page.until("inControls('.viewer')").await;
        page.eval("noteFollowedReferences(); host.letter = 'sg/cl/2024/901'; giveCatalogue()").await;
        page.until("inLetter('.citation[data-provenance=catalogue]')").await;
        page.eval("point('pointerover', inLetter('.citation[data-provenance=catalogue]'))").await;
        page.until("inControls('.card h3')").await;
        page.eval("inControls('.card .actions a').click()").await;
        page.until("showsMeetingOfJune()").await;
        page.until("!inControls('.card h3')").await;
        page.assert("heard.length === 1").await;
        page.eval("host.letter = 'sg/cl/2024/901'").await;
        page.until("inLetter('.citation[data-provenance=catalogue]')").await;
        page.eval("inLetter('.citation[data-provenance=catalogue]').click()").await;
        page.until("host.letter === 'sg/cl/2023/901'").await;
        page.assert("heard.length === 2").await;
        page.assert_no_problem().await;
    }

    async fn a_catalogue_cannot_link_to_a_script(page) {
        page.open_host(LETTER).await;
        page.until_letter().await;
        page.eval("giveCatalogueThatRuns()").await;
        page.until("inLetter('#r1').dataset.state === 'unresolved'").await;
        page.assert("!someLinkRuns()").await;
    }

    async fn the_panel_lists_the_references_with_their_places(page) {
        page.open_host(&LETTER.replace("lang=", "ui-lang='en' lang=")).await;
        page.until_letter().await;
        page.assert("inControls('.references summary').textContent === 'References (7)'").await;
        let groups = page.text("allInControls('.references h3').map((title) => title.textContent).join('|')").await;
        assert_eq!(groups, "Circular letters|Resolutions and Decisions|Basic texts|Links that lead nowhere");
        page.assert("panelHas('Convention, article 25', 2)").await;
        page.assert("panelSays('Opens the text in force, not the edition cited.')").await;
        page.eval("inControls('.references a[href=\"#r6\"]').click()").await;
        page.until("focused().id === 'r6' && location.hash === ''").await;
        page.eval("inControls('.tool.to-references').click()").await;
        page.until("focused().closest('.references')").await;
    }

    async fn places_beyond_the_twelfth_are_counted(page) {
        page.open_host("<circular-letter ui-lang='en'></circular-letter>").await;
        page.until("inControls('.viewer')").await;
        page.eval("showLetterThatCites(15)").await;
        page.until("inControls('.references .places')?.textContent.endsWith('+3')").await;
        page.assert("allInControls('.references .places a').length === 12").await;
    }

    async fn a_letter_is_opened_by_its_id_in_the_catalogue(page) {
        page.open_host("<circular-letter catalogue='/letters/catalogue.json' letter='br/cr/901' ui-lang='en'></circular-letter>").await;
        page.until_letter().await;
        page.until("letter.lang === 'en' && inLetter('.status')").await;
        page.until("panelSays('Superseded by')").await;
        page.assert("panelSays('Cited by')").await;
        page.assert("inControls('.references a[data-letter=\"br/cr/902\"]').href.endsWith('/?letter=br/cr/902')").await;
        page.eval("host.letter = 'sg/cl/2024/901'; host.lang = 'ru'").await;
        page.until("letter.lang === 'ru' && inLetter('.subject')").await;
        page.eval("host.letter = 'sg/cl/2019/53'").await;
        page.until("inControls('.notice')?.textContent.includes('not held here')").await;
        page.until("letterEvents.some(({ code }) => code === 'not-in-catalogue')").await;
        // It is named in words, and the list is the way to the others.
        page.assert("inControls('.notice .address').textContent === 'Circular Letter CL-19/53'").await;
        page.assert("inControls('.tools a')?.textContent === 'All letters' && isShown(inControls('.tools a'))").await;
        page.assert_accessible().await;
    }

    async fn without_a_letter_the_catalogue_is_a_list(page) {
        page.open("?letter=").await;
        page.eval("fetchCatalogue()").await;
        page.until("listsEveryLetterThatIsHeld()").await;
        page.assert("inControls('.letters a').href.includes('?letter=bdt/circular/903')").await;
        page.assert_accessible().await;
        page.eval("listed('sg/cl/2023/901').click()").await;
        page.until("location.search === '?letter=sg/cl/2023/901' && letter?.querySelector('.subject')").await;
        page.until("inControls('.tools a')?.href.endsWith('?letter=')").await;
        page.assert_no_problem().await;
    }

    async fn a_catalogue_without_a_page_opens_letters_in_place(page) {
        page.open_host("<circular-letter ui-lang='en'></circular-letter>").await;
        page.until("inControls('.viewer')").await;
        page.eval("giveCatalogue()").await;
        page.until("listsEveryLetterThatIsHeld()").await;
        page.eval("listed('sg/cl/2024/901').click()").await;
        page.until("inLetter('.subject') && host.letter === 'sg/cl/2024/901'").await;
        page.assert("citationOf('sg/cl/2023/901').dataset.provenance === 'catalogue'").await;
        page.eval("citationOf('sg/cl/2023/901').click()").await;
        page.until("showsMeetingOfJune()").await;
        page.assert("location.pathname.startsWith('/host-')").await;
        page.assert_no_problem().await;
    }

    async fn a_catalogue_that_fails_leaves_the_letter_as_it_is(page) {
        page.open_host(&LETTER.replace("lang=", "catalogue='/letters/none.json' lang=")).await;
        page.until_letter().await;
        page.assert("allInLetter('.citation').length === 8").await;
        page.open_host("<circular-letter catalogue='/faults/page.md' letter='sg/cl/2020/43' ui-lang='en'></circular-letter>").await;
        page.until("inControls('.notice')?.textContent.includes('The list of letters could not be loaded')").await;
    }

    async fn the_page_can_resolve_references_itself(page) {
        page.open_host(LETTER).await;
        page.until_letter().await;
        page.eval("giveRegistryAndResolver()").await;
        page.until("inLetter('#r2').getAttribute('href') === 'https://example.org/40'").await;
        page.assert("inLetter('#r1').getAttribute('href') === '/letters/old'").await;
        page.assert("inLetter('#r6').href === 'https://example.org/99'").await;
        page.assert("inLetter('#r1').dataset.provenance === 'host'").await;
        page.assert("inLetter('#r8').href.includes('RES-198')").await;
        page.assert_no_problem().await;
    }

    async fn links_of_the_letter_lead_from_where_its_file_is(page) {
        for source in ["/archive/2026/linked.md", "/archive/records/linked.json"] {
            page.open_host(&LETTER.replace("/letters/cl-20-43/fr.md' lang='fr", source)).await;
            page.until_letter().await;
            page.until("inControls('.details')").await;
            for (words, address) in [
                ("Annex 1", "location.origin + '/archive/2026/annex-1.pdf'"),
                ("the form", "location.origin + '/forms/registration.html'"),
                ("the map", "'http://maps.example.int/x'"),
                ("links@example.int", "'mailto:links@example.int'"),
                ("https://example.int/links?x=1", "'https://example.int/links?x=1'"),
                ("www.example.int/b", "'https://www.example.int/b'"),
            ] {
                page.assert(&format!("linkOf('{words}')?.href === {address}")).await;
            }
            page.assert("allInLetter('.dead').length === 0").await;
            page.assert_no_problem().await;
        }
    }
}
