//! The interface in every language, each loaded when it is needed.

use anyhow::{Result, ensure};
use e2e::{Browser, Look, Origin, Page, Server, Session, dist};

/// Every language, the name of its first tab, and how it says that nothing is
/// stated.
const LANGUAGES: [(&str, &str, &str); 9] = [
    ("en", "Overview", "Not stated in this article"),
    ("uk", "Огляд", "Позицію в цій статті не наведено"),
    ("ru", "Обзор", "Позиция в этой статье не указана"),
    (
        "de",
        "Überblick",
        "Position in diesem Artikel nicht angegeben",
    ),
    (
        "fr",
        "Vue d’ensemble",
        "Position non indiquée dans cet article",
    ),
    ("es", "Panorama", "Postura no indicada en este artículo"),
    ("ar", "نظرة عامة", "الموقف غير مذكور في هذا المقال"),
    ("zh", "总览", "本文未说明立场"),
    ("zh-Hant", "總覽", "本文未說明立場"),
];

fn news(lang: &str, element: &str) -> String {
    format!(
        "<!DOCTYPE html><html lang=\"{lang}\"><meta charset=\"utf-8\"><title>News</title>\
         <main>{element}</main><script src=\"standpoint.js\" async></script>"
    )
}

async fn shows(page: &Page<'_>, language: &str, tab: &str, silent: &str) -> Result<()> {
    let found = page
        .text("root.getElementById('tab:matrix').textContent")
        .await?;
    ensure!(found == tab, "{language}: {found}, not {tab}");
    let base = "root.querySelector('.comparison')";
    ensure!(page.text(&format!("{base}.lang")).await? == language);
    let direction = if language == "ar" { "rtl" } else { "ltr" };
    ensure!(page.text(&format!("{base}.dir")).await? == direction);
    let cells = page
        .text("root.querySelector('.matrix').textContent")
        .await?;
    ensure!(
        cells.contains(silent),
        "{language}: {silent} is not in {cells}"
    );
    // Nothing is left in another language, and no key shows itself.
    let all = page.text(&format!("{base}.textContent")).await?;
    if language != "en" {
        ensure!(!all.contains("Not stated"), "{language}");
    }
    for key in ["overview.", "choose.", "kind.", "standing.", "take.", "{n}"] {
        ensure!(!all.contains(key), "{language}: {key} shows itself");
    }
    Ok(())
}

/// By the page's own language, as most pages will have it.
#[tokio::test]
async fn the_interface_speaks_the_language_of_the_page() -> Result<()> {
    let server = Server::start(&dist())?;
    let session = Session::start(Browser::Chromium, Look::default()).await?;
    for (language, tab, silent) in LANGUAGES {
        let name = format!("{language}.html");
        server.offer(
            &name,
            &news(language, "<stance-comparison built-in></stance-comparison>"),
        );
        let page = Page::open(&session, &server, Origin::Http, &name).await?;
        shows(&page, language, tab, silent).await?;
        // The document's own words are marked as its own.
        let headline = page
            .text("root.querySelector('.headline').closest('[lang]').lang")
            .await?;
        ensure!(headline == "en", "{language}: {headline}");
        for view in ["versus", "spectrum", "timeline", "statements"] {
            page.show(view).await?;
            let shown = page.text("root.querySelector('.view').textContent").await?;
            ensure!(
                !shown.contains("undefined") && !shown.contains('{'),
                "{language}: {shown}"
            );
        }
    }
    // One script for each, and no other.
    let asked = server.asked();
    for (language, ..) in LANGUAGES {
        let loaded = asked
            .iter()
            .filter(|path| {
                let rest = path.strip_prefix(&format!("/standpoint-{language}-"));
                rest.is_some_and(|hash| !hash.contains('-')) // of another script
            })
            .count();
        // A browser may keep what it has; it never asks for more.
        ensure!(loaded == 1, "{language}: {loaded} times");
    }
    Ok(())
}

async fn from_disk(browser: Browser, name: &str) -> Result<()> {
    let server = Server::start(&dist())?;
    let session = Session::start(browser, Look::default()).await?;
    let page = Page::open(&session, &server, Origin::File, name).await?;
    shows(&page, "en", "Overview", "Not stated in this article").await?;
    page.run("document.querySelector('stance-comparison').lang = 'ar'")
        .await?;
    page.wait("root.querySelector('.mount:not([hidden]) .comparison')?.dir === 'rtl'")
        .await?;
    let (language, tab, silent) = LANGUAGES[6];
    shows(&page, language, tab, silent).await
}

#[tokio::test]
async fn other_languages_come_from_disk_too() -> Result<()> {
    from_disk(Browser::Chromium, "index.html").await?;
    from_disk(Browser::Firefox, "index.html").await?;
    from_disk(Browser::WebKit, "standalone.html").await
}

/// What the reader has chosen stays when the language changes.
#[tokio::test]
async fn another_language_changes_the_words_and_nothing_else() -> Result<()> {
    let server = Server::start(&dist())?;
    let element = "<div lang=\"de-CH\"><stance-comparison built-in view=\"timeline\"></stance-comparison></div>";
    server.offer("mine.html", &news("en", element));
    let session = Session::start(Browser::Chromium, Look::default()).await?;
    let page = Page::open(&session, &server, Origin::Http, "mine.html").await?;
    ensure!(page.text("root.querySelector('.comparison').lang").await? == "de-CH");
    ensure!(
        page.text("root.getElementById('tab:timeline').textContent")
            .await?
            == "Zeitleiste"
    );
    page.within(0, "root.host.show({ view: 'statements', search: 'truce' })")
        .await?;
    page.wait("root.querySelector('.statements-view') !== null")
        .await?;
    let state = page.within(0, "JSON.stringify(root.host.state)").await?;
    page.within(0, "root.host.setAttribute('lang', 'uk')")
        .await?;
    page.wait("root.getElementById('tab:timeline')?.textContent === 'Хронологія'")
        .await?;
    ensure!(page.within(0, "JSON.stringify(root.host.state)").await? == state);
    // A language that is not there is spoken in English, and said to be English.
    page.within(0, "root.host.setAttribute('lang', 'x_nonsense')")
        .await?;
    page.wait("root.getElementById('tab:timeline')?.textContent === 'Timeline'")
        .await?;
    ensure!(
        page.text("root.querySelector('.mount:not([hidden]) .comparison').lang")
            .await?
            == "en"
    );
    Ok(())
}

/// Better in English than not at all.
#[tokio::test]
async fn without_its_texts_the_interface_is_english() -> Result<()> {
    let server = Server::start(&dist())?;
    let script = std::fs::read_dir(dist())?
        .filter_map(Result::ok)
        .map(|entry| entry.file_name().to_string_lossy().into_owned())
        .find(|name| name.starts_with("standpoint-fr-"))
        .unwrap_or_default();
    ensure!(!script.is_empty(), "the French texts are not built");
    server.lose(&script);
    server.offer(
        "fr.html",
        &news("fr", "<stance-comparison built-in></stance-comparison>"),
    );
    let session = Session::start(Browser::Chromium, Look::default()).await?;
    let page = Page::open(&session, &server, Origin::Http, "fr.html").await?;
    shows(&page, "en", "Overview", "Not stated in this article").await
}

/// The words that explain a failure come without the WebAssembly.
#[tokio::test]
async fn what_cannot_be_loaded_is_explained_in_the_language_of_the_page() -> Result<()> {
    let server = Server::start(&dist())?;
    server.lose(".wasm");
    server.offer(
        "uk.html",
        &news(
            "uk",
            "<stance-comparison src=\"articles/harbour-town.json\"></stance-comparison>",
        ),
    );
    let session = Session::start(Browser::Chromium, Look::default()).await?;
    let page = Page::open_only(&session, &server, Origin::Http, "uk.html").await?;
    page.wait("root?.querySelector('.notice') != null").await?;
    let notice = page
        .text("root.querySelector('.notice').textContent")
        .await?;
    ensure!(
        notice.contains("Не вдалося завантажити порівняння."),
        "{notice}"
    );
    ensure!(notice.contains("Спробувати ще раз"), "{notice}");
    Ok(())
}

/// A page may be written in the letters of another time.
#[tokio::test]
async fn letters_are_right_in_a_page_of_another_encoding() -> Result<()> {
    let server = Server::start(&dist())?;
    let session = Session::start(Browser::Chromium, Look::default()).await?;
    server.offer(
        "old.htm",
        "<!DOCTYPE html><html lang=uk><meta charset=windows-1251><title>x</title>
         <stance-comparison built-in loading=eager></stance-comparison><script src=standpoint.js></script>",
    );
    let page = Page::open(&session, &server, Origin::Http, "old.htm").await?;
    ensure!(page.run("return document.characterSet").await? == "windows-1251");
    let tab = page
        .text("root.getElementById('tab:matrix').textContent")
        .await?;
    ensure!(tab == "Огляд", "{tab}");
    Ok(())
}

/// A text begins where the script of its whole tag begins, and the interface speaks
/// the language that a tag means, however it is written.
async fn whole_tags(browser: Browser) -> Result<()> {
    let server = Server::start(&dist())?;
    let session = Session::start(browser, Look::default()).await?;
    let town = std::fs::read_to_string(dist().join("articles/harbour-town.json"))?;
    for (tag, direction) in [
        ("ckb", "rtl"),
        ("az-Arab", "rtl"),
        ("ku-Arab", "rtl"),
        ("pa-PK", "rtl"),
        ("AR", "rtl"),
        ("iw", "rtl"),
        ("syr", "rtl"),
        ("nqo", "rtl"),
        ("ar-Latn", "ltr"),
        ("pa", "ltr"),
        ("zh-Hant", "ltr"),
    ] {
        let town = town.replace("\"language\": \"en\"", &format!("\"language\": \"{tag}\""));
        let script = format!("<script type=\"application/json\">{town}</script>");
        server.offer(
            "tag.html",
            &news(
                "uk",
                &format!("<stance-comparison>{script}</stance-comparison>"),
            ),
        );
        let page = Page::open(&session, &server, Origin::Http, "tag.html").await?;
        let found = page
            .text(&format!(
                "getComputedStyle(root.querySelector('.comparison [lang=\"{tag}\"]')).direction"
            ))
            .await?;
        ensure!(found == direction, "{browser:?}: {tag} is {found}");
    }
    for (tag, language, tab) in [
        ("DE", "de", "Überblick"),
        ("de_AT", "de-AT", "Überblick"),
        ("UK", "uk", "Огляд"),
        ("zh_Hant", "zh-Hant", "總覽"),
        ("zh-TW", "zh-TW", "總覽"),
        ("zh-HK", "zh-HK", "總覽"),
        ("zh-mo", "zh-MO", "總覽"),
        ("zh-Hans-TW", "zh-Hans-TW", "总览"),
        ("zh-SG", "zh-SG", "总览"),
    ] {
        server.offer(
            "tag.html",
            &news(tag, "<stance-comparison built-in></stance-comparison>"),
        );
        let page = Page::open(&session, &server, Origin::Http, "tag.html").await?;
        let base = "root.querySelector('.comparison').lang";
        let found = (
            page.text(base).await?,
            page.text("root.getElementById('tab:matrix').textContent")
                .await?,
        );
        ensure!(
            found == (language.to_owned(), tab.to_owned()),
            "{browser:?}: {tag} is {found:?}"
        );
    }
    Ok(())
}

#[tokio::test]
async fn a_language_is_known_by_its_whole_tag_in_chromium() -> Result<()> {
    whole_tags(Browser::Chromium).await
}

#[tokio::test]
async fn a_language_is_known_by_its_whole_tag_in_firefox() -> Result<()> {
    whole_tags(Browser::Firefox).await
}

#[tokio::test]
async fn a_language_is_known_by_its_whole_tag_in_webkit() -> Result<()> {
    whole_tags(Browser::WebKit).await
}
