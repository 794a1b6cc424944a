//! The WebAssembly module of the viewer, which `element.js` loads and calls.

use circular_viewer::viewer::{self, Loader, Mounted};
use js_sys::Function;
use wasm_bindgen::JsValue;
use wasm_bindgen::prelude::wasm_bindgen;
use web_sys::HtmlElement;

#[cfg(target_arch = "wasm32")]
#[global_allocator]
static ALLOCATOR: talc::wasm::WasmDynamicTalc = talc::wasm::new_wasm_dynamic_allocator();

/// A running viewer in an element of the page.
#[wasm_bindgen]
pub struct Viewer(Mounted);

#[wasm_bindgen]
impl Viewer {
    /// Calls the function with the message when the viewer panics.
    pub fn on_stop(tell: Function) {
        viewer::on_stop(tell);
    }

    /// Starts a viewer in the element, for which the loader fetches; nothing if it cannot.
    pub fn start(host: HtmlElement, loader: Loader) -> Option<Viewer> {
        Mounted::start(host, loader).map(Self)
    }

    /// Reads the element's attributes again.
    pub fn update(&mut self) {
        self.0.update();
    }

    /// Fetches the letter again.
    pub fn reload(&self) {
        self.0.reload();
    }

    /// The name of the letter with the id, in the language of the interface; nothing if it is no id.
    pub fn name(&self, id: &str) -> Option<String> {
        self.0.name(id)
    }

    /// The metadata of the letter; nothing while none is shown.
    pub fn metadata(&self) -> JsValue {
        self.0.metadata()
    }

    /// The citations of the letter, as a list.
    pub fn citations(&self) -> JsValue {
        self.0.citations()
    }

    /// Ends the viewer. The letter is the loader's.
    pub fn stop(self) {
        self.0.stop();
    }
}

fn main() {}
