//! A server for a folder, which remembers what it was asked for, and can lose,
//! spoil or hold back what it has.

use anyhow::{Context, Result, anyhow};
use axum::Router;
use axum::extract::State;
use axum::http::header::{CONTENT_TYPE, LOCATION};
use axum::http::{HeaderMap, HeaderName, HeaderValue, StatusCode, Uri};
use axum::response::{IntoResponse, Response};
use std::collections::{BTreeMap, BTreeSet};
use std::net::TcpListener;
use std::path::{Path, PathBuf};
use std::sync::{Arc, Mutex};
use tokio::runtime::{Builder, Runtime};
use tokio::sync::watch;

/// Serves a folder on a free port of this machine until it is dropped.
#[derive(Debug)]
pub struct Server {
    origin: String,
    shared: Arc<Shared>,
    runtime: Option<Runtime>,
}

#[derive(Debug)]
struct Shared {
    folder: PathBuf,
    asked: Mutex<Vec<String>>,
    missing: Mutex<BTreeSet<String>>,
    spoilt: Mutex<BTreeMap<String, Spoilt>>,
    offered: Mutex<BTreeMap<String, String>>,
    moved: Mutex<BTreeMap<String, String>>,
    headers: Mutex<HeaderMap>,
    /// What is not answered until it is released, by how the path ends.
    held: watch::Sender<BTreeSet<String>>,
}

/// What comes in the place of a file.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Spoilt {
    /// Something else.
    Other,
    /// A page, as servers send it that know no errors, and say that it is one.
    Page,
    /// Nothing.
    Nothing,
    /// The first half.
    Half,
    /// All of it and a little more, which does what it did.
    Longer,
}

impl Server {
    /// Serves the folder.
    ///
    /// # Errors
    /// When no port is free.
    pub fn start(folder: &Path) -> Result<Self> {
        let listener =
            TcpListener::bind("127.0.0.1:0").context("no port is free for the test's server")?;
        listener.set_nonblocking(true)?;
        let origin = format!("http://{}", listener.local_addr()?);
        let shared = Arc::new(Shared {
            folder: folder.to_owned(),
            asked: Mutex::default(),
            missing: Mutex::default(),
            spoilt: Mutex::default(),
            offered: Mutex::default(),
            moved: Mutex::default(),
            headers: Mutex::default(),
            held: watch::Sender::default(),
        });
        // Of its own, because a test's own runtime waits for WebDriver.
        let runtime = Builder::new_multi_thread()
            .worker_threads(1)
            .enable_all()
            .build()?;
        let pages = Router::new().fallback(answer).with_state(shared.clone());
        let listener = {
            let _entered = runtime.enter();
            tokio::net::TcpListener::from_std(listener)?
        };
        runtime.spawn(async move { axum::serve(listener, pages).await });
        Ok(Self {
            origin,
            shared,
            runtime: Some(runtime),
        })
    }

    /// `http://127.0.0.1:port`.
    pub fn origin(&self) -> &str {
        &self.origin
    }

    /// Every path that was asked for, in order.
    pub fn asked(&self) -> Vec<String> {
        lock(&self.shared.asked).clone()
    }

    /// Forgets what it was asked for.
    pub fn forget(&self) {
        lock(&self.shared.asked).clear();
    }

    /// From now on has this page too: a test's own.
    pub fn offer(&self, name: &str, html: &str) {
        lock(&self.shared.offered).insert(name.to_owned(), html.to_owned());
    }

    /// From now on adds this header to every answer.
    ///
    /// # Panics
    /// When that is no header.
    pub fn header(&self, name: &str, value: &str) {
        let name: HeaderName = name.parse().expect("the name of a header");
        let value = HeaderValue::from_str(value).expect("the value of a header");
        lock(&self.shared.headers).insert(name, value);
    }

    /// From now on lets requests for paths that end so wait until
    /// [`release`](Self::release).
    pub fn hold(&self, ending: &str) {
        self.shared.held.send_modify(|held| {
            held.insert(ending.to_owned());
        });
    }

    /// Answers everything that was held back.
    pub fn release(&self) {
        self.shared.held.send_modify(BTreeSet::clear);
    }

    /// From now on leads from this page on to another address.
    pub fn redirect(&self, name: &str, to: &str) {
        lock(&self.shared.moved).insert(name.to_owned(), to.to_owned());
    }

    /// From now on answers 404 for paths that end so.
    pub fn lose(&self, ending: &str) {
        lock(&self.shared.missing).insert(ending.to_owned());
    }

    /// From now on answers with something else for paths that end so, or have a part
    /// that ends with a hyphen.
    pub fn spoil(&self, ending: &str) {
        self.spoil_with(ending, Spoilt::Other);
    }

    /// The same, with that.
    pub fn spoil_with(&self, ending: &str, spoilt: Spoilt) {
        lock(&self.shared.spoilt).insert(ending.to_owned(), spoilt);
    }

    /// Has everything again, as it is.
    pub fn find_all(&self) {
        lock(&self.shared.missing).clear();
        lock(&self.shared.spoilt).clear();
    }
}

impl Drop for Server {
    fn drop(&mut self) {
        if let Some(runtime) = self.runtime.take() {
            // Not waiting: tests drop it where nothing may be waited for.
            runtime.shutdown_background();
        }
    }
}

async fn answer(State(shared): State<Arc<Shared>>, asked: Uri) -> Response {
    let path = asked.path();
    lock(&shared.asked).push(path.to_owned());
    let ends_so = |all: &BTreeSet<String>| all.iter().any(|ending| path.ends_with(ending.as_str()));
    let mut held = shared.held.subscribe();
    // The sender is `shared`, and still there.
    let _ = held.wait_for(|held| !ends_so(held)).await;
    let name = path.trim_start_matches('/');
    let name = if name.is_empty() { "index.html" } else { name };
    let mut headers = lock(&shared.headers).clone();
    headers.insert(CONTENT_TYPE, HeaderValue::from_static(kind(name)));
    let moved = lock(&shared.moved).get(name).cloned();
    if let Some(to) = moved.and_then(|to| HeaderValue::from_str(&to).ok()) {
        headers.insert(LOCATION, to);
        return (StatusCode::FOUND, headers).into_response();
    }
    let content = if ends_so(&lock(&shared.missing)) {
        Err(anyhow!("it is lost"))
    } else {
        shared.content(name)
    };
    let spoilt = lock(&shared.spoilt)
        .iter()
        .find_map(|(part, spoilt)| is_meant(path, part).then_some(*spoilt));
    let content = content.map(|mut content| match spoilt {
        None => content,
        Some(Spoilt::Other) => b"something else".to_vec(),
        Some(Spoilt::Page) => {
            headers.insert(CONTENT_TYPE, HeaderValue::from_static("text/html"));
            b"<!DOCTYPE html><title>News</title><p>All the news".to_vec()
        }
        Some(Spoilt::Nothing) => Vec::new(),
        Some(Spoilt::Longer) => {
            // A line, or a section that nobody reads.
            let more: &[u8] = if name.ends_with(".wasm") {
                &[0, 2, 1, b'x']
            } else {
                b"\n"
            };
            content.extend(more);
            content
        }
        Some(Spoilt::Half) => {
            content.truncate(content.len() / 2);
            content
        }
    });
    match content {
        Ok(content) => (headers, content).into_response(),
        Err(_) => (StatusCode::NOT_FOUND, headers, "not here").into_response(),
    }
}

/// Whether a path ends so, or, for what ends with a hyphen, has it in its name.
fn is_meant(path: &str, part: &str) -> bool {
    path.ends_with(part) || (part.ends_with('-') && path.contains(part))
}

impl Shared {
    fn content(&self, name: &str) -> Result<Vec<u8>> {
        if let Some(page) = lock(&self.offered).get(name) {
            return Ok(page.clone().into_bytes());
        }
        let outside = name.split('/').any(|part| part == "..");
        anyhow::ensure!(!outside, "{name} leads out of the folder");
        Ok(std::fs::read(self.folder.join(name))?)
    }
}

fn kind(name: &str) -> &'static str {
    match name.rsplit('.').next() {
        Some("html") => "text/html; charset=utf-8",
        // Many servers say nothing of the letters.
        Some("htm") => "text/html",
        Some("js") => "text/javascript",
        Some("css") => "text/css; charset=utf-8",
        Some("json") => "application/json",
        Some("wasm") => "application/wasm",
        _ => "application/octet-stream",
    }
}

/// A test that has failed while holding a lock has said so already.
fn lock<T>(mutex: &Mutex<T>) -> std::sync::MutexGuard<'_, T> {
    mutex
        .lock()
        .unwrap_or_else(std::sync::PoisonError::into_inner)
}
