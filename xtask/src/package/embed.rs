//! `embed.html`: the lines that embed a comparison, as text to copy and at work.
//!
//! A reader gets such lines from the comparison itself (`static/export/embed.js`);
//! these are for whoever puts the build on a server.

use anyhow::{Context, Result, bail};
use base64::Engine;
use base64::engine::general_purpose::STANDARD;
use sha2::{Digest, Sha384};

/// Stands in the text for the folder's address, which a build does not know.
const BASE: &str = "https://your.example/standpoint/";

/// What the lines are made of.
pub(super) struct Lines<'a> {
    /// The file name of the document, in `articles`.
    pub(super) document: &'a str,
    /// The document itself.
    pub(super) json: &'a str,
    /// The same as an HTML table.
    pub(super) table: &'a str,
    /// `standpoint.js`.
    pub(super) loader: &'a str,
    /// `standpoint-frame.js`.
    pub(super) beside_frames: &'a str,
}

impl Lines<'_> {
    /// The page of that template.
    ///
    /// # Errors
    /// When the document has no headline, or the template lacks a place.
    pub(super) fn page(&self, template: &str) -> Result<String> {
        let json: serde_json::Value =
            serde_json::from_str(self.json).context("the document of embed.html is no JSON")?;
        let headline = json["article"]["headline"].as_str();
        let headline = headline.context("the document of embed.html has no headline")?;
        let title = escape(headline);
        let mut page = template.to_owned();
        for (place, content) in [
            ("@@BASE@@", BASE.to_owned()),
            ("@@DOCUMENT@@", self.document.to_owned()),
            ("@@ELEMENT-TEXT@@", escape(&self.element(&title, BASE))),
            ("@@FRAME-TEXT@@", escape(&self.frame(&title, BASE))),
            ("@@ELEMENT@@", self.element(&title, "")),
            ("@@FRAME@@", self.frame(&title, "")),
        ] {
            if !page.contains(place) {
                bail!("static/embed.html has no {place}, to know where that goes");
            }
            page = page.replace(place, &content);
        }
        Ok(page)
    }

    /// The element, in it a frame, in case no script runs, and a table.
    fn element(&self, title: &str, base: &str) -> String {
        let caption = between(self.table, "<caption>", "</caption>");
        let (document, table) = (self.document, self.table.replace(">\n", ">"));
        [
            script(base, "standpoint.js", self.loader),
            format!("<div><stance-comparison src=\"{base}articles/{document}\">"),
            self.iframe(title, base),
            format!("<details><summary>{caption}: {title}</summary>"),
            format!("{}</details>", table.trim_end()),
            "</stance-comparison></div>".to_owned(),
        ]
        .join("\n")
    }

    /// A frame, with the script that gives it its height.
    fn frame(&self, title: &str, base: &str) -> String {
        let script = script(base, "standpoint-frame.js", self.beside_frames);
        format!("{}\n{script}", self.iframe(title, base))
    }

    fn iframe(&self, title: &str, base: &str) -> String {
        let document = self.document;
        format!(
            "<iframe src=\"{base}frame.html?src=articles%2F{document}\" title=\"{title}\" \
             loading=\"lazy\" width=\"100%\" height=\"640\" frameborder=\"0\" \
             allow=\"clipboard-write\"></iframe>"
        )
    }
}

/// A script that a browser holds against its digest, which takes a server: the
/// page's own, which may be opened from disk, does without.
fn script(base: &str, name: &str, content: &str) -> String {
    let seal = match base {
        "" => String::new(),
        _ => format!(
            " integrity=\"sha384-{}\" crossorigin=\"anonymous\"",
            STANDARD.encode(Sha384::digest(content.as_bytes()))
        ),
    };
    format!("<script src=\"{base}{name}\"{seal} async=\"async\"></script>")
}

fn between<'a>(text: &'a str, begin: &str, end: &str) -> &'a str {
    let after = text.split_once(begin).map_or("", |(_, after)| after);
    after.split_once(end).map_or("", |(inside, _)| inside)
}

/// A text as content or attribute of HTML.
fn escape(text: &str) -> String {
    text.replace('&', "&amp;")
        .replace('<', "&lt;")
        .replace('>', "&gt;")
        .replace('"', "&quot;")
}

#[cfg(test)]
mod tests {
    use super::*;

    const LINES: Lines<'_> = Lines {
        document: "a.json",
        json: r#"{"article":{"headline":"A \"b\""}}"#,
        table: "<table>\n<caption>Who</caption></table>\n",
        loader: "",
        beside_frames: "x",
    };

    #[test]
    fn the_lines_are_there_as_text_and_at_work() {
        let template = "@@BASE@@ @@DOCUMENT@@\n@@ELEMENT-TEXT@@\n@@FRAME-TEXT@@\n\
                        @@ELEMENT@@\n@@FRAME@@";
        let page = LINES.page(template).expect("a page");
        // The digest of nothing, as everybody computes it.
        let sealed = "&lt;script src=&quot;https://your.example/standpoint/standpoint.js&quot; \
                      integrity=&quot;sha384-OLBgp1GsljhM2TJ+sbHjaiH9txEUvgdDTAzHv2P24donTt6/529l+9Ua0vFImLlb&quot; \
                      crossorigin=&quot;anonymous&quot;";
        assert!(page.contains(sealed), "{page}");
        for line in [
            "<script src=\"standpoint.js\" async=\"async\"></script>\n<div><stance-comparison",
            "<details><summary>Who: A &quot;b&quot;</summary>\n<table><caption>",
            "title=\"A &quot;b&quot;\" loading=\"lazy\"",
        ] {
            assert!(page.contains(line), "{line} is not in {page}");
        }
        assert_eq!(page.matches("<iframe").count(), 2);
    }

    #[test]
    fn a_template_without_a_place_stops_the_build() {
        assert!(LINES.page("@@BASE@@").is_err());
    }
}
