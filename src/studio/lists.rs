//! Whole lists at once: pasted from a spreadsheet, or out of another document.

use super::acts::{Action, Said};
use super::browser::Found;
use super::env::{Env, use_env};
use super::select::Select;
use crate::draft::{Action as Edit, Draft, Listed, understood};
use wasm_bindgen::JsCast;
use wasm_bindgen::prelude::Closure;
use web_sys::HtmlTextAreaElement;
use yew::prelude::*;

#[component]
pub(super) fn Lists() -> Html {
    let env = use_env();
    let listed = use_state(|| Listed::Parties);
    let text = use_state(String::new);
    let area = use_node_ref();
    let rows = understood(*listed, &text);
    let options = Listed::ALL.map(|one| {
        (
            one.id().into(),
            env.text(&format!("list.{}", one.id())).into(),
        )
    });
    let choose = {
        let listed = listed.clone();
        Callback::from(move |id: String| {
            let found = Listed::ALL.into_iter().find(|one| one.id() == id);
            listed.set(found.unwrap_or(Listed::Parties));
        })
    };
    let oninput = {
        let text = text.clone();
        Callback::from(move |event: InputEvent| {
            text.set(event.target_unchecked_into::<HtmlTextAreaElement>().value());
        })
    };
    let onclick = {
        let (env, rows, listed, area) = (env.clone(), rows.clone(), *listed, area.clone());
        let text = text.clone();
        Callback::from(move |_: MouseEvent| {
            env.act(Action::Do(env.state.content().listing(listed, &rows)));
            if let Some(area) = area.cast::<HtmlTextAreaElement>() {
                area.set_value("");
            }
            text.set(String::new());
        })
    };
    let adopt = {
        let env = env.clone();
        Callback::from(move |_: MouseEvent| adopt(&env))
    };
    let heads = listed.fields().map(|field| {
        let label = env.first_text(&[
            &format!("field.{}.{field}", kind(*listed)),
            &format!("field.{field}"),
        ]);
        html! { <th key={field} scope="col">{label.unwrap_or_default()}</th> }
    });
    let shown = rows.iter().enumerate().map(|(n, row)| {
        let cells = row
            .iter()
            .enumerate()
            .map(|(n, cell)| html! { <td key={n} dir="auto">{cell}</td> });
        html! { <tr key={n}>{for cells}</tr> }
    });
    html! {
        <details class="lists">
            <summary id="lists">{env.text("list.title")}</summary>
            <p class="hint" id="table-hint">{env.text("list.hint")}</p>
            <Select id="table-of" label={env.text("list.of")} value={listed.id()} options={options.to_vec()} on_choose={choose} />
            <div class="field">
                <label for="field-table">{env.text("list.paste")}</label>
                <textarea id="field-table" ref={area} rows="4" dir="auto" aria-describedby="table-hint" {oninput} />
            </div>
            if !rows.is_empty() {
                <div class="scroll" tabindex="0" role="region" aria-label={env.text("list.understood")}>
                    <table class="grid"><thead><tr>{for heads}</tr></thead><tbody>{for shown}</tbody></table>
                </div>
            }
            <p class="row">
                <button id="add-table" disabled={rows.is_empty()} {onclick}>
                    {env.texts.count("list.add", rows.len(), &[])}
                </button>
                <button id="adopt" onclick={adopt}>{env.text("list.adopt")}</button>
            </p>
        </details>
    }
}

fn kind(listed: Listed) -> &'static str {
    match listed {
        Listed::Parties => "party",
        Listed::Topics => "topic",
        Listed::People => "person",
    }
}

/// Takes parties, people, topics and the scale of another document.
fn adopt(env: &Env) {
    let then = {
        let env = env.clone();
        Closure::once_into_js(move |found: Found| match Draft::open(&found.text()) {
            Ok(other) if found.kind() == "text" => {
                env.act(Action::Do(Edit::Adopt(Box::new(other))));
            }
            _ => env.act(Action::Say(Said::Refused(env.text("open.unknown")))),
        })
    };
    env.browser.open(then.unchecked_ref());
}
