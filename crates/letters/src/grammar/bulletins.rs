//! Issues of the ITU Operational Bulletin: “Operational Bulletin No. 1096”, `OB.1096`.

use super::reader::Reader;
use super::terms::Term;
use super::tokens::plain;
use crate::ids::{DocumentId, positive};

/// The highest number of an issue. Issue 1,300 is of 2024.
const HIGHEST: u32 = 2_999;

/// The minimum number of digits of an issue without a number sign.
const SHORTEST: usize = 3;

impl Reader<'_> {
    /// Reads an issue from the name of the bulletin on; in Chinese the number may be before it.
    pub(super) fn operational_bulletin(&mut self, at: usize) -> Option<usize> {
        self.issue_behind(at).or_else(|| self.issue_before(at))
    }

    /// “第1126期《操作公报》”
    fn issue_before(&mut self, at: usize) -> Option<usize> {
        let is_title = at > 0 && self.words(at - 1) == "《";
        let unit = at.checked_sub(1 + usize::from(is_title)).filter(|unit| self.words(*unit) == "期")?;
        let number_at = unit.checked_sub(1)?;
        let number = positive(&self.number(number_at).filter(|number| number.len() >= SHORTEST)?)?;
        let ordinal = number_at.checked_sub(1).filter(|ordinal| self.has_term(*ordinal, Term::Ordinal))?;
        let next = at + 1 + usize::from(is_title && self.words(at + 1) == "》");
        self.add(self.start(ordinal)..self.end_before(next), DocumentId::OperationalBulletin { number });
        Some(next)
    }

    fn issue_behind(&mut self, at: usize) -> Option<usize> {
        let behind = at + 1 + usize::from(self.words(at + 1) == "》");
        let signs = &[Term::Itu, Term::NumberSign, Term::NumberSigns, Term::Ordinal];
        let number_at = self.skip(behind, signs);
        // “Operational Bulletin 15 March 2012” names a day.
        if number_at == behind && self.number(number_at)?.len() < SHORTEST {
            return None;
        }
        let number = positive(&self.number(number_at)?).filter(|number| *number <= HIGHEST)?;
        // 《操作公报》第1164期
        let start = at - usize::from(at > 0 && self.words(at - 1) == "《");
        let next = number_at + 1 + usize::from(self.words(number_at + 1) == "期");
        self.add(self.start(start)..self.end_before(next), DocumentId::OperationalBulletin { number });
        Some(next)
    }

    /// Reads `OB.1096`.
    pub(super) fn code_of_bulletin(&mut self, at: usize) -> Option<usize> {
        let code = plain(self.words(at));
        let number = positive(code.strip_prefix("OB.")?).filter(|number| *number <= HIGHEST)?;
        self.add(self.start(at)..self.end_before(at + 1), DocumentId::OperationalBulletin { number });
        Some(at + 1)
    }
}
