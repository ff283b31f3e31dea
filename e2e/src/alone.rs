//! A browser that no driver has, as WebKit must be for its pages to store anything: its
//! page does by itself what is to be done, and tells a server.

use crate::browser::{Process, program, screen};
use crate::look::Look;
use anyhow::{Context, Result};
use std::os::unix::process::CommandExt;
use std::path::Path;
use std::process::{Command, Stdio};

/// WebKit, until it is dropped: then it is killed.
#[derive(Debug)]
pub struct Alone {
    _processes: [Process; 2],
}

impl Alone {
    /// Opens an address in WebKit, with a profile that stays when it is gone. A local
    /// page may look into others there.
    ///
    /// # Errors
    /// When it does not start.
    pub fn open(address: &str, profile: &Path) -> Result<Self> {
        let (screen, display) = screen(Look::default())?;
        let binary = program(
            "STANDPOINT_MINIBROWSER",
            "/usr/lib/x86_64-linux-gnu/webkit2gtk-4.1/MiniBrowser",
        );
        let mut browser = Command::new(binary);
        browser
            .arg("--allow-universal-access-from-file-urls=true")
            .arg("--allow-file-access-from-file-urls=true")
            .arg(address)
            .env("DISPLAY", display)
            .env("GDK_BACKEND", "x11")
            .env("WEBKIT_DISABLE_SANDBOX_THIS_IS_DANGEROUS", "1")
            .env("XDG_DATA_HOME", profile.join("data"))
            .env("XDG_CACHE_HOME", profile.join("cache"))
            .env("XDG_CONFIG_HOME", profile.join("config"))
            .process_group(0)
            .stdin(Stdio::null())
            .stdout(Stdio::null())
            .stderr(Stdio::null());
        let browser = browser
            .spawn()
            .context("WebKit does not start; `cargo xtask setup` installs it")?;
        Ok(Self {
            _processes: [Process(browser), screen],
        })
    }
}
