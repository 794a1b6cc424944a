//! `circulars page`: a letter as HTML.

use letters::catalogue::Catalogue;
use letters::ids::{DocumentId, Language};
use letters::page::{Address, Node};
use letters::resolver::address_of;
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
    let article = page::article(letter, &references, interface, record::mark(&source.text));
    let standing = standing(catalogue.as_ref(), &version, interface);
    print(&page::to_html(&standing.into_iter().chain([article]).collect::<Vec<_>>()))
}

/// What the catalogue knows of the letter that a reader must know before it.
fn standing(catalogue: Option<&Catalogue>, version: &Version, language: Language) -> Option<Node> {
    let id = version.letter().metadata.letterhead.ids.first();
    let (catalogue, id) = catalogue.zip(id)?;
    let address = |id: &DocumentId| {
        let address = address_of(catalogue, catalogue.get(id)?, language)?;
        Address::of_target(&address)
    };
    page::standing(&catalogue.effects(id), address, language)
}
