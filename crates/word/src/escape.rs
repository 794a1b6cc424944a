//! What stands for itself in Markdown and in HTML.

/// The character as it is written in a line of Markdown, before the next one.
pub(crate) fn inline(c: char, next: Option<char>) -> String {
    let is_mark = match c {
        '\\' | '`' | '*' | '_' | '[' | ']' | '^' | '~' => true,
        // An element, an address, a comment.
        '<' => next.is_none_or(|next| next.is_alphabetic() || matches!(next, '/' | '!' | '?')),
        // A character reference.
        '&' => next.is_none_or(|next| next.is_alphabetic() || next == '#'),
        // The mark of a picture.
        '!' => next.is_none_or(|next| next == '['),
        // A formula.
        '$' => true,
        _ => false,
    };
    if is_mark { format!("\\{c}") } else { c.to_string() }
}

/// The text in HTML.
pub(crate) fn html(text: &str) -> String {
    text.replace('&', "&amp;").replace('<', "&lt;").replace('>', "&gt;")
}

/// The address between angle brackets.
pub(crate) fn address(address: &str) -> String {
    let mut out = String::with_capacity(address.len());
    for c in address.chars() {
        match c {
            '<' => out.push_str("%3C"),
            '>' => out.push_str("%3E"),
            ' ' => out.push_str("%20"),
            '\n' | '\r' | '\t' => {}
            c => out.push(c),
        }
    }
    out
}

/// The line, if it begins with what would make it a list, a heading or a quotation; with that escaped.
pub(crate) fn escaped_line_start(line: &str) -> Option<String> {
    let digits = line.bytes().take_while(u8::is_ascii_digit).count();
    let (number, rest) = line.split_at_checked(digits)?;
    let is_numbered = (1..=9).contains(&digits)
        && rest.starts_with(['.', ')'])
        && rest.chars().nth(1).is_none_or(char::is_whitespace);
    if is_numbered {
        return Some(format!("{number}\\{rest}"));
    }
    let first = line.chars().next()?;
    let next = line.chars().nth(1);
    let is_mark = match first {
        '-' | '+' => next.is_none_or(char::is_whitespace) || line.chars().all(|c| c == first || c == ' '),
        '=' => line.chars().all(|c| c == '=' || c == ' '),
        '#' => line.trim_start_matches('#').chars().next().is_none_or(char::is_whitespace),
        '>' | '|' | ':' => true,
        _ => false,
    };
    is_mark.then(|| format!("\\{line}"))
}

/// The label as the beginning of a line, before a character.
pub(crate) fn at_line_start(label: &str, next: char) -> String {
    let line: String = label.chars().map(|c| inline(c, None)).collect();
    let whole = format!("{line}{next}");
    escaped_line_start(&whole).unwrap_or(whole).trim_end().to_owned()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_start_of_a_line_is_escaped_where_it_is_a_mark() {
        for (line, expected) in [
            ("1. We", Some("1\\. We")),
            ("12)\tWe", Some("12\\)\tWe")),
            ("- a", Some("\\- a")),
            ("# a", Some("\\# a")),
            ("> a", Some("\\> a")),
            ("---", Some("\\---")),
            ("1.5 GHz", None),
            ("-5", None),
            ("#1", None),
            ("2020. gada", None),
        ] {
            let escaped = escaped_line_start(line);
            if line.starts_with("2020") {
                assert_eq!(escaped.as_deref(), Some("2020\\. gada"));
            } else {
                assert_eq!(escaped.as_deref(), expected, "{line}");
            }
        }
        assert_eq!(at_line_start("1.", ' '), "1\\.");
        assert_eq!(at_line_start("a)", ' '), "a)");
    }

    #[test]
    fn marks_are_escaped_where_they_would_be_read() {
        let line = |text: &str| {
            let next = text.chars().skip(1).map(Some).chain([None]);
            text.chars().zip(next).map(|(c, next)| inline(c, next)).collect::<String>()
        };
        assert_eq!(line("a*b_c [d] <b> R&D &amp; x<5"), "a\\*b\\_c \\[d\\] \\<b> R\\&D \\&amp; x<5");
    }
}
