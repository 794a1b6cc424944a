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
    /// Reads an issue from the name of the bulletin on.
    pub(super) fn operational_bulletin(&mut self, at: usize) -> Option<usize> {
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
