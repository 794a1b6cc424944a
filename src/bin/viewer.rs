//! The WebAssembly module of the viewer: what `circular-letter.js` loads and calls.

use circular_viewer::viewer::Mounted;
use wasm_bindgen::prelude::wasm_bindgen;
use web_sys::HtmlElement;

#[cfg(target_arch = "wasm32")]
#[global_allocator]
static ALLOCATOR: talc::wasm::WasmDynamicTalc = talc::wasm::new_wasm_dynamic_allocator();

/// A viewer at work in an element of the page.
#[wasm_bindgen]
pub struct Viewer(Mounted);

#[wasm_bindgen]
impl Viewer {
    /// Starts a viewer in the element; nothing where the document refuses.
    pub fn start(host: HtmlElement) -> Option<Viewer> {
        Mounted::start(host).map(Self)
    }

    /// Reads the element's attributes again.
    pub fn update(&mut self) {
        self.0.update();
    }

    /// Ends the viewer and leaves the element as the page wrote it.
    pub fn stop(self) {
        self.0.stop();
    }
}

fn main() {}
