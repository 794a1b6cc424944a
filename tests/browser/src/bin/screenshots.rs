//! Takes pictures of the viewer: two for the README, and more for a critical look.

use std::fs;
use std::path::Path;

use browser_tests::engine::{Appearance, Engine};
use browser_tests::page::Page;
use browser_tests::server::Server;

/// A picture: its file, the size of the page, what stands in for the standalone page, whether all of it is shown.
const PICTURES: &[(&str, u32, u32, Option<&str>)] = &[
    ("docs/letter.png", 1280, 860, None),
    ("docs/letter-on-a-phone.png", 390, 780, None),
    ("target/pictures/phone-whole.png", 360, 2900, None),
    ("target/pictures/tablet-whole.png", 768, 2300, None),
    ("target/pictures/arabic-interface.png", 1280, 860, Some(ARABIC)),
    ("target/pictures/failure.png", 1280, 500, Some(FAILURE)),
    ("target/pictures/failure-on-a-phone.png", 360, 640, Some(FAILURE)),
    ("target/pictures/no-letter.png", 1280, 500, Some(NO_LETTER)),
    ("target/pictures/arabic.png", 1280, 2600, Some(ARABIC_LETTER)),
    ("target/pictures/chinese-stack.png", 1280, 1700, Some(CHINESE_LETTER)),
    ("target/pictures/radiocommunication.png", 1280, 1800, Some(BR_LETTER)),
    ("target/pictures/tsb-table.png", 1280, 2600, Some(TSB_LETTER)),
    ("target/pictures/tsb-table-on-a-phone.png", 360, 4200, Some(TSB_LETTER)),
    ("target/pictures/collective.png", 1280, 3600, Some(COLLECTIVE_LETTER)),
    ("target/pictures/debug.png", 1280, 900, Some(DEBUG)),
    ("target/pictures/list.png", 1280, 1600, Some(LIST)),
    ("target/pictures/list-on-a-phone.png", 360, 900, Some(LIST)),
    ("target/pictures/specimen-arabic.png", 1280, 2300, Some(SPECIMEN_ARABIC)),
    ("target/pictures/specimen-chinese.png", 1280, 2300, Some(SPECIMEN_CHINESE)),
    ("target/pictures/superseded.png", 1280, 2000, Some(SUPERSEDED)),
];

const ARABIC_LETTER: &str =
    "<circular-letter src='/specimens/tsb-circular-table.ar.md' ui-lang='ar'></circular-letter>";
const CHINESE_LETTER: &str =
    "<circular-letter src='/specimens/tsb-circular-stacked.zh.md' ui-lang='zh'></circular-letter>";
const BR_LETTER: &str =
    "<circular-letter src='/specimens/br-administrative.en.md' ui-lang='en'></circular-letter>";
const TSB_LETTER: &str =
    "<circular-letter src='/specimens/tsb-circular-table.fr.md' ui-lang='fr'></circular-letter>";
const COLLECTIVE_LETTER: &str =
    "<circular-letter src='/specimens/collective-letter.es.md' ui-lang='es'></circular-letter>";
const DEBUG: &str = "<circular-letter src='/letters/cl-20-43/fr.md' ui-lang='en' debug></circular-letter>";

const LIST: &str = "<circular-letter catalogue='/letters/catalogue.json' ui-lang='fr'></circular-letter>";
const SPECIMEN_ARABIC: &str = "<circular-letter catalogue=\"/letters/catalogue.json\" letter=\"sg/cl/2024/903\" lang=\"ar\" \
                               ui-lang=\"ar\"></circular-letter>";
const SPECIMEN_CHINESE: &str = "<circular-letter catalogue=\"/letters/catalogue.json\" letter=\"sg/cl/2024/901\" lang=\"zh\" \
                                ui-lang=\"zh\"></circular-letter>";
const CITING: &str =
    "<circular-letter catalogue='/letters/catalogue.json' letter='br/cr/902' ui-lang='fr'></circular-letter>";
const SUPERSEDED: &str =
    "<circular-letter catalogue='/letters/catalogue.json' letter='br/cr/901' ui-lang='en'></circular-letter>";

const ARABIC: &str =
    "<circular-letter src='/letters/cl-20-43/fr.md' lang='fr' ui-lang='ar'></circular-letter>";
const FAILURE: &str = "<circular-letter src=\"/letters/none.md\" ui-lang=\"fr\"><p>Lettre circulaire CL-20/43 : voir le fichier \
                       PDF.</p></circular-letter>";
const NO_LETTER: &str = "<circular-letter src='/faults/notes.md' ui-lang='en'></circular-letter>";

#[tokio::main(flavor = "current_thread")]
async fn main() {
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("../..");
    let server = Server::start().await.expect("a port is free");
    for (appearance, prefix) in [(Appearance::Light, ""), (Appearance::Dark, "dark-")] {
        let browser = Engine::Chromium.start(appearance).await;
        let page = Page::new(Engine::Chromium, server.clone(), browser.client.clone());
        for (file, width, height, body) in PICTURES {
            // The pictures of the README are those of the light.
            if !prefix.is_empty() && file.starts_with("docs/") {
                continue;
            }
            let picture = take(&page, *width, *height, *body).await;
            save(&root, file, prefix, &picture);
        }
        for (file, width, height, body, action) in CARDS {
            let picture = take_after(&page, *width, *height, *body, action).await;
            save(&root, file, prefix, &picture);
        }
        for (file, width, height, body, action, holds) in STATES {
            prepare(&page, *width, *height, *body).await;
            page.eval(action).await;
            page.until(holds).await;
            save(&root, file, prefix, &page.picture_of_frame().await);
        }
        if prefix.is_empty() {
            for (file, path) in [("print", ""), ("print-arabic", IN_ARABIC), ("print-columns", IN_COLUMNS)] {
                page.open(path).await;
                page.until_letter().await;
                page.until(if path == IN_COLUMNS { "inLetter('.row')" } else { "true" }).await;
                save(&root, &format!("target/pictures/{file}.pdf"), "", &page.print().await);
            }
        }
        browser.end().await;
    }
}

/// What the standalone page is asked for, by its address.
const IN_ARABIC: &str = "?letter=sg/cl/2020/43&lang=ar";
const IN_COLUMNS: &str = "?letter=sg/cl/2020/43&lang=ar&with=zh";
const IN_THREE: &str = "?letter=sg/cl/2020/43&lang=fr&with=ar,en";
const MISSING: &str = "?letter=sg/cl/2024/902&lang=ar";
const ARABIC_ALL: &str = "<circular-letter catalogue=\"/letters/catalogue.json\" letter=\"sg/cl/2020/43\" lang=\"ar\" ui-lang=\"ar\" \
                          with=\"fr\"></circular-letter>";
const ARABIC_ALONE: &str = "<circular-letter catalogue='/letters/catalogue.json' letter='sg/cl/2020/43' lang='ar' ui-lang='ar'></circular-letter>";
const DIVERGENT: &str = "<circular-letter src='/diverging/{lang}.md' languages='en fr' lang='en' ui-lang='en' debug></circular-letter>";

/// A picture of a state: its file, the size of the page, what is opened, what is done, and what then holds.
type State = (&'static str, u32, u32, Option<&'static str>, &'static str, &'static str);

/// Pictures of states of versions: what is done before each is taken, and what then holds.
const STATES: &[State] = &[
    ("target/pictures/versions-arabic.png", 1280, 1900, Some(IN_ARABIC), "", "letter.lang === 'ar'"),
    ("target/pictures/versions-arabic-all.png", 1280, 1900, Some(ARABIC_ALONE), "", "letter.lang === 'ar'"),
    ("target/pictures/columns-arabic-chinese.png", 1280, 2300, Some(IN_COLUMNS), "", "inLetter('.row')"),
    ("target/pictures/columns-arabic-interface.png", 1280, 2300, Some(ARABIC_ALL), "", "inLetter('.row')"),
    ("target/pictures/columns-three.png", 1280, 2600, Some(IN_THREE), "", "inLetter('.three .row')"),
    ("target/pictures/columns-on-a-phone.png", 360, 2600, Some(IN_COLUMNS), "", "inLetter('.row')"),
    ("target/pictures/missing-version.png", 1280, 900, Some(MISSING), "", "inControls('.instead p')"),
    ("target/pictures/arabic-on-a-phone.png", 360, 1400, Some(IN_ARABIC), "", "letter.lang === 'ar'"),
    (
        "target/pictures/languages-on-a-phone.png",
        360,
        700,
        None,
        "inControls('.languages .current').click()",
        "inControls('.languages ul.open')",
    ),
    ("target/pictures/peek.png", 1280, 1400, None, "peekButton(2).click()", "inLetter('.peeked .paragraph')"),
    (
        "target/pictures/peek-on-a-phone.png",
        360,
        1900,
        None,
        "peekButton(2).click()",
        "inLetter('.peeked .paragraph')",
    ),
    (
        "target/pictures/comparing.png",
        1280,
        700,
        None,
        "inControls('.comparing button').click()",
        "inControls('.comparing ul.open')",
    ),
    (
        "target/pictures/divergence.png",
        1280,
        1900,
        Some(DIVERGENT),
        "setTimeout(() => { inControls('.differences').open = true }, 1500)",
        "inControls('.differences[open]')",
    ),
];

/// Pictures of cards: what is done before each is taken.
const CARDS: &[(&str, u32, u32, Option<&str>, &str)] = &[
    (
        "target/pictures/card.png",
        1280,
        1200,
        None,
        "inLetter('#r6').dispatchEvent(new PointerEvent('pointerover', { bubbles: true, pointerType: 'mouse' }))",
    ),
    (
        "target/pictures/card-superseded.png",
        1280,
        900,
        Some(CITING),
        "inLetter('#r1').dispatchEvent(new PointerEvent('pointerover', { bubbles: true, pointerType: 'mouse' }))",
    ),
    (
        "target/pictures/card-arabic.png",
        1280,
        1100,
        Some(SPECIMEN_ARABIC),
        "inLetter('#r4').dispatchEvent(new PointerEvent('pointerover', { bubbles: true, pointerType: 'mouse' }))",
    ),
    (
        "target/pictures/card-on-a-phone.png",
        360,
        700,
        None,
        "inLetter('#r1').dispatchEvent(new PointerEvent('click', { bubbles: true, cancelable: true, pointerType: 'touch' }))",
    ),
];

/// Takes a picture once a card is shown.
async fn take_after(page: &Page, width: u32, height: u32, body: Option<&str>, action: &str) -> Vec<u8> {
    prepare(page, width, height, body).await;
    page.eval(action).await;
    page.until("allInControls('.card').some(isShown)").await;
    page.picture_of_frame().await
}

async fn take(page: &Page, width: u32, height: u32, body: Option<&str>) -> Vec<u8> {
    prepare(page, width, height, body).await;
    page.picture_of_frame().await
}

/// Opens the page in a frame, and waits for what it shows.
async fn prepare(page: &Page, width: u32, height: u32, body: Option<&str>) {
    let path = body.map_or_else(String::new, |body| {
        if body.starts_with('?') {
            return body.to_owned();
        }
        let head = "<script type='module' src='/circular-letter.js'></script><link rel='stylesheet' href='/page.css'>";
        let url = page.server.add_host(head, body);
        url.rsplit('/').next().unwrap_or_default().to_owned()
    });
    page.enlarge(width.max(500) + 100, height + 300).await;
    page.open_in_frame(&path, width, height).await;
    page.until("letterEvents.length > 0 || inControls('.letters li')").await;
}

fn save(root: &Path, file: &str, prefix: &str, content: &[u8]) {
    let path = root.join(file);
    let name = path.file_name().and_then(|name| name.to_str()).unwrap_or_default();
    let path = path.with_file_name(format!("{prefix}{name}"));
    fs::create_dir_all(path.parent().unwrap_or(root)).expect("a folder can be made");
    fs::write(&path, content).expect("a picture can be written");
    println!("{}", path.display());
}
