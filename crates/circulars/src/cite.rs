//! `circulars cite`: the citations in passages of text, a JSON object a line.

use std::io::{self, BufRead};

use letters::citation::{Circumstances, find_in_text};
use letters::ids::Date;
use letters::ids::Language;
use letters::letter::{self, Issuer};
use serde_json::{Value, json};

use crate::arguments::CiteArguments;
use crate::failure::Failure;
use crate::output::{print, tell};

/// Processes each line of standard input. An invalid line is reported, and the others are still processed.
pub(crate) fn run(arguments: &CiteArguments) -> Result<(), Failure> {
    let mut failed = false;
    for (index, line) in io::stdin().lock().lines().enumerate() {
        let line =
            line.map_err(|error| Failure::Unusable(format!("standard input cannot be read: {error}")))?;
        if line.trim().is_empty() {
            continue;
        }
        match answer(&line, arguments.circumstances()) {
            Ok(answer) => print(&answer)?,
            Err(problem) => {
                tell(&format!("error: line {}: {problem}", index + 1));
                failed = true;
            }
        }
    }
    if failed { Err(Failure::Reported) } else { Ok(()) }
}

/// The line with the citations in its text. The error says what is wrong with the line.
///
/// `defaults` applies to lines that do not say otherwise.
fn answer(line: &str, defaults: Circumstances) -> Result<String, String> {
    let mut passage: Value = serde_json::from_str(line).map_err(|error| format!("not JSON: {error}"))?;
    let text = passage.get("text").and_then(Value::as_str).ok_or("there is no text")?.to_owned();
    let circumstances = circumstances(&passage, &text, defaults)?;
    let mut characters = Characters { text: &text, byte: 0, count: 0 };
    let citations: Vec<Value> = find_in_text(&text, circumstances)
        .into_iter()
        .map(|found| {
            let (start, end) = (characters.before(found.range.start), characters.before(found.range.end));
            json!({ "text": text.get(found.range), "id": found.id.to_string(), "start": start, "end": end })
        })
        .collect();
    let object = passage.as_object_mut().ok_or("not an object")?;
    object.insert("citations".to_owned(), citations.into());
    Ok(passage.to_string())
}

/// The context that the line gives, or else the default. If neither gives a language, it is detected.
fn circumstances(passage: &Value, text: &str, defaults: Circumstances) -> Result<Circumstances, String> {
    let named = |value: Option<&Value>| value.and_then(Value::as_str).map(str::to_owned);
    let context = passage.get("context");
    let of_context = |name: &str| named(context.and_then(|context| context.get(name)));
    let language = match named(passage.get("lang")) {
        Some(tag) => Some(tag.parse::<Language>().map_err(|_| format!("no language is called {tag:?}"))?),
        None => defaults.language.or_else(|| letter::language_of(text)),
    };
    let date = match of_context("date") {
        Some(date) => Some(Date::from_iso(&date).ok_or_else(|| format!("{date:?} is not a date"))?),
        None => defaults.date,
    };
    let issuer = match of_context("issuer") {
        Some(code) => Some(Issuer::from_code(&code).ok_or_else(|| format!("no issuer is called {code:?}"))?),
        None => defaults.issuer,
    };
    Ok(Circumstances { language, issuer, date })
}

/// Counts the characters before places in a text, queried in ascending order.
struct Characters<'text> {
    text: &'text str,
    byte: usize,
    count: usize,
}

impl Characters<'_> {
    /// The number of characters that begin before the byte.
    fn before(&mut self, byte: usize) -> usize {
        self.count += self.text.get(self.byte..byte).unwrap_or_default().chars().count();
        self.byte = byte;
        self.count
    }
}
