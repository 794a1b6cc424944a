//! Old files, converted by another program.

use std::fs;
use std::path::Path;
use std::process::Command;
use std::time::{SystemTime, UNIX_EPOCH};

use crate::failure::Failure;

/// The settings of the profile: nothing that a file refers to is opened, no macro is run, nothing is looked up.
const SETTINGS: &str = r#"<?xml version="1.0" encoding="UTF-8"?>
<oor:items xmlns:oor="http://openoffice.org/2001/registry" xmlns:xs="http://www.w3.org/2001/XMLSchema" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance">
<item oor:path="/org.openoffice.Office.Common/Security/Scripting"><prop oor:name="BlockUntrustedRefererLinks" oor:op="fuse"><value>true</value></prop></item>
<item oor:path="/org.openoffice.Office.Common/Security/Scripting"><prop oor:name="DisableMacrosExecution" oor:op="fuse"><value>true</value></prop></item>
<item oor:path="/org.openoffice.Office.Common/Security/Scripting"><prop oor:name="MacroSecurityLevel" oor:op="fuse"><value>3</value></prop></item>
<item oor:path="/org.openoffice.Office.Writer/Content/Update"><prop oor:name="Link" oor:op="fuse"><value>2</value></prop></item>
</oor:items>
"#;

/// The file as LibreOffice converts it, which runs with a profile of its own, of which nothing stays.
pub(super) fn by_soffice(file: &Path) -> Result<Vec<u8>, Failure> {
    let now = SystemTime::now().duration_since(UNIX_EPOCH).unwrap_or_default().as_nanos();
    let folder = std::env::temp_dir().join(format!("circulars-import-{}-{now}", std::process::id()));
    // Nobody else's: it is made here, or not used.
    let made = fs::create_dir(&folder);
    made.map_err(|error| Failure::Unusable(format!("{} cannot be made: {error}", folder.display())))?;
    let result = convert(file, &folder);
    let _ = fs::remove_dir_all(&folder);
    result
}

fn convert(file: &Path, folder: &Path) -> Result<Vec<u8>, Failure> {
    let profile = folder.join("profile");
    let settings = profile.join("user");
    fs::create_dir_all(&settings)
        .and_then(|()| fs::write(settings.join("registrymodifications.xcu"), SETTINGS))
        .map_err(|error| Failure::Unusable(format!("{} cannot be written: {error}", profile.display())))?;
    let output = Command::new("soffice")
        .arg(format!("-env:UserInstallation=file://{}", profile.display()))
        .args(["--headless", "--norestore", "--convert-to", "docx", "--outdir"])
        .arg(folder)
        .arg(std::path::absolute(file).unwrap_or_else(|_| file.to_owned()))
        .output()
        .map_err(|error| Failure::Unusable(format!("soffice cannot be run: {error}")))?;
    let name = file.file_stem().unwrap_or_default().to_string_lossy().into_owned() + ".docx";
    fs::read(folder.join(name)).map_err(|_| {
        let said = String::from_utf8_lossy(&output.stderr);
        Failure::Unusable(format!("{} cannot be converted by soffice: {}", file.display(), said.trim()))
    })
}
