//! Tables of HTML that Markdown would divide: with blank lines among their rows, where a block of HTML ends, or behind a sentence,
//! where none begins.

use std::borrow::Cow;
use std::iter::repeat_n;

use crate::text::characters::is_alphabetic;

/// The text with each of these tables in one block, of the same length in bytes.
pub(super) fn whole(text: Cow<'_, str>) -> Cow<'_, str> {
    if !text.contains("<table") && !text.contains("<TABLE") {
        return text;
    }
    let mut whole = String::with_capacity(text.len());
    let mut rest = &*text;
    while let Some((before, table, after)) = next_table(rest) {
        whole.push_str(before);
        let line = before.rsplit('\n').next().unwrap_or_default();
        // Behind another tag it is in a block already, and so it may be in a list. Other words would be in its block.
        let is_behind_sentence =
            line.ends_with(' ') && line.starts_with(is_alphabetic) && !line.trim_end().ends_with('>');
        if is_behind_sentence && after.lines().take(2).all(|line| line.trim().is_empty()) {
            whole.pop();
            whole.push('\n');
        }
        push_whole(&mut whole, table);
        rest = after;
    }
    whole.push_str(rest);
    Cow::Owned(whole)
}

/// Adds the table without the blank lines between its tags. Those among words stay: Markdown begins there.
fn push_whole(whole: &mut String, table: &str) {
    let mut lines = table.split_inclusive('\n').peekable();
    let mut is_behind_tag = false;
    while let Some(line) = lines.next() {
        let text = line.trim();
        let is_before_tag = || {
            lines
                .clone()
                .find(|line| !line.trim().is_empty())
                .is_some_and(|line| line.trim().starts_with('<'))
        };
        if text.is_empty() && is_behind_tag && is_before_tag() {
            whole.extend(repeat_n(' ', line.len()));
        } else {
            whole.push_str(line);
            is_behind_tag = if text.is_empty() { is_behind_tag } else { text.ends_with('>') };
        }
    }
}

/// The text before the first table that is closed, the table, and what is behind it. A tag in code is none.
fn next_table(text: &str) -> Option<(&str, &str, &str)> {
    let mut open = None;
    for (at, _) in text.match_indices('<') {
        let is =
            |tag: &str| text.get(at..at + tag.len()).is_some_and(|found| found.eq_ignore_ascii_case(tag));
        if is("<table") && !text.get(..at).is_some_and(|before| before.ends_with('`')) {
            open = Some(at);
        } else if let Some(open) = open.filter(|_| is("</table>")) {
            let (before, rest) = text.split_at_checked(open)?;
            let (table, after) = rest.split_at_checked(at - open + "</table>".len())?;
            return Some((before, table, after));
        }
    }
    None
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn blank_lines_in_a_table_do_not_divide_it() {
        let text = "Words\n\n<table>\n\n<tr><td>1</td></tr>\n \n</table>\n\nWords";
        assert_eq!(whole(Cow::Borrowed(text)), "Words\n\n<table>\n <tr><td>1</td></tr>\n  </table>\n\nWords");
    }

    #[test]
    fn a_table_behind_a_sentence_begins_a_line() {
        assert_eq!(whole(Cow::Borrowed("As follows: <table></table>")), "As follows:\n<table></table>");
        assert_eq!(whole(Cow::Borrowed("<div> <table></table></div>")), "<div> <table></table></div>");
        let markdown = "<table><tr><td>\n\n**Ref.:** CL-1\n\nSecond\n\n</td></tr></table>";
        assert_eq!(whole(Cow::Borrowed(markdown)), markdown);
        let code = "<table>\n\n```\n</table>\n```";
        assert_eq!(whole(Cow::Borrowed(code)), code);
        assert_eq!(whole(Cow::Borrowed("<table> is a tag\n\nof HTML")), "<table> is a tag\n\nof HTML");
    }
}
