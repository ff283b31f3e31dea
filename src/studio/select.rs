//! One of several to choose.

use web_sys::HtmlSelectElement;
use yew::prelude::*;
use yew::virtual_dom::AttrValue;

#[derive(Clone, PartialEq, Properties)]
pub(super) struct SelectProps {
    pub(super) id: AttrValue,
    pub(super) label: AttrValue,
    /// What is chosen; none of the options before something is.
    pub(super) value: AttrValue,
    /// The options: a value and its words.
    pub(super) options: Vec<(AttrValue, AttrValue)>,
    /// What is said where nothing is chosen yet.
    #[prop_or_default]
    pub(super) nothing: Option<AttrValue>,
    #[prop_or_default]
    pub(super) lang: Option<AttrValue>,
    pub(super) on_choose: Callback<String>,
}

#[component]
pub(super) fn Select(props: &SelectProps) -> Html {
    let node = use_node_ref();
    {
        // A browser remembers what somebody has chosen, whatever attributes say.
        let node = node.clone();
        let known = (props.value.clone(), props.options.clone());
        use_effect_with(known, move |(value, _)| {
            if let Some(select) = node.cast::<HtmlSelectElement>() {
                select.set_value(value);
            }
        });
    }
    let on_choose = props.on_choose.clone();
    let onchange = Callback::from(move |event: Event| {
        on_choose.emit(event.target_unchecked_into::<HtmlSelectElement>().value());
    });
    let options = props.options.iter().map(|(value, words)| {
        html! { <option key={value.to_string()} value={value.clone()}>{words}</option> }
    });
    html! {
        <div class="field">
            <label for={props.id.clone()}>{&props.label}</label>
            <select ref={node} id={props.id.clone()} lang={props.lang.clone()} {onchange}>
                if let Some(nothing) = &props.nothing {
                    <option key="" value="" disabled=true>{nothing}</option>
                }
                {for options}
            </select>
        </div>
    }
}
