//! A plain table for a feed, a mail or an old reader: no script, no style.

use super::Sheet;
use crate::article::Statement;
use crate::comparison::{Cell, TopicIx};
use crate::i18n::direction;

/// An `article` element with the table in it.
pub fn html(sheet: &Sheet<'_>) -> String {
    let article = &sheet.document.article;
    // HTML has six levels.
    let (level, below) = (sheet.headline, (sheet.headline + 1).min(6));
    let language = sheet.texts.language();
    let mut out = format!(
        "<article lang=\"{}\" dir=\"{}\">\n<h{level}{}>{}</h{level}>\n",
        escape(language),
        direction(language),
        own(sheet),
        escape(&article.headline)
    );
    let publication = escape(&sheet.publication());
    let source = match &article.url {
        Some(url) => format!("<a href=\"{0}\">{0}</a>", escape(url)),
        None => String::new(),
    };
    if !publication.is_empty() || !source.is_empty() {
        out.push_str(&format!("<p>{publication} {source}</p>\n"));
    }
    out.push_str("<table>\n");
    out.push_str(&format!(
        "<caption>{}</caption>\n",
        escape(sheet.texts.get("matrix.caption"))
    ));
    let topic = escape(sheet.texts.get("matrix.topic"));
    out.push_str(&format!("<thead>\n<tr><th scope=\"col\">{topic}</th>"));
    for &party in &sheet.parties {
        out.push_str(&format!(
            "<th scope=\"col\"{}>{}</th>",
            own(sheet),
            escape(&sheet.index.party(party).name)
        ));
    }
    out.push_str("</tr>\n</thead>\n<tbody>\n");
    for &at in &sheet.topics {
        let topic = sheet.index.topic(at);
        let (name, question) = (escape(&topic.name), escape(&topic.question));
        out.push_str(&format!(
            "<tr><th scope=\"row\"{}>{name}<br><small>{question}</small></th>\n",
            own(sheet)
        ));
        for &party in &sheet.parties {
            of_cell(sheet, &sheet.index.cell(party, at), &mut out);
        }
        out.push_str("</tr>\n");
        if !topic.statement_ids.is_empty() {
            background(sheet, at, &mut out);
        }
    }
    out.push_str("</tbody>\n</table>\n");
    let about = escape(sheet.texts.get("about.title"));
    out.push_str(&format!("<h{below}>{about}</h{below}>\n<ul>\n"));
    for (line, of_document) in sheet.making() {
        let language = if of_document {
            own(sheet)
        } else {
            String::new()
        };
        out.push_str(&format!("<li{language}>{}</li>\n", escape(&line)));
    }
    out.push_str("</ul>\n</article>\n");
    out
}

/// What is said on a topic beside any party's position, in a row of its own: in
/// the topic's head it would be read out with every cell.
fn background(sheet: &Sheet<'_>, topic: TopicIx, out: &mut String) {
    let title = escape(sheet.title("background"));
    let columns = sheet.parties.len() + 1;
    out.push_str(&format!(
        "<tr><td colspan=\"{columns}\"><strong>{title}</strong>"
    ));
    said(sheet, &sheet.background(topic), out);
    out.push_str("</td></tr>\n");
}

fn of_cell(sheet: &Sheet<'_>, cell: &Cell<'_>, out: &mut String) {
    let position = escape(sheet.position(cell.standing));
    out.push_str(&format!("<td><strong>{position}</strong>"));
    let held = sheet.held(cell);
    let several = held.len() > 1;
    for held in held {
        let mut label = String::new();
        if several {
            let position = escape(sheet.position_of(held.stance));
            let time = if held.earlier {
                "time.before"
            } else {
                "time.now"
            };
            label = format!(
                "<b><bdi>{position}</bdi></b> ({}) ",
                escape(sheet.title(time))
            );
        }
        let summary = escape(&held.stance.summary);
        out.push_str(&format!("<p{}>{label}{summary}</p>", own(sheet)));
        if !held.stance.conditions.is_empty() {
            let conditions = escape(sheet.texts.get("evidence.conditions"));
            out.push_str(&format!("<p>{conditions}</p><ul{}>", own(sheet)));
            for condition in &held.stance.conditions {
                out.push_str(&format!("<li>{}</li>", escape(condition)));
            }
            out.push_str("</ul>");
        }
        said(sheet, &held.statements, out);
    }
    out.push_str("</td>\n");
}

/// Words in quotation marks are quotations, summaries are paragraphs.
fn said(sheet: &Sheet<'_>, statements: &[&Statement], out: &mut String) {
    for statement in statements {
        let text = escape(&sheet.words(statement));
        let mut by = escape(&sheet.attribution(statement));
        if let Some(note) = sheet.note(statement) {
            by.push_str(&format!(" <strong>{}</strong>", escape(note)));
        }
        let language = own(sheet);
        out.push_str(&match statement.kind.id() {
            "direct_quote" => format!(
                "<figure><blockquote{language}><p>{text}</p></blockquote><figcaption>{by}</figcaption></figure>"
            ),
            _ => format!("<p><span{language}>{text}</span><br><small>{by}</small></p>"),
        });
    }
}

/// The language and direction of the document's own words, where they are not
/// those around them.
fn own(sheet: &Sheet<'_>) -> String {
    let (ours, theirs) = (sheet.texts.language(), &*sheet.document.language);
    if ours == theirs {
        return String::new();
    }
    format!(" lang=\"{}\" dir=\"{}\"", escape(theirs), direction(theirs))
}

/// A text as content or attribute of HTML.
fn escape(text: &str) -> String {
    text.replace('&', "&amp;")
        .replace('<', "&lt;")
        .replace('>', "&gt;")
        .replace('"', "&quot;")
}
