//! Dates in the words of a language, by the browser's own `Intl`.

use std::cell::RefCell;

use js_sys::{Array, Date as JsDate, Function, Intl, Object, Reflect};
use wasm_bindgen::JsCast;

use letters::ids::Date;
use letters::ids::Language;

/// The date written out in the language: “5 octobre 2020”.
pub(crate) fn written(date: Date, language: Language) -> String {
    let format = format(language);
    let write = format.format();
    let written = write.call1(&format, &js_date(date)).ok().and_then(|written| written.as_string());
    written.unwrap_or_else(|| date.to_string())
}

/// The days from the first to the last, or the one day: “23 février – 5 mars 2021”.
pub(crate) fn written_range(first: Date, last: Date, language: Language) -> String {
    if first == last {
        return written(first, language);
    }
    let format = format(language);
    let write =
        Reflect::get(&format, &"formatRange".into()).ok().and_then(|write| write.dyn_into::<Function>().ok());
    let written = write.and_then(|write| write.call2(&format, &js_date(first), &js_date(last)).ok());
    written
        .and_then(|written| written.as_string())
        .unwrap_or_else(|| format!("{} – {}", self::written(first, language), self::written(last, language)))
}

thread_local! {
    /// The formats that have been made: making one takes the browser far longer than using it.
    static FORMATS: RefCell<Vec<(Language, Intl::DateTimeFormat)>> = const { RefCell::new(Vec::new()) };
}

fn format(language: Language) -> Intl::DateTimeFormat {
    FORMATS.with(|formats| {
        let Ok(mut formats) = formats.try_borrow_mut() else { return new_format(language) };
        if let Some((_, format)) = formats.iter().find(|(its_language, _)| *its_language == language) {
            return format.clone();
        }
        let format = new_format(language);
        formats.push((language, format.clone()));
        format
    })
}

fn new_format(language: Language) -> Intl::DateTimeFormat {
    let options = Object::new();
    for (name, value) in
        [("dateStyle", "long"), ("timeZone", "UTC"), ("numberingSystem", "latn"), ("calendar", "gregory")]
    {
        // A plain object takes every property.
        let _ = Reflect::set(&options, &name.into(), &value.into());
    }
    // The Union writes English as in Britain: the day comes first.
    let tag = if language == Language::English { "en-GB" } else { language.tag() };
    Intl::DateTimeFormat::new(&Array::of1(&tag.into()), &options)
}

fn js_date(date: Date) -> JsDate {
    let milliseconds = JsDate::utc(f64::from(date.year()), f64::from(date.month()) - 1.0);
    let day = JsDate::new(&milliseconds.into());
    day.set_utc_date(u32::from(date.day()));
    day
}
