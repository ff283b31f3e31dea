//! Real browsers, driven through WebDriver.

use crate::fonts::Fonts;
use crate::look::Look;
use anyhow::{Context, Result, bail};
use serde_json::{Value, json};
use std::net::{TcpListener, TcpStream};
use std::os::unix::process::CommandExt;
use std::path::{Path, PathBuf};
use std::process::{Child, Command, Stdio};
use std::time::{Duration, Instant};
use tempfile::TempDir;
use thirtyfour::WebDriver;
use thirtyfour::common::command::Command as WebDriverCommand;
use thirtyfour::common::command::ExtensionCommand;

/// The browsers that the tests know.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Browser {
    /// Chromium through chromedriver.
    Chromium,
    /// Firefox through geckodriver.
    Firefox,
    /// WebKitGTK through WebKitWebDriver.
    WebKit,
}

/// A browser that runs, until it is dropped.
#[derive(Debug)]
pub struct Session {
    /// Which one.
    pub browser: Browser,
    /// The connection to it.
    pub driver: WebDriver,
    // Dropped in this order, and before the profile that they write to.
    _processes: Vec<Process>,
    _profile: Option<TempDir>,
    _fonts: Option<Fonts>,
}

/// A program and all that it has started, ended when this is dropped.
#[derive(Debug)]
pub(crate) struct Process(pub(crate) Child);

impl Drop for Process {
    fn drop(&mut self) {
        // With the browser that the driver has started. It may have ended by itself.
        let group = format!("-{}", self.0.id());
        let _ = Command::new("kill")
            .args(["-KILL", "--", &group])
            .stderr(Stdio::null())
            .status();
        let _ = self.0.kill();
        let _ = self.0.wait();
    }
}

impl Browser {
    /// All of them.
    pub const ALL: [Self; 3] = [Self::Chromium, Self::Firefox, Self::WebKit];

    fn driver(self) -> PathBuf {
        match self {
            Self::Chromium => program("CHROMEDRIVER", "/usr/bin/chromedriver"),
            Self::Firefox => program("GECKODRIVER", "geckodriver"),
            Self::WebKit => program("WEBKITWEBDRIVER", "/usr/bin/WebKitWebDriver"),
        }
    }
}

/// A program that the environment names, or where Debian puts it.
pub(crate) fn program(variable: &str, usual: &str) -> PathBuf {
    std::env::var_os(variable).map_or_else(|| PathBuf::from(usual), PathBuf::from)
}

/// What makes Chromium draw the same picture on every machine.
const STEADY: [&str; 5] = [
    "--force-color-profile=srgb",
    "--disable-lcd-text",
    "--font-render-hinting=none",
    "--force-device-scale-factor=1",
    "--lang=en-US",
];

impl Session {
    /// Starts a browser.
    ///
    /// # Errors
    /// When the driver or the browser does not start within a minute.
    pub async fn start(browser: Browser, look: Look) -> Result<Self> {
        Self::start_again(browser, look, None, None).await
    }

    /// Starts a browser with a profile that stays when it is gone: what a page has stored
    /// there is there again (not in WebKit, which stores nothing while a driver has it).
    ///
    /// # Errors
    /// When the driver or the browser does not start.
    pub async fn start_in(browser: Browser, look: Look, profile: &Path) -> Result<Self> {
        Self::start_again(browser, look, None, Some(profile)).await
    }

    /// Starts Chromium to take pictures: with the pinned fonts only, and with
    /// nothing that differs from machine to machine. Letters without smooth
    /// edges make pictures that weigh a third.
    ///
    /// # Errors
    /// When the fonts are not there or the browser does not start.
    pub async fn start_for_pictures(look: Look, smooth: bool) -> Result<Self> {
        Self::start_again(Browser::Chromium, look, Some(smooth), None).await
    }

    /// A port that was free may be taken by the time a driver listens on it, by
    /// another test's; then both may fail, and another one is taken.
    async fn start_again(
        browser: Browser,
        look: Look,
        smooth: Option<bool>,
        profile: Option<&Path>,
    ) -> Result<Self> {
        let mut tries = 3;
        loop {
            let fonts = smooth.map(Fonts::pinned).transpose()?;
            tries -= 1;
            match Self::start_with(browser, look, fonts, profile).await {
                Err(_) if tries > 0 => {}
                outcome => return outcome,
            }
        }
    }

    async fn start_with(
        browser: Browser,
        look: Look,
        fonts: Option<Fonts>,
        kept: Option<&Path>,
    ) -> Result<Self> {
        let own = match kept {
            None => Some(TempDir::new().context("no folder for the browser's profile")?),
            Some(_) => None,
        };
        let profile = kept.or(own.as_ref().map(TempDir::path));
        let profile = profile.context("no folder for the browser's profile")?;
        let extra: &[&str] = if fonts.is_some() { &STEADY } else { &[] };
        let wanted = browser.capabilities(look, profile, kept.is_some(), extra)?;
        let mut processes = Vec::new();
        let mut driver = Command::new(browser.driver());
        if browser == Browser::WebKit {
            let (screen, display) = screen(look)?;
            processes.push(screen);
            driver.env("DISPLAY", display).env("GDK_BACKEND", "x11");
            // As root there is no session bus, and WebKit's sandbox needs one.
            driver.env("WEBKIT_DISABLE_SANDBOX_THIS_IS_DANGEROUS", "1");
        }
        if let Some(fonts) = &fonts {
            driver.env("FONTCONFIG_FILE", fonts.file());
        }
        let port = free_port()?;
        driver.arg(format!("--port={port}"));
        if browser == Browser::Firefox {
            // Its second port, for Marionette, must not collide either.
            driver.arg(format!("--marionette-port={}", free_port()?));
        }
        driver.process_group(0);
        driver
            .stdin(Stdio::null())
            .stdout(Stdio::null())
            .stderr(Stdio::null());
        let started = driver.spawn();
        let name = browser.driver();
        processes.push(Process(started.with_context(|| {
            format!(
                "{} does not start; `cargo xtask setup` installs it",
                name.display()
            )
        })?));
        wait_until_open(port).await?;
        let address = format!("http://127.0.0.1:{port}");
        let driver = WebDriver::new(address, wanted)
            .await
            .with_context(|| format!("{browser:?} does not start"))?;
        let session = Self {
            browser,
            driver,
            _processes: processes,
            _profile: own,
            _fonts: fonts,
        };
        if browser != Browser::Chromium {
            session
                .driver
                .set_window_rect(0, 0, look.width, look.height)
                .await?;
        } else {
            session.resize(look).await?;
        }
        Ok(session)
    }

    /// Gives the page that size, whatever the window's (Chromium only).
    ///
    /// # Errors
    /// When the browser refuses.
    pub async fn resize(&self, look: Look) -> Result<()> {
        let scheme = if look.dark { "dark" } else { "light" };
        self.cdp(
            "Emulation.setDeviceMetricsOverride",
            json!({ "width": look.width, "height": look.height, "deviceScaleFactor": 1, "mobile": false }),
        )
        .await?;
        self.emulate("", &[("prefers-color-scheme", scheme)]).await
    }

    /// Takes the page for shown on that medium (the usual one where the name is
    /// empty), to a reader with these preferences and no other (Chromium only).
    ///
    /// # Errors
    /// When the browser refuses.
    pub async fn emulate(&self, medium: &str, preferences: &[(&str, &str)]) -> Result<()> {
        let features: Vec<Value> = preferences
            .iter()
            .map(|(name, value)| json!({ "name": name, "value": value }))
            .collect();
        let all = json!({ "media": medium, "features": features });
        self.cdp("Emulation.setEmulatedMedia", all).await?;
        Ok(())
    }

    /// Speaks Chromium's own protocol.
    ///
    /// # Errors
    /// When the browser is another one, or refuses.
    pub async fn cdp(&self, command: &str, parameters: Value) -> Result<Value> {
        if self.browser != Browser::Chromium {
            bail!("{:?} does not speak Chromium's protocol", self.browser);
        }
        let body = json!({ "cmd": command, "params": parameters });
        self.extension("/goog/cdp/execute", body).await
    }

    /// Takes the entries of a log of Chromium's: `browser` or `performance`.
    ///
    /// # Errors
    /// When the browser is another one.
    pub async fn log(&self, kind: &str) -> Result<Vec<Value>> {
        let entries = self.extension("/se/log", json!({ "type": kind })).await?;
        Ok(entries.as_array().cloned().unwrap_or_default())
    }

    async fn extension(&self, endpoint: &'static str, body: Value) -> Result<Value> {
        let command = WebDriverCommand::ExtensionCommand(Box::new(Extension { endpoint, body }));
        let response = self.driver.cmd(command).await?;
        Ok(response.value_json()?)
    }
}

impl Drop for Session {
    /// A test that fails drops the session at once. The driver must not wait
    /// then for an answer that this thread would have to fetch; it is ended
    /// from outside, with its browser.
    fn drop(&mut self) {
        let _ = self.driver.clone().leak();
    }
}

#[derive(Debug)]
struct Extension {
    endpoint: &'static str,
    body: Value,
}

impl ExtensionCommand for Extension {
    fn parameters_json(&self) -> Option<Value> {
        Some(self.body.clone())
    }

    fn method(&self) -> http::Method {
        http::Method::POST
    }

    fn endpoint(&self) -> std::sync::Arc<str> {
        self.endpoint.into()
    }
}

/// A screen for a browser that needs one; the server finds a free number.
pub(crate) fn screen(look: Look) -> Result<(Process, String)> {
    use std::io::{BufRead, BufReader};
    let size = format!(
        "{}x{}x24",
        look.width.max(1280) + 100,
        look.height.max(900) + 200
    );
    let mut server = Command::new("Xvfb")
        .args(["-displayfd", "1", "-screen", "0", &size, "-nolisten", "tcp"])
        .stdin(Stdio::null())
        .stdout(Stdio::piped())
        .stderr(Stdio::null())
        .spawn()
        .context("Xvfb does not start; `cargo xtask setup` installs it")?;
    let output = server.stdout.take().context("Xvfb says nothing")?;
    let mut number = String::new();
    BufReader::new(output)
        .read_line(&mut number)
        .context("Xvfb names no display")?;
    Ok((Process(server), format!(":{}", number.trim())))
}

pub(crate) fn free_port() -> Result<u16> {
    let listener = TcpListener::bind("127.0.0.1:0").context("no port is free")?;
    Ok(listener.local_addr()?.port())
}

pub(crate) async fn wait_until_open(port: u16) -> Result<()> {
    let deadline = Instant::now() + Duration::from_secs(60);
    while TcpStream::connect(("127.0.0.1", port)).is_err() {
        if Instant::now() > deadline {
            bail!("nobody listens on port {port}");
        }
        tokio::time::sleep(Duration::from_millis(20)).await;
    }
    Ok(())
}
