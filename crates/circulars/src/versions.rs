//! Compares the versions of each letter of a folder: the files with the same reference.

use std::collections::HashMap;

use letters::alignment;
use letters::diagnostic::{Code, Diagnostic};
use letters::divergence::{self, Divergence};
use letters::ids::DocumentId;
use letters::letter::Status;

use crate::checked::Checked;
use crate::progress::Progress;
use crate::report::{Counterpart, Remark};

/// For each letter, its differences from the version that it is compared with: the one as issued, or else the first.
pub(crate) fn differences(letters: &[Checked]) -> Vec<Vec<Remark<'_>>> {
    let mut differences: Vec<Vec<Remark<'_>>> = letters.iter().map(|_| Vec::new()).collect();
    let groups = groups(letters);
    let compared = groups.iter().map(|group| group.len() - 1).sum();
    let mut progress = Progress::of("Comparing versions", compared);
    for group in groups {
        let Some((_, leading)) = group.iter().find(|(_, version)| is_issued(version)).or(group.first())
        else {
            continue;
        };
        for (index, version) in group.iter().filter(|(_, version)| !std::ptr::eq(*version, *leading)) {
            if let Some(differences) = differences.get_mut(*index) {
                *differences = between(version, leading);
            }
            progress.step();
        }
        for (index, first) in duplicates(&group) {
            if let Some(differences) = differences.get_mut(index) {
                differences.insert(0, duplicate(first));
            }
        }
    }
    differences
}

/// The versions in a language in which the letter has another before them, each with that one.
fn duplicates<'group>(group: &'group [(usize, &'group Checked)]) -> Vec<(usize, &'group Checked)> {
    let language = |checked: &Checked| checked.version.letter().metadata.language;
    let first = |at: usize, checked: &Checked| {
        group.iter().take(at).find(|(_, other)| language(other) == language(checked)).map(|(_, other)| *other)
    };
    group
        .iter()
        .enumerate()
        .filter_map(|(at, (index, checked))| Some((*index, first(at, checked)?)))
        .collect()
}

fn duplicate<'letter>(first: &Checked) -> Remark<'letter> {
    let diagnostic = Diagnostic { code: Code::DuplicateVersion, span: 0..0 };
    let detail = Some(format!("the other is {}", first.source.file.display()));
    Remark { diagnostic, detail, counterpart: None }
}

/// The letters with several versions: the versions of each, with their index.
fn groups(letters: &[Checked]) -> Vec<Vec<(usize, &Checked)>> {
    let mut groups: Vec<Vec<(usize, &Checked)>> = Vec::new();
    let mut places: HashMap<&DocumentId, usize> = HashMap::new();
    for (index, checked) in letters.iter().enumerate() {
        let Some(id) = checked.version.letter().metadata.letterhead.ids.first() else { continue };
        let place = *places.entry(id).or_insert(groups.len());
        match groups.get_mut(place) {
            Some(group) => group.push((index, checked)),
            None => groups.push(vec![(index, checked)]),
        }
    }
    groups.retain(|group| group.len() > 1);
    groups
}

fn is_issued(checked: &Checked) -> bool {
    checked.version.letter().metadata.status == Status::AsIssued
}

fn between<'letter>(version: &Checked, leading: &'letter Checked) -> Vec<Remark<'letter>> {
    let (own, other) = (version.version.facts(), leading.version.facts());
    let alignment = alignment::align(own, other);
    let name = leading.source.file.file_name().unwrap_or_default().to_string_lossy();
    let remark = |divergence: &Divergence| Remark {
        diagnostic: Diagnostic { code: divergence.code(), span: divergence.span() },
        detail: Some(divergence.detail(&name)),
        counterpart: Some(counterpart(divergence, leading)),
    };
    divergence::find(own, other, &alignment).iter().map(remark).collect()
}

fn counterpart<'letter>(divergence: &Divergence, leading: &'letter Checked) -> Counterpart<'letter> {
    let other = &divergence.second;
    let span = other.facts.first().map_or_else(|| other.span.clone(), |fact| fact.span.clone());
    Counterpart { source: &leading.source, span, paragraph: other.span.clone() }
}
