//! What each browser's driver is told of the browser that is wanted.

use crate::browser::{Browser, program};
use crate::look::Look;
use anyhow::Result;
use serde_json::{Value, json};
use std::path::Path;
use thirtyfour::Capabilities;

impl Browser {
    /// What the driver is told.
    pub(crate) fn capabilities(
        self,
        look: Look,
        profile: &Path,
        is_kept: bool,
        extra: &[&str],
    ) -> Result<Capabilities> {
        let Look {
            width,
            height,
            dark,
        } = look;
        let mut all = Capabilities::new();
        let mut set = |name: &str, value: Value| all.set(name, value);
        match self {
            Self::Chromium => {
                let mut arguments = vec![
                    "--headless=new".to_owned(),
                    "--no-sandbox".to_owned(),
                    "--disable-gpu".to_owned(),
                    "--disable-quic".to_owned(),
                    "--no-first-run".to_owned(),
                    "--disable-background-networking".to_owned(),
                    "--disable-component-update".to_owned(),
                    "--disable-sync".to_owned(),
                    "--hide-scrollbars".to_owned(),
                    // Looked at while it moves, nothing is where it will be.
                    "--force-prefers-reduced-motion".to_owned(),
                    format!("--user-data-dir={}", profile.display()),
                    format!("--window-size={width},{height}"),
                ];
                arguments.extend(extra.iter().copied().map(str::to_owned));
                if dark {
                    arguments.push("--blink-settings=preferredColorScheme=0".to_owned());
                }
                let binary = program("STANDPOINT_CHROMIUM", "/usr/bin/chromium");
                set("browserName", json!("chrome"))?;
                set(
                    "goog:chromeOptions",
                    json!({ "args": arguments, "binary": binary }),
                )?;
                set(
                    "goog:loggingPrefs",
                    json!({ "performance": "ALL", "browser": "ALL" }),
                )?;
            }
            Self::Firefox => {
                let binary = program("STANDPOINT_FIREFOX", "/usr/bin/firefox-esr");
                let size = [format!("--width={width}"), format!("--height={height}")];
                let mut arguments = vec!["-headless", &size[0], &size[1]];
                let folder = profile.display().to_string();
                if is_kept {
                    arguments.extend(["-profile", &folder]);
                }
                let preferences = json!({
                    // As readers have it: each local file keeps its own.
                    "security.fileuri.strict_origin_policy": is_kept,
                    "ui.systemUsesDarkTheme": i32::from(dark),
                    "browser.tabs.remote.autostart": true,
                    // A panel of downloads would take the keys from the page.
                    "browser.download.alwaysOpenPanel": false,
                });
                set("browserName", json!("firefox"))?;
                set(
                    "moz:firefoxOptions",
                    json!({ "args": arguments, "binary": binary, "prefs": preferences }),
                )?;
            }
            Self::WebKit => {
                set("browserName", json!("MiniBrowser"))?;
                let binary = program(
                    "STANDPOINT_MINIBROWSER",
                    "/usr/lib/x86_64-linux-gnu/webkit2gtk-4.1/MiniBrowser",
                );
                let arguments = [
                    "--automation".to_owned(),
                    format!("--geometry={width}x{height}"),
                ];
                set(
                    "webkitgtk:browserOptions",
                    json!({ "binary": binary, "args": arguments }),
                )?;
            }
        }
        Ok(all)
    }
}
