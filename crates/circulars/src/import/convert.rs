//! Old files, converted by another program.

use std::fs::{self, File};
use std::io;
use std::path::Path;
use std::process::{Child, Command, Stdio};
use std::thread;
use std::time::{Duration, Instant, SystemTime, UNIX_EPOCH};

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

/// How long LibreOffice may take for a file: a letter takes some seconds.
const LONGEST: Duration = Duration::from_secs(120);

/// How long it rests between two looks at it.
const REST: Duration = Duration::from_millis(50);

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
    let said = folder.join("said");
    let unusable = |what: String| {
        Failure::Unusable(format!("{} cannot be converted by soffice: {what}", file.display()))
    };
    let mut command = Command::new("soffice");
    command
        .arg(format!("-env:UserInstallation=file://{}", profile.display()))
        .args(["--headless", "--norestore", "--convert-to", "docx", "--outdir"])
        .arg(folder)
        .arg(std::path::absolute(file).unwrap_or_else(|_| file.to_owned()))
        .stdin(Stdio::null())
        .stdout(Stdio::null())
        .stderr(File::create(&said).map_err(|error| unusable(error.to_string()))?);
    let child =
        command.spawn().map_err(|error| Failure::Unusable(format!("soffice cannot be run: {error}")))?;
    let is_done = ends_within(LONGEST, child).map_err(|error| unusable(error.to_string()))?;
    if !is_done {
        return Err(unusable(format!("it has not ended after {} seconds", LONGEST.as_secs())));
    }
    let name = file.file_stem().unwrap_or_default().to_string_lossy().into_owned() + ".docx";
    fs::read(folder.join(name))
        .map_err(|_| unusable(fs::read_to_string(&said).unwrap_or_default().trim().to_owned()))
}

/// Waits until the process has ended; one that takes longer is ended, with those that it has started. Returns whether it has ended
/// by itself.
fn ends_within(limit: Duration, mut child: Child) -> io::Result<bool> {
    let start = Instant::now();
    while child.try_wait()?.is_none() {
        if start.elapsed() > limit {
            end_with_started(child.id());
            // Where there is no `kill`.
            child.kill()?;
            child.wait()?;
            return Ok(false);
        }
        thread::sleep(REST);
    }
    Ok(true)
}

/// Ends the process with those that it has started: `soffice` is a script. Each ends before those that it has started, or it would
/// go on to its next line. Where there is no `pgrep`, they stay.
fn end_with_started(process: u32) {
    let by_it = started_by(process);
    let _ = Command::new("kill").args(["-KILL", &process.to_string()]).status();
    by_it.into_iter().for_each(end_with_started);
}

fn started_by(process: u32) -> Vec<u32> {
    let output = Command::new("pgrep").args(["-P", &process.to_string()]).output();
    let output =
        output.map(|output| String::from_utf8_lossy(&output.stdout).into_owned()).unwrap_or_default();
    output.lines().filter_map(|line| line.trim().parse().ok()).collect()
}

#[cfg(all(test, unix))]
mod tests {
    use super::*;

    #[test]
    fn a_program_that_does_not_end_is_ended_with_those_that_it_has_started() {
        let marker = std::env::temp_dir().join(format!("circulars-late-{}", std::process::id()));
        let script = format!("(sleep 1; touch {}) & sleep 60", marker.display());
        let child = Command::new("sh").args(["-c", &script]).spawn().unwrap();
        assert!(!ends_within(Duration::from_millis(100), child).unwrap());
        thread::sleep(Duration::from_millis(1500));
        assert!(!marker.exists(), "what it has started goes on");
        let child = Command::new("sh").args(["-c", "true"]).spawn().unwrap();
        assert!(ends_within(Duration::from_secs(10), child).unwrap());
    }
}
