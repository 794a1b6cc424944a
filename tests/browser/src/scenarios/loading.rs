//! Records and Markdown on their way to the page, and the letter before its viewer is there.

use browser_tests::page::Page;
use serde_json::json;

use super::Named;

/// A letter by its record.
const RECORD: &str =
    "<circular-letter src='/records/fr.json' lang='fr' ui-lang='en'>Own words</circular-letter>";

/// A script after which the viewer comes only when it is asked for.
const SAVES_DATA: &str = "<script type='module' src='/saves-data.js'></script><script type='module' src='/circular-letter.js'></script>";

/// A file of each kind, and of each that loads others.
const MIXED: [&str; 10] = [
    "frame.js",
    "letter.css",
    "working.js",
    "reader.js",
    "reader_bg.wasm",
    "companion.js",
    "viewer.css",
    "viewer.js",
    "viewer_bg.wasm",
    "interface-en.js",
];

scenarios! {
    with "loading.js";

    async fn a_record_is_shown_and_nothing_reads_markdown_for_it(page) {
        page.open_host(RECORD).await;
        page.until_letter().await;
        page.assert("letterEvents[0].name === 'letter-load' && letterEvents[0].src === '/records/fr.json'").await;
        page.assert("letter.lang === 'fr' && allInLetter('.paragraph').length === 5 && citationOf('sg/cl/2019/53')").await;
        page.assert("fetched('reader').length === 0 && fetched('.md').length === 0").await;
        page.assert("host.metadata().ids[0] === 'sg/cl/2020/43' && host.citations().length > 6").await;
        page.assert_no_problem().await;
    }

    async fn a_record_is_shown_where_web_assembly_is_refused(page) {
        let url = page.server.add_host("<script type='module' src='/circular-letter.js'></script>", RECORD);
        page.open(&url.replace("host-", "no-wasm/host-").replacen(&page.server.url(""), "", 1)).await;
        page.until("letter?.querySelector('.subject') && inControls('.bar .reference')").await;
        page.until("letterEvents.some(({ code }) => code === 'wasm-blocked')").await;
        // The letter and its name stay, and no alarm is raised over a letter that is there.
        page.assert("inLetter('.subject') && referenceInBar() === 'CL-20/43' && !inControls('[role=alert]')").await;
        page.assert("host.metadata().ids[0] === 'sg/cl/2020/43'").await;
    }

    async fn a_record_of_another_version_is_read_from_its_source(page) {
        page.open_host("<circular-letter src='/records/future.json'></circular-letter>").await;
        page.until_letter().await;
        page.assert("letter.lang === 'fr' && fetched('/letters/cl-20-43/fr.md').length === 1").await;
        page.assert_no_problem().await;
    }

    async fn what_is_no_part_of_a_letter_is_refused_in_a_record(page) {
        let hostile = page.call_async("showHostileRecords", json!([])).await;
        assert_eq!(hostile, json!([]), "what hostile records brought about");
        page.assert_no_problem().await;
    }

    async fn the_page_says_where_records_are(page) {
        let link = "<link rel='alternate' type='application/vnd.circular-letter+json' hreflang='fr' href='/records/fr.json'>";
        let scripts = format!("{link}<script type='module' src='/circular-letter.js'></script>");
        page.open_host_with(&scripts, "<circular-letter src='/letters/cl-20-43/{lang}.md' languages='fr en' lang='fr'></circular-letter>").await;
        page.until_letter().await;
        page.assert("fetched('/records/fr.json').length === 1 && fetched('fr.md').length === 0").await;
        page.eval("languageLink('en').click()").await;
        page.until("letter.lang === 'en'").await;
        page.assert("fetched('en.md').length === 1").await;
        page.assert_no_problem().await;
    }

    async fn a_catalogue_says_where_records_are(page) {
        page.open_host("<circular-letter catalogue='/records/catalogue.json' letter='sg/cl/2020/43' lang='fr'></circular-letter>").await;
        page.until_letter().await;
        page.assert("fetched('/records/fr.json').length === 1 && fetched('fr.md').length === 0").await;
        page.assert_no_problem().await;
    }

    async fn a_letter_answers_before_its_viewer_is_there(page) {
        page.open_host_with(SAVES_DATA, "<circular-letter src='/letters/cl-20-43/{lang}.md' languages='fr en' lang='fr' ui-lang='en'></circular-letter>").await;
        page.until("letter?.querySelector('.subject')").await;
        page.assert("fetched('viewer').length === 0 && letterEvents.length === 1").await;
        page.assert("host.metadata().subject.length > 0 && host.citations()[0].id === 'sg/cl/2019/53'").await;
        page.assert("Object.keys(host.citations()[0]).every((key) => !['line', 'column', 'link'].includes(key))").await;
        page.assert("referenceInBar() === 'CL-20/43' && languageLink('en').getAttribute('href') === '/letters/cl-20-43/en.md'").await;
        page.eval("host.reload()").await;
        page.until("letterEvents.length === 2").await;
        page.eval("host.lang = 'en'").await;
        page.until("letter.lang === 'en' && letterEvents.length === 3").await;
        page.assert("fetched('viewer').length === 0").await;
        page.assert_accessible().await;
        // What is pressed brings the viewer, which does it.
        page.eval("inControls('.bar .compare').click()").await;
        page.until("inControls('#beside.open')").await;
        page.assert("letterEvents.length === 3 && letter.lang === 'en'").await;
        page.assert_no_problem().await;
    }

    async fn a_reference_that_is_followed_at_once_is_reported_and_not_lost(page) {
        page.open_host_with(SAVES_DATA, "<circular-letter src='/letters/cl-20-43/fr.md' lang='fr'></circular-letter>").await;
        page.until("letter?.querySelector('.subject')").await;
        page.eval("noteFollowed(); citationOf('sg/cl/2019/53').click()").await;
        page.until("followed.length === 1").await;
        page.assert("followed[0].id === 'sg/cl/2019/53' && followed[0].href.startsWith('https://') && followed[0].state === 'resolved'").await;
    }

    async fn what_is_known_about_a_reference_is_shown_before_the_viewer_is_there(page) {
        page.open_host_with(SAVES_DATA, "<circular-letter src='/letters/cl-20-43/fr.md' lang='fr' ui-lang='en'></circular-letter>").await;
        page.until("letter?.querySelector('.subject')").await;
        page.eval("tap(inLetter('#r1'))").await;
        page.until("inControls('dialog[open]')?.textContent.includes('CL-19/53')").await;
        page.assert_no_problem().await;
    }

    async fn a_reference_waits_for_what_the_page_knows(page) {
        page.open_host_with(SAVES_DATA, "<circular-letter src='/letters/cl-20-43/fr.md' lang='fr'></circular-letter>").await;
        page.eval("host.resolver = (id) => pause(200).then(() => ({ href: `/known/${id}` }))").await;
        page.until("letter?.querySelector('.subject')").await;
        page.eval("noteFollowed(); citationOf('sg/cl/2019/53').click()").await;
        page.until("followed.length === 1").await;
        page.assert("followed[0].href.endsWith('/known/sg/cl/2019/53')").await;
        page.assert("answered").await;
    }

    async fn nothing_moves_when_the_viewer_comes(page) {
        let routes = [
            RECORD,
            "<circular-letter src='/letters/cl-20-43/fr.md' ui-lang='ru'></circular-letter>",
            "<circular-letter src='/letters/cl-20-43/{lang}.md' languages='ar zh en fr ru es' lang='ar'></circular-letter>",
            "<circular-letter catalogue='/letters/catalogue.json' letter='sg/cl/2020/43'></circular-letter>",
            "<circular-letter src='/records/fr.json' controls='languages'></circular-letter>",
            "<circular-letter src='/records/fr.json' controls=''></circular-letter>",
        ];
        for (width, height) in [(360, 740), (800, 900), (1280, 900)] {
            for route in routes {
                let script = "<script type='module' src='/circular-letter.js'></script>";
                let url = page.server.add_host(script, route);
                page.open_in_frame(url.rsplit('/').next().unwrap_or_default(), width, height).await;
                page.until("letter?.querySelector('.subject')").await;
                page.eval("noteLayoutShifts(); window.places = JSON.stringify(placesOfParts())").await;
                page.eval("host.dispatchEvent(new Event('focusin'))").await;
                page.until("inControls('.viewer .messages')").await;
                page.pause(300).await;
                let moved = page.value("[places, JSON.stringify(placesOfParts())]").await;
                assert_eq!(moved[0], moved[1], "{route} at {width}");
                assert_eq!(page.text("shifts.join()").await, "", "{route} at {width}");
            }
        }
    }

    async fn a_file_that_somebody_has_changed_is_not_used_however_it_is_cached(page) {
        let changes = [
            ("reader_bg.wasm", "module-failed"),
            ("letter.css", "module-failed"),
            ("letters+cl-20-43+fr.md", "network"),
            ("companion.js", "module-failed"),
            ("viewer.js", "module-failed"),
            ("viewer_bg.wasm", "module-failed"),
            ("interface-en.js", "module-failed"),
        ];
        for (caching, changed) in changes.into_iter().enumerate() {
            for (changed, code) in [changed, ("frame.js", "module-failed"), ("nothing", "")] {
                let folder = format!("changed/{caching}/{changed}");
                let src = format!("/{folder}/letters/cl-20-43/fr.md");
                page.open_host_with("", &format!("<circular-letter src='{src}' lang='fr'>Own words</circular-letter>")).await;
                page.call_async("addScriptWithHashes", json!([folder])).await;
                page.until("letterEvents.length > 0").await;
                let is_of_viewer = ["companion.js", "viewer.js", "viewer_bg.wasm", "interface-en.js", "nothing"].contains(&changed);
                page.assert(&format!("Boolean(letter?.querySelector('.subject')) === {is_of_viewer}")).await;
                page.eval("host.dispatchEvent(new Event('focusin'))").await;
                if code.is_empty() {
                    page.until("inControls('.viewer .messages')").await;
                } else {
                    page.until(&format!("letterEvents.some((event) => event.code === '{code}')")).await;
                }
                page.assert("!globalThis.hasRunChanged").await;
            }
        }
    }

    async fn the_files_may_be_on_another_origin(page) {
        let cdn = page.server.url("cors/circular-letter.js").replace("127.0.0.1", "localhost");
        let script = format!("<script type='module' src='{cdn}'></script>");
        for letter in ["/letters/cl-20-43/fr.md", "/records/fr.json", "/long/1.md"] {
            page.open_host_with(&script, &format!("<circular-letter src='{letter}' controls='tools list languages'></circular-letter>")).await;
            page.until("letter && inLetter('.paragraph') && letterEvents.length > 0").await;
            page.eval("host.dispatchEvent(new Event('focusin'))").await;
            page.until("inControls('.viewer .messages')").await;
            page.assert("fetched('localhost').length > 5 && letterEvents.every(({ name }) => name === 'letter-load')").await;
        }
        page.eval("inControls('.more').click()").await;
        page.until("host.shadowRoot.querySelector('dialog.taking')").await;
        page.assert_no_problem().await;
    }

    async fn a_file_of_another_build_is_fetched_past_the_cache(page) {
        for file in MIXED {
            page.open_mixed(file, "cached").await;
            page.until("inControls('.viewer .messages') && inLetter('.subject')").await;
            page.assert(&format!("fetched('/{file}?').length === 1")).await;
            page.assert("letterEvents.every(({ name }) => name !== 'letter-error')").await;
            page.assert_no_problem().await;
        }
    }

    async fn a_mix_of_builds_that_stays_is_named(page) {
        for file in MIXED {
            page.open_mixed(file, "everywhere").await;
            page.until("letterEvents.some(({ code }) => code === 'mixed-versions')").await;
            let is_of_viewer = ["companion.js", "interface-en.js", "viewer.js", "viewer_bg.wasm", "viewer.css"].contains(&file);
            page.assert(&format!("Boolean(letter?.querySelector('.subject')) === {is_of_viewer}")).await;
            let notice = if is_of_viewer { "!inControls('[role=alert]')" } else { "inControls('[role=alert]').textContent.includes('updated')" };
            page.assert(notice).await;
        }
    }

    async fn the_beginning_of_a_very_long_letter_is_shown_while_the_rest_is_read(page) {
        page.open_host("<p>A page without a letter</p>").await;
        page.eval("addNotingBeginning('/long/1.md')").await;
        page.until("letter && isWhole() && letterEvents.length > 0").await;
        page.assert("begun.events === 0 && begun.paragraphs > 40 && begun.paragraphs < 400").await;
        page.assert("document.getElementById('p1') === begun.first && document.querySelectorAll('#p1').length === 1").await;
        page.assert("letter.querySelectorAll('.paragraph').length > 1500").await;
    }

    async fn long_letters_are_read_where_no_worker_can_be(page) {
        for place in ["no-worker/", "strict/", "", "bad-worker/"] {
            let script = if place == "bad-worker/" { "/bad-worker/circular-letter.js" } else { "/circular-letter.js" };
            let script = format!("<script type='module' src='{script}'></script>");
            let url = page.server.add_host(&script, "<circular-letter src='/long/1.md'></circular-letter>");
            let place = if place == "bad-worker/" { "" } else { place };
            page.open(&url.replace("host-", &format!("{place}host-")).replacen(&page.server.url(""), "", 1)).await;
            page.until("letter && isWhole()").await;
        }
    }

    async fn a_page_with_the_old_files_alone_shows_its_own_words(page) {
        page.open_host_with("<script type='module' src='/old-files/circular-letter.js'></script>", RECORD).await;
        page.until("letterEvents.some(({ code }) => code === 'module-failed')").await;
        page.assert("inControls('[role=alert]').textContent.includes('could not be loaded')").await;
        page.assert("/letter\\.css|controls\\.css|frame\\.js/.test(letterEvents.find(({ code }) => code === 'module-failed').message)").await;
        page.assert("host.innerText.includes('Own words') && inControls('slot:not([name])')").await;
    }
}
