//! `circulars serve`.

use std::fs;
use std::io::{BufRead, BufReader, Read, Write};
use std::net::TcpStream;
use std::path::Path;
use std::process::{Child, Stdio};

use crate::{Folder, command, letter};

/// The command while it runs; it ends with the test.
struct Serving {
    child: Child,
    /// `127.0.0.1:1234`.
    host: String,
}

impl Serving {
    /// Serves the folder, once the site is there.
    fn of(folder: &Folder) -> Self {
        let mut command = command(&["serve", folder.path(), "--port", "0"]);
        command.env("XDG_CACHE_HOME", env!("CARGO_TARGET_TMPDIR"));
        let mut child = command.stdout(Stdio::piped()).stderr(Stdio::null()).spawn().unwrap();
        let mut address = String::new();
        BufReader::new(child.stdout.take().unwrap()).read_line(&mut address).unwrap();
        let host = address.trim().trim_start_matches("http://").trim_end_matches('/').to_owned();
        Self { child, host }
    }

    /// The answer to a request, with its head, to a server that is called by the name.
    fn answer_as(&self, name: &str, path: &str) -> String {
        let mut stream = TcpStream::connect(&self.host).unwrap();
        write!(stream, "GET {path} HTTP/1.1\r\nHost: {name}\r\nConnection: close\r\n\r\n").unwrap();
        let mut answer = Vec::new();
        stream.read_to_end(&mut answer).unwrap();
        String::from_utf8_lossy(&answer).into_owned()
    }

    fn answer(&self, path: &str) -> String {
        self.answer_as(&self.host, path)
    }
}

impl Drop for Serving {
    fn drop(&mut self) {
        let _ = self.child.kill();
        let _ = self.child.wait();
    }
}

#[test]
fn a_letter_that_is_saved_is_shown_anew() {
    let folder = Folder::new("serve").with("cl-24-12/en.md", letter("CL-24/12", "First words."));
    let serving = Serving::of(&folder);
    let page = serving.answer("/letters/cl-2024-12/en.html");
    assert!(page.contains("200 OK") && page.contains("text/html") && page.contains("/.changes/"), "{page}");
    assert!(serving.answer("/").contains("lists/fr/index.html"));
    let file = Path::new(folder.path()).join("cl-24-12/en.md");
    let text = fs::read_to_string(&file).unwrap();
    fs::write(&file, text.replace("First", "Second")).unwrap();
    // The answer comes when the site has changed.
    assert!(serving.answer("/.changes/0").ends_with("\r\n\r\n1"));
    assert!(serving.answer("/letters/cl-2024-12/en.html").contains("Second words."));
    // A letter that is new has its page as well.
    fs::create_dir_all(Path::new(folder.path()).join("cl-24-13")).unwrap();
    fs::write(Path::new(folder.path()).join("cl-24-13/en.md"), letter("CL-24/13", "Other words.")).unwrap();
    serving.answer("/.changes/1");
    assert!(serving.answer("/letters/cl-2024-13/en.html").contains("200 OK"));
}

#[test]
fn only_the_files_of_the_site_are_served_and_only_to_this_machine() {
    let folder = Folder::new("serve-safe").with("cl-24-12/en.md", letter("CL-24/12", "First words."));
    let serving = Serving::of(&folder);
    assert!(serving.answer("/../site.state").contains("404"));
    assert!(serving.answer("/letters/").contains("404"));
    assert!(serving.answer_as("letters.example.org", "/").contains("403"));
    assert!(serving.answer_as("localhost:1", "/index.html").contains("200 OK"));
}
