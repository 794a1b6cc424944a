//! What has changed: the letters in their folder, and the site.

use std::path::Path;
use std::sync::mpsc::{Receiver, channel};
use std::sync::{Condvar, Mutex};
use std::time::Duration;

use notify::{EventKind, RecommendedWatcher, RecursiveMode, Watcher};

/// An editor writes a file in several steps: after the last one, so long nothing happens.
const QUIET: Duration = Duration::from_millis(100);

/// Watches a folder.
pub(super) struct Watch {
    events: Receiver<()>,
    /// It watches as long as it is kept.
    _watcher: RecommendedWatcher,
}

impl Watch {
    pub(super) fn of(folder: &Path) -> notify::Result<Self> {
        let (sender, events) = channel();
        let mut watcher = notify::recommended_watcher(move |event: notify::Result<notify::Event>| {
            // Reading a file is an event too.
            if event.is_ok_and(|event| !matches!(event.kind, EventKind::Access(_))) {
                let _ = sender.send(());
            }
        })?;
        watcher.watch(folder, RecursiveMode::Recursive)?;
        Ok(Self { events, _watcher: watcher })
    }

    /// Waits until something has changed, and nothing changes any more.
    pub(super) fn wait(&self) {
        // The sender lives as long as the watcher.
        let _ = self.events.recv();
        while self.events.recv_timeout(QUIET).is_ok() {}
    }
}

/// How often the site has changed.
#[derive(Default)]
pub(super) struct Changes {
    count: Mutex<usize>,
    added: Condvar,
}

impl Changes {
    pub(super) fn add(&self) {
        if let Ok(mut count) = self.count.lock() {
            *count += 1;
        }
        self.added.notify_all();
    }

    /// The number of changes, once there are others than those that are known, or after the time.
    pub(super) fn after(&self, known: usize, time: Duration) -> usize {
        let Ok(count) = self.count.lock() else { return known };
        let waited = self.added.wait_timeout_while(count, time, |count| *count == known);
        waited.map_or(known, |(count, _)| *count)
    }

    pub(super) fn count(&self) -> usize {
        self.count.lock().map_or(0, |count| *count)
    }
}
