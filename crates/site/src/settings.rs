//! What a publisher chooses for a site.

use letters::catalogue::{CataloguedLetter, CataloguedVersion};
use letters::resolver;

/// Which address a page says is the letter's own.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Canonical {
    /// That of the page itself.
    #[default]
    Site,
    /// That of the letter at the ITU (`https://www.itu.int/md/…`), of which the page is a copy; where there is none, that of the page.
    Itu,
}

/// The kind of file by which a server knows where pages have moved.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Redirects {
    /// `_redirects`, of Netlify and Cloudflare.
    Netlify,
    /// `redirects.nginx.conf`, the lines of a `map` of nginx.
    Nginx,
    /// `web.config`, of IIS with its module URL Rewrite.
    Iis,
}

/// What a publisher chooses for a site.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Settings {
    /// The address of the root of the site, which ends with a slash. Without it, what must be absolute is left out.
    pub address: Option<String>,
    /// Which address a page says is the letter's own.
    pub canonical: Canonical,
    /// The folder of the programs of the element, from the root of the site: `programs-1a2b3c`. Without it, pages have no script.
    pub programs: Option<String>,
    /// HTML of the house at the top of each page.
    pub header: String,
    /// HTML of the house at the bottom of each page.
    pub footer: String,
    /// Whether each version is there for the pages of another system too, if the address of the site is known.
    pub has_fragments: bool,
    /// How the server is told that letters have moved there from their addresses at the ITU; if not, it is not told.
    pub redirects: Option<Redirects>,
}

impl Settings {
    /// The address at the ITU that the page of the version names as its own, if it declares itself a copy.
    pub(crate) fn address_at_itu(
        &self,
        letter: &CataloguedLetter,
        version: &CataloguedVersion,
    ) -> Option<String> {
        match self.canonical {
            Canonical::Itu => {
                resolver::certain_address(&letter.id, letter.date, version.status, version.language)
            }
            Canonical::Site => None,
        }
    }

    /// The absolute address of a path of the site, if that of the site is known.
    pub(crate) fn absolute(&self, path: &str) -> Option<String> {
        Some(format!("{}{path}", self.address.as_ref()?))
    }
}
