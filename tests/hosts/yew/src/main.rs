//! An application of Yew with a letter in it, by the recipe of docs/embedding.md: it shows another letter, takes it away, and says what it
//! heard.

mod letter;

use letter::Letter;
use wasm_bindgen::JsValue;
use yew::prelude::*;

#[component]
fn App() -> Html {
    let is_spanish = use_state(|| false);
    let is_shown = use_state(|| true);
    let heard = use_state(Vec::<String>::new);
    let on_load =
        use_callback(heard.clone(), |source: Option<String>, heard: &UseStateHandle<Vec<String>>| {
            let mut all = (**heard).clone();
            all.extend(source);
            heard.set(all);
        });
    let switch = {
        let is_spanish = is_spanish.clone();
        move |_| is_spanish.set(!*is_spanish)
    };
    let toggle = {
        let is_shown = is_shown.clone();
        move |_| is_shown.set(!*is_shown)
    };
    let registry = js_sys::JSON::parse(
        r#"[{ "id": "sg/cl/2019/53", "href": "https://example.org/known", "title": "Known here", "language": "en" }]"#,
    );
    let src = if *is_spanish { "/letters/cl-20-43/es.md" } else { "/letters/cl-20-43/fr.md" };
    html! {
        <main>
            <h1>{ "Application" }</h1>
            <button id="switch" onclick={switch}>{ "Another letter" }</button>
            <button id="toggle" onclick={toggle}>{ "Show or hide" }</button>
            <p id="heard">{ heard.join(" ") }</p>
            if *is_shown {
                <Letter {src} registry={registry.unwrap_or(JsValue::UNDEFINED)} {on_load} />
            }
        </main>
    }
}

fn main() {
    yew::Renderer::<App>::new().render();
}
