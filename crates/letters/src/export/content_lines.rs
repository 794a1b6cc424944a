//! The lines of iCalendar (RFC 5545) and vCard (RFC 6350): a name, a colon, a value; long ones are folded.

/// The longest line, in bytes, without its end (RFC 5545, section 3.1; RFC 6350, section 3.2).
const LONGEST_LINE: usize = 75;

/// Lines that are being written.
#[derive(Default)]
pub(super) struct ContentLines(String);

impl ContentLines {
    /// Adds a line whose value is written as it is: a date, a keyword, an address.
    pub(super) fn raw(&mut self, name: &str, value: &str) -> &mut Self {
        // No control character may stand in a line.
        let line: String = format!("{name}:{value}").chars().filter(|c| !c.is_control()).collect();
        let mut rest = line.as_str();
        let mut room = LONGEST_LINE;
        while rest.len() > room {
            let (first, after) = rest.split_at(rest.floor_char_boundary(room));
            self.0 += first;
            // A line that goes on begins with a space, which counts.
            self.0 += "\r\n ";
            rest = after;
            room = LONGEST_LINE - 1;
        }
        self.0 += rest;
        self.0 += "\r\n";
        self
    }

    /// Adds a line with a text.
    pub(super) fn text(&mut self, name: &str, text: &str) -> &mut Self {
        self.raw(name, &escaped(text))
    }

    /// The lines.
    pub(super) fn finish(self) -> String {
        self.0
    }
}

/// The text with the characters escaped that separate values (RFC 5545, section 3.3.11; RFC 6350, section 3.4).
pub(super) fn escaped(text: &str) -> String {
    let mut escaped = String::with_capacity(text.len());
    for c in text.chars() {
        match c {
            '\\' | ';' | ',' => escaped.extend(['\\', c]),
            '\n' => escaped += "\\n",
            c => escaped.push(c),
        }
    }
    escaped
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_long_line_is_folded_between_characters() {
        let mut lines = ContentLines::default();
        lines.text("SUMMARY", &"я".repeat(60));
        let folded = lines.finish();
        let each: Vec<&str> = folded.trim_end().split("\r\n").collect();
        assert!(each.len() == 2 && each.iter().all(|line| line.len() <= LONGEST_LINE), "{each:?}");
        assert_eq!(folded.replace("\r\n ", "").trim_end(), format!("SUMMARY:{}", "я".repeat(60)));
    }

    #[test]
    fn what_separates_values_is_escaped() {
        assert_eq!(escaped("a,b;c\\d\ne"), "a\\,b\\;c\\\\d\\ne");
    }
}
