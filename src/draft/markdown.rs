//! Markdown, as far as an article is written in it: its paragraphs without their signs,
//! and what stands at its head.

use super::Source;

impl Source {
    /// A text in Markdown.
    pub fn markdown(text: &str) -> Self {
        read(text)
    }
}

fn read(text: &str) -> Source {
    let text = text.strip_prefix('\u{feff}').unwrap_or(text);
    let mut source = Source::default();
    let mut lines = text.lines().peekable();
    if lines.peek().is_some_and(|line| line.trim_end() == "---") {
        lines.next();
        for line in lines.by_ref() {
            if matches!(line.trim_end(), "---" | "...") {
                break;
            }
            head(&mut source, line);
        }
    }
    let mut paragraph = String::new();
    let mut is_code = false;
    let end = |paragraph: &mut String, source: &mut Source| {
        let words = inline(paragraph.trim());
        if !words.is_empty() {
            source.paragraphs.push(words);
        }
        paragraph.clear();
    };
    for line in lines {
        let bare = line.trim().trim_start_matches('>').trim_start();
        if bare.starts_with("```") || bare.starts_with("~~~") {
            is_code = !is_code;
            end(&mut paragraph, &mut source);
            continue;
        }
        let level = bare.chars().take_while(|c| *c == '#').count();
        let is_heading = (1..=6).contains(&level) && bare[level..].starts_with(' ');
        let is_rule = bare.len() >= 3
            && ["-", "*", "_", "="]
                .iter()
                .any(|sign| bare.replace(*sign, "").trim().is_empty());
        if is_code {
            paragraph.push_str(line);
            end(&mut paragraph, &mut source);
        } else if is_heading {
            end(&mut paragraph, &mut source);
            let words = bare[level..].trim().trim_end_matches('#').trim_end();
            if level == 1 && source.headline.is_empty() && source.paragraphs.is_empty() {
                source.headline = inline(words);
            } else if !(level == 1 && inline(words) == source.headline) {
                paragraph.push_str(words);
                end(&mut paragraph, &mut source);
            }
        } else if bare.is_empty() || is_rule {
            end(&mut paragraph, &mut source);
        } else {
            let item = item(bare);
            if item.is_some() {
                end(&mut paragraph, &mut source);
            }
            if !paragraph.is_empty() {
                paragraph.push(' ');
            }
            paragraph.push_str(item.unwrap_or(bare).trim_end_matches('\\').trim());
            // Two spaces at its end break a line, and a paragraph is one.
            if line.ends_with("  ") || line.ends_with('\\') {
                end(&mut paragraph, &mut source);
            }
        }
    }
    end(&mut paragraph, &mut source);
    source
}

/// What a line at the head of a file says, as those of many programs do.
fn head(source: &mut Source, line: &str) {
    let Some((name, value)) = line.split_once(':') else {
        return;
    };
    let value = value.trim().trim_matches(['"', '\'']).to_owned();
    match name.trim() {
        "title" | "headline" => source.headline = value,
        "date" | "datePublished" => source.date = value.chars().take(10).collect(),
        "lang" | "language" => source.language = value,
        "url" | "canonical" | "canonicalURL" => source.url = value,
        "publisher" => source.publisher = value,
        _ => {}
    }
}

/// What an item of a list says, without the list's sign.
fn item(line: &str) -> Option<&str> {
    for sign in ["- ", "* ", "+ "] {
        if let Some(rest) = line.strip_prefix(sign) {
            return Some(rest);
        }
    }
    let digits = line.chars().take_while(char::is_ascii_digit).count();
    let rest = &line[digits..];
    let rest = rest.strip_prefix(". ").or_else(|| rest.strip_prefix(") "));
    rest.filter(|_| (1..=3).contains(&digits))
}

/// The words of a line: links without addresses, no emphasis, no images.
fn inline(line: &str) -> String {
    let signs: Vec<char> = line.chars().collect();
    let mut words = String::new();
    let mut at = 0;
    while let Some(&sign) = signs.get(at) {
        let next = signs.get(at + 1).copied();
        match sign {
            '\\' if next.is_some_and(|next| next.is_ascii_punctuation()) => {
                words.extend(next);
                at += 2;
            }
            '!' if next == Some('[') => match link(&signs, at + 1) {
                Some((_, end)) => at = end,
                None => {
                    words.push(sign);
                    at += 1;
                }
            },
            '[' => match link(&signs, at) {
                Some((inner, end)) => {
                    words.push_str(&inline(&inner));
                    at = end;
                }
                None => {
                    words.push(sign);
                    at += 1;
                }
            },
            '*' | '`' => at += 1,
            // Within a word it is a letter of it.
            '_' if !(at > 0
                && signs[at - 1].is_alphanumeric()
                && next.is_some_and(char::is_alphanumeric)) =>
            {
                at += 1;
            }
            _ => {
                words.push(sign);
                at += 1;
            }
        }
    }
    words.split_whitespace().collect::<Vec<_>>().join(" ")
}

/// A link or an image that begins there: what it says, and where it ends.
fn link(signs: &[char], from: usize) -> Option<(String, usize)> {
    let close = |from: usize, open: char, close: char| {
        let mut depth = 0;
        for (at, sign) in signs.iter().enumerate().skip(from) {
            depth += i32::from(*sign == open) - i32::from(*sign == close);
            if depth == 0 {
                return Some(at);
            }
        }
        None
    };
    let end = close(from, '[', ']')?;
    let inner: String = signs[from + 1..end].iter().collect();
    match signs.get(end + 1) {
        Some('(') => Some((inner, close(end + 1, '(', ')')? + 1)),
        Some('[') => Some((inner, close(end + 1, '[', ']')? + 1)),
        // A note's mark is no word of the text.
        _ if inner.starts_with('^') => Some((String::new(), end + 1)),
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::read;

    #[test]
    fn an_article_is_read_without_its_signs() {
        let source = read(
            "\u{feff}---\ntitle: \"The harbour\"\ndate: 2026-03-11T10:00\nlang: en\n---\n\n\
             # The harbour\n\nThe *harbour* is\nfull, says [the **mayor**](https://a.example/(b)).[^1]\n\n\
             ## What now\n> “We will close it.”\n\n- one thing\n- another_thing\n\n![a picture](b.png)\n***\n\
             2026 was a year.\n1. First  \nsecond \\* line\n",
        );
        assert_eq!(source.headline, "The harbour");
        assert_eq!((&*source.date, &*source.language), ("2026-03-11", "en"));
        assert_eq!(
            source.paragraphs,
            [
                "The harbour is full, says the mayor.",
                "What now",
                "“We will close it.”",
                "one thing",
                "another_thing",
                "2026 was a year.",
                "First",
                "second * line",
            ]
        );
    }

    #[test]
    fn what_is_no_markdown_stays() {
        let source = read("Prices [in euro] rose by 5_000. #1 and a * b\n\n# Late\n");
        assert_eq!(source.headline, "");
        assert_eq!(
            source.paragraphs,
            ["Prices [in euro] rose by 5_000. #1 and a b", "Late"]
        );
    }
}
