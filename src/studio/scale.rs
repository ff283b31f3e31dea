//! The steps on which positions are placed.

use super::acts::field_id;
use super::env::{Env, use_env};
use super::field::Field;
use crate::draft::{Action as Edit, Place};
use yew::prelude::*;

/// Scales to begin with: the values of their steps; how they are called is among the
/// texts.
const PRESETS: [(&str, &[f64]); 5] = [
    ("pair", &[-2.0, 2.0]),
    ("three", &[-2.0, 0.0, 2.0]),
    ("four", &[-2.0, -1.0, 1.0, 2.0]),
    ("five", &[-2.0, -1.0, 0.0, 1.0, 2.0]),
    ("yes-no", &[-2.0, 0.0, 2.0]),
];

#[component]
pub(super) fn Scale() -> Html {
    let env = use_env();
    let content = env.state.content();
    let is_placed = content.stances.iter().any(|one| !one.position.is_empty());
    let steps = content.scale.iter().enumerate().map(|(at, one)| {
        let place = Place::Position(at);
        let is_used = content.stances.iter().any(|stance| stance.position == one.id);
        html! {
            <li key={one.id.clone()} class="entry">
                <Field id={field_id(place, "label")} label={env.text("field.label")} value={one.label.clone()}
                    lang={content.language.clone()}
                    place={(place, "label")} />
                <Field id={field_id(place, "value")} label={env.text("field.value")} value={one.value.to_string()}
                    on_write={env.on_do(move |text: String| Edit::Number(place, "value", text.trim().parse().ok()))} />
                <button class="quiet" disabled={is_used} onclick={env.on_do(move |_| Edit::Remove(place))}>
                    {env.text("remove.position")}
                </button>
            </li>
        }
    });
    let presets = PRESETS.map(|(id, values)| preset(&env, id, values, is_placed));
    html! {
        <section class="scales" aria-labelledby="scale-title">
            <h2 id="scale-title">{env.text("scale.title")}</h2>
            <p class="hint">{env.text(if is_placed { "scale.placed" } else { "scale.hint" })}</p>
            <div class="row">{for presets}</div>
            <ol>{for steps}</ol>
            <button id="add-step" onclick={env.on_do(|_| Edit::AddPosition(String::new(), 0.0))}>{env.text("scale.add")}</button>
        </section>
    }
}

fn preset(env: &Env, id: &'static str, values: &'static [f64], is_placed: bool) -> Html {
    let words = env.text(&format!("scale.{id}"));
    let steps: Vec<(String, f64)> = words
        .split(" / ")
        .map(str::to_owned)
        .zip(values.iter().copied())
        .collect();
    html! {
        <button key={id} id={format!("scale-{id}")} disabled={is_placed}
            onclick={env.on_do(move |_| Edit::SetScale(steps.clone()))}>{words.clone()}</button>
    }
}
