//! What the viewer does in a page, one behaviour each.

use std::future::Future;
use std::pin::Pin;

use browser_tests::page::Page;
use fantoccini::key::Key;

type Scenario = fn(Page) -> Pin<Box<dyn Future<Output = ()> + Send>>;

macro_rules! scenarios {
    ($(async fn $name:ident($page:ident) $body:block)*) => {
        $(async fn $name($page: Page) $body)*

        /// Every scenario, under its name.
        pub(crate) const ALL: &[(&str, Scenario)] = &[$((stringify!($name), |page| Box::pin($name(page)))),*];
    };
}

/// The scenarios in which colours count.
pub(crate) const IN_THE_DARK: &[(&str, Scenario)] = &[
    ("the_page_is_accessible_in_the_dark", |page| Box::pin(the_page_is_accessible_in_the_dark(page))),
    ("a_page_that_knows_no_dark_gets_no_dark_letter", |page| {
        Box::pin(a_page_that_knows_no_dark_gets_no_dark_letter(page))
    }),
];

async fn the_page_is_accessible_in_the_dark(page: Page) {
    page.open("").await;
    page.until_letter().await;
    page.assert("matchMedia('(prefers-color-scheme: dark)').matches").await;
    page.assert("getComputedStyle(root.querySelector('.sheet')).backgroundColor === 'rgb(26, 29, 33)'").await;
    page.assert_accessible().await;
    page.open_host_with(
        "<script type=\"module\" src=\"/circular-letter.js\"></script><link rel=\"stylesheet\" href=\"/page.css\">",
        "<circular-letter src=\"/letters/none.md\"></circular-letter>",
    )
    .await;
    page.until("root.querySelector('.notice')").await;
    page.assert_accessible().await;
}

/// An element with the real letter, and something that the page itself says.
const LETTER: &str = "<circular-letter src=\"/letters/cl-20-43/fr.md\" lang=\"fr\"><p id=\"own\">Own words</p></circular-letter>";

/// An element with one of the specimen letters.
fn specimen(name: &str, attributes: &str) -> String {
    format!("<circular-letter src=\"/specimens/{name}.md\" ui-lang=\"en\" {attributes}></circular-letter>")
}

/// Whether what the page put into the element is seen.
const OWN_WORDS_ARE_SEEN: &str = "document.querySelector('#own').getClientRects().length > 0";

scenarios! {
    async fn the_standalone_page_shows_the_letter(page) {
        page.open("").await;
        page.until_letter().await;
        let text = page.text("return letter.innerText").await;
        for words in [
            "Secrétariat général (SG)", "Genève, le 5 octobre 2020", "Lettre circulaire N° CL-20/43", "Madame, Monsieur,",
            "l'honneur de vous informer", "Houlin ZHAO",
        ] {
            assert!(text.contains(words), "{words} is not in\n{text}");
        }
        page.assert("root.querySelector('.identity').textContent.includes('5 octobre 2020')").await;
        page.assert("letter.lang === 'fr' && letter.dir === 'ltr'").await;
        page.until("letterEvents.length > 0").await;
        page.assert("letterEvents.length === 1 && letterEvents[0].name === 'letter-load' && letterEvents[0].shown").await;
        page.assert_no_problem().await;
    }

    async fn the_letter_is_ordinary_html_and_the_controls_are_in_the_shadow_root(page) {
        page.open_host(LETTER).await;
        page.until_letter().await;
        page.assert("letter.parentElement === host && letter.assignedSlot !== null").await;
        page.assert("document.getElementById('p5') && letter.querySelectorAll('.paragraph').length === 5").await;
        page.assert("root.mode === 'open' && root.querySelector('.bar') && !document.querySelector('.bar')").await;
        page.assert("root.adoptedStyleSheets.length === 1 && document.adoptedStyleSheets.length === 1").await;
        page.assert("document.querySelectorAll('style, [style]').length === 0 && root.querySelectorAll('style, [style]').length === 0").await;
        page.assert(&format!("!({OWN_WORDS_ARE_SEEN})")).await;
        page.assert_no_problem().await;
    }

    async fn the_page_works_from_any_folder(page) {
        page.open("deep/down/").await;
        page.until_letter().await;
        page.assert_no_problem().await;
    }

    async fn the_details_are_used_by_keyboard(page) {
        page.open_host(LETTER).await;
        page.until_letter().await;
        page.eval("root.querySelector('.details').open = false; root.querySelector('.tool').focus()").await;
        page.press(Key::Enter).await;
        page.until("root.querySelector('.details').open && focused().localName === 'summary'").await;
        page.press(Key::Enter).await;
        page.until("!root.querySelector('.details').open").await;
        page.press(Key::Space).await;
        page.until("root.querySelector('.details').open").await;
        page.press(Key::Tab).await;
        page.until("focused().closest('.copy') && focused().getAttribute('aria-label').includes('CL-20/43')").await;
        page.press(Key::Enter).await;
        page.until("root.querySelector('.copy .outcome').textContent !== ''").await;
        page.until("root.querySelector('.copy .outcome').textContent === ''").await;
        page.assert_no_problem().await;
    }

    async fn the_details_say_what_the_letter_says_about_itself(page) {
        page.open_host(&LETTER.replace("lang=", "ui-lang=\"en\" lang=")).await;
        page.until_letter().await;
        let details = page
            .text("return [...root.querySelectorAll('.entry')].map((entry) => [...entry.children].map((child) => child.innerText.trim()).join('|')).join('\\n')")
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
        page.assert("root.querySelector('.details a[href=\"tel:+41227306311\"]')").await;
        page.assert("root.querySelector('.details a[href=\"mailto:wtsa@itu.int\"]')").await;
        page.assert("letter.querySelector('a[href=\"tel:+41227306311\"]') && letter.querySelector('a[href=\"mailto:wtsa@itu.int\"]')").await;
    }

    async fn every_failure_is_one_sentence_and_an_event_and_keeps_the_words_of_the_page(page) {
        for (source, code, sentence) in [
            ("", "no-source", "No letter has been specified for display here."),
            ("/letters/none.md", "not-found", "The letter was not found at this address."),
            ("/faults/error.md", "not-delivered", "The site could not provide the letter."),
            ("/faults/page.md", "wrong-type", "The content at this address is not the text of a letter."),
            ("/faults/document.md", "wrong-type", "The content at this address is not the text of a letter."),
            ("http://127.0.0.1:9/letter.md", "network", "The letter could not be loaded because the connection failed."),
            ("/faults/cut.md", "network", "The letter could not be loaded because the connection failed."),
            ("/faults/unknown.md", "wrong-type", "The content at this address is not the text of a letter."),
            ("/faults/empty.md", "empty", "The letter file is empty."),
        ] {
            page.open_host(&LETTER.replace("/letters/cl-20-43/fr.md", source)).await;
            page.until("letterEvents.length > 0 && root.querySelector('[role=alert] p')").await;
            assert_eq!(page.text("return letterEvents[0].name + ' ' + letterEvents[0].code").await, format!("letter-error {code}"));
            assert_eq!(page.text("return root.querySelector('[role=alert] p').innerText").await, sentence);
            page.assert(OWN_WORDS_ARE_SEEN).await;
            page.assert("letter.childElementCount === 0 && root.querySelectorAll('.bar, .details').length === 0").await;
            page.assert_accessible().await;
        }
    }

    async fn a_text_that_is_no_letter_is_shown_as_it_is_with_a_notice(page) {
        page.open_host(&LETTER.replace("/letters/cl-20-43/fr.md", "/faults/notes.md")).await;
        page.until("letterEvents.length > 0 && root.querySelector('[role=alert] p')").await;
        page.assert("letterEvents[0].code === 'not-a-letter'").await;
        page.assert("letter.innerText.includes('The meeting began at nine, as an exception.')").await;
        page.assert("letter.querySelector('em').textContent === 'exception'").await;
        page.assert(OWN_WORDS_ARE_SEEN).await;
        page.assert_accessible().await;
        page.assert_no_problem().await;
    }

    async fn a_module_that_fails_to_load_leaves_the_words_of_the_page(page) {
        for folder in ["no-viewer", "no-module"] {
            let head = format!("<script type=\"module\" src=\"/{folder}/circular-letter.js\"></script>");
            page.open_host_with(&head, LETTER).await;
            page.until("letterEvents.length > 0 && root.querySelector('[role=alert]')").await;
            page.assert("letterEvents[0].name === 'letter-error' && letterEvents[0].code === 'module-failed'").await;
            page.assert("root.querySelector('[role=alert]').textContent === 'The letter viewer could not be loaded. Please reload the page to try again.'").await;
            page.assert(OWN_WORDS_ARE_SEEN).await;
            page.assert_accessible().await;
        }
    }

    async fn another_try_shows_the_letter_once_the_fault_has_passed(page) {
        page.open_host(&LETTER.replace("/letters/cl-20-43/fr.md", "/letters/none.md")).await;
        page.until("root.querySelector('.notice button:not([hidden])')").await;
        page.eval("window.realFetch = fetch; window.fetch = (url, options) => realFetch('/letters/cl-20-43/fr.md', options); root.querySelector('.notice button').focus()").await;
        page.press(Key::Enter).await;
        page.until_letter().await;
        page.assert("focused().classList.contains('sheet')").await;
        page.assert("!root.querySelector('.notice')").await;
    }

    async fn an_element_that_is_removed_and_put_back_shows_its_letter_once(page) {
        page.open_host(LETTER).await;
        page.until_letter().await;
        page.eval("window.kept = host; host.remove()").await;
        page.until("kept.querySelector('article') === null && kept.shadowRoot.querySelector('.viewer') === null").await;
        page.assert("kept.querySelector('#own') && kept.shadowRoot.querySelector('slot')").await;
        page.eval("document.querySelector('main').append(kept)").await;
        page.until_letter().await;
        page.assert("host.querySelectorAll('article').length === 1 && root.querySelectorAll('.viewer').length === 1").await;
        page.assert("root.adoptedStyleSheets.length === 1 && document.adoptedStyleSheets.length === 1").await;
        page.assert_no_problem().await;
    }

    async fn an_element_that_moves_keeps_its_letter(page) {
        page.open_host(LETTER).await;
        page.until_letter().await;
        page.eval("window.sameArticle = letter; document.querySelector('main').prepend(host)").await;
        page.eval("return null").await;
        page.assert("letter === sameArticle && letter.querySelector('.subject')").await;
        page.eval("root.querySelector('.details').open = true; root.querySelector('.copy button').click()").await;
        page.until("root.querySelector('.copy .outcome').textContent !== ''").await;
        page.assert("letterEvents.length === 1").await;
        page.assert_no_problem().await;
    }

    async fn an_element_that_leaves_while_it_loads_starts_nothing(page) {
        page.open_host("").await;
        page.eval(&format!("document.querySelector('main').innerHTML = `{LETTER}`; window.kept = document.querySelector('circular-letter'); kept.remove()")).await;
        page.eval("customElements.get('circular-letter'); const other = document.createElement('circular-letter'); other.setAttribute('src', '/letters/cl-20-43/fr.md'); document.querySelector('main').append(other)").await;
        page.until_letter().await;
        page.assert("kept.querySelector('article') === null && kept.shadowRoot.querySelector('.viewer') === null").await;
        page.assert_no_problem().await;
    }

    async fn only_the_last_of_several_sources_is_shown(page) {
        page.open_host(&LETTER.replace("/letters/cl-20-43/fr.md", "/faults/slow.md")).await;
        page.until("root.querySelector('.viewer')").await;
        page.eval("host.src = '/letters/none.md'; host.src = '/faults/notes.md'").await;
        page.until("letter.innerText.includes('The meeting began')").await;
        tokio::time::sleep(std::time::Duration::from_millis(2_300)).await;
        page.assert("letter.innerText.includes('The meeting began') && letterEvents.length === 1").await;
        page.assert_no_problem().await;
    }

    async fn each_source_is_announced_once(page) {
        page.open_host(LETTER).await;
        page.until_letter().await;
        page.eval("host.src = '/letters/none.md'").await;
        page.until("letterEvents.length > 1 && root.querySelector('.notice')").await;
        page.eval("host.src = '/letters/cl-20-43/fr.md'").await;
        page.until_letter().await;
        page.until("letterEvents.length > 2").await;
        let announced = page.text("return letterEvents.map(({ name, src }) => `${name} ${src}`).join(', ')").await;
        assert_eq!(
            announced,
            "letter-load /letters/cl-20-43/fr.md, letter-error /letters/none.md, letter-load /letters/cl-20-43/fr.md"
        );
    }

    async fn a_property_that_is_set_before_the_tag_is_known_counts(page) {
        page.open_host_with("", "<circular-letter lang=\"fr\"></circular-letter>").await;
        page.eval("host.src = '/letters/cl-20-43/fr.md'; const script = document.createElement('script'); script.type = 'module'; script.src = '/circular-letter.js'; document.head.append(script)").await;
        page.until_letter().await;
        page.assert("host.getAttribute('src') === '/letters/cl-20-43/fr.md' && !Object.hasOwn(host, 'src')").await;
    }

    async fn two_elements_on_a_page_do_not_disturb_each_other(page) {
        page.open_host(&format!("<circular-letter src=\"/faults/page.md\"></circular-letter>{LETTER}")).await;
        page.until("document.querySelectorAll('circular-letter')[1].querySelector('.subject')").await;
        page.until("root.querySelector('.notice')").await;
        page.assert("document.adoptedStyleSheets.length === 1").await;
    }

    async fn a_link_to_a_paragraph_leads_to_it(page) {
        page.enlarge(1280, 600).await;
        let url = page.server.add_host("<script type=\"module\" src=\"/circular-letter.js\"></script>", LETTER);
        page.open_url(&format!("{url}#p4")).await;
        page.until_letter().await;
        page.until("scrollY > 100").await;
        page.assert("document.getElementById('p4').getBoundingClientRect().top >= root.querySelector('.bar').getBoundingClientRect().bottom").await;
    }

    async fn the_interface_speaks_another_language_than_the_letter(page) {
        page.open_host(&LETTER.replace("lang=", "ui-lang=\"ar\" lang=")).await;
        page.until_letter().await;
        page.assert("root.querySelector('.viewer').dir === 'rtl' && root.querySelector('.viewer').lang === 'ar'").await;
        page.assert("letter.lang === 'fr' && letter.dir === 'ltr' && getComputedStyle(letter).direction === 'ltr'").await;
        page.assert("root.querySelector('.details h2').textContent === 'التفاصيل'").await;
        page.assert("root.querySelector('.identity').getBoundingClientRect().left > root.querySelector('.tools').getBoundingClientRect().right").await;
        page.eval("host.uiLang = 'ru'").await;
        page.until("root.querySelector('.details h2').textContent === 'Подробности'").await;
        page.assert_accessible().await;
    }

    async fn the_letter_works_under_the_strictest_policy(page) {
        let url = page.server.add_host("<script type=\"module\" src=\"/circular-letter.js\"></script>", LETTER);
        page.open_url(&url.replace("/host-", "/strict/host-")).await;
        page.until_letter().await;
        page.assert("getComputedStyle(root.querySelector('.bar')).display === 'flex'").await;
        page.assert("getComputedStyle(letter.querySelector('.issuance')).display === 'flex'").await;
        page.assert_no_problem().await;
    }

    async fn the_letter_fits_every_width(page) {
        for (width, height) in [(320, 640), (360, 740), (768, 1024), (1280, 800)] {
            page.open_in_frame("", width, height).await;
            page.until_letter().await;
            page.assert("document.documentElement.scrollWidth <= innerWidth").await;
            page.assert("[...root.querySelectorAll('button, summary')].filter((control) => control.getClientRects().length > 0).every((control) => { const { width, height } = control.getBoundingClientRect(); return width >= 24 && height >= 24 })").await;
            let [measure, size] = page.numbers("const style = getComputedStyle(letter); return [letter.clientWidth, parseFloat(style.fontSize)]").await[..] else { panic!("two numbers") };
            assert!(measure / size <= 40.0, "a line of {measure} px in type of {size} px is too long to be read well");
        }
        page.assert("root.querySelector('.rail').getBoundingClientRect().left > root.querySelector('.sheet').getBoundingClientRect().right").await;
    }

    async fn the_letter_fits_at_twice_the_size_of_type(page) {
        page.open_in_frame("", 640, 800).await;
        page.until_letter().await;
        page.eval("document.documentElement.style.fontSize = '200%'").await;
        page.assert("document.documentElement.scrollWidth <= innerWidth").await;
        page.assert("letter.querySelector('.issuer').getBoundingClientRect().right <= innerWidth").await;
    }

    async fn the_size_of_the_type_is_that_of_the_text_around(page) {
        page.open_host_with(
            "<script type=\"module\" src=\"/circular-letter.js\"></script><link rel=\"stylesheet\" href=\"/small-root.css\">",
            LETTER,
        )
        .await;
        page.until_letter().await;
        page.assert("getComputedStyle(document.documentElement).fontSize === '10px'").await;
        page.assert("getComputedStyle(letter.querySelector('.paragraph')).fontSize === '17px'").await;
        page.assert("getComputedStyle(root.querySelector('.bar')).fontSize === '14px'").await;
        page.assert("getComputedStyle(letter.querySelector('.issuance')).paddingBottom === '16px'").await;
    }

    async fn a_loud_host_does_not_drown_the_letter(page) {
        page.open_host_with(
            "<script type=\"module\" src=\"/circular-letter.js\"></script><link rel=\"stylesheet\" href=\"/loud.css\">",
            LETTER,
        )
        .await;
        page.until_letter().await;
        for element in [".paragraph", ".subject h2", ".issuer", "dd"] {
            let style = format!("const style = getComputedStyle(letter.querySelector('{element}'))");
            let seen = page.text(&format!("{style}; return [style.color, style.textTransform, style.letterSpacing, style.borderBottomWidth].join('|')")).await;
            assert_eq!(seen, "rgb(22, 25, 29)|none|normal|0px", "{element}");
        }
        page.assert("getComputedStyle(letter.querySelector('.particulars')).marginTop === '0px'").await;
        page.assert("getComputedStyle(root.querySelector('.bar button')).opacity === '1'").await;
    }

    async fn a_page_that_knows_no_dark_gets_no_dark_letter(page) {
        page.open_host(LETTER).await;
        page.until_letter().await;
        page.assert("getComputedStyle(root.querySelector('.sheet')).backgroundColor === 'rgb(255, 255, 255)'").await;
        page.eval("host.style.colorScheme = 'dark'").await;
        page.assert("getComputedStyle(root.querySelector('.sheet')).backgroundColor === 'rgb(26, 29, 33)'").await;
    }

    async fn a_letter_on_its_way_is_announced_beside_the_words_of_the_page(page) {
        page.open_host(&LETTER.replace("/letters/cl-20-43/fr.md", "/faults/slow.md")).await;
        page.until("root.querySelector('[role=status]')?.textContent === 'Loading the letter…'").await;
        page.assert(OWN_WORDS_ARE_SEEN).await;
        page.assert_accessible().await;
        page.until_letter().await;
        page.assert("root.querySelector('[role=status]').textContent === ''").await;
    }

    async fn the_page_is_accessible(page) {
        for width in [360, 1280] {
            page.open_in_frame("", width, 800).await;
            page.until_letter().await;
            page.assert_accessible().await;
            page.eval("root.querySelector('.details').open = false").await;
            page.assert_accessible().await;
        }
    }

    async fn the_details_lead_to_annexes_and_to_the_paragraphs_with_key_dates(page) {
        page.open_host(&specimen("tsb-circular-table.fr", "")).await;
        page.until_letter().await;
        page.assert("[...root.querySelectorAll('.details dt')].some((term) => term.textContent === 'Key dates')").await;
        page.eval("root.querySelector('.details a[href=\"#annex-1\"]').click()").await;
        page.until("location.hash === '#annex-1' && letter.querySelector('#annex-1').getBoundingClientRect().top < innerHeight").await;
        page.assert("letter.querySelector('#annex-1 > .permalink').getAttribute('href') === '#annex-1'").await;
        page.eval("root.querySelector('.details time').closest('dl').querySelector('a[href^=\"#p\"]').click()").await;
        page.until("/^#p[0-9]+$/.test(location.hash) && letter.querySelector(location.hash).querySelector('.permalink')").await;
        page.assert("root.querySelector('.details q').textContent.length > 0").await;
        page.assert_accessible().await;
        page.assert_no_problem().await;
    }

    async fn a_wide_table_scrolls_inside_the_sheet(page) {
        page.open_host_in_frame(&specimen("collective-letter.fr", ""), 360, 800).await;
        page.until_letter().await;
        page.assert("[...letter.querySelectorAll('.scroller')].some((box) => box.scrollWidth > box.clientWidth)").await;
        page.assert("document.documentElement.scrollWidth <= innerWidth").await;
        page.assert("[...letter.querySelectorAll('.scroller')].every((box) => box.tabIndex === 0)").await;
        page.assert_accessible().await;
    }

    async fn a_footnote_and_its_mark_lead_to_each_other(page) {
        page.open_host(&specimen("dm-letter.fr", "")).await;
        page.until_letter().await;
        page.eval("letter.querySelector('#mark-1').click()").await;
        page.until("location.hash === '#note-1'").await;
        page.eval("letter.querySelector('#note-1 a[href=\"#mark-1\"]').click()").await;
        page.until("location.hash === '#mark-1'").await;
        page.assert_accessible().await;
    }

    async fn only_developers_see_what_is_to_be_mended(page) {
        page.open_host(LETTER).await;
        page.until_letter().await;
        page.assert("root.querySelector('.debug') === null").await;
        page.eval("host.toggleAttribute('debug')").await;
        page.until("root.querySelectorAll('.debug li').length === 4").await;
        page.assert("root.querySelector('.debug code').textContent === '26:31 warning[dead-link]'").await;
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
            page.assert("document.documentElement.scrollWidth <= innerWidth").await;
            page.assert_accessible().await;
            page.assert_no_problem().await;
        }
    }

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
        page.until("heard.length === 3 && heard[2].src === '/letters/cl-20-43/fr.md' && root.querySelector('.card .report').disabled").await;
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
        page.until("location.hash === '#r6'").await;
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

    async fn the_slot_for_the_emblem_takes_what_the_host_gives(page) {
        page.open_host(&LETTER.replace("<p id", "<img slot=\"emblem\" alt=\"Emblem\" width=\"40\" height=\"40\" src=\"/icon\"><p id")).await;
        page.until_letter().await;
        page.assert("document.querySelector('img').getBoundingClientRect().bottom <= letter.getBoundingClientRect().top").await;
    }
}
