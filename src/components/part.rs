//! One Yew component that renders every part of the comparison.
//!
//! Each type of component brings Yew's whole life of a component with it once more:
//! create, mount, reuse, render, compare, destroy, some 2 KB of WebAssembly for each
//! of two dozen. Here that is there once, and what differs, what a part renders and
//! how its props are compared, is handed over. A part is still written as any
//! `#[component]`, with hooks and with props, and is rendered anew when they change
//! and not else.

use std::any::Any;
use std::rc::Rc;
use yew::functional::{FunctionProvider, Hook, HookContext};
use yew::prelude::*;
use yew::virtual_dom::{Key, VComp, VNode};

/// What to render, and of what.
#[derive(Clone, Properties)]
struct PartProps {
    render: fn(&mut HookContext, &dyn Any) -> HtmlResult,
    is_same: fn(&dyn Any, &dyn Any) -> bool,
    props: Rc<dyn Any>,
}

impl PartialEq for PartProps {
    fn eq(&self, other: &Self) -> bool {
        (self.is_same)(&*self.props, &*other.props)
    }
}

impl Hook for PartProps {
    type Output = HtmlResult;

    fn run(self, context: &mut HookContext) -> HtmlResult {
        (self.render)(context, &*self.props)
    }
}

fn use_part(props: &PartProps) -> impl Hook<Output = HtmlResult> {
    props.clone()
}

#[component]
fn Part(props: &PartProps) -> HtmlResult {
    use_part(props)
}

fn render<C: FunctionProvider>(context: &mut HookContext, props: &dyn Any) -> HtmlResult
where
    C::Properties: 'static,
{
    match props.downcast_ref() {
        Some(props) => C::run(context, props),
        None => Ok(Html::default()),
    }
}

fn is_same<P: PartialEq + 'static>(one: &dyn Any, other: &dyn Any) -> bool {
    match (one.downcast_ref::<P>(), other.downcast_ref::<P>()) {
        (Some(one), Some(other)) => one == other,
        _ => false,
    }
}

/// A component with its props, named among its siblings.
pub(super) fn component<C>(key: impl Into<Key>, props: C::Properties) -> Html
where
    C: FunctionProvider,
    C::Properties: 'static,
{
    let props = PartProps {
        render: render::<C>,
        is_same: is_same::<C::Properties>,
        props: Rc::new(props),
    };
    part(&key.into(), props)
}

/// Where a part of another kind comes in the place of one it must not go on with the
/// hooks of that, so what it is called says of which kind it is.
fn part(key: &Key, props: PartProps) -> Html {
    let kind = (props.render as usize).to_string();
    let key = Key::from([key, "@", &kind].concat());
    VNode::from(VComp::new::<Part>(Rc::new(props), Some(key)))
}
