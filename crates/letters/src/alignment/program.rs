//! The dynamic program: of all pairings that keep the order, it finds the cheapest.
//!
//! It fills a band around the diagonal of the table of both versions, not the whole table, because versions of a letter
//! run in parallel. If the best path touches the edge of the band, the band was too narrow, and is doubled (as in
//! Ukkonen, “Algorithms for approximate string matching”, 1985). So memory grows linearly with the length of the
//! letter, not quadratically, unless the versions hardly agree.

use std::ops::Range;

use super::Pair;
use super::features::{Features, MOST_JOINED};

/// The cost of a segment without a partner: less than half the cost of a pair that does not belong together.
const SINGLE: f32 = 1.4;

/// The cost of each further segment in a pair: less than a segment without a partner.
const JOINT: f32 = 1.35;

/// Half the width of the first band.
const FIRST_BAND: usize = 32;

/// The maximum number of cells of a band: beyond it, the band stops growing.
const MOST_CELLS: usize = 1 << 19;

/// A step of the path: the number of segments of the first version, and of the second, that it pairs.
type Step = (u8, u8);

/// The cheapest pairing.
pub(super) fn best(first: &Features, second: &Features) -> Vec<Pair> {
    let mut half = FIRST_BAND;
    loop {
        let band = Band { rows: first.len(), columns: second.len(), half };
        let (pairs, touches_edge) = Table::fill(first, second, band).way();
        let width = (4 * half + 1).min(second.len() + 1);
        if !touches_edge || width.saturating_mul(first.len() + 1) > MOST_CELLS {
            return pairs;
        }
        half *= 2;
    }
}

/// The cells that are computed: in each row, a range of columns around the diagonal.
#[derive(Clone, Copy)]
struct Band {
    rows: usize,
    columns: usize,
    half: usize,
}

impl Band {
    fn of_row(self, row: usize) -> Range<usize> {
        let middle = row.saturating_mul(self.columns).checked_div(self.rows).unwrap_or(0);
        // From one row to the next the diagonal may move further than the band is wide.
        let slope = self.columns.checked_div(self.rows).unwrap_or(self.columns) + 1;
        middle.saturating_sub(self.half + slope)..(middle + self.half + slope).min(self.columns) + 1
    }
}

struct Table {
    band: Band,
    /// The last step of the best path to each cell of each row.
    steps: Vec<Vec<Step>>,
}

impl Table {
    fn fill(first: &Features, second: &Features, band: Band) -> Self {
        let mut table = Self { band, steps: Vec::with_capacity(band.rows + 1) };
        // The costs of the last rows; no step reaches further back.
        let mut costs: Vec<Vec<f32>> = Vec::new();
        for row in 0..=band.rows {
            let columns = band.of_row(row);
            let mut its_costs = Vec::with_capacity(columns.len());
            let mut its_steps = Vec::with_capacity(columns.len());
            for column in columns.clone() {
                let mut best = if row == 0 && column == 0 { (0.0, (0, 0)) } else { (f32::INFINITY, (0, 0)) };
                for (rows, columns_back) in STEPS {
                    let before = match (row.checked_sub(rows), column.checked_sub(columns_back)) {
                        (Some(before_row), Some(before_column)) => (before_row, before_column),
                        _ => continue,
                    };
                    let known = if rows == 0 {
                        before.1.checked_sub(columns.start).and_then(|at| its_costs.get(at))
                    } else {
                        let costs = costs.len().checked_sub(rows).and_then(|at| costs.get(at));
                        before.1.checked_sub(band.of_row(before.0).start).and_then(|at| costs?.get(at))
                    };
                    let Some(known) = known.filter(|known| **known < best.0) else { continue };
                    let Some(cost) = step_cost(first, second, before, (rows, columns_back)) else { continue };
                    if known + cost < best.0 {
                        best = (known + cost, (rows as u8, columns_back as u8));
                    }
                }
                its_costs.push(best.0);
                its_steps.push(best.1);
            }
            table.steps.push(its_steps);
            if costs.len() == MOST_JOINED {
                costs.remove(0);
            }
            costs.push(its_costs);
        }
        table
    }

    /// The best path from start to end, and whether it touches an edge of the band with cells beyond it.
    fn way(&self) -> (Vec<Pair>, bool) {
        let (mut row, mut column) = (self.band.rows, self.band.columns);
        let mut pairs = Vec::new();
        let mut touches_edge = false;
        while row > 0 || column > 0 {
            let columns = self.band.of_row(row);
            let step = self.steps.get(row).and_then(|steps| steps.get(column.checked_sub(columns.start)?));
            let (rows, columns_back) = match step {
                Some((0, 0)) | None => (row, column),
                Some((rows, columns_back)) => (usize::from(*rows), usize::from(*columns_back)),
            };
            touches_edge |= column == columns.start && column > 0;
            touches_edge |= column + 1 == columns.end && column < self.band.columns;
            pairs.push(Pair { first: row - rows..row, second: column - columns_back..column });
            row -= rows;
            column -= columns_back;
        }
        pairs.reverse();
        (pairs, touches_edge)
    }
}

/// The possible steps of a path, most common first.
const STEPS: [(usize, usize); 9] =
    [(1, 1), (1, 0), (0, 1), (1, 2), (2, 1), (1, 3), (3, 1), (1, MOST_JOINED), (MOST_JOINED, 1)];

/// The cost of the step; `None` if the segments cannot be joined.
fn step_cost(first: &Features, second: &Features, from: (usize, usize), step: (usize, usize)) -> Option<f32> {
    if step.0 == 0 || step.1 == 0 {
        return Some(SINGLE);
    }
    let fit = first.get(from.0, step.0)?.cost(second.get(from.1, step.1)?);
    Some(fit + JOINT * (step.0 + step.1 - 2) as f32)
}
