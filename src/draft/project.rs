//! Projects: beginning, opening, saving; and the document that is in one.

use super::{Draft, Place};
use crate::article::{FORMAT, Problem, Value, default_scale};
use crate::json::Layout;
use crate::json::{Json, Step};

/// The `format` of a project.
const PROJECT: &str = "standpoint-project/1";

/// The first thing that somebody reads who opens the file.
const ABOUT: &str = "A project of Standpoint’s Studio, to go on with. It holds the whole text of \
                     the article: do not publish it. What is published is the document in it.";

/// Why a file is no project.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Refused {
    /// It is no JSON, or larger than any document.
    Unreadable(Problem),
    /// It is JSON, and neither a document nor a project.
    Unknown,
}

impl Draft {
    /// Begins a document in that language.
    pub fn begin(language: &str) -> Self {
        let string = |text: &str| Value::String(text.to_owned());
        let object = |fields: Vec<(&str, Value)>| {
            let fields = fields.into_iter().map(|(name, value)| (name.into(), value));
            Value::Object(fields.collect())
        };
        let list = || Value::Array(Vec::new());
        let scale = default_scale().into_iter().map(|step| {
            object(vec![
                ("id", string(&step.id)),
                ("label", string(&step.label)),
                ("value", Value::Number(step.value)),
            ])
        });
        let document = object(vec![
            ("format", string(FORMAT)),
            ("language", string(language)),
            (
                "article",
                object(vec![("headline", string("")), ("description", string(""))]),
            ),
            ("review", object(vec![("method", string(""))])),
            ("organizations", list()),
            ("people", list()),
            ("topics", list()),
            ("scale", Value::Array(scale.collect())),
            ("statements", list()),
            ("stances", list()),
            ("events", list()),
        ]);
        // As a file of its own: what is in a project is written as it is.
        Self::around(&Layout::plain().written(&document).to_string())
    }

    /// Opens a project or a document.
    ///
    /// # Errors
    /// When the text is neither.
    pub fn open(text: &str) -> Result<Self, Refused> {
        let json = text.strip_prefix('\u{feff}').unwrap_or(text);
        Value::from_json(json).map_err(Refused::Unreadable)?;
        let read = Json::parse(json).ok_or(Refused::Unknown)?;
        match read.get("format").and_then(Json::text).as_deref() {
            Some(PROJECT) if matches!(read.get("document"), Some(Json::Object(_))) => {
                Ok(Self::of(read, text.len() > json.len(), tail(json).into()))
            }
            Some(format) if format.starts_with("standpoint/") => Ok(Self::around(text)),
            _ => Err(Refused::Unknown),
        }
    }

    /// A project around a document, byte for byte.
    fn around(document: &str) -> Self {
        let (mark, json) = match document.strip_prefix('\u{feff}') {
            Some(json) => (",\n  \"byte_order_mark\": true", json),
            None => ("", document),
        };
        let (kind, about) = (Json::string(PROJECT), Json::string(ABOUT));
        let project = format!(
            "{{\n  \"format\": {kind},\n  \"about\": {about},\n  \"document\": {json},\n  \
             \"text\": {{\n    \"paragraphs\": []\n  }},\n  \"versions\": []{mark}\n}}"
        );
        // The document was read before, and all around is JSON.
        let project = Json::parse(&project).unwrap_or_else(|| Json::Plain("{}".into()));
        Self::of(project, false, "\n".into())
    }

    /// The project as a file: byte for byte what was opened, where nothing was
    /// changed.
    pub fn saved(&self) -> String {
        let mark = if self.mark { "\u{feff}" } else { "" };
        format!("{mark}{}{}", self.project, self.tail)
    }

    /// The document as a file, in the same way.
    pub fn exported(&self) -> String {
        let (before, after) = self.project.around("document");
        let document = self.project.get("document");
        let document = document.map(Json::to_string).unwrap_or_default();
        let mark = self.project.get("byte_order_mark");
        let mark = if mark.is_some_and(Json::is_true) {
            "\u{feff}"
        } else {
            ""
        };
        format!("{mark}{before}{document}{after}")
    }

    /// The document as the checker reads it.
    pub fn document(&self) -> Value {
        let document = self.project.at(&Place::Document.way());
        document.map_or(Value::Null, Json::value)
    }

    /// The same project with something else in it.
    pub(super) fn edited(
        &self,
        way: &[Step],
        change: impl FnOnce(&Json, &Layout) -> Json,
    ) -> Option<Self> {
        let project = self.project.edited(way, change)?;
        Some(Self::of(project, self.mark, self.tail.clone()))
    }
}

/// The space after the last bracket.
fn tail(json: &str) -> &str {
    &json[json.trim_end().len()..]
}
