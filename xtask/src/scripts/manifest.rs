//! The manifest of the element as claims that TypeScript's compiler can check.

use anyhow::{Context, Result};
use serde_json::Value;
use std::collections::BTreeSet;
use std::fmt::Write;

/// A TypeScript module that compiles if the manifest is right.
///
/// # Errors
/// When it lacks something that every manifest of an element has.
pub(super) fn claims(manifest: &str) -> Result<String> {
    let manifest: Value = serde_json::from_str(manifest)?;
    let element = &manifest["modules"][0]["declarations"][0];
    let list = |name: &str| {
        let all = element[name].as_array();
        all.with_context(|| format!("the element has no `{name}`"))
    };
    let (members, statics): (Vec<_>, Vec<_>) = list("members")?
        .iter()
        .partition(|member| member["static"] != true);
    let mut claims = Claims::default();
    claims.same("Attributes", &names(list("attributes")?)?);
    claims.same("Members", &names(members.iter().copied())?);
    claims.same("Statics", &names(statics.iter().copied())?);
    claims.same("keyof StanceEventMap", &names(list("events")?)?);
    for event in list("events")? {
        let name = text(event, "name")?;
        claims.same(&format!("StanceEventMap[\"{name}\"]"), &kind(event)?);
    }
    for attribute in list("attributes")? {
        let name = text(attribute, "name")?;
        // What can be written is among what the property takes as well.
        let taken = format!("NonNullable<StanceAttributes[\"{name}\"]>");
        claims.held(&format!("Extends<{}, {taken}>", kind(attribute)?));
        if let Some(field) = attribute["fieldName"].as_str() {
            claims.same(&format!("Property<\"{name}\">"), &format!("\"{field}\""));
        }
    }
    for (class, members) in [
        ("StanceComparison", members),
        ("StanceComparisonConstructor", statics),
    ] {
        for member in members {
            let field = format!("{class}[\"{}\"]", text(member, "name")?);
            if member["kind"] != "method" {
                claims.same(&field, &kind(member)?);
                continue;
            }
            let parameters: Result<Vec<_>> = member["parameters"]
                .as_array()
                .into_iter()
                .flatten()
                .map(|one| Ok(format!("{}: {}", text(one, "name")?, kind(one)?)))
                .collect();
            let taken = format!("[{}]", parameters?.join(", "));
            claims.same(&format!("Parameters<{field}>"), &taken);
            claims.same(&format!("ReturnType<{field}>"), &kind(&member["return"])?);
        }
    }
    Ok(claims.module())
}

#[derive(Default)]
struct Claims(Vec<String>);

impl Claims {
    fn held(&mut self, claim: &str) {
        self.0.push(claim.to_owned());
    }

    fn same(&mut self, one: &str, other: &str) {
        self.held(&format!("Same<{one}, {other}>"));
    }

    fn module(&self) -> String {
        let words = self.0.iter().flat_map(|claim| {
            claim
                .split(|c: char| !c.is_alphanumeric())
                .filter(|word| word.starts_with("Stance"))
        });
        let types: BTreeSet<&str> = words.collect();
        let types: Vec<_> = types.into_iter().collect();
        let mut module = format!(
            "// What static/api/custom-elements.json says; made from it by xtask.\n\
             import type {{ {} }} from \"../../static/api/standpoint.js\";\n\
             import type {{ Held, Same }} from \"../../static/common/claims.js\";\n\
             import type {{ Attributes, Members, Statics }} from \"../../static/element/held.js\";\n\
             import type {{ Property }} from \"../../static/element/reflected.js\";\n\
             type Extends<A, B> = [A] extends [B] ? true : false;\n",
            types.join(", ")
        );
        for (number, claim) in self.0.iter().enumerate() {
            // Writing to a text cannot fail.
            let _ = writeln!(module, "export type Claim{number} = Held<{claim}>;");
        }
        module
    }
}

/// The names of a list, as a union of texts.
fn names<'a>(list: impl IntoIterator<Item = &'a Value>) -> Result<String> {
    let names: Result<Vec<_>> = list
        .into_iter()
        .map(|one| Ok(format!("\"{}\"", text(one, "name")?)))
        .collect();
    Ok(names?.join(" | "))
}

fn text<'a>(value: &'a Value, name: &str) -> Result<&'a str> {
    let text = value[name].as_str();
    text.with_context(|| format!("`{name}` is missing in {value}"))
}

/// The type that the manifest has for something.
fn kind(value: &Value) -> Result<String> {
    text(&value["type"], "text").map(str::to_owned)
}

#[cfg(test)]
mod tests {
    use super::claims;
    use serde_json::json;

    #[test]
    fn what_a_manifest_says_becomes_claims() {
        let string = json!({ "text": "string" });
        let manifest = json!({ "modules": [{ "declarations": [{
            "attributes": [
                { "name": "source-text", "type": string, "fieldName": "sourceText" },
                { "name": "lang", "type": string },
            ],
            "members": [
                { "kind": "field", "name": "data", "type": { "text": "StanceDocument | undefined" } },
                { "kind": "method", "name": "show", "parameters": [
                    { "name": "state", "type": { "text": "Partial<StanceState>" } },
                ], "return": { "type": { "text": "void" } } },
                { "kind": "method", "name": "resolve", "static": true,
                  "return": { "type": { "text": "Promise<StancePassage>" } } },
            ],
            "events": [{ "name": "stance-ready", "type": { "text": "CustomEvent<StanceState>" } }],
        }] }] });
        let module = claims(&manifest.to_string()).expect("it is a manifest");
        for claim in [
            "Same<Attributes, \"source-text\" | \"lang\">",
            "Same<Members, \"data\" | \"show\">",
            "Same<Statics, \"resolve\">",
            "Same<keyof StanceEventMap, \"stance-ready\">",
            "Same<StanceEventMap[\"stance-ready\"], CustomEvent<StanceState>>",
            "Extends<string, NonNullable<StanceAttributes[\"lang\"]>>",
            "Same<Property<\"source-text\">, \"sourceText\">",
            "Same<StanceComparison[\"data\"], StanceDocument | undefined>",
            "Same<Parameters<StanceComparison[\"show\"]>, [state: Partial<StanceState>]>",
            "Same<ReturnType<StanceComparison[\"show\"]>, void>",
            "Same<ReturnType<StanceComparisonConstructor[\"resolve\"]>, Promise<StancePassage>>",
        ] {
            assert!(
                module.contains(&format!("= Held<{claim}>;")),
                "{claim} is not in\n{module}"
            );
        }
        assert!(module.contains("import type { StanceAttributes, StanceComparison,"));
    }

    #[test]
    fn what_is_no_manifest_is_told() {
        assert!(claims("{").is_err());
        let error = claims("{}").expect_err("it has no element");
        assert!(error.to_string().contains("has no"), "{error}");
    }
}
