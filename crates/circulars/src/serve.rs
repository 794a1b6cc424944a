//! `circulars serve`: a site of letters on this machine, which follows its letters while they change.
//!
//! The site is published into the user's folder for files that can be made again, where the next call for the same letters and port finds
//! it. Each page asks whether it has changed, and loads itself again.

mod answer;
mod changes;

use std::path::{Path, PathBuf};
use std::sync::Arc;
use std::thread;

use tiny_http::Server;

use crate::arguments::{PublishArguments, ServeArguments};
use crate::failure::Failure;
use crate::output::{print, tell};
use crate::publish;
use changes::{Changes, Watch};

pub(crate) fn run(arguments: &ServeArguments) -> Result<(), Failure> {
    let unusable = |what: &str, error: &dyn std::fmt::Display| Failure::Unusable(format!("{what}: {error}"));
    let server = Server::http(("127.0.0.1", arguments.port))
        .map_err(|error| unusable(&format!("port {} cannot be used", arguments.port), &error))?;
    let port = server.server_addr().to_ip().map_or(arguments.port, |address| address.port());
    let address = format!("http://127.0.0.1:{port}/");
    let site = folder_for(&arguments.folder, arguments.port)?;
    let published = PublishArguments {
        folder: arguments.folder.clone(),
        out: site.clone(),
        address: Some(address.clone()),
        look: arguments.look.clone(),
        fragments: false,
        redirects: None,
        force: false,
        is_preview: true,
    };
    // Before the first run, so that no change after it is missed.
    let watch = Watch::of(&arguments.folder)
        .map_err(|error| unusable(&format!("{} cannot be watched", arguments.folder.display()), &error))?;
    publish_again(&published)?;
    print(&address)?;
    let changes = Arc::new(Changes::default());
    let (server, answering) = (Arc::new(server), Arc::clone(&changes));
    thread::spawn(move || answer::all(&server, &site, &answering));
    loop {
        watch.wait();
        publish_again(&published)?;
        changes.add();
    }
}

/// Publishes the site. Letters with errors have been reported, and are shown once they have none.
fn publish_again(arguments: &PublishArguments) -> Result<(), Failure> {
    match publish::run(arguments) {
        Err(Failure::Reported) => Ok(()),
        Err(Failure::Unusable(problem)) if arguments.out.exists() => {
            tell(&format!("error: {problem}"));
            Ok(())
        }
        result => result,
    }
}

/// The folder of the site of the letters: in the user's own cache, because in a folder of all users others could put files into it.
fn folder_for(letters: &Path, port: u16) -> Result<PathBuf, Failure> {
    let variable = |name: &str| std::env::var_os(name).map(PathBuf::from).filter(|path| path.is_absolute());
    let of_home = || variable("HOME").map(|home| home.join(".cache"));
    let cache = variable("XDG_CACHE_HOME").or_else(|| variable("LOCALAPPDATA")).or_else(of_home);
    let cache = cache.ok_or_else(|| {
        Failure::Unusable("there is no folder for the site: set XDG_CACHE_HOME to one".to_owned())
    })?;
    let whole = std::fs::canonicalize(letters).unwrap_or_else(|_| letters.to_owned());
    let name = publish::digest_of(&format!("{} {port}", whole.display()));
    Ok(cache.join("circulars").join(name).join("site"))
}
