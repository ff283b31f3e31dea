//! Comma-separated values (RFC 4180): a row for each statement behind each
//! cell, and one for each cell in which the article states nothing.

use super::Sheet;
use crate::article::Statement;

/// The rows, with a header, each line ended by CR LF.
pub fn csv(sheet: &Sheet<'_>) -> String {
    let article = &sheet.document.article;
    let publication = [
        article.headline.clone(),
        article.publisher.clone().unwrap_or_default(),
        article.url.clone().unwrap_or_default(),
    ];
    let mut lines = String::new();
    let mut write = |cells: &[String]| {
        let cells: Vec<String> = cells.iter().chain(&publication).map(|c| field(c)).collect();
        lines.push_str(&cells.join(","));
        lines.push_str("\r\n");
    };
    let text = str::to_owned;
    for &at in &sheet.topics {
        let topic = sheet.index.topic(at);
        for &party in &sheet.parties {
            let cell = sheet.index.cell(party, at);
            let head = [
                topic.name.clone(),
                topic.question.clone(),
                sheet.index.party(party).name.clone(),
            ];
            let held = sheet.held(&cell);
            if held.is_empty() {
                let silent = sheet.position(cell.standing).to_owned();
                let nothing = vec![String::new(); 11];
                write(&[&head[..], &[silent], &nothing].concat());
            }
            for held in held {
                let stance = held.stance;
                let since = stance.date.as_ref().map(ToString::to_string);
                let time = if held.earlier {
                    "time.before"
                } else {
                    "time.now"
                };
                let position = [
                    text(sheet.position_of(stance)),
                    text(sheet.title(time)),
                    since.unwrap_or_default(),
                    stance.summary.clone(),
                    stance.conditions.join("; "),
                ];
                for statement in held.statements {
                    write(&[&head[..], &position, &said(sheet, statement)].concat());
                }
            }
        }
        for statement in sheet.background(at) {
            let background = text(sheet.title("background"));
            let head = [
                topic.name.clone(),
                topic.question.clone(),
                String::new(),
                background,
            ];
            let nothing = vec![String::new(); 4];
            write(&[&head[..], &nothing, &said(sheet, statement)].concat());
        }
    }
    [header(sheet), lines].concat()
}

fn header(sheet: &Sheet<'_>) -> String {
    let texts = sheet.texts;
    let titles = [
        texts.get("matrix.topic"),
        sheet.title("question"),
        sheet.title("party"),
        sheet.title("position"),
        sheet.title("time"),
        sheet.title("since"),
        sheet.title("summary"),
        sheet.title("conditions"),
        sheet.title("kind"),
        texts.get("statements.speaker"),
        sheet.title("role"),
        sheet.title("words"),
        sheet.title("date"),
        sheet.title("paragraph"),
        sheet.title("passage"),
        sheet.title("article"),
        sheet.title("publisher"),
        sheet.title("address"),
    ];
    [&titles.map(field).join(","), "\r\n"].concat()
}

fn said(sheet: &Sheet<'_>, statement: &Statement) -> [String; 7] {
    let (name, role) = sheet.speaker(&statement.speaker);
    let date = statement.date.as_ref().map(ToString::to_string);
    [
        sheet.kind(statement).to_owned(),
        name.to_owned(),
        role.to_owned(),
        statement.text.clone(),
        date.unwrap_or_default(),
        statement.paragraph.to_string(),
        sheet.note(statement).unwrap_or_default().to_owned(),
    ]
}

/// A field, quoted where it must be. What a spreadsheet would take for a
/// formula gets an apostrophe in front, which spreadsheets take for “text”.
fn field(text: &str) -> String {
    let formula = text.starts_with(['=', '+', '-', '@', '\t', '\r', '\n', '＝', '＋', '－', '＠']);
    let guard = if formula { "'" } else { "" };
    if text.contains([',', '"', '\n', '\r']) {
        ["\"", guard, &text.replace('"', "\"\""), "\""].concat()
    } else {
        [guard, text].concat()
    }
}

#[cfg(test)]
mod tests {
    use super::field;

    #[test]
    fn a_field_is_quoted_where_it_must_be_and_is_never_a_formula() {
        assert_eq!(field("plain"), "plain");
        assert_eq!(field("a, \"b\""), "\"a, \"\"b\"\"\"");
        assert_eq!(field("a\nb"), "\"a\nb\"");
        assert_eq!(field("=1+1"), "'=1+1");
        assert_eq!(field("@x, y"), "\"'@x, y\"");
        assert_eq!(field("＝1+1"), "'＝1+1");
        assert_eq!(field("\n=1+1"), "\"'\n=1+1\"");
    }
}
