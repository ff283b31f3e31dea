//! A choice in a link: `view=versus&versus=russia,ukraine&topic=ceasefire`.
//!
//! Only what differs from how the document is first shown is in it, so that a
//! link stays short and readable. Where a list has one item the parameter is in
//! the singular (`topic=ceasefire`); both are understood for any number.
//!
//! In an address the signs between are words (`static/common/fragment.js`), so that
//! it is a selector and nothing in it is escaped on the way.

use super::named::{cell_name, cell_of_name, party_ids, topic_ids};
use super::{Choice, PartyOrder, TopicOrder, View};
use crate::article::percent_encode;
use crate::comparison::{CellIx, Index};

/// The choice as the parameters of a link; empty for the document as it is
/// first shown.
pub fn to_link(choice: &Choice, index: &Index) -> String {
    let first = Choice::of(index);
    let mut link = Link::default();
    // The parties of the versus view open that view, unless another is named.
    let faces = choice.versus != first.versus;
    if choice.view != if faces { View::Versus } else { first.view } {
        link.add("view", choice.view.id());
    }
    if faces {
        link.add("versus", &party_ids(index, &choice.versus).join(","));
    }
    if choice.party_order != first.party_order {
        link.add("order", choice.party_order.id());
    }
    let sorted = matches!(choice.party_order, PartyOrder::Name | PartyOrder::Silence);
    if choice.parties != first.parties && !(sorted && choice.parties.len() == first.parties.len()) {
        link.list("party", "parties", &party_ids(index, &choice.parties));
    }
    if choice.topics != first.topics {
        link.list("topic", "topics", &topic_ids(index, &choice.topics));
    }
    if choice.topic_order != first.topic_order {
        link.add("sort", &choice.topic_order.name(index));
    }
    if choice.only != first.only {
        link.add("only", choice.only.id());
    }
    if choice.grouped != (choice.topic_order == TopicOrder::Given) {
        link.add("grouped", if choice.grouped { "yes" } else { "no" });
    }
    if choice.kinds != first.kinds {
        let ids: Vec<&str> = choice.kinds.iter().map(|kind| kind.id()).collect();
        link.list("kind", "kinds", &ids);
    }
    if let Some(speaker) = choice.speaker {
        link.add("speaker", index.key_of(speaker));
    }
    if !choice.search.is_empty() {
        link.add("search", &choice.search);
    }
    if choice.arrangement != first.arrangement {
        link.add("by", choice.arrangement.id());
    }
    if let Some(cell) = choice.open {
        link.add("cell", &cell_name(index, cell));
    }
    link.0
}

/// The parameters of a link to one cell and nothing else, as they stand in an address.
pub fn link_to_cell(index: &Index, cell: CellIx) -> String {
    // Ids are letters, digits, `-` and `_`.
    let name = cell_name(index, cell).replace('_', "_5f");
    ["cell_is_", &name.replace('/', "_on_")].concat()
}

/// The choice that a link's parameters describe. What is not understood says
/// nothing: a link may come from another version. A pair to compare is the one that
/// is named, or none.
pub fn from_link(parameters: &str, index: &Index) -> Choice {
    let mut choice = Choice::of(index);
    let (mut named_view, mut grouped, mut is_faced) = (None, None, true);
    for (name, value) in parameters
        .split('&')
        .filter_map(|pair| pair.split_once('='))
    {
        let value = decode(value);
        let list = || -> Vec<String> {
            let ids = value.split(',').filter(|id| !id.is_empty());
            ids.map(str::to_owned).collect()
        };
        match name {
            "view" => named_view = value.parse().ok(),
            "versus" => {
                let ids = list();
                choice.name_versus(index, &ids);
                let (pair, first) = (&choice.versus, choice.versus.first());
                is_faced = pair.len() == ids.len() && pair.iter().any(|at| Some(at) != first);
                if !is_faced {
                    choice.versus.clear();
                }
                choice.view = View::Versus;
            }
            "order" => choice.party_order = value.parse().unwrap_or_default(),
            "party" | "parties" => choice.name_parties(index, &list()),
            "topic" | "topics" => choice.name_topics(index, &list()),
            "sort" => choice.name_order(index, &value),
            "only" => choice.only = value.parse().unwrap_or_default(),
            "grouped" => grouped = Some(value != "no"),
            "kind" | "kinds" => choice.name_kinds(&list()),
            "speaker" => choice.speaker = index.whose(&value),
            "search" => choice.search = value,
            "by" => choice.arrangement = value.parse().unwrap_or_default(),
            "cell" => choice.open = cell_of_name(index, &value),
            _ => {}
        }
    }
    if let Some(view) = named_view {
        choice.view = view;
    }
    if let Some(grouped) = grouped {
        choice.grouped = grouped;
    }
    if !is_faced && choice.view == View::Versus {
        choice.view = View::Matrix;
    }
    choice.settled(index)
}

#[derive(Default)]
struct Link(String);

impl Link {
    fn add(&mut self, name: &str, value: &str) {
        if !self.0.is_empty() {
            self.0.push('&');
        }
        self.0.push_str(name);
        self.0.push('=');
        encode(value, &mut self.0);
    }

    fn list(&mut self, one: &str, many: &str, ids: &[&str]) {
        self.add(if ids.len() == 1 { one } else { many }, &ids.join(","));
    }
}

/// Percent-encodes what would end a value or could not stand in a fragment
/// (RFC 3986, section 3.5); ids, commas and slashes stay readable.
pub fn encode(value: &str, into: &mut String) {
    percent_encode(value, b"-_.~,/", into);
}

fn decode(value: &str) -> String {
    let mut bytes = Vec::with_capacity(value.len());
    let mut rest = value.as_bytes();
    while let [first, after @ ..] = rest {
        let hex = match (first, after) {
            (b'%', [a, b, ..]) => char::from(*a).to_digit(16).zip(char::from(*b).to_digit(16)),
            _ => None,
        };
        match hex {
            Some((high, low)) => {
                bytes.push((high * 16 + low) as u8);
                rest = &after[2..];
            }
            None => {
                bytes.push(if *first == b'+' { b' ' } else { *first });
                rest = after;
            }
        }
    }
    String::from_utf8_lossy(&bytes).into_owned()
}
