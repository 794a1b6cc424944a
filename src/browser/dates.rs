//! Dates in the words of a language, by the browser's own `Intl`.

use std::cell::RefCell;

use js_sys::{Array, Date as JsDate, Function, Intl, Object, Reflect};
use wasm_bindgen::JsCast;

/// A day of the Gregorian calendar.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Day {
    pub(crate) year: u16,
    /// From 1.
    pub(crate) month: u8,
    /// From 1.
    pub(crate) day: u8,
}

/// The day that it is where the reader is.
pub(crate) fn today() -> Day {
    let now = JsDate::new_0();
    Day { year: now.get_full_year() as u16, month: now.get_month() as u8 + 1, day: now.get_date() as u8 }
}

/// The day written out in the language of the tag: “5 octobre 2020”. None where the browser cannot.
pub(crate) fn written(day: Day, tag: &'static str) -> Option<String> {
    let format = format(tag);
    format.format().call1(&format, &js_date(day)).ok()?.as_string()
}

/// The days from the first to the last: “23 février – 5 mars 2021”. None where the browser cannot.
pub(crate) fn written_range(first: Day, last: Day, tag: &'static str) -> Option<String> {
    let format = format(tag);
    let write: Function = Reflect::get(&format, &"formatRange".into()).ok()?.dyn_into().ok()?;
    write.call2(&format, &js_date(first), &js_date(last)).ok()?.as_string()
}

thread_local! {
    /// The formats made so far: making one takes the browser far longer than using it.
    static FORMATS: RefCell<Vec<(&'static str, Intl::DateTimeFormat)>> = const { RefCell::new(Vec::new()) };
}

fn format(tag: &'static str) -> Intl::DateTimeFormat {
    FORMATS.with(|formats| {
        let Ok(mut formats) = formats.try_borrow_mut() else { return new_format(tag) };
        if let Some((_, format)) = formats.iter().find(|(its_tag, _)| *its_tag == tag) {
            return format.clone();
        }
        let format = new_format(tag);
        formats.push((tag, format.clone()));
        format
    })
}

fn new_format(tag: &str) -> Intl::DateTimeFormat {
    let options = Object::new();
    for (name, value) in
        [("dateStyle", "long"), ("timeZone", "UTC"), ("numberingSystem", "latn"), ("calendar", "gregory")]
    {
        // A plain object takes every property.
        let _ = Reflect::set(&options, &name.into(), &value.into());
    }
    Intl::DateTimeFormat::new(&Array::of1(&tag.into()), &options)
}

fn js_date(day: Day) -> JsDate {
    let milliseconds = JsDate::utc(f64::from(day.year), f64::from(day.month) - 1.0);
    let date = JsDate::new(&milliseconds.into());
    date.set_utc_date(u32::from(day.day));
    date
}
