//! What was understood of the text: its paragraphs, and what is known of the article.

use super::acts::{Action, Screen, field_id};
use super::env::{Env, use_env, use_ground};
use super::field::{Field, lines};
use super::revising::{Correcting, TextChanged};
use crate::draft::{Action as Edit, Paragraph, Place, Warned, units};
use web_sys::HtmlTextAreaElement;
use yew::prelude::*;

#[component]
pub(super) fn ArticleScreen() -> Html {
    let env = use_env();
    let content = env.state.content();
    let is_open = content.statements.is_empty();
    let last = content.paragraphs.len().saturating_sub(1);
    let paragraphs = content.paragraphs.iter().enumerate();
    let paragraphs = paragraphs.map(|(at, one)| {
        html! { <Item key={at} {at} paragraph={one.clone()} {is_open} is_last={at == last} /> }
    });
    // Expensive later, so told here.
    let warned = content.warned().into_iter().filter(|_| is_open);
    let warned = warned.enumerate().map(|(n, one)| {
        let other = match one {
            Warned::Twice(_, other) => other + 1,
            _ => 0,
        };
        let at = one.paragraph() + 1;
        let numbers = [("n", at.into()), ("other", other.into())];
        html! { <li key={n}>{env.texts.with(&format!("warned.{}", one.code()), &numbers)}</li> }
    });
    html! {
        <section aria-labelledby="article-title">
            <h1 id="article-title">{env.text("article.title")}</h1>
            <div class="columns">
                <div>
                    <h2>{env.text("article.paragraphs")}</h2>
                    if content.paragraphs.is_empty() {
                        <MissingText />
                    } else {
                        <p class="hint">
                            {env.text(if is_open { "article.paragraphs.hint" } else { "article.paragraphs.fixed" })}
                        </p>
                        <ul id="warned" class="facts">{for warned}</ul>
                        <ol class="paragraphs" lang={content.language.clone()}>{for paragraphs}</ol>
                        if !is_open {
                            <TextChanged />
                        }
                        <button id="start-marking" class="main" onclick={env.on(|_| Action::Go(Screen::Mark))}>
                            {env.text("article.start-marking")}
                        </button>
                    }
                </div>
                <div>
                    <h2>{env.text("article.known")}</h2>
                    {for FIELDS.iter().map(|field| known(&env, field))}
                    <Field id={field_id(Place::Review, "notes")} label={env.text("field.notes")}
                        value={content.review.notes.join("\n")} hint={AttrValue::from(env.text("field.notes.hint"))} long=true
                        lang={content.language.clone()}
                        on_write={env.on_do(|text: String| Edit::List(Place::Review, "notes", lines(&text)))} />
                    if !is_open {
                        <Correcting />
                    }
                </div>
            </div>
        </section>
    }
}

/// Where it is written, what it is called there, and whether it is long.
const FIELDS: [(Place, &str, bool); 9] = [
    (Place::Article, "headline", false),
    (Place::Article, "description", true),
    (Place::Article, "url", false),
    (Place::Article, "publisher", false),
    (Place::Article, "date_published", false),
    (Place::Document, "language", false),
    (Place::Review, "method", true),
    (Place::Review, "updated", false),
    (Place::Review, "contact", false),
];

fn known(env: &Env, &(place, field, long): &(Place, &'static str, bool)) -> Html {
    let content = env.state.content();
    let (article, review) = (&content.article, &content.review);
    let value = match field {
        "headline" => &article.headline,
        "description" => &article.description,
        "url" => &article.url,
        "publisher" => &article.publisher,
        "date_published" => &article.date_published,
        "language" => &content.language,
        "method" => &review.method,
        "updated" => &review.updated,
        _ => &review.contact,
    };
    let known = &env.state.known;
    // As long as it is what was found, its field says where.
    let is_found = |(name, text): &(&str, String)| *name == field && text == value;
    let hint = match place == Place::Article && known.fields.iter().any(is_found) {
        true => env.first_text(&[&format!("from.{}", known.from)]),
        false => env.first_text(&[&format!("field.{field}.hint")]),
    };
    html! {
        <Field key={field} id={field_id(place, field)} label={env.text(&format!("field.{field}"))}
            value={value.clone()} hint={hint.map(AttrValue::from)} {long}
            place={(place, field)} />
    }
}

#[derive(Clone, PartialEq, Properties)]
struct ItemProps {
    at: usize,
    paragraph: Paragraph,
    /// Whether it may still be changed.
    is_open: bool,
    is_last: bool,
}

#[component]
fn Item(props: &ItemProps) -> Html {
    let env = use_ground();
    let (at, one) = (props.at, &props.paragraph);
    let (is_open, is_last) = (props.is_open, props.is_last);
    let is_in = !one.is_out;
    let id = format!("keep-{at}");
    let half = units(&one.text) / 2;
    let split = one
        .text
        .encode_utf16()
        .enumerate()
        .filter(|(_, unit)| *unit == u16::from(b' '));
    let split = split
        .min_by_key(|(place, _)| place.abs_diff(half))
        .map(|(place, _)| place);
    html! {
        <li class={classes!((!is_in).then_some("out"))} value={(one.number > 0).then(|| one.number.to_string())}>
            <p class="row">
                <input type="checkbox" id={id.clone()} checked={is_in} disabled={!is_open}
                    onchange={env.on_do(move |_| Edit::Keep(at, !is_in))} />
                <label for={id}>{env.text(if is_in { "paragraph.in" } else { "paragraph.out" })}</label>
                if is_open && !is_last {
                    <button onclick={env.on_do(move |_| Edit::Join(at))}>{env.text("paragraph.join")}</button>
                }
                if let Some(place) = split.filter(|_| is_open) {
                    <button onclick={env.on_do(move |_| Edit::Split(at, place))}>{env.text("paragraph.split")}</button>
                }
            </p>
            <p dir="auto">{&one.text}</p>
        </li>
    }
}

/// A document was opened without its text.
#[component]
fn MissingText() -> Html {
    let env = use_env();
    let area = use_node_ref();
    let onclick = {
        let (env, area) = (env.clone(), area.clone());
        Callback::from(move |_: MouseEvent| {
            let text = area.cast::<HtmlTextAreaElement>().map(|area| area.value());
            env.act(Action::Do(Edit::SetText(vec![text.unwrap_or_default()])));
        })
    };
    html! {
        <>
            <p class="hint" id="text-hint">{env.text("article.no-text")}</p>
            <textarea id="field-text" ref={area} rows="8" dir="auto" aria-label={env.text("start.paste")} aria-describedby="text-hint" />
            <button id="set-text" class="main" {onclick}>{env.text("article.set-text")}</button>
        </>
    }
}
