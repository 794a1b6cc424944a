use gloo::events::EventListener;
use wasm_bindgen::{JsCast, JsValue};
use web_sys::{CustomEvent, Element};
use yew::prelude::*;

#[derive(PartialEq, Properties)]
pub struct LetterProps {
    pub src: AttrValue,
    /// What the site knows of documents.
    #[prop_or(JsValue::UNDEFINED)]
    pub registry: JsValue,
    pub on_load: Callback<Option<String>>,
}

#[component]
pub fn Letter(props: &LetterProps) -> Html {
    let letter = use_node_ref();
    use_effect_with((letter.clone(), props.on_load.clone()), |(letter, on_load)| {
        let on_load = on_load.clone();
        let listener = letter.cast::<Element>().map(|letter| {
            EventListener::new(&letter, "letter-load", move |event| {
                let detail = event.unchecked_ref::<CustomEvent>().detail();
                let src = js_sys::Reflect::get(&detail, &"src".into()).ok();
                on_load.emit(src.and_then(|src| src.as_string()));
            })
        });
        move || drop(listener)
    });
    html! {
        <circular-letter ref={letter} src={props.src.clone()} lang="fr" ~registry={props.registry.clone()}>
            <p><a href="cl-20-43.pdf">{ "Lettre circulaire CL-20/43 (PDF)" }</a></p>
        </circular-letter>
    }
}
