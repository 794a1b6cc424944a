//! Old files, converted by another program.

use std::fs;
use std::path::Path;
use std::process::Command;

use crate::failure::Failure;

/// The file as LibreOffice converts it, which runs with a profile of its own, of which nothing stays.
pub(super) fn by_soffice(file: &Path) -> Result<Vec<u8>, Failure> {
    let folder = std::env::temp_dir().join(format!("circulars-import-{}", std::process::id()));
    let result = convert(file, &folder);
    // It may not exist.
    let _ = fs::remove_dir_all(&folder);
    result
}

fn convert(file: &Path, folder: &Path) -> Result<Vec<u8>, Failure> {
    fs::create_dir_all(folder)
        .map_err(|error| Failure::Unusable(format!("{} cannot be made: {error}", folder.display())))?;
    let profile = format!("-env:UserInstallation=file://{}", folder.join("profile").display());
    let output = Command::new("soffice")
        .args([&profile, "--headless", "--norestore", "--convert-to", "docx", "--outdir"])
        .arg(folder)
        .arg(std::path::absolute(file).unwrap_or_else(|_| file.to_owned()))
        .output()
        .map_err(|error| Failure::Unusable(format!("soffice cannot be run: {error}")))?;
    let made = folder.join(file.file_stem().unwrap_or_default()).with_extension("docx");
    fs::read(made).map_err(|_| {
        let said = String::from_utf8_lossy(&output.stderr);
        Failure::Unusable(format!("{} cannot be converted by soffice: {}", file.display(), said.trim()))
    })
}
