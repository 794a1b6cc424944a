//! Builds Rust code.

use std::collections::BTreeSet;

/// Constants, and the paths that they name.
#[derive(Default)]
pub(super) struct Code {
    pub(super) imports: BTreeSet<String>,
    pub(super) constants: String,
}

impl Code {
    /// Names a path of the library.
    pub(super) fn import(&mut self, path: &str) {
        self.imports.insert(path.to_owned());
    }

    /// Adds a constant, its value in one line.
    pub(super) fn constant(&mut self, name: &str, kind: &str, value: &str) {
        self.constants += &format!("pub(super) static {}: {kind} = {value};\n", name.to_uppercase());
    }

    /// Adds a constant that is a list, one item per line: so a change of a row is a change of a line.
    pub(super) fn list(&mut self, name: &str, kind: &str, items: impl IntoIterator<Item = String>) {
        let lines: String = items.into_iter().map(|item| format!("    {item},\n")).collect();
        self.constant(name, kind, &format!("&[\n{lines}]"));
    }

    pub(super) fn append(&mut self, other: Self) {
        self.imports.extend(other.imports);
        if !self.constants.is_empty() {
            self.constants.push('\n');
        }
        self.constants += &other.constants;
    }
}
