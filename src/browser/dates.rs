//! Dates in the words of a language, by the browser's own `Intl`.

use js_sys::{Array, Date as JsDate, Intl, Object, Reflect};

use crate::date::Date;
use crate::language::Language;

/// The date written out in the language: “5 octobre 2020”.
pub(crate) fn written(date: Date, language: Language) -> String {
    let options = Object::new();
    for (name, value) in
        [("dateStyle", "long"), ("timeZone", "UTC"), ("numberingSystem", "latn"), ("calendar", "gregory")]
    {
        // A plain object takes every property.
        let _ = Reflect::set(&options, &name.into(), &value.into());
    }
    let milliseconds = JsDate::utc(f64::from(date.year()), f64::from(date.month()) - 1.0);
    let day = JsDate::new(&milliseconds.into());
    day.set_utc_date(u32::from(date.day()));
    // The Union writes English as in Britain: the day comes first.
    let tag = if language == Language::English { "en-GB" } else { language.tag() };
    let format = Intl::DateTimeFormat::new(&Array::of1(&tag.into()), &options).format();
    let written = format.call1(&format, &day).ok().and_then(|written| written.as_string());
    written.unwrap_or_else(|| date.to_string())
}
