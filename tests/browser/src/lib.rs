//! Drives the viewer in real browsers.
//!
//! The release bundle in `dist/` is [served](server) on the loopback address, together with answers that go wrong in every
//! way; an [engine] is started with its WebDriver; a [page] is what a scenario sees of it.

mod catalogues;
pub mod engine;
pub mod page;
mod published;
pub mod server;
mod shipped;
