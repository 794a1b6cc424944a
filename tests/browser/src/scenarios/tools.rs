//! The tools that readers take something away with.

use browser_tests::page::Page;

use super::Named;

scenarios! { with "tools.js";
    async fn a_letter_is_taken_away_in_every_format(page) {
        page.open("?letter=sg/cl/2024/901&lang=en&ui-lang=en").await;
        page.until_letter().await;
        page.eval("takeFiles(); openTools()").await;
        page.until("tools()?.open && tools().querySelector('.citation-text')?.textContent").await;
        page.assert_accessible().await;
        let citation = page.text("tools().querySelector('.citation-text').textContent").await;
        assert!(citation.starts_with("ITU, General Secretariat (SG), Circular Letter CL-24/901, Postponement"), "{citation}");
        assert!(citation.ends_with("Geneva, 23 January 2024."), "{citation}");
        for (button, beginning, name) in [
            ("BibTeX", "@techreport{sg-cl-2024-901-en,", "cl-24-901-en.bib"),
            ("RIS", "TY  - RPRT", "cl-24-901-en.ris"),
            ("CSL-JSON", "[", "cl-24-901-en.csl.json"),
            ("Add all dates to the calendar (.ics)", "BEGIN:VCALENDAR", "cl-24-901-en.ics"),
            ("Contact card (.vcf)", "BEGIN:VCARD\\r\\nVERSION:4.0", "cl-24-901-en.vcf"),
            ("Contact card for Outlook (.vcf)", "BEGIN:VCARD\\r\\nVERSION:3.0", "cl-24-901-en.vcf"),
            ("Text", "Specimen: not a letter of the ITU.", "cl-24-901-en.txt"),
            ("Markdown", "*Specimen: not a letter of the ITU.*", "cl-24-901-en.md"),
            ("HTML, all languages", "<!doctype html>", "cl-24-901-en.html"),
        ] {
            page.eval(&format!("window.before = files.length; toolNamed('{button}').click()")).await;
            page.until("files.length > before").await;
            page.assert(&format!("files.at(-1).text.startsWith('{beginning}') && files.at(-1).name === '{name}'")).await;
        }
        // All versions are in the file, and nothing of a network.
        page.assert("files.at(-1).text.split('<article').length - 1 === 6 && !files.at(-1).text.includes('<script')").await;
        // One date of several.
        page.eval("toolNamed('Deadline: 15 November 2024 – Registration').click()").await;
        page.until("files.at(-1).format === 'ics' && files.at(-1).text.split('BEGIN:VEVENT').length === 2").await;
        page.assert("files.at(-1).text.includes('DTSTART;VALUE=DATE:20241115')").await;
        page.eval("tools().querySelector('.close').click()").await;
        page.until("!tools() && host.shadowRoot.activeElement === inControls('.menu')").await;
        page.assert_no_problem().await;
    }

    async fn links_and_citations_are_copied(page) {
        page.open("?letter=sg/cl/2020/43&lang=fr&ui-lang=fr#p3").await;
        page.until_letter().await;
        page.eval("watchTaking(); openTools()").await;
        page.until("tools()?.open").await;
        page.eval("toolNamed('Copier le lien vers la lettre').click()").await;
        page.until("copies.length === 1 && tools().querySelector('.outcome').textContent === 'Copié'").await;
        page.assert("copies[0] === location.href.split('#')[0]").await;
        page.eval("toolNamed('Copier le lien vers le paragraphe 3').click()").await;
        page.until("copies[1] === location.href").await;
        page.eval("toolNamed('Copier la citation').click()").await;
        page.until("copies[2]?.startsWith('UIT, Secrétariat général (SG), Lettre circulaire CL-20/43, ')").await;
        page.assert("copies[2].endsWith('Genève, 5 octobre 2020, https://www.itu.int/md/S20-SG-CIR-0043/fr.')").await;
        // The page has not said otherwise: the browser saves the file.
        page.eval("toolNamed('BibTeX').click()").await;
        page.until("saved[0] === 'cl-20-43-fr.bib blob:'").await;
        page.assert_no_problem().await;
    }

    async fn a_code_of_the_address_is_drawn_for_paper(page) {
        page.open_host("<script>window.printed = 0; window.print = () => { printed++ }</script><circular-letter src='/letters/cl-20-43/fr.md' ui-lang='en'></circular-letter>").await;
        page.until_letter().await;
        page.eval("openTools()").await;
        page.until("tools()?.open").await;
        page.eval("toolNamed('Print with a QR code').click()").await;
        page.until("printed === 1").await;
        page.assert("inControls('.sheet .code svg path').getAttribute('d').length > 500 && inControls('.code svg').getAttribute('aria-label') === location.href").await;
        page.assert("!isShown(inControls('.code'))").await;
        page.eval("dispatchEvent(new Event('afterprint'))").await;
        page.assert("!inControls('.code')").await;
    }

    async fn pages_that_list_their_controls_get_no_tools(page) {
        page.open_host("<circular-letter src='/letters/cl-20-43/fr.md' controls='details print'></circular-letter>").await;
        page.until("inControls('.print') && inControls('.details')").await;
        page.assert("!inControls('.more')").await;
        page.open_host("<circular-letter src='/letters/cl-20-43/fr.md' controls='tools'></circular-letter>").await;
        page.until("inControls('.more')").await;
        page.eval("openTools()").await;
        page.until("tools()?.open").await;
        page.assert_no_problem().await;
    }

    async fn tools_that_do_not_come_are_not_offered(page) {
        page.open_host_with("<script type='module' src='/no-tools/circular-letter.js'></script>", "<circular-letter src='/letters/cl-20-43/fr.md' ui-lang='en'></circular-letter>").await;
        page.until_letter().await;
        page.eval("openTools()").await;
        page.until("inControls('.more').hidden").await;
        page.assert("inLetter('.subject') && isShown(inControls('.menu')) && isShown(inControls('.sheet'))").await;
    }
}
