//! The pages of the build, made of trunk's `index.html`.

use anyhow::{Result, bail};

const BEGIN: &str = "<!-- standpoint:begin -->";
const END: &str = "<!-- standpoint:end -->";

/// Puts the comparison where the unbuilt page says how to build it.
///
/// # Errors
/// When the page has no single place for it.
pub(super) fn fill(page: &str, content: &str) -> Result<String> {
    let places = (page.matches(BEGIN).count(), page.matches(END).count());
    let (Some(begin), Some(end), (1, 1)) = (page.find(BEGIN), page.find(END), places) else {
        bail!("index.html needs {BEGIN} and {END} once each, to know where the comparison goes");
    };
    if end < begin {
        bail!("in index.html {END} stands before {BEGIN}");
    }
    Ok(format!(
        "{}{content}{}",
        &page[..begin],
        &page[end + END.len()..]
    ))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_comparison_takes_the_place_of_the_advice() {
        let page = format!("<main>{BEGIN}<p>Build me</p>{END}</main>");
        assert_eq!(
            fill(&page, "<b>x</b>").expect("filled"),
            "<main><b>x</b></main>"
        );
    }

    #[test]
    fn a_page_without_a_place_stops_the_build() {
        assert!(fill("<main></main>", "x").is_err());
        assert!(fill(&format!("{END}{BEGIN}"), "x").is_err());
        assert!(fill(&format!("{BEGIN}{END}{BEGIN}"), "x").is_err());
    }
}
