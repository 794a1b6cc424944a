// Copyright 2015 Google Inc. All rights reserved.
//
// Permission is hereby granted, free of charge, to any person obtaining a copy
// of this software and associated documentation files (the "Software"), to deal
// in the Software without restriction, including without limitation the rights
// to use, copy, modify, merge, publish, distribute, sublicense, and/or sell
// copies of the Software, and to permit persons to whom the Software is
// furnished to do so, subject to the following conditions:
//
// The above copyright notice and this permission notice shall be included in
// all copies or substantial portions of the Software.
//
// THE SOFTWARE IS PROVIDED "AS IS", WITHOUT WARRANTY OF ANY KIND, EXPRESS OR
// IMPLIED, INCLUDING BUT NOT LIMITED TO THE WARRANTIES OF MERCHANTABILITY,
// FITNESS FOR A PARTICULAR PURPOSE AND NONINFRINGEMENT. IN NO EVENT SHALL THE
// AUTHORS OR COPYRIGHT HOLDERS BE LIABLE FOR ANY CLAIM, DAMAGES OR OTHER
// LIABILITY, WHETHER IN AN ACTION OF CONTRACT, TORT OR OTHERWISE, ARISING FROM,
// OUT OF OR IN CONNECTION WITH THE SOFTWARE OR THE USE OR OTHER DEALINGS IN
// THE SOFTWARE.

//! CommonMark punctuation: the general categories P and S of Unicode, of the scripts in which letters are written, and of the blocks of
//! punctuation and symbols.

pub(crate) fn is_ascii_punctuation(c: u8) -> bool {
    c.is_ascii_punctuation()
}

/// Whether the character is punctuation or a symbol. Those of other scripts than Latin, Greek, Cyrillic, Arabic and Chinese are none.
pub fn is_punctuation(c: char) -> bool {
    match c {
        '\0'..='\x7F' => c.is_ascii_punctuation(),
        // Latin
        '\u{A1}'..='\u{A9}' | '\u{AB}' | '\u{AC}' | '\u{AE}'..='\u{B1}' | '\u{B4}' | '\u{B6}'..='\u{B8}' | '\u{BB}'
        | '\u{BF}' | '\u{D7}' | '\u{F7}' | '\u{2C2}'..='\u{2C5}' | '\u{2D2}'..='\u{2DF}' | '\u{2E5}'..='\u{2EB}' | '\u{2ED}'
        | '\u{2EF}'..='\u{2FF}'
        // Greek, Cyrillic, Arabic
        | '\u{375}' | '\u{37E}' | '\u{384}' | '\u{385}' | '\u{387}' | '\u{3F6}' | '\u{482}' | '\u{606}'..='\u{60F}'
        | '\u{61B}' | '\u{61D}'..='\u{61F}'
        | '\u{66A}'..='\u{66D}' | '\u{6D4}' | '\u{6DE}' | '\u{6E9}' | '\u{6FD}' | '\u{6FE}' | '\u{FD3E}'..='\u{FD4F}'
        | '\u{FDFC}'..='\u{FDFF}'
        // General punctuation, currencies, letterlike signs
        | '\u{2010}'..='\u{2027}' | '\u{2030}'..='\u{205E}' | '\u{20A0}'..='\u{20CF}' | '\u{2100}' | '\u{2101}'
        | '\u{2103}'..='\u{2106}' | '\u{2108}' | '\u{2109}' | '\u{2114}' | '\u{2116}'..='\u{2118}'
        | '\u{211E}'..='\u{2123}' | '\u{2125}' | '\u{2127}' | '\u{2129}' | '\u{212E}' | '\u{213A}' | '\u{213B}'
        | '\u{2140}'..='\u{2144}' | '\u{214A}'..='\u{214D}' | '\u{214F}' | '\u{207A}'..='\u{207E}' | '\u{208A}'..='\u{208E}'
        // Arrows, mathematics, boxes, shapes, dingbats
        | '\u{218A}'..='\u{244A}' | '\u{249C}'..='\u{24E9}' | '\u{2500}'..='\u{2775}' | '\u{2794}'..='\u{2BFF}'
        | '\u{2E00}'..='\u{2E2E}'
        | '\u{2E30}'..='\u{2E5D}'
        // Chinese, vertical and small forms, full width
        | '\u{3001}'..='\u{3004}' | '\u{3008}'..='\u{3020}' | '\u{3030}' | '\u{3036}' | '\u{3037}' | '\u{303D}'..='\u{303F}'
        | '\u{309B}' | '\u{309C}' | '\u{30A0}' | '\u{30FB}' | '\u{3190}' | '\u{3191}' | '\u{3196}'..='\u{319F}'
        | '\u{31C0}'..='\u{31E5}' | '\u{31EF}' | '\u{3200}'..='\u{321E}' | '\u{322A}'..='\u{3247}' | '\u{3250}'
        | '\u{3260}'..='\u{327F}' | '\u{328A}'..='\u{32B0}' | '\u{32C0}'..='\u{33FF}'
        | '\u{FE10}'..='\u{FE19}' | '\u{FE30}'..='\u{FE6B}' | '\u{FF01}'..='\u{FF0F}' | '\u{FF1A}'..='\u{FF20}'
        | '\u{FF3B}'..='\u{FF40}' | '\u{FF5B}'..='\u{FF65}' | '\u{FFE0}'..='\u{FFEE}' | '\u{FFFC}' | '\u{FFFD}'
        // Pictures
        | '\u{1F000}'..='\u{1FAFF}' => true,
        _ => false,
    }
}

#[cfg(test)]
mod tests {
    use super::{is_ascii_punctuation, is_punctuation};

    #[test]
    fn test_ascii() {
        assert!(is_ascii_punctuation(b'!'));
        assert!(is_ascii_punctuation(b'@'));
        assert!(is_ascii_punctuation(b'~'));
        assert!(!is_ascii_punctuation(b' '));
        assert!(!is_ascii_punctuation(b'0'));
        assert!(!is_ascii_punctuation(b'A'));
        assert!(!is_ascii_punctuation(0xA1));
    }

    #[test]
    fn test_unicode() {
        assert!(is_punctuation('~'));
        assert!(!is_punctuation(' '));
        assert!(is_punctuation('\u{00A1}'));
        assert!(is_punctuation('\u{060C}'));
        assert!(is_punctuation('\u{FF65}'));
    }
}
