//! `circulars page`: a letter as HTML.

use letters::ids::Language;
use letters::{Version, page, record};

use crate::arguments::LetterArguments;
use crate::failure::Failure;
use crate::folder::catalogue_in;
use crate::output::print;
use crate::references::references;
use crate::source::Source;

pub(crate) fn run(arguments: &LetterArguments) -> Result<(), Failure> {
    let catalogue = arguments.catalogue.as_deref().map(catalogue_in).transpose()?;
    let source = Source::read(&arguments.file)?;
    let version = Version::read(&source.text, arguments.language);
    let letter = version.letter();
    if letter.is_empty() {
        return Err(Failure::Unusable(format!("{} is empty", source.file.display())));
    }
    let references = references(&version, catalogue.as_ref());
    let interface = letter.metadata.language.unwrap_or(Language::English);
    print(&page::to_html(&[page::article(letter, &references, interface, record::mark(&source.text))]))
}
