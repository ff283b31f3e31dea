//! Every state and every language, held against axe-core; and what axe-core
//! cannot see: focus, targets, forced colours, motion, things that jump.

use anyhow::{Context, Result, ensure};
use e2e::{Browser, Look, Origin, Page, Server, Session, VIEWS, dist};
use serde_json::json;

const LANGUAGES: [&str; 9] = ["en", "uk", "ru", "de", "fr", "es", "ar", "zh", "zh-Hant"];

async fn axe(page: &Page<'_>, what: &str) -> Result<()> {
    let accessible = page.is_accessible().await;
    accessible.with_context(|| what.to_owned())
}

/// And at the narrowest width nothing sticks out, however long its words are.
#[tokio::test]
async fn every_view_in_every_language() -> Result<()> {
    let server = Server::start(&dist())?;
    let session = Session::start(Browser::Chromium, Look::default()).await?;
    for dark in [false, true] {
        let look = Look {
            width: 320,
            dark,
            ..Look::default()
        };
        session.resize(look).await?;
        let page = Page::open(&session, &server, Origin::Http, "index.html").await?;
        for language in LANGUAGES {
            page.speak(language).await?;
            for view in VIEWS {
                page.show(view).await?;
                // Colours are the same in every language.
                if !dark || language == "ar" {
                    axe(&page, &format!("{language}, {view}, dark {dark}")).await?;
                }
                let whole = page.is_within_its_width().await;
                whole.with_context(|| format!("{language}, {view}"))?;
            }
        }
    }
    Ok(())
}

#[tokio::test]
async fn every_state() -> Result<()> {
    let server = Server::start(&dist())?;
    let session = Session::start(Browser::Chromium, Look::default()).await?;
    for width in [360, 1280] {
        session.resize(Look::of_width(width)).await?;
        let page = Page::open(&session, &server, Origin::Http, "index.html").await?;
        for list in ["parties", "topics", "take"] {
            page.click(&format!("button[popovertarget='choose:{list}']"))
                .await?;
            page.wait(&format!(
                "root.getElementById('choose:{list}').matches(':popover-open')"
            ))
            .await?;
            axe(&page, &format!("{list} at {width} px")).await?;
            page.key(thirtyfour::Key::Escape).await?;
            page.wait("root.querySelector('.options:popover-open') === null")
                .await?;
        }
        for (what, said, wait) in [
            (
                "evidence",
                "{ open: 'russia/ceasefire' }",
                ".evidence:popover-open",
            ),
            (
                "background",
                "{ open: 'ceasefire' }",
                "[id='evidence::ceasefire']:popover-open",
            ),
            (
                "hits",
                "{ open: null, view: 'statements', search: 'ceasefire' }",
                ".statements-view li[hidden]",
            ),
            (
                "no hits",
                "{ view: 'statements', search: 'zzz' }",
                ".statements-view:not(:has(li:not([hidden])))",
            ),
            (
                "no topic",
                "{ view: 'matrix', search: '', topics: [] }",
                ".nothing",
            ),
            (
                "three parties",
                "{ view: 'versus', topics: null, versus: ['russia', 'ukraine', 'united-states'] }",
                ".versus-rows.three",
            ),
        ] {
            page.within(0, &format!("root.host.show({said})")).await?;
            page.wait(&format!("root.querySelector(\"{wait}\") !== null"))
                .await?;
            axe(&page, &format!("{what} at {width} px")).await?;
        }
        page.within(0, "root.host.reset()").await?;
        page.click(".about > summary").await?;
        axe(&page, &format!("about at {width} px")).await?;
    }
    Ok(())
}

/// 24 by 24 CSS pixels (WCAG 2.2, 2.5.8), but for links within text.
#[tokio::test]
async fn every_target_can_be_hit() -> Result<()> {
    let server = Server::start(&dist())?;
    let session = Session::start(Browser::Chromium, Look::default()).await?;
    for width in [360, 1280] {
        session.resize(Look::of_width(width)).await?;
        let page = Page::open(&session, &server, Origin::Http, "index.html").await?;
        for view in VIEWS {
            page.show(view).await?;
            for open in [
                "",
                "choose:parties",
                "choose:topics",
                "choose:take",
                "russia/ceasefire",
            ] {
                let is_cell = open.contains('/');
                if is_cell {
                    page.open_cell(open).await?;
                } else if !open.is_empty() {
                    page.within(0, &format!("root.getElementById('{open}').showPopover()"))
                        .await?;
                }
                let small = page
                    .within(
                        0,
                        "[...root.querySelectorAll('a, button, select, summary, textarea, input')]
                            .map((e) => e.closest('label') ?? e).filter((e) => e.checkVisibility())
                            .map((e) => [e, e.getBoundingClientRect()])
                            .filter(([, r]) => r.width < 24 || r.height < 24)
                            .map(([e, r]) => `${e.className} ${e.textContent.slice(0, 20)} ${r.width}x${r.height}`).join('; ')",
                    )
                    .await?;
                ensure!(small == "", "{view}, {open}, {width} px: {small}");
                if is_cell {
                    page.show(view).await?;
                } else if !open.is_empty() {
                    page.within(0, &format!("root.getElementById('{open}').hidePopover()"))
                        .await?;
                }
            }
        }
    }
    Ok(())
}

/// The focus can be seen, and nothing covers it: no sticky head, either.
#[tokio::test]
async fn the_focus_is_seen_wherever_it_goes() -> Result<()> {
    let server = Server::start(&dist())?;
    let session = Session::start(Browser::Chromium, Look::default()).await?;
    for width in [360, 1280] {
        let look = Look {
            width,
            height: 500,
            ..Look::default()
        };
        session.resize(look).await?;
        let page = Page::open(&session, &server, Origin::Http, "index.html").await?;
        for view in VIEWS {
            page.show(view).await?;
            page.run("document.activeElement?.blur(); scrollTo(0, 0)")
                .await?;
            let (mut steps, mut back) = (0, false);
            loop {
                page.key(if back {
                    thirtyfour::Key::Shift + thirtyfour::Key::Tab
                } else {
                    thirtyfour::Key::Tab.into()
                })
                .await?;
                let focus = page
                    .within(
                        0,
                        "(() => { const e = root.activeElement; if (!e) return 'none';
                            const r = (e.getClientRects()[0]) ?? e.getBoundingClientRect();
                            const name = `${e.className} ${e.textContent.slice(0, 30)}`;
                            const style = getComputedStyle(e);
                            const drawn = (s) => s.outlineStyle !== 'none' && parseFloat(s.outlineWidth) >= 1.5;
                            if (!drawn(style) && !drawn(getComputedStyle(e, '::before'))) return `no outline: ${name}`;
                            const [x, y] = [r.left + r.width / 2, r.top + Math.min(r.height / 2, 12)];
                            if (x < 0 || y < 0 || x > innerWidth || y > innerHeight) return `outside: ${name} ${x} ${y}`;
                            const top = root.elementFromPoint(x, y);
                            return e === top || e.contains(top) || top?.contains(e) || top?.closest('label')?.contains(e)
                                ? 'seen' : `covered by ${top?.className}: ${name}`; })()",
                    )
                    .await?;
                if focus == "none" {
                    // Once through; now the other way, under the sticky head.
                    ensure!(steps > 8, "{view}: the focus comes to {steps} places");
                    if back {
                        break;
                    }
                    back = true;
                    steps = 0;
                    page.run("document.activeElement?.blur()").await?;
                    page.within(0, "root.querySelector('.about > summary').focus()")
                        .await?;
                    continue;
                }
                ensure!(focus == "seen", "{view}, {width} px: {focus}");
                steps += 1;
                ensure!(steps < 300, "{view}: the focus never leaves");
            }
        }
    }
    Ok(())
}

/// Where a system gives its own colours, positions still differ by their signs.
#[tokio::test]
async fn forced_colours_leave_the_signs() -> Result<()> {
    let server = Server::start(&dist())?;
    let session = Session::start(Browser::Chromium, Look::default()).await?;
    let forced = json!({ "features": [{ "name": "forced-colors", "value": "active" }] });
    session.cdp("Emulation.setEmulatedMedia", forced).await?;
    let page = Page::open(&session, &server, Origin::Http, "index.html").await?;
    ensure!(
        page.run("return matchMedia('(forced-colors: active)').matches")
            .await?
            == true
    );
    let signs = page
        .within(
            0,
            "(() => { const looks = new Set(); const signs = [...root.querySelectorAll('.matrix .sign')];
                for (const sign of signs) {
                    const s = getComputedStyle(sign);
                    if (s.color === s.backgroundColor) return `a sign in the colour of its ground: ${sign.className}`;
                    looks.add(`${sign.textContent} ${s.backgroundColor} ${s.borderStyle}`);
                }
                return signs.length > 9 ? String(looks.size) : 'too few'; })()",
        )
        .await?;
    ensure!(signs == "3", "for, for with conditions, against: {signs}");
    page.click("button[data-cell='russia/ceasefire']").await?;
    page.wait("root.querySelector('.evidence:popover-open') !== null")
        .await?;
    let border = page
        .within(
            0,
            "getComputedStyle(root.querySelector('.evidence:popover-open')).borderTopWidth",
        )
        .await?;
    ensure!(border == "1px", "the evidence has no edge: {border}");
    Ok(())
}

#[tokio::test]
async fn nothing_moves_for_who_wants_no_motion() -> Result<()> {
    let server = Server::start(&dist())?;
    let session = Session::start(Browser::Chromium, Look::default()).await?;
    let page = Page::open(&session, &server, Origin::Http, "index.html").await?;
    page.open_cell("russia/ceasefire").await?;
    page.show("matrix").await?;
    for (wanted, moves) in [("no-preference", true), ("reduce", false)] {
        let motion = json!({ "features": [{ "name": "prefers-reduced-motion", "value": wanted }] });
        session.cdp("Emulation.setEmulatedMedia", motion).await?;
        let running = page
            .within(
                0,
                "(() => { const panel = root.getElementById('evidence:russia:ceasefire');
                    panel.showPopover(); panel.getBoundingClientRect();
                    const running = document.getAnimations().length
                        + panel.getAnimations({ subtree: true }).length;
                    panel.hidePopover(); return running > 0; })()",
            )
            .await?;
        ensure!(running == moves, "{wanted}: motion {running}");
    }
    Ok(())
}

/// What the reader does not touch stays where it is.
#[tokio::test]
async fn nothing_jumps_when_something_is_done() -> Result<()> {
    let server = Server::start(&dist())?;
    let session = Session::start(Browser::Chromium, Look::default()).await?;
    for width in [360, 1280] {
        session.resize(Look::of_width(width)).await?;
        let page = Page::open(&session, &server, Origin::Http, "index.html").await?;
        let places = "JSON.stringify([...root.querySelectorAll('.headline, .tab, .chooser-button')]
            .map((e) => { const r = e.getBoundingClientRect(); return [r.x, r.y, r.width, r.height].map(Math.round); }))";
        let before = page.text(places).await?;
        for view in VIEWS {
            page.turn_to(view).await?;
            ensure!(page.text(places).await? == before, "{view} at {width} px");
        }
        page.click("[id='tab:matrix']").await?;
        page.wait("root.querySelector('.matrix') !== null").await?;
        page.click("button[data-cell='russia/ceasefire']").await?;
        page.wait("root.querySelector('.evidence:popover-open') !== null")
            .await?;
        ensure!(page.text(places).await? == before, "evidence at {width} px");
        page.key(thirtyfour::Key::Escape).await?;
        page.wait("root.querySelector('.evidence:popover-open') === null")
            .await?;
        // A count with another digit is as wide as before.
        page.within(0, "root.host.show({ topics: ['ceasefire'] })")
            .await?;
        page.wait("root.querySelectorAll('.matrix tbody th[scope=row]').length === 1")
            .await?;
        let tabs = "JSON.stringify([...root.querySelectorAll('.tab, .chooser-button')]
            .map((e) => { const r = e.getBoundingClientRect(); return [r.x, r.width].map(Math.round); }))";
        let narrowed = page.text(tabs).await?;
        page.within(0, "root.host.reset()").await?;
        page.wait("root.querySelectorAll('.matrix tbody th[scope=row]').length === 9")
            .await?;
        ensure!(
            page.text(tabs).await? == narrowed,
            "the toolbar at {width} px"
        );
    }
    Ok(())
}
