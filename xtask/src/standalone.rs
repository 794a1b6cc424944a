//! The letter of the standalone page, which stands in `index.html` so that it is read before any script.

use letters::ids::Language;
use letters::resolver::{self, Sources};
use letters::{Version, page, record};

use crate::generated::Generated;
use crate::read;

const PAGE: &str = "index.html";
const LETTER: &str = "letters/cl-20-43/fr.md";

/// What stands before and behind the letter.
const START: &str = "<!-- The letter, by `cargo xtask standalone`. -->\n";
const END: &str = "</circular-letter>";

/// The page with the letter as it is now.
pub(crate) fn generate() -> Result<Vec<Generated>, String> {
    let text = read(PAGE)?;
    let (before, rest) = text.split_once(START).ok_or_else(|| format!("{PAGE}: there is no line {START}"))?;
    let (_, after) = rest.split_once(END).ok_or_else(|| format!("{PAGE}: there is no {END}"))?;
    let content = format!("{before}{START}{}{END}{after}", article()?);
    Ok(vec![Generated { path: PAGE.to_owned(), content, command: "cargo xtask standalone" }])
}

/// The letter as `circulars page` prints it.
fn article() -> Result<String, String> {
    let text = read(LETTER)?;
    let version = Version::read(&text, None);
    let language = version.letter().metadata.language.unwrap_or(Language::English);
    let sources = Sources { catalogue: None, entries: &[], language };
    let head = &version.letter().metadata.letterhead;
    let references = resolver::resolve(head, version.citations().to_vec(), sources);
    let article = page::article(version.letter(), &references, language, record::mark(&text));
    Ok(page::to_html(&[article]))
}

#[cfg(test)]
mod tests {
    #[test]
    fn the_letter_of_the_standalone_page_is_fresh() {
        assert_eq!(super::generate().and_then(|files| crate::generated::check(&files)), Ok(()));
    }
}
