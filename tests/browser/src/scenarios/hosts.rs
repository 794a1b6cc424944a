//! The element in the applications of tests/hosts: the recipes of docs/embedding.md.

use browser_tests::page::Page;
use serde_json::json;

use super::Named;

scenarios! {
    with "hosts.js";

    async fn a_react_application_shows_the_letter_and_hears_its_events(page) {
        open(&page, REACT, "").await;
        page.eval("show('fr')").await;
        page.until_letter().await;
        // Its function is asked, and its address is that of the link; where it answers nothing, the viewer's own rules decide.
        page.until("inLetter('#r1').getAttribute('href') === '/circulars/sg/cl/2019/53'").await;
        page.assert("host.citations().some(({ provenance }) => provenance !== 'host')").await;
        page.assert("host.resolver('pp/res/99@2018', { language: 'fr' }) === undefined").await;
        page.assert("!host.hasAttribute('resolver')").await;
        page.until("application.loaded.join() === '/letters/cl-20-43/fr.md'").await;
        page.assert_no_problem().await;
    }

    async fn another_yew_application_shows_the_letter_and_hears_its_events(page) {
        page.server.host_file("yew/index.html");
        page.open("hosts/yew/index.html").await;
        page.until_letter().await;
        page.until("document.querySelector('#heard').textContent === '/letters/cl-20-43/fr.md'").await;
        page.until("inLetter('#r1').href === 'https://example.org/known'").await;
        page.eval("document.querySelector('#switch').click()").await;
        page.until("letter.lang === 'es'").await;
        page.until("document.querySelector('#heard').textContent.endsWith(' /letters/cl-20-43/es.md')").await;
        // A press in the viewer is the viewer's alone.
        page.eval("pressDetails()").await;
        page.until("panel.open !== was").await;
        page.eval("window.kept = host; document.querySelector('#toggle').click()").await;
        page.until("elementHasGone()").await;
        page.eval("document.querySelector('#toggle').click()").await;
        page.until_letter().await;
        page.assert("letter.lang === 'es'").await;
        page.assert_no_problem().await;
    }

    async fn a_frame_of_another_origin_shows_the_letter_and_keeps_its_address_to_itself(page) {
        page.server.host_file("frame/letter.html");
        // The same server by another name is another origin.
        let recipe = std::fs::read_to_string(concat!(env!("CARGO_MANIFEST_DIR"), "/../hosts/frame/around.html"));
        let letters = page.server.url("hosts/frame/letter.html").replace("127.0.0.1", "localhost");
        page.open_host_with("", &recipe.unwrap_or_default().replace("https://letters.example/letter.html", &letters)).await;
        page.enter_frame().await;
        page.until_letter().await;
        page.until("origin.includes('localhost') && document.title.includes('CL-20/43')").await;
        page.eval("languageLink('es').click()").await;
        page.until("letter.lang === 'es' && location.search.includes('lang=es')").await;
        // References to other sites open in the whole window.
        page.eval("followReferenceToOtherSite()").await;
        page.until("opened.length === 1 && opened[0].startsWith('https://') && opened[0].endsWith(' _top')").await;
        page.leave_frame().await;
        page.assert("location.pathname.startsWith('/host-') && location.search === '' && document.title === 'Host'").await;
    }

    async fn a_react_application_shows_another_letter_in_the_same_element(page) {
        open(&page, REACT, "").await;
        another_letter_takes_its_place(&page, "show('fr')", "show('es')").await;
    }

    async fn a_react_application_that_renders_the_same_again_changes_nothing(page) {
        for bundle in [REACT, REACT_EFFECT] {
            open(&page, bundle, "").await;
            page.eval("show('fr')").await;
            page.until_letter().await;
            page.until("application.loaded.length === 1").await;
            // The letter is announced before the controls around it are complete.
            page.eval("noteChanges()").await;
            page.pause(500).await;
            for _ in 0..20 {
                if page.holds("isStill()").await {
                    break;
                }
                page.pause(500).await;
            }
            page.eval("show('fr')").await;
            page.pause(300).await;
            assert_eq!(page.value("changes").await, serde_json::json!([]), "what has changed");
            page.assert("application.loaded.length === 1").await;
            page.assert_no_problem().await;
        }
    }

    async fn react_sets_objects_and_hears_every_event(page) {
        open(&page, REACT_PROPERTIES, "").await;
        page.eval("application.show({ lang: 'fr', kept: true, debug: true })").await;
        page.until_letter().await;
        page.until("inLetter('#r1') && inLetter('a[href=\"/resolutions/99\"]')").await;
        page.assert("catalogueIsObject() && inControls('.viewer').lang === 'en'").await;
        page.assert("host.getAttribute('debug') === '' && inControls('.debug')").await;
        // The application keeps the language; then it does not.
        page.eval("languageLink('es').click()").await;
        page.pause(300).await;
        page.assert("letter.lang === 'fr' && application.loaded.length === 1").await;
        page.eval("application.show({ lang: 'fr', kept: false, debug: false })").await;
        page.until("!host.hasAttribute('debug') && !inControls('.debug')").await;
        page.eval("languageLink('es').click()").await;
        page.until("letter.lang === 'es' && application.loaded.includes('fr–es')").await;
        page.eval("showText('ru')").await;
        page.until("letter.lang === 'ru'").await;
        page.eval("application.show({ lang: 'fr' })").await;
        page.until("letter.lang === 'fr'").await;
        page.assert_no_problem().await;
    }

    async fn react_removes_the_letter_and_nothing_stays_behind(page) {
        // With its state in the address, the viewer listens to the window.
        for (bundle, more) in [(REACT, "{}"), (REACT_EFFECT, "{}"), (REACT_PROPERTIES, "{ history: 'query' }")] {
            open(&page, bundle, "").await;
            nothing_stays_behind(&page, &format!("show('fr', {more})"), "application.leave()", 9).await;
        }
    }

    async fn react_in_strict_mode_mounts_twice_and_shows_the_letter_once(page) {
        for bundle in [REACT, REACT_EFFECT] {
            open(&page, bundle, "").await;
            page.eval("show('fr', { strict: true })").await;
            page.until_letter().await;
            page.until("application.loaded.length === 1").await;
            page.until("inLetter('#r1').getAttribute('href') === '/circulars/sg/cl/2019/53'").await;
            page.assert("document.querySelectorAll('circular-letter, article').length === 2").await;
            page.assert("allInControls('.viewer').length === 1").await;
            page.eval("show('es', { strict: true })").await;
            page.until("letter.lang === 'es' && application.loaded.length === 2").await;
            page.eval("application.leave()").await;
            page.assert("document.querySelectorAll('circular-letter, article').length === 0").await;
            page.assert_no_problem().await;
        }
    }

    async fn react_with_an_effect_shows_the_letter_and_hears_its_events(page) {
        open(&page, REACT_EFFECT, "").await;
        // The effect brings the tag: it is not defined before.
        page.assert("!customElements.get('circular-letter')").await;
        page.eval("show('fr')").await;
        page.until_letter().await;
        page.until("inLetter('#r1').getAttribute('href') === '/circulars/sg/cl/2019/53'").await;
        page.until("application.loaded.join() === '/letters/cl-20-43/fr.md'").await;
        page.assert_no_problem().await;
        open(&page, REACT_EFFECT, "").await;
        another_letter_takes_its_place(&page, "show('fr')", "show('es')").await;
    }

    async fn react_hydrates_what_a_server_has_rendered(page) {
        let rendered = page.server.host_file("react-server.html");
        for more in ["{}", "{ strict: true }"] {
            open(&page, REACT_EFFECT, &rendered).await;
            page.assert("host.getAttribute('ui-lang') === 'fr' && host.innerText === 'PDF'").await;
            page.eval(&format!("takeOver('fr', {more})")).await;
            page.until_letter().await;
            page.until("inLetter('#r1').getAttribute('href') === '/circulars/sg/cl/2019/53'").await;
            page.until("application.loaded.join() === '/letters/cl-20-43/fr.md'").await;
            page.eval(&format!("show('es', {more})")).await;
            page.until("letter.lang === 'es'").await;
            page.assert_no_problem().await;
        }
    }

    async fn react_hydrates_a_letter_that_is_already_shown(page) {
        let rendered = page.server.host_file("react-server.html");
        // A link, or the letter itself, is what the server has put into the element.
        let link = "<p><a href=\"/cl-20-43.pdf\">PDF</a></p>";
        for (inside, more) in [(link, "{}"), (&page.server.static_letter("fr"), "{ strict: true }")] {
            let head = "<script type=\"module\" src=\"/circular-letter.js\"></script>";
            assert!(rendered.contains(link), "the server renders another link: {rendered}");
            let body = format!("<div id=\"place\">{}</div>", rendered.replace(link, inside));
            page.open_host_with(head, &body).await;
            page.until("host.querySelector(':scope > [slot=letter] #r1')").await;
            page.call("importApplication", json!([REACT_EFFECT])).await;
            page.until("window.application").await;
            page.eval(&format!("takeOver('fr', {more})")).await;
            page.until("host.querySelector('[slot=letter] #r1').getAttribute('href') === '/circulars/sg/cl/2019/53'").await;
            page.eval(&format!("show('es', {more})")).await;
            page.until("host.querySelector('[slot=letter]').lang === 'es'").await;
            page.until("application.loaded.join() === '/letters/cl-20-43/es.md'").await;
            page.assert("host === kept && document.querySelectorAll('[slot=letter]').length === 1").await;
            page.assert_no_problem().await;
        }
    }

    async fn an_application_of_each_framework_gives_properties_and_hears_events(page) {
        for bundle in FRAMEWORKS {
            open(&page, bundle, "").await;
            page.eval("show('fr')").await;
            page.until_letter().await;
            page.until("inLetter('#r1').getAttribute('href') === '/circulars/sg/cl/2019/53'").await;
            page.assert("application.loaded.join() === '/letters/cl-20-43/fr.md' && !host.hasAttribute('resolver')").await;
            page.assert_no_problem().await;
            open(&page, bundle, "").await;
            another_letter_takes_its_place(&page, "show('fr')", "show('es')").await;
        }
    }

    async fn an_application_of_each_framework_takes_the_letter_out_and_nothing_stays_behind(page) {
        for bundle in FRAMEWORKS {
            open(&page, bundle, "").await;
            nothing_stays_behind(&page, "show('fr')", "application.leave()", 9).await;
        }
    }

    async fn a_web_part_of_sharepoint_shows_the_letter(page) {
        open(&page, SHAREPOINT, "").await;
        page.eval("addPart('fr')").await;
        page.until_letter().await;
        page.assert("host.parentElement === part.place && part.waits").await;
        page.assert("part.fields.join() === 'src,languages,language'").await;
        // The viewer comes from the library of the site.
        page.assert("fetched('/hosts/sites/letters/SiteAssets/circular-letter/viewer').length === 3").await;
        page.assert_no_problem().await;
    }

    async fn a_web_part_of_sharepoint_follows_its_property_pane(page) {
        open(&page, SHAREPOINT, "").await;
        // As it is when somebody adds it to a page: without an address.
        page.eval("addPart()").await;
        page.until("root?.querySelector('.notice') && letterEvents.at(-1).code === 'no-source'").await;
        another_letter_takes_its_place(&page, "setPart('fr')", "setPart('es')").await;
        page.eval("part.set({ src: '/letters/cl-20-43/{lang}.md', languages: 'en fr', language: 'en' })").await;
        page.until("letter.lang === 'en' && allInControls('.languages a').length === 2").await;
        page.eval("part.set({ src: '' })").await;
        page.until("letterEvents.at(-1).code === 'no-source'").await;
    }

    async fn web_parts_of_sharepoint_share_one_script_and_leave_nothing_behind(page) {
        open(&page, SHAREPOINT, "").await;
        page.eval("addPart('fr')").await;
        page.until_letter().await;
        page.eval("addPart('es', 'second')").await;
        page.until("window.second?.place.querySelector('article .subject')").await;
        page.assert("document.head.querySelectorAll('script[src*=SiteAssets]').length === 1").await;
        page.eval("part.leave(); second.leave()").await;
        nothing_stays_behind(&page, "addPart('fr')", "part.leave()", 9).await;
    }

    async fn a_web_part_of_sharepoint_without_its_script_says_so_and_tries_again(page) {
        open(&page, SHAREPOINT, "").await;
        // The library has no such file, once.
        page.eval("addPartWithoutScript()").await;
        page.until("said !== ''").await;
        let address = page.server.url("hosts/sites/letters/SiteAssets/circular-letter/circular-letter.js");
        assert_eq!(page.text("said").await, format!("There is no viewer at {address}"));
        page.eval("addPart('fr')").await;
        page.until_letter().await;
    }

    async fn the_editor_of_wordpress_shows_the_fields_of_the_block_and_stores_them(page) {
        open_editor(&page).await;
        page.eval("application.open()").await;
        page.until("fieldsOfBlock().length === 4").await;
        page.assert("!document.querySelector('circular-letter')").await;
        assert_eq!(page.text("application.stored()").await, "<!-- wp:circular-letter/letter /-->");
        page.eval("type(0, '/letters/cl-20-43/{lang}.md'); type(2, 'fr')").await;
        page.until("application.stored().includes('fr')").await;
        let stored = page.text("application.stored()").await;
        assert_eq!(stored, "<!-- wp:circular-letter/letter {\"src\":\"/letters/cl-20-43/{lang}.md\",\"language\":\"fr\"} /-->");
        open_editor(&page).await;
        page.eval(&format!("application.open('{stored}')")).await;
        page.until("fieldsOfBlock().map(({ value }) => value).join() === '/letters/cl-20-43/{lang}.md,,fr,'").await;
        assert_eq!(page.text("application.stored()").await, stored);
        page.assert_no_problem().await;
    }

    async fn a_page_of_wordpress_shows_the_letter_of_the_block(page) {
        page.server.host_file("circular-letter-block/block.json");
        page.open_host_with(WORDPRESS_HEAD, WORDPRESS_BLOCK).await;
        page.until_letter().await;
        page.assert("letter.lang === 'fr' && allInControls('.languages a').length === 6").await;
        page.assert("host.className === 'alignwide wp-block-circular-letter-letter'").await;
        page.assert("host.innerText.includes('730 6311') && !isShown(host.querySelector('p'))").await;
        // The version is part of the address of the script, and the viewer is found beside it all the same.
        page.assert("fetched('/hosts/circular-letter-block/viewer/viewer').length === 3").await;
        page.assert_no_problem().await;
    }
}

/// The bundles of target/hosts.
const REACT: &str = "react-page";
const REACT_PROPERTIES: &str = "react-properties-page";
const REACT_EFFECT: &str = "react-effect-page";
const FRAMEWORKS: [&str; 4] = ["jquery-page", "lit-page", "svelte-page", "vue-properties-page"];
const SHAREPOINT: &str = "sharepoint-page";
const WORDPRESS_EDITOR: &str = "wordpress-editor";

/// What WordPress 6.5 makes of the block in a page, by `block.json` and `render.php`.
const WORDPRESS_HEAD: &str = "<link rel='stylesheet' id='circular-letter-letter-view-style-css' href='/hosts/circular-letter-block/viewer/letter.css?ver=0.2.0' media='all' />\
     <script type=\"module\" src=\"/hosts/circular-letter-block/viewer/circular-letter.js?ver=0.2.0\" id=\"circular-letter-letter-view-script-module-js-module\"></script>";
const WORDPRESS_BLOCK: &str = "<circular-letter class=\"alignwide wp-block-circular-letter-letter\" src=\"/letters/cl-20-43/{lang}.md\" languages=\"ar zh en fr ru es\" lang=\"fr\">\n\
     \t\t\t<p><a href=\"/cl-20-43.pdf\">PDF</a></p>\n\
     \t</circular-letter>\n";

/// Opens a page with an application, and something that is there before it.
async fn open(page: &Page, bundle: &str, body: &str) {
    // Says what to do where it has not been bundled.
    page.server.host_file(&format!("{bundle}.js"));
    let head = format!("<script type=\"module\" src=\"/hosts/{bundle}.js\"></script>");
    page.open_host_with(&head, &format!("<div id=\"place\">{body}</div>")).await;
    page.until("window.application").await;
}

/// Opens a page with the editor of WordPress and the script of the block, which is a classic one.
async fn open_editor(page: &Page) {
    page.server.host_file(&format!("{WORDPRESS_EDITOR}.js"));
    let body = format!(
        "<div id=\"place\"></div><script src=\"/hosts/{WORDPRESS_EDITOR}.js\"></script>\
         <script src=\"/hosts/circular-letter-block/index.js\"></script>"
    );
    page.open_host_with("", &body).await;
    page.until("window.wp?.blocks.getBlockType('circular-letter/letter')").await;
}

/// Asserts that a host that has shown one letter shows another one in the same element, and the first one again.
pub(super) async fn another_letter_takes_its_place(page: &Page, show_french: &str, show_spanish: &str) {
    page.eval(show_french).await;
    page.until_letter().await;
    page.until("letter.lang === 'fr'").await;
    page.eval("window.kept = host").await;
    page.eval(show_spanish).await;
    page.until("letter.lang === 'es' && letterEvents.at(-1).src.endsWith('es.md')").await;
    page.assert("host === kept && host.querySelectorAll(':scope > article').length === 1").await;
    page.eval(show_french).await;
    page.until("letter.lang === 'fr' && letterEvents.at(-1).src.endsWith('fr.md')").await;
    page.assert_no_problem().await;
}

/// Asserts that a host can show the letter and take it out a number of times, also before it is there, and that no node, listener
/// or style sheet is more in the end than after the first time.
pub(super) async fn nothing_stays_behind(page: &Page, show: &str, leave: &str, times: usize) {
    page.eval(show).await;
    page.until_letter().await;
    page.eval(leave).await;
    page.until("document.querySelectorAll('circular-letter, article').length === 0").await;
    page.eval(&format!("countListenersOfPage(); showAndLeave({times}, () => {show}, () => {leave})")).await;
    page.until(&format!("finished === {times}")).await;
    page.until("document.querySelectorAll('circular-letter, article').length === 0").await;
    page.assert("document.adoptedStyleSheets.length === 2").await;
    page.until("listeners === 0").await;
    if page.protocol("HeapProfiler.collectGarbage", json!({})).await.is_some() {
        page.until("stillThere() <= 2").await;
    }
    page.eval(show).await;
    page.until_letter().await;
    page.eval(leave).await;
    page.assert_no_problem().await;
}
