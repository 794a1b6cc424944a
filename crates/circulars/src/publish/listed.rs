//! The files of a site whose state is not there, as the site's own lists of sums have them: a site that was copied from a server, or
//! checked out, goes on being the site. A file that is not as its list says is of somebody else.

use std::fs;
use std::path::Path;

use site::checksums;

use super::parallel;

/// The paths of the files.
pub(super) fn files(site: &Path) -> Vec<String> {
    let in_root = sound(site, "");
    if in_root.is_empty() {
        return in_root;
    }
    let folders: Vec<&str> = in_root
        .iter()
        .filter_map(|path| path.strip_suffix(checksums::NAME))
        .filter(|folder| !folder.is_empty())
        .collect();
    let of_letters: Vec<String> =
        parallel::map(&folders, |folder| sound(site, folder)).into_iter().flatten().collect();
    let list = [checksums::NAME.to_owned()];
    list.into_iter().chain(of_letters).chain(in_root).collect()
}

/// The paths in the list of the folder whose files are as it says. The folder is the root, or ends with a slash.
fn sound(site: &Path, folder: &str) -> Vec<String> {
    let list = fs::read_to_string(site.join(folder).join(checksums::NAME)).unwrap_or_default();
    let sums = checksums::read(&list);
    let is_sound = |path: &str, sum: &str| {
        fs::read(site.join(folder).join(path)).is_ok_and(|bytes| checksums::sum(&bytes) == sum)
    };
    let sound = sums.into_iter().filter(|(path, sum)| is_sound(path, sum));
    sound.map(|(path, _)| format!("{folder}{path}")).collect()
}
