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
        let is_last = after.lines().take(2).all(|line| line.trim().is_empty());
        let is_sentence = line.starts_with(is_alphabetic) && !line.trim_end().ends_with('>');
        if line.ends_with(' ') && is_sentence && is_last {
            whole.pop();
            whole.push('\n');
        }
        // Behind a blank line, a fence begins code, and what looks like the end of the table is in it.
        let has_fence = table
            .lines()
            .any(|line| line.trim_start().starts_with("```") || line.trim_start().starts_with("~~~"));
        for line in table.split_inclusive('\n') {
            if line.trim().is_empty() && !has_fence {
                whole.extend(repeat_n(' ', line.len()));
            } else {
                whole.push_str(line);
            }
        }
        rest = after;
    }
    whole.push_str(rest);
    Cow::Owned(whole)
}

/// The text before the first table, the table, and what is behind it.
fn next_table(text: &str) -> Option<(&str, &str, &str)> {
    let open = ["<table", "<TABLE"].iter().filter_map(|tag| text.find(tag)).min()?;
    let (before, table) = text.split_at_checked(open)?;
    let close = ["</table>", "</TABLE>"].iter().filter_map(|tag| Some(table.find(tag)? + tag.len())).min()?;
    let (table, after) = table.split_at_checked(close)?;
    Some((before, table, after))
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
        let code = "<table>\n\n```\n</table>\n```";
        assert_eq!(whole(Cow::Borrowed(code)), code);
        assert_eq!(whole(Cow::Borrowed("<table> is a tag\n\nof HTML")), "<table> is a tag\n\nof HTML");
    }
}
