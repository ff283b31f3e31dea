//! Lists of ids.

use super::Object;
use crate::article::form::is_id;
use crate::article::limits;
use crate::article::place::Place;
use crate::article::problem::Fault;
use std::collections::HashMap;

impl Object<'_> {
    /// A list of ids, none of them twice.
    pub(in crate::article) fn ids(&mut self, field: &'static str) -> Vec<String> {
        let ids = self.texts_within(field, limits::IDS, limits::ID);
        let list = Place::Field(&self.place, field);
        let mut seen: HashMap<&str, usize> = HashMap::new();
        // Of a few it takes less to look at all.
        let few = ids.len() < 10;
        for (index, id) in ids.iter().enumerate().filter(|(_, id)| !id.is_empty()) {
            let place = Place::Entry(&list, index);
            if !is_id(id) {
                self.note(&place, || Fault::BadId { found: id.clone() });
            } else if few && ids[..index].contains(id) || !few && seen.insert(id, index).is_some() {
                self.note(&place, || Fault::RepeatedId { id: id.clone() });
            }
        }
        ids
    }
}
