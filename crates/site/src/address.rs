//! Relative addresses between the pages of a site.

/// The address of a path as seen from another, both from the root of the site: from `letters/cl-20-43/fr.html` to `site.css` it is
/// `../../site.css`.
pub(crate) fn relative(from: &str, to: &str) -> String {
    let folders: Vec<&str> = from.split('/').collect();
    let folders = folders.split_last().map_or(&[][..], |(_, folders)| folders);
    let target: Vec<&str> = to.split('/').collect();
    let is_in_folder = target.len().saturating_sub(1);
    let shared =
        folders.iter().zip(target.iter().take(is_in_folder)).take_while(|(one, other)| one == other).count();
    let up = "../".repeat(folders.len() - shared);
    let down = target.iter().skip(shared).copied().collect::<Vec<_>>().join("/");
    up + &down
}

#[cfg(test)]
mod tests {
    use super::relative;

    #[test]
    fn an_address_leads_from_where_the_page_stands() {
        for (from, to, address) in [
            ("index.html", "site.css", "site.css"),
            ("letters/cl-20-43/fr.html", "site.css", "../../site.css"),
            ("letters/cl-20-43/fr.html", "letters/cl-20-43/en.html", "en.html"),
            ("letters/cl-20-43/fr.html", "letters/cl-19-53/fr.html", "../cl-19-53/fr.html"),
            ("index.html", "letters/cl-20-43/fr.html", "letters/cl-20-43/fr.html"),
        ] {
            assert_eq!(relative(from, to), address, "{from} {to}");
        }
    }
}
