//! The addresses of links: those that readers may have, and those that lead into the house or to a program.

/// The longest address that browsers take, in bytes.
const LONGEST: usize = 2_083;

/// Whether the address is for readers: of the web, a mailbox or a telephone, and not of a server of the house.
pub(crate) fn is_public(address: &str) -> bool {
    let address = address.trim();
    if address.len() > LONGEST {
        return false;
    }
    let Some((scheme, rest)) = address.split_once(':') else { return false };
    match scheme.to_ascii_lowercase().as_str() {
        "http" | "https" => {
            let authority = rest.trim_start_matches('/').split(['/', '?', '#']).next().unwrap_or_default();
            // A name and a password are nobody else's.
            if authority.contains('@') {
                return false;
            }
            let host =
                authority.split(':').next().unwrap_or_default().trim_end_matches('.').to_ascii_lowercase();
            let is_number =
                !host.is_empty() && host.bytes().all(|byte| byte.is_ascii_digit() || byte == b'.');
            // A name without a dot is of an intranet, and so are numbers.
            host.contains('.') && !is_number && !is_in_house(&host)
        }
        "mailto" | "tel" => !rest.is_empty(),
        _ => false,
    }
}

/// Whether the host is one where offices keep their own files.
fn is_in_house(host: &str) -> bool {
    // A link that Outlook has made safe contains the mailbox of its recipient.
    const OF_HOUSES: [&str; 6] = [
        ".safelinks.protection.outlook.com",
        ".sharepoint.com",
        ".officeapps.live.com",
        "onedrive.live.com",
        ".local",
        ".internal",
    ];
    OF_HOUSES.iter().any(|end| host.ends_with(end))
        || host.split('.').any(|part| part == "intranet" || part == "localhost")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_addresses_for_readers_are_links() {
        for address in ["https://www.itu.int/a", "HTTP://itu.int", "mailto:a@itu.int", "tel:+41227305111"] {
            assert!(is_public(address), "{address}");
        }
        for address in [
            "javascript:alert(1)",
            "file:///C:/a.docx",
            "\\\\server\\a.docx",
            "P:\\ARA\\a.docx",
            "https://itu.sharepoint.com/sites/a",
            "http://intranet/a",
            "http://intranet.itu.int/a",
            "http://10.0.0.1/a",
            "https://user:word@www.itu.int/",
            "http://server.local./",
            "https://eur.safelinks.protection.outlook.com/?url=x&amp;data=a%40itu.int",
            "a.docx",
            "",
        ] {
            assert!(!is_public(address), "{address}");
        }
    }
}
