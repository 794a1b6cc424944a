//! Raised letters, for which Markdown has no mark: Pandoc writes them between carets (`10^6^`, `M^me^`), and programs that read
//! pages write them as formulas (`$10^{6}$`).

use crate::diagnostic::Span;
use crate::text::characters::{is_alphanumeric, is_dash};
use crate::text::tree::Inline;

/// The maximum number of raised letters, and of what they stand behind in a formula, in bytes.
const MOST_RAISED: usize = 12;
const LONGEST_BASE: usize = 24;

/// Raised letters in a text, in bytes.
pub(super) struct Raised {
    /// The whole, with its marks.
    pub(super) whole: Span,
    /// What a formula has before them; empty without a formula.
    pub(super) base: Span,
    pub(super) letters: Span,
}

/// The first raised letters at or after the byte.
pub(super) fn next(text: &str, from: usize) -> Option<Raised> {
    let mut from = from;
    loop {
        let caret = from + text.get(from..)?.find('^')?;
        match between_carets(text, caret).or_else(|| of_formula(text, from, caret)) {
            Some(raised) => return Some(raised),
            None => from = caret + 1,
        }
    }
}

fn is_raised(letters: &str) -> bool {
    !letters.is_empty() && letters.chars().all(|c| is_alphanumeric(c) || is_dash(c))
}

fn near(text: &str, most: usize) -> &str {
    text.get(..text.floor_char_boundary(most)).unwrap_or(text)
}

/// `^6^`
fn between_carets(text: &str, caret: usize) -> Option<Raised> {
    let (letters, _) = near(text.get(caret + 1..)?, MOST_RAISED + 1).split_once('^')?;
    let letters = is_raised(letters).then_some(caret + 1..caret + 1 + letters.len())?;
    Some(Raised { whole: caret..letters.end + 1, base: caret..caret, letters })
}

/// `$10^{6}$`, `$m^2$`
fn of_formula(text: &str, from: usize, caret: usize) -> Option<Raised> {
    let open = text.get(from..caret)?.rfind('$').map(|at| from + at)?;
    let base = open + 1..caret;
    let is_base = |base: &str| {
        base.len() <= LONGEST_BASE && base.chars().all(|c| is_alphanumeric(c) || matches!(c, '.' | ','))
    };
    text.get(base.clone()).filter(|base| is_base(base))?;
    let after = near(text.get(caret + 1..)?, MOST_RAISED + 3);
    let (written, _) = after.split_once('$')?;
    let inner = written.strip_prefix('{').and_then(|inner| inner.strip_suffix('}'));
    let letters = inner.unwrap_or(written);
    let start = caret + 1 + usize::from(inner.is_some());
    is_raised(letters).then(|| Raised {
        whole: open..caret + 1 + written.len() + 1,
        base,
        letters: start..start + letters.len(),
    })
}

/// Writes exponents, raised digits behind a digit, as characters of their own (“10⁶”): copied or read as plain text, they would
/// be part of the number.
pub(in crate::letter) fn write_exponents(content: &mut [Inline]) {
    write_exponents_behind(content, &mut false);
}

/// Whether a digit is the last character before the content, and then in it, is in `is_behind_digit`.
fn write_exponents_behind(content: &mut [Inline], is_behind_digit: &mut bool) {
    for inline in content {
        if let Inline::Raised(inner) = inline
            && let [Inline::Text { text, span }] = inner.as_slice()
            && *is_behind_digit
            && let Some(text) = text.chars().map(exponent).collect::<Option<String>>()
        {
            *inline = Inline::Text { text, span: span.clone() };
        }
        match inline {
            Inline::Text { text, .. } => *is_behind_digit = text.ends_with(|c: char| c.is_ascii_digit()),
            Inline::Strong(inner) | Inline::Emphasis(inner) | Inline::Struck(inner) => {
                write_exponents_behind(inner, is_behind_digit);
            }
            Inline::Link { content, .. } => write_exponents_behind(content, is_behind_digit),
            _ => *is_behind_digit = false,
        }
    }
}

const fn exponent(c: char) -> Option<char> {
    Some(match c {
        '0' => '⁰',
        '1' => '¹',
        '2' => '²',
        '3' => '³',
        '4' => '⁴',
        '5' => '⁵',
        '6' => '⁶',
        '7' => '⁷',
        '8' => '⁸',
        '9' => '⁹',
        '+' => '⁺',
        '-' | '–' | '−' => '⁻',
        _ => return None,
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn exponents_are_characters_and_other_raised_letters_are_not() {
        let text = |text: &str| Inline::Text { text: text.to_owned(), span: 0..1 };
        let raised = |words| Inline::Raised(vec![text(words)]);
        let mut content = [
            text("10"),
            raised("-6"),
            text("N"),
            raised("o"),
            text("words"),
            raised("1"),
            text("9"),
            raised("th"),
        ];
        write_exponents(&mut content);
        assert_eq!(content[1], text("⁻⁶"));
        let mut strong = [Inline::Strong(vec![text("10")]), Inline::Strong(vec![raised("6")])];
        write_exponents(&mut strong);
        assert_eq!(strong[1], Inline::Strong(vec![text("⁶")]));
        assert_eq!([&content[3], &content[5], &content[7]], [&raised("o"), &raised("1"), &raised("th")]);
    }

    #[test]
    fn raised_letters_stand_between_carets_or_in_a_formula() {
        let seen = |text: &str| {
            let raised = next(text, 0)?;
            let part = |span: Span| text.get(span).map(str::to_owned);
            Some([part(raised.whole)?, part(raised.base)?, part(raised.letters)?])
        };
        let parts = |whole: &str, base: &str, letters: &str| Some([whole, base, letters].map(str::to_owned));
        assert_eq!(seen("a 10^6^ b"), parts("^6^", "", "6"));
        assert_eq!(seen("a ^ b, M^me^"), parts("^me^", "", "me"));
        assert_eq!(seen("of $10^{6}$ calls"), parts("$10^{6}$", "10", "6"));
        assert_eq!(seen("of $m^2$, and"), parts("$m^2$", "m", "2"));
        for text in ["US$ 10 ^ 2", "$10 and $20^", "a^b", "$x^{2} + y$"] {
            assert_eq!(seen(text), None, "{text}");
        }
    }
}
