//! Comma-separated values (RFC 4180): a row for each statement behind each
//! cell, and one for each cell in which the article states nothing.

use super::Sheet;
use crate::article::Statement;

/// For people with a spreadsheet: what that would take for a formula gets an
/// apostrophe in front, which spreadsheets take for “text”.
pub fn csv(sheet: &Sheet<'_>) -> String {
    rows(sheet, guarded)
}

/// For programs: every date and every word as the document has it. In a spreadsheet,
/// what it says could be worked out.
pub fn csv_data(sheet: &Sheet<'_>) -> String {
    rows(sheet, field)
}

/// The rows, with a header, each line ended by CR LF.
fn rows(sheet: &Sheet<'_>, field: fn(&str) -> String) -> String {
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
    [header(sheet, field), lines].concat()
}

fn header(sheet: &Sheet<'_>, field: fn(&str) -> String) -> String {
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

/// A field, quoted where it must be.
fn field(text: &str) -> String {
    if text.contains([',', '"', '\n', '\r']) {
        ["\"", &text.replace('"', "\"\""), "\""].concat()
    } else {
        text.to_owned()
    }
}

/// The same, and nothing that a spreadsheet would take for a formula: one begins with
/// a sign, perhaps behind what cannot be seen.
fn guarded(text: &str) -> String {
    let is_unseen = |c: char| c.is_whitespace() || c.is_control() || "\u{feff}\u{200b}".contains(c);
    let seen = text.trim_start_matches(is_unseen);
    let is_formula = seen.starts_with(['=', '+', '-', '@', '＝', '＋', '－', '＠'])
        || text.starts_with(['\t', '\r', '\n']);
    if is_formula {
        field(&["'", text].concat())
    } else {
        field(text)
    }
}

#[cfg(test)]
mod tests {
    use super::{field, guarded};

    #[test]
    fn a_field_is_quoted_where_it_must_be() {
        assert_eq!(field("plain"), "plain");
        assert_eq!(field("a, \"b\""), "\"a, \"\"b\"\"\"");
        assert_eq!(field("a\nb"), "\"a\nb\"");
        assert_eq!(field("-0044-03-15"), "-0044-03-15");
        assert_eq!(field("=1+1"), "=1+1");
    }

    #[test]
    fn for_spreadsheets_nothing_is_a_formula() {
        assert_eq!(guarded("plain"), "plain");
        assert_eq!(guarded("=1+1"), "'=1+1");
        assert_eq!(guarded("-0044-03-15"), "'-0044-03-15");
        assert_eq!(guarded("@x, y"), "\"'@x, y\"");
        assert_eq!(guarded("＝1+1"), "'＝1+1");
        assert_eq!(guarded(" =1+1"), "' =1+1");
        assert_eq!(guarded("\u{feff}=1+1"), "'\u{feff}=1+1");
        assert_eq!(guarded("\n=1+1"), "\"'\n=1+1\"");
        assert_eq!(guarded("\nplain"), "\"'\nplain\"");
    }
}
