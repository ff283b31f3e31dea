//! Tried on the published page: every passage is looked for there, among teasers, pull
//! quotes and all.

use super::acts::{Action, Said};
use super::env::use_env;
use crate::draft::{Paragraph, Passages};
use crate::intl::Intl;
use web_sys::HtmlTextAreaElement;
use yew::prelude::*;

/// What came of a passage: its statement, and how many places it has.
type Tried = Vec<(usize, usize)>;

#[component]
pub(super) fn Trying() -> Html {
    let env = use_env();
    let area = use_node_ref();
    let tried = use_state(|| None::<Tried>);
    let content = env.state.content();
    let onclick = {
        let (env, area, tried) = (env.clone(), area.clone(), tried.clone());
        Callback::from(move |_: MouseEvent| {
            let markup = area.cast::<HtmlTextAreaElement>().map(|area| area.value());
            let lines = env.browser.lines_of(&markup.unwrap_or_default());
            if lines.is_empty() {
                env.act(Action::Say(Said::Text("try.empty")));
                return;
            }
            let content = env.state.content();
            let (Some(draft), Ok(language)) = (env.state.draft(), Intl::new(&content.language))
            else {
                return;
            };
            let paragraphs: Vec<Paragraph> = (1..)
                .zip(lines.lines())
                .map(|(number, line)| Paragraph {
                    text: line.to_owned(),
                    number,
                    ..Paragraph::default()
                })
                .collect();
            let page = Passages::of_paragraphs(&paragraphs, language);
            let all = (0..content.statements.len()).flat_map(|at| {
                let targets = draft.targets(at).into_iter();
                let page = &page;
                targets.map(move |target| (at, page.places(&target.selector).len()))
            });
            tried.set(Some(all.collect()));
        })
    };
    let told = tried.as_ref().map(|all| {
        let found = all.iter().filter(|(_, places)| *places == 1).count();
        let rest = all.iter().enumerate().filter(|(_, (_, places))| *places != 1);
        let rest = rest.map(|(n, (at, places))| {
            let (at, places) = (*at, *places);
            let words = content.statements.get(at).map(|one| one.text.clone());
            let key = if places == 0 { "try.gone" } else { "try.twice" };
            html! {
                <li key={n}>
                    <p><span class="where">{env.texts.count(key, places, &[])}</span>
                        <span dir="auto" lang={content.language.clone()}>{words.unwrap_or_default()}</span></p>
                    <button onclick={env.on(move |_| Action::GoTo(crate::draft::Place::Statement(at), None))}>{env.text("check.go")}</button>
                </li>
            }
        });
        html! {
            <>
                <p id="tried" role="status">{env.texts.count("try.found", found, &[("all", all.len().into())])}</p>
                <ul class="problems">{for rest}</ul>
            </>
        }
    });
    html! {
        <div class="way">
            <h2><label for="field-page">{env.text("try.title")}</label></h2>
            <p id="try-about">{env.text("try.about")}</p>
            <textarea id="field-page" ref={area} rows="4" dir="auto" aria-describedby="try-about" />
            <button id="try" {onclick}>{env.text("try.go")}</button>
            {told}
        </div>
    }
}
