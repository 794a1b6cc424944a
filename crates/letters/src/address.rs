//! Addresses that a link may have.

use std::fmt;

use crate::text::characters::is_dash;

/// The target of a link: an address of a scheme that cannot run anything in the page.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Address {
    /// A page: `https:` or `http:`.
    Web(String),
    /// An e-mail address, without its scheme.
    Mail(String),
    /// A telephone number: digits, with a plus sign before them if the number is international.
    Phone(String),
    /// A place in the same page, without the number sign.
    Place(String),
}

impl Address {
    /// The address of a reference's target: that of a page, or one relative to the catalogue. None for other schemes.
    pub fn of_target(address: &str) -> Option<Self> {
        Self::parsed(address).filter(|address| matches!(address, Self::Web(_) | Self::Place(_)))
    }

    /// Reads the destination of a link, which may be relative to the file. None for a dead link (`#`), for one that is not
    /// allowed (`javascript:`), and for one that is likely to lack its scheme: it would lead to a place on the wrong site.
    pub fn from_destination(destination: &str) -> Option<Self> {
        let address = Self::parsed(destination)?;
        (!address.is_relative() || !lacks_scheme(destination)).then_some(address)
    }

    /// Whether it is relative to the file that it is in.
    pub fn is_relative(&self) -> bool {
        matches!(self, Self::Web(address) if !address.contains("://"))
    }

    /// An allow-list, compared after removing the characters that a browser drops before it parses an address (WHATWG
    /// URL, section 4.4, basic URL parser): `java\nscript:` would otherwise pass for an unknown scheme and run.
    fn parsed(address: &str) -> Option<Self> {
        let address: String = address.chars().filter(|c| !c.is_control()).collect();
        let address = address.trim();
        if let Some(place) = address.strip_prefix('#') {
            return (!place.is_empty()).then(|| Self::Place(place.to_owned()));
        }
        let before = address.split(['/', '?', '#']).next().unwrap_or_default();
        let Some((scheme, rest)) = before.split_once(':').and_then(|_| address.split_once(':')) else {
            return (!address.is_empty()).then(|| Self::Web(address.to_owned()));
        };
        if rest.is_empty() {
            return None;
        }
        match scheme.to_ascii_lowercase().as_str() {
            "https" | "http" if rest.starts_with("//") => Some(Self::Web(address.to_owned())),
            "mailto" => Self::mail(rest),
            "tel" => Self::phone(rest),
            _ => None,
        }
    }

    /// The address that a word of running text is, without the marks around it: “www.itu.int”, “wtsa@itu.int”. None for other
    /// words, and where the address is likely to go on.
    pub fn written(word: &str) -> Option<Self> {
        if word.contains('(') {
            return None;
        }
        if word.starts_with("www.") {
            return Some(Self::Web(format!("https://{word}")));
        }
        if word.contains("://") { Self::from_destination(word) } else { Self::mail(word) }
    }

    /// The address of a mailbox, `wtsa@itu.int`, if the text is one and nothing else.
    pub fn mail(text: &str) -> Option<Self> {
        let text = text.trim();
        let (name, host) = text.split_once('@')?;
        let plain = |part: &str| {
            !part.is_empty() && !part.contains(|c: char| c.is_whitespace() || "<>\"@,;:/".contains(c))
        };
        (plain(name) && plain(host) && host.contains('.')).then(|| Self::Mail(text.to_owned()))
    }

    /// The number in a text such as “+41 22 730 6311”, if the text is one number and nothing else.
    pub fn phone(text: &str) -> Option<Self> {
        let mut number = String::new();
        for c in text.trim().chars() {
            match c {
                '0'..='9' => number.push(c),
                // U+0660 to U+0669, whose last four bits are the digit.
                '٠'..='٩' => number.extend(char::from_digit(u32::from(c) & 0xF, 10)),
                '+' if number.is_empty() => number.push(c),
                '(' | ')' | '.' | '/' => {}
                c if is_dash(c) => {}
                c if c.is_whitespace() => {}
                _ => return None,
            }
        }
        // The longest number that can be dialled has 15 digits (Recommendation ITU-T E.164).
        (5..=15).contains(&number.trim_start_matches('+').len()).then_some(Self::Phone(number))
    }
}

/// Whether an address without a scheme is likely to be a whole one (“itu.int/wtsa”), a mailbox, or a path of another system.
fn lacks_scheme(address: &str) -> bool {
    let (first, rest) = address.trim().split_once('/').unwrap_or((address.trim(), ""));
    let is_host =
        first.contains('.') && !first.starts_with('.') && (!rest.is_empty() || first.starts_with("www."));
    is_host || address.contains(['\\', ';', '(', '@'])
}

impl fmt::Display for Address {
    /// As the value of `href`.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Web(address) => f.write_str(address),
            Self::Mail(mailbox) => write!(f, "mailto:{mailbox}"),
            Self::Phone(number) => write!(f, "tel:{number}"),
            Self::Place(id) => write!(f, "#{id}"),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn href(destination: &str) -> Option<String> {
        Address::from_destination(destination).map(|address| address.to_string())
    }

    #[test]
    fn known_schemes_are_addresses() {
        assert_eq!(
            href("https://www.itu.int/md/S20-SG-CIR-0043/fr").as_deref(),
            Some("https://www.itu.int/md/S20-SG-CIR-0043/fr")
        );
        assert_eq!(href("MAILTO:wtsa@itu.int").as_deref(), Some("mailto:wtsa@itu.int"));
        assert_eq!(href("tel:+41-22-730-6311").as_deref(), Some("tel:+41227306311"));
        assert_eq!(href("#p4").as_deref(), Some("#p4"));
    }

    #[test]
    fn an_address_without_a_scheme_is_relative_unless_it_is_likely_to_lack_one() {
        for relative in ["annex-1.pdf", "../forms/a%20b.html?x=1:2", "/registration", "//maps.example.int/x"]
        {
            assert_eq!(href(relative).as_deref(), Some(relative));
        }
        assert_eq!(href("www.example.int/a"), None);
        assert_eq!(href("itu.int/wtsa"), None);
        let target = |address| Address::of_target(address).map(|address| address.to_string());
        assert_eq!(target("docs/Res-2(2022).pdf").as_deref(), Some("docs/Res-2(2022).pdf"));
        assert_eq!(href("wtsa@itu.int"), None);
    }

    #[test]
    fn words_of_running_text_are_addresses_where_nothing_is_cut_off() {
        let written = |word| Address::written(word).map(|address| address.to_string());
        assert_eq!(written("https://itu.int/a?b=c").as_deref(), Some("https://itu.int/a?b=c"));
        assert_eq!(written("www.itu.int/wtsa").as_deref(), Some("https://www.itu.int/wtsa"));
        assert_eq!(written("wtsa@itu.int").as_deref(), Some("mailto:wtsa@itu.int"));
        for word in
            ["itu.int", "https://x.int/a_(b", "e-mail:a@b.int", "a@b", "ftp://x.int/a", "see:https://x.int"]
        {
            assert_eq!(written(word), None, "{word}");
        }
    }

    #[test]
    fn nothing_else_is_an_address() {
        for destination in [
            "",
            "#",
            " ",
            "javascript:alert(1)",
            "JaVaScRiPt:alert(1)",
            "java\nscript:alert(1)",
            "\u{1}javascript:alert(1)",
            "data:text/html,x",
            "vbscript:x",
            "file:///etc/passwd",
            "blob:x",
            "https:",
            "https:x",
            "\\\\server\\share\\letter.docx",
            "C:\\letters\\letter.docx",
        ] {
            assert_eq!(href(destination), None, "{destination:?}");
        }
    }

    #[test]
    fn a_telephone_number_is_known_however_it_is_spaced() {
        assert_eq!(
            Address::phone("+41 (22) 730\u{a0}63-11"),
            Some(Address::Phone("+41227306311".to_owned()))
        );
        assert_eq!(Address::phone("+41 22 730 6311 or 6312"), None);
        assert_eq!(Address::phone("12"), None);
    }
}
