//! The button to what the article says on a topic beside any party's position.

use super::shared::{evidence_id, use_shared};
use crate::state::CellId;
use yew::prelude::*;

/// Which topic.
#[derive(Clone, PartialEq, Properties)]
pub(super) struct BackgroundButtonProps {
    /// The topic's id.
    pub(super) topic: AttrValue,
}

/// Opens the topic's background, where there is one.
#[component]
pub(super) fn BackgroundButton(props: &BackgroundButtonProps) -> Html {
    let shared = use_shared();
    let topic = shared.document().topic(&props.topic);
    let Some(topic) = topic.filter(|topic| !topic.statement_ids.is_empty()) else {
        return Html::default();
    };
    let id = CellId::background(&topic.id);
    let label = shared
        .texts
        .with("matrix.background.open", &[("topic", &topic.name)]);
    html! {
        <button type="button" class="background" part="background" popovertarget={evidence_id(&id)}
            data-cell={id.to_string()} aria-label={label}>
            { shared.texts.get("matrix.background") }
        </button>
    }
}
