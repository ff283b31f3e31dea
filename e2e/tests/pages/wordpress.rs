//! The plugin in WordPress itself, used by authors, who may write no scripts, and by
//! administrators.

use anyhow::{Context, Result, ensure};
use e2e::word_press::{BLOCK, FIELD, MODAL_FIELD};
use e2e::{Browser, Look, Page, Session, WordPress, render, root};
use standpoint::article::{Value, read_owned};
use std::fs;
use std::path::{Path, PathBuf};

/// The document that is uploaded.
const NAME: &str = "harbour-town";

/// A passage of it.
const PASSAGE: &str = "The terminal brings two hundred jobs to a town that has lost a thousand. \
                       I will ask the council to say yes.";

fn document() -> PathBuf {
    root().join(format!("seeds/{NAME}.json"))
}

/// The document with a mistake in it, and what the checker says of that.
fn wrong() -> Result<(String, String)> {
    let right = fs::read_to_string(document())?;
    let text = right.replacen("\"speaker_id\": \"aske\"", "\"speaker_id\": \"asky\"", 1);
    let value = Value::from_json(&text).map_err(|problem| anyhow::anyhow!("{problem}"))?;
    let problems = read_owned(value).err().context("nothing is wrong in it")?;
    let [problem] = &problems[..] else {
        anyhow::bail!("not one thing is wrong, but {problems:?}")
    };
    let (pointer, fault) = (&problem.pointer, &problem.fault);
    let words = format!("{pointer}: {}. {}.", fault.what(), fault.mend());
    Ok((text, words))
}

fn no_complaints(word_press: &WordPress) -> Result<()> {
    let complaints = word_press.complaints();
    ensure!(complaints.is_empty(), "{complaints:?}");
    Ok(())
}

#[tokio::test]
async fn an_author_shows_a_comparison_with_the_block() -> Result<()> {
    let word_press = WordPress::start().await?;
    let session = Session::start(Browser::Chromium, Look::default()).await?;
    let page = word_press.log_in(&session, "author").await?;
    word_press.begin_post(&page, PASSAGE).await?;
    page.upload(FIELD, &document()).await?;
    // It is shown as readers will see it, and its table is kept with the post.
    page.settled("root => !!root.querySelector('.matrix')")
        .await?;
    page.has_table().await?;
    page.run(&format!(
        "wp.data.dispatch('core/block-editor')
             .updateBlockAttributes({BLOCK}.clientId, {{ view: 'versus' }})"
    ))
    .await?;
    page.settled("root => !!root.querySelector('.versus')")
        .await?;
    let address = page.publish_post().await?;

    // Opened again, it is what was saved.
    page.go(&word_press.address(&format!(
        "wp-admin/post.php?action=edit&post={}",
        &address[3..]
    )))
    .await?;
    page.settled("root => !!root.querySelector('.versus')")
        .await?;
    let kept = page
        .run(&format!(
            "return {BLOCK}.isValid && !wp.data.select('core/editor').isEditedPostDirty()"
        ))
        .await?;
    ensure!(kept == true, "to open the post changes it");
    drop(session);

    for browser in Browser::ALL {
        let session = Session::start(browser, Look::default()).await?;
        let page = Page::at(&session, &word_press.address(&address)).await?;
        page.ready().await?;
        page.settled("root => !!root.querySelector('.versus')")
            .await?;
        // Its passage is found in the post.
        page.settled(
            "[...(CSS.highlights?.get('stance-passage') ?? [])]
                 .some((range) => range.toString().startsWith('The terminal brings'))",
        )
        .await?;
    }

    // What is sent can be read without a script, and the script is there once, and where
    // it is wanted.
    let sent = word_press.sent(&address)?;
    let scripts = sent.matches("build/standpoint.js").count();
    ensure!(scripts == 1, "the loader is there {scripts} times");
    ensure!(sent.contains("<table>"), "{sent}");
    let other = word_press.sent("?page_id=2")?;
    ensure!(other.contains("</html>") && !other.contains("plugins/standpoint"));
    let feed = word_press.sent("?feed=rss2")?;
    ensure!(
        feed.contains("<table>") && !feed.contains("stance-comparison"),
        "{feed}"
    );
    no_complaints(&word_press)
}

#[tokio::test]
async fn what_is_wrong_is_told_and_shown_to_no_reader() -> Result<()> {
    let word_press = WordPress::start().await?;
    let session = Session::start(Browser::Chromium, Look::default()).await?;
    let page = word_press.log_in(&session, "author").await?;
    word_press.begin_post(&page, PASSAGE).await?;
    let notice = ".wp-block-standpoint-comparison .components-notice";
    let other = word_press.site().join("other.json");
    fs::write(&other, "{ \"format\": \"geojson\" }")?;
    page.upload(FIELD, &other).await?;
    page.says(notice, "This is no document of Standpoint.")
        .await?;

    let (text, words) = wrong()?;
    let file = word_press.site().join("wrong.json");
    fs::write(&file, &text)?;
    page.upload(FIELD, &file).await?;
    page.says(notice, &words).await?;
    let address = page.publish_post().await?;
    let is_shown = || anyhow::Ok(word_press.sent(&address)?.contains("wrong.json"));
    ensure!(!is_shown()?, "it is published");
    ensure!(!word_press.sent("?feed=rss2")?.contains("wrong.json"));
    page.go(&word_press.address(&address)).await?;
    page.says(".entry-content", "Readers do not see this")
        .await?;
    page.settled(
        "!!document.querySelector('stance-comparison')?.shadowRoot?.querySelector('.notice')",
    )
    .await?;
    ensure!(!is_shown()?, "who looks at it publishes it");

    // Mended, it is accepted when somebody looks at it who may edit it, and no longer
    // when it is another one again.
    let uploads = word_press.run("echo wp_get_upload_dir()['path'];")?;
    let uploaded = Path::new(&uploads).join("wrong.json");
    fs::copy(document(), &uploaded)?;
    ensure!(!is_shown()?, "nobody has checked it");
    page.go(&word_press.address(&address)).await?;
    page.ready().await?;
    page.settled("performance.getEntriesByType('resource').some((e) => e.name.includes('accepted') && e.responseEnd)")
        .await?;
    ensure!(is_shown()?, "it is right, and not shown");
    fs::write(&uploaded, &text)?;
    ensure!(!is_shown()?, "it is wrong again, and shown");
    no_complaints(&word_press)
}

#[tokio::test]
async fn in_the_classic_editor_it_is_a_shortcode() -> Result<()> {
    let word_press = WordPress::start().await?;
    word_press.classic()?;
    let (text, words) = wrong()?;
    let file = word_press.site().join("wrong.json");
    fs::write(&file, &text)?;
    for name in ["author", "admin"] {
        let session = Session::start(Browser::Chromium, Look::default()).await?;
        let page = word_press.log_in(&session, name).await?;
        page.go(&word_press.address("wp-admin/post-new.php"))
            .await?;
        page.settled("!!window.tinymce?.activeEditor?.initialized")
            .await?;
        page.run(&format!(
            "document.querySelector('#title').value = '{name}';
             document.querySelector('#insert-media-button').click()"
        ))
        .await?;
        page.settled(&format!("!!document.querySelector('{MODAL_FIELD}')"))
            .await?;
        page.upload(MODAL_FIELD, &file).await?;
        page.says(".upload-error-message", &words).await?;
        let chosen = "wp.media.frame.state().get('selection').length";
        page.settled(&format!("{chosen} === 0")).await?;
        page.upload(MODAL_FIELD, &document()).await?;
        page.settled(&format!(
            "{chosen} === 1 && wp.media.frame.state().get('selection').first().id > 0"
        ))
        .await?;
        page.run("document.querySelector('.media-button-insert').click()")
            .await?;
        page.settled("tinymce.activeEditor.getContent().includes('[standpoint src=')")
            .await?;
        page.settled("performance.getEntriesByType('resource').some((e) => e.name.includes('accepted') && e.responseEnd)")
            .await?;
        page.run("document.querySelector('#publish').click()")
            .await?;
        page.settled("!!document.querySelector('#message a')")
            .await?;
        let address = page
            .run("return document.querySelector('#message a').href")
            .await?;
        page.go(address.as_str().unwrap_or_default()).await?;
        page.ready().await?;
        let own = page
            .run("return document.querySelector('stance-comparison table') !== null")
            .await?;
        ensure!(own == true, "{name}: the table is not in it");
    }
    let feed = word_press.sent("?feed=rss2")?;
    ensure!(
        feed.matches("<table>").count() == 2 && !feed.contains("[standpoint"),
        "{feed}"
    );
    no_complaints(&word_press)
}

#[tokio::test]
async fn what_was_rendered_ahead_is_there_without_a_script() -> Result<()> {
    let word_press = WordPress::start().await?;
    let fragment = render(NAME, &[])?.read("fragment")?;
    let session = Session::start(Browser::Chromium, Look::default()).await?;
    let page = word_press.log_in(&session, "admin").await?;
    word_press.begin_post(&page, PASSAGE).await?;
    page.upload(FIELD, &document()).await?;
    page.has_table().await?;
    let name = format!("{NAME}.fragment.html");
    let sent = page.send_to_library(&name, "text/html", &fragment).await?;
    ensure!(sent.is_string(), "it is not taken: {sent}");
    let address = page.publish_post().await?;

    // Without the loader, it stays as it was rendered, and is styled.
    let loader = word_press
        .site()
        .join("wp-content/plugins/standpoint/build/standpoint.js");
    let script = fs::read(&loader)?;
    fs::write(&loader, "")?;
    page.go(&word_press.address(&address)).await?;
    page.settled("root => !!root.querySelector('.matrix')")
        .await?;
    page.settled("root => root.styleSheets[0]?.cssRules.length > 50")
        .await?;
    fs::write(&loader, script)?;
    page.go(&word_press.address(&address)).await?;
    page.ready().await?;
    page.turn_to("timeline").await?;

    // An author may upload no HTML, and says nothing of documents of others.
    let page_of_author = Session::start(Browser::Chromium, Look::default()).await?;
    let page = word_press.log_in(&page_of_author, "author").await?;
    word_press.begin_post(&page, PASSAGE).await?;
    let refused = page.send_to_library(&name, "text/html", &fragment).await?;
    ensure!(refused["code"] == "rest_upload_unknown_error", "{refused}");
    let uploads = word_press.run("echo wp_get_upload_dir()['url'];")?;
    word_press.run("delete_post_meta_by_key( '_standpoint_accepted' );")?;
    for (headers, answer) in [
        ("{}", "null"),
        (
            "{ 'X-WP-Nonce': wp.apiFetch.nonceMiddleware.nonce }",
            "false",
        ),
    ] {
        page.run(&format!(
            "window.told = undefined;
             const body = new URLSearchParams({{ src: '{uploads}/{NAME}.json', table: 'x' }});
             fetch('/?rest_route=/standpoint/v1/accepted', {{ method: 'POST', headers: {headers}, body }})
                 .then((answer) => answer.json())
                 .then((answer) => {{ window.told = String(answer.public ?? null) }})"
        ))
        .await?;
        page.settled(&format!("window.told === '{answer}'")).await?;
    }
    no_complaints(&word_press)
}

#[tokio::test]
async fn posts_can_be_read_when_the_plugin_is_gone() -> Result<()> {
    let word_press = WordPress::start().await?;
    let session = Session::start(Browser::Chromium, Look::default()).await?;
    let page = word_press.log_in(&session, "author").await?;
    word_press.begin_post(&page, PASSAGE).await?;
    page.upload(FIELD, &document()).await?;
    page.has_table().await?;
    let with_block = page.publish_post().await?;
    let src = page.run(&format!("return {BLOCK}.attributes.src")).await?;
    let src = src.as_str().unwrap_or_default();
    drop(session);
    let code = format!(
        "wp_set_current_user( 1 ); kses_init();
         echo wp_insert_post( array( 'post_status' => 'publish', 'post_title' => 'Short', 'post_content' =>
             '<iframe src=\"https://example.org/\"></iframe> [standpoint src=\"{src}\"] [[standpoint src=\"x\"]]' ) );"
    );
    let with_shortcode = format!("?p={}", word_press.run(&code)?);
    ensure!(
        word_press
            .sent(&with_shortcode)?
            .contains("<stance-comparison")
    );

    // Nothing that is written in a shortcode gets out of its attribute, no address but of
    // pages is one, and no quotation is made a nicer one.
    for (code, wanted) in [
        (
            "echo substr_count( do_shortcode( '[standpoint src=\"https://a.example/a.json\" lang=\\'\"><b>\\']' ), '<b>' );",
            "0",
        ),
        (
            "echo do_shortcode( '[standpoint src=\"javascript:alert(1)\"]' );",
            "",
        ),
        (
            "echo wptexturize( '<stance-comparison src=\"x\"><q>\"a\" -- b</q></stance-comparison>' );",
            "<stance-comparison src=\"x\"><q>\"a\" -- b</q></stance-comparison>",
        ),
    ] {
        let found = word_press.run(code)?;
        ensure!(found == wanted, "{code} gives {found}");
    }

    word_press.run(
        "require_once ABSPATH . 'wp-admin/includes/plugin.php';
         require_once ABSPATH . 'wp-admin/includes/file.php';
         wp_set_current_user( 1 );
         deactivate_plugins( 'standpoint/standpoint.php' );
         delete_plugins( array( 'standpoint/standpoint.php' ) );",
    )?;
    for address in [&with_block, &with_shortcode] {
        let sent = word_press.sent(address)?;
        ensure!(
            sent.contains("<table>") && !sent.contains("stance-comparison"),
            "{sent}"
        );
    }
    let content = word_press.run(&format!(
        "echo get_post( {} )->post_content;",
        &with_shortcode[3..]
    ))?;
    ensure!(
        content.starts_with("<iframe src=\"https://example.org/\"></iframe> <article")
            && content.ends_with("</article>\n [[standpoint src=\"x\"]]"),
        "{content}"
    );
    no_complaints(&word_press)
}
