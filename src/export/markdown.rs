//! Markdown (CommonMark with the tables of GitHub): the table, then the words
//! that each cell rests on.

use super::Sheet;
use crate::article::Statement;

/// The whole text.
pub fn markdown(sheet: &Sheet<'_>) -> String {
    let article = &sheet.document.article;
    let mut out = format!("# {}\n\n", escape(&article.headline));
    let publication = sheet.publication();
    if !publication.is_empty() {
        out.push_str(&format!("{}\n\n", escape(&publication)));
    }
    if let Some(url) = &article.url {
        // An address has no space or angle bracket in it: the reader sees to it.
        out.push_str(&format!("<{url}>\n\n"));
    }
    table(sheet, &mut out);
    for &at in &sheet.topics {
        let topic = sheet.index.topic(at);
        out.push_str(&format!(
            "\n## {}\n\n{}\n",
            escape(&topic.name),
            escape(&topic.question)
        ));
        for &party in &sheet.parties {
            let cell = sheet.index.cell(party, at);
            let position = beside(sheet, sheet.position(cell.standing));
            out.push_str(&format!(
                "\n### {} – {position}\n",
                beside(sheet, &sheet.index.party(party).name)
            ));
            for held in sheet.held(&cell) {
                let position = beside(sheet, sheet.position_of(held.stance));
                let summary = beside(sheet, &held.stance.summary);
                let time = match held.earlier {
                    true => format!(" ({})", escape(sheet.title("time.before"))),
                    false => String::new(),
                };
                out.push_str(&format!("\n**{position}**{time} {summary}\n"));
                for condition in &held.stance.conditions {
                    let label = escape(sheet.texts.get("evidence.conditions"));
                    out.push_str(&format!("\n- {label}: {}", beside(sheet, condition)));
                }
                if !held.stance.conditions.is_empty() {
                    out.push('\n');
                }
                said(sheet, &held.statements, &mut out);
            }
        }
        if !topic.statement_ids.is_empty() {
            out.push_str(&format!("\n### {}\n", escape(sheet.title("background"))));
            said(sheet, &sheet.background(at), &mut out);
        }
    }
    out.push_str(&format!(
        "\n## {}\n\n",
        escape(sheet.texts.get("about.title"))
    ));
    for (line, _) in sheet.making() {
        out.push_str(&format!("- {}\n", escape(&line)));
    }
    out
}

fn table(sheet: &Sheet<'_>, out: &mut String) {
    let mut line = |cells: Vec<String>| out.push_str(&format!("| {} |\n", cells.join(" | ")));
    let names = sheet.parties.iter();
    let names = names.map(|party| escape(&sheet.index.party(*party).short_name));
    let head: Vec<String> = std::iter::once(escape(sheet.texts.get("matrix.topic")))
        .chain(names)
        .collect();
    let rule = vec!["---".to_owned(); head.len()];
    line(head);
    line(rule);
    for &at in &sheet.topics {
        let topic = sheet.index.topic(at);
        let cells = sheet.parties.iter().map(|party| {
            let standing = sheet.index.standing(*party, at);
            escape(sheet.position(standing))
        });
        line(std::iter::once(escape(&topic.name)).chain(cells).collect());
    }
}

/// Words in quotation marks are set as a quotation, summaries are not.
fn said(sheet: &Sheet<'_>, statements: &[&Statement], out: &mut String) {
    for statement in statements {
        let text = escape(&sheet.words(statement));
        let mut attribution = escape(&sheet.attribution(statement));
        if let Some(note) = sheet.note(statement) {
            attribution.push_str(&format!(" **{}**", escape(note)));
        }
        match statement.kind.id() {
            "direct_quote" => out.push_str(&format!("\n> {text}\n>\n> — {attribution}\n")),
            _ => out.push_str(&format!("\n{text}\n— {attribution}\n")),
        }
    }
}

/// A text that has others beside it in its line, and keeps its direction to itself.
fn beside(sheet: &Sheet<'_>, text: &str) -> String {
    sheet.texts.isolated(&escape(text)).into()
}

/// A text in one line, with nothing in it that means anything: every ASCII
/// punctuation mark may be escaped (CommonMark, 2.4).
fn escape(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    for c in text.chars() {
        match c {
            '\n' | '\r' | '\t' => out.push(' '),
            '.' | ',' | ':' | ';' | '?' | '!' | '(' | ')' | '/' | '\'' | '%' | '"' => out.push(c),
            c if c.is_ascii_punctuation() => {
                out.push('\\');
                out.push(c);
            }
            c => out.push(c),
        }
    }
    let text = out.trim();
    // “1.” at the start would begin a list.
    let digits = text.bytes().take_while(u8::is_ascii_digit).count();
    match text.as_bytes().get(digits) {
        Some(b'.' | b')') if digits > 0 => [&text[..digits], "\\", &text[digits..]].concat(),
        _ => text.to_owned(),
    }
}

#[cfg(test)]
mod tests {
    use super::escape;

    #[test]
    fn nothing_in_a_text_means_anything() {
        assert_eq!(
            escape("a|b *c* <d> [e](f)\ng"),
            r"a\|b \*c\* \<d\> \[e\](f) g"
        );
        assert_eq!(escape("2025. A year"), r"2025\. A year");
        assert_eq!(escape("- 40 %"), r"\- 40 %");
    }
}
