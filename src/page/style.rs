//! How a letter looks that stands in a page before any script: what the build makes of `styles/`.

include!(concat!(env!("OUT_DIR"), "/page_style.rs"));
