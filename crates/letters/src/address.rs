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
        let before = address.split(['/', '?', '#']).next().unwrap_or_default();
        if before.contains(':') || address.starts_with('#') {
            return Self::from_destination(address)
                .filter(|address| matches!(address, Self::Web(_) | Self::Place(_)));
        }
        let plain: String = address.chars().filter(|c| !c.is_control()).collect();
        (!plain.trim().is_empty()).then(|| Self::Web(plain.trim().to_owned()))
    }

    /// Reads the destination of a link. None for a dead link (`#`) and for one that is not allowed (`javascript:`).
    ///
    /// An allow-list, compared after removing the characters that a browser drops before it parses an address (WHATWG
    /// URL, section 4.4, basic URL parser): `java\nscript:` would otherwise pass for an unknown scheme and run.
    pub fn from_destination(destination: &str) -> Option<Self> {
        let address: String = destination.chars().filter(|c| !c.is_control()).collect();
        let address = address.trim();
        if let Some(place) = address.strip_prefix('#') {
            return (!place.is_empty()).then(|| Self::Place(place.to_owned()));
        }
        let (scheme, rest) = address.split_once(':')?;
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

    /// The address of a mailbox, `wtsa@itu.int`, if the text is one and nothing else.
    pub fn mail(text: &str) -> Option<Self> {
        let text = text.trim();
        let (name, host) = text.split_once('@')?;
        let plain = |part: &str| {
            !part.is_empty() && !part.contains(|c: char| c.is_whitespace() || "<>\"@,;".contains(c))
        };
        (plain(name) && plain(host) && host.contains('.')).then(|| Self::Mail(text.to_owned()))
    }

    /// The number in a text such as “+41 22 730 6311”, if the text is one number and nothing else.
    pub fn phone(text: &str) -> Option<Self> {
        let mut number = String::new();
        for c in text.trim().chars() {
            match c {
                '0'..='9' => number.push(c),
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
            "letter.md",
            "//host/path",
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
