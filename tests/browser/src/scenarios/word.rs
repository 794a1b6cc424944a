//! Word files on the standalone page: read there, shown as letters, compared with what is published, saved.

use browser_tests::page::Page;
use serde_json::json;

use super::Named;

scenarios! {
    with "word.js";

    async fn a_word_file_that_is_chosen_is_shown_with_its_receipt_and_compared(page) {
        page.open("?ui-lang=en").await;
        page.until_letter().await;
        page.assert("fetched('importer').length === 0 && document.querySelector('.open-word').innerText === 'Open a Word file…'").await;
        page.call_async("chooseWord", json!(["cl-20-43-fr.docx"])).await;
        page.until("fromWord()?.querySelector('[role=status]').textContent.startsWith('Identical text')").await;
        page.assert("letter.lang === 'fr' && allInLetter('.paragraph').length === 5 && inLetter('a.citation')").await;
        page.assert("fromWord().querySelector('h2').textContent === 'From Word: cl-20-43-fr.docx'").await;
        page.assert("fromWord().querySelectorAll('tr').length >= 3 && document.querySelectorAll('circular-letter').length === 1").await;
        page.assert_accessible().await;
        page.eval("window.saved = []; HTMLAnchorElement.prototype.click = function () { saved.push(this.download); }; wordButton('Save as Markdown').click()").await;
        page.assert("saved.join() === 'cl-20-43-fr.md'").await;
        page.eval("wordButton('Close').click()").await;
        page.until("!fromWord() && host.text === null && letter.querySelector('.subject')").await;
        page.assert_no_problem().await;
    }

    async fn a_word_file_that_is_dropped_and_differs_says_where(page) {
        page.open("?ui-lang=fr").await;
        page.until_letter().await;
        page.call_async("dropWord", json!(["differing.docx"])).await;
        page.until("fromWord()?.querySelectorAll('[role=status] li').length > 1").await;
        page.assert("fromWord().querySelector('[role=status]').textContent.startsWith('Le texte diffère de la version publiée')").await;
        page.assert("fromWord().querySelector('[role=status]').textContent.includes('24 février 2021')").await;
        page.assert_no_problem().await;
    }

    async fn a_file_with_revisions_is_shown_when_the_reader_says_so_and_other_files_get_a_sentence(page) {
        page.open("?ui-lang=en").await;
        page.until_letter().await;
        page.call_async("chooseWord", json!(["draft.docx"])).await;
        page.until("fromWord()?.querySelector('[role=status]').textContent.startsWith('The file has revisions or comments')").await;
        page.assert("host.text === null").await;
        page.eval("wordButton('Show it as if all were accepted').click()").await;
        page.until("fromWord()?.querySelector('[role=status]').textContent.startsWith('Identical text')").await;
        page.assert("fromWord().querySelector('q').textContent === 'draft'").await;
        page.call_async("chooseWord", json!(["none.docx"])).await;
        page.until("fromWord()?.querySelector('[role=status]').textContent.startsWith('This is a PDF file.')").await;
        page.assert("document.querySelectorAll('.from-word').length === 1").await;
        page.assert_no_problem().await;
    }
}
