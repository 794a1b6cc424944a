//! The progress of long work, for people at a terminal.

use std::io::{self, IsTerminal, Write};
use std::time::{Duration, Instant};

/// Work that takes less time shows no progress.
const PATIENCE: Duration = Duration::from_secs(1);

/// The minimum time between two updates.
const INTERVAL: Duration = Duration::from_millis(100);

/// The shortest time left that is worth saying.
const WORTH_SAYING: Duration = Duration::from_secs(5);

/// The progress of the work: one line on standard error, erased when the work ends. If standard error is not a
/// terminal, nothing is shown.
pub(crate) struct Progress<'terminal> {
    terminal: Option<Box<dyn Write + Send + 'terminal>>,
    /// The description of the work: “Reading letters”.
    work: &'static str,
    total: usize,
    done: usize,
    started: Instant,
    /// The time of the next update.
    due: Instant,
    /// The width of the line shown.
    width: usize,
}

impl<'terminal> Progress<'terminal> {
    pub(crate) fn of(work: &'static str, total: usize) -> Self {
        let terminal = io::stderr();
        let terminal = terminal.is_terminal().then(|| Box::new(terminal) as Box<dyn Write + Send>);
        Self::on(terminal, work, total, Instant::now())
    }

    fn on(
        terminal: Option<Box<dyn Write + Send + 'terminal>>,
        work: &'static str,
        total: usize,
        now: Instant,
    ) -> Self {
        Self { terminal, work, total, done: 0, started: now, due: now + PATIENCE, width: 0 }
    }

    /// Counts one item as done.
    pub(crate) fn step(&mut self) {
        self.step_at(Instant::now());
    }

    fn step_at(&mut self, now: Instant) {
        self.done += 1;
        if now >= self.due {
            self.due = now + INTERVAL;
            let line = format!("{}: {} of {}{}", self.work, self.done, self.total, self.left(now));
            self.show(&line);
            self.width = line.len();
        }
    }

    /// The time that the rest will take if it goes on as until now.
    fn left(&self, now: Instant) -> String {
        let rest = u32::try_from(self.total.saturating_sub(self.done)).unwrap_or(u32::MAX);
        let done = u32::try_from(self.done).unwrap_or(u32::MAX).max(1);
        let left = ((now - self.started) / done).saturating_mul(rest);
        match left.as_secs() {
            _ if left < WORTH_SAYING => String::new(),
            seconds @ ..120 => format!(", {seconds} s left"),
            seconds => format!(", {} min left", seconds.div_ceil(60)),
        }
    }

    /// Replaces the line shown. Write errors are ignored.
    fn show(&mut self, line: &str) {
        if let Some(terminal) = &mut self.terminal {
            let _ = write!(terminal, "\r{line:width$}", width = self.width).and_then(|()| terminal.flush());
        }
    }
}

impl Drop for Progress<'_> {
    fn drop(&mut self) {
        if self.width > 0 {
            self.show("");
            self.width = 0;
            self.show("");
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// The output when work on three letters takes the given number of milliseconds for each.
    fn sent(milliseconds: u64) -> String {
        let mut sent = Vec::new();
        let start = Instant::now();
        let mut progress = Progress::on(Some(Box::new(&mut sent)), "Reading letters", 3, start);
        for step in 1..=3 {
            progress.step_at(start + Duration::from_millis(milliseconds * step));
        }
        drop(progress);
        String::from_utf8(sent).unwrap()
    }

    #[test]
    fn quick_work_shows_no_progress() {
        assert_eq!(sent(300), "");
    }

    #[test]
    fn long_work_shows_its_progress_and_erases_it_at_the_end() {
        let shown = "\rReading letters: 2 of 3\rReading letters: 3 of 3";
        let erased = format!("\r{}\r", " ".repeat(23));
        assert!(sent(600).starts_with(&format!("{shown}{erased}")), "{:?}", sent(600));
    }

    #[test]
    fn long_work_says_how_long_it_will_take() {
        let shown = |total: usize| {
            let mut sent = Vec::new();
            let start = Instant::now();
            let mut progress = Progress::on(Some(Box::new(&mut sent)), "Reading letters", total, start);
            progress.step_at(start + Duration::from_secs(2));
            drop(progress);
            String::from_utf8(sent).unwrap()
        };
        assert!(shown(3).starts_with("\rReading letters: 1 of 3\r"));
        assert!(shown(11).starts_with("\rReading letters: 1 of 11, 20 s left"));
        assert!(shown(101).starts_with("\rReading letters: 1 of 101, 4 min left"));
    }

    #[test]
    fn progress_is_not_shown_more_often_than_the_eye_can_follow() {
        assert_eq!(sent(1000).matches("Reading").count(), 3);
        let mut shown = Vec::new();
        let start = Instant::now();
        let mut progress = Progress::on(Some(Box::new(&mut shown)), "Reading letters", 1000, start);
        (0..1000).for_each(|step| progress.step_at(start + Duration::from_millis(1000 + step)));
        drop(progress);
        assert_eq!(String::from_utf8(shown).unwrap().matches("Reading").count(), 10);
    }
}
