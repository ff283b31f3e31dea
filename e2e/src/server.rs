//! A server for a folder, which remembers what it was asked for, and can lose,
//! spoil or hold back what it has.

use anyhow::{Result, anyhow};
use std::collections::{BTreeMap, BTreeSet};
use std::path::{Path, PathBuf};
use std::sync::{Arc, Condvar, Mutex};
use std::thread::JoinHandle;
use tiny_http::{Header, Request, Response};

/// Serves a folder on a free port of this machine until it is dropped.
#[derive(Debug)]
pub struct Server {
    origin: String,
    listener: Arc<Listener>,
    thread: Option<JoinHandle<()>>,
}

struct Listener {
    server: tiny_http::Server,
    folder: PathBuf,
    asked: Mutex<Vec<String>>,
    missing: Mutex<BTreeSet<String>>,
    spoilt: Mutex<BTreeSet<String>>,
    offered: Mutex<BTreeMap<String, String>>,
    headers: Mutex<Vec<Header>>,
    /// What is not answered until it is released, by how the path ends.
    held: Mutex<BTreeSet<String>>,
    released: Condvar,
}

impl std::fmt::Debug for Listener {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("Listener")
            .field("folder", &self.folder)
            .finish_non_exhaustive()
    }
}

impl Server {
    /// Serves the folder.
    ///
    /// # Errors
    /// When no port is free.
    pub fn start(folder: &Path) -> Result<Self> {
        let server = tiny_http::Server::http("127.0.0.1:0")
            .map_err(|error| anyhow!("no port is free for the test's server: {error}"))?;
        let origin = format!("http://{}", server.server_addr());
        let listener = Arc::new(Listener {
            server,
            folder: folder.to_owned(),
            asked: Mutex::default(),
            missing: Mutex::default(),
            spoilt: Mutex::default(),
            offered: Mutex::default(),
            headers: Mutex::default(),
            held: Mutex::default(),
            released: Condvar::new(),
        });
        let serving = listener.clone();
        let thread = std::thread::spawn(move || {
            for request in serving.server.incoming_requests() {
                // Each by itself, so that one which is held back holds back no
                // other.
                let answering = serving.clone();
                std::thread::spawn(move || {
                    // A browser that goes away in the middle is no failure.
                    let _ = answering.answer(request);
                });
            }
        });
        Ok(Self {
            origin,
            listener,
            thread: Some(thread),
        })
    }

    /// `http://127.0.0.1:port`.
    pub fn origin(&self) -> &str {
        &self.origin
    }

    /// Every path that was asked for, in order.
    pub fn asked(&self) -> Vec<String> {
        lock(&self.listener.asked).clone()
    }

    /// From now on has this page too: a test's own.
    pub fn offer(&self, name: &str, html: &str) {
        lock(&self.listener.offered).insert(name.to_owned(), html.to_owned());
    }

    /// From now on adds this header to every answer.
    ///
    /// # Panics
    /// When it is no header: that is the test's own mistake.
    pub fn header(&self, name: &str, value: &str) {
        let header = Header::from_bytes(name, value)
            .unwrap_or_else(|()| panic!("`{name}: {value}` is no header"));
        lock(&self.listener.headers).push(header);
    }

    /// From now on lets requests for paths that end so wait until
    /// [`release`](Self::release).
    pub fn hold(&self, ending: &str) {
        lock(&self.listener.held).insert(ending.to_owned());
    }

    /// Answers everything that was held back.
    pub fn release(&self) {
        lock(&self.listener.held).clear();
        self.listener.released.notify_all();
    }

    /// From now on answers 404 for paths that end so.
    pub fn lose(&self, ending: &str) {
        lock(&self.listener.missing).insert(ending.to_owned());
    }

    /// From now on answers with something else for paths that end so.
    pub fn spoil(&self, ending: &str) {
        lock(&self.listener.spoilt).insert(ending.to_owned());
    }

    /// Has everything again, as it was.
    pub fn find_all(&self) {
        lock(&self.listener.missing).clear();
        lock(&self.listener.spoilt).clear();
    }
}

impl Drop for Server {
    fn drop(&mut self) {
        self.release();
        self.listener.server.unblock();
        if let Some(thread) = self.thread.take() {
            // It only ever answers requests; there is nothing to report.
            let _ = thread.join();
        }
    }
}

impl Listener {
    fn answer(&self, request: Request) -> std::io::Result<()> {
        let path = request
            .url()
            .split(['?', '#'])
            .next()
            .unwrap_or("/")
            .to_owned();
        lock(&self.asked).push(path.clone());
        self.wait_for(&path);
        let is_one_of = |endings: &Mutex<BTreeSet<String>>| {
            let endings = lock(endings);
            endings.iter().any(|ending| path.ends_with(&**ending))
        };
        let lost = is_one_of(&self.missing);
        let name = path.trim_start_matches('/');
        let name = if name.is_empty() { "index.html" } else { name };
        let outside = name.split('/').any(|part| part == "..");
        let offered = lock(&self.offered).get(name).cloned();
        let content = if lost || outside {
            None
        } else if let Some(page) = offered {
            Some(page.into_bytes())
        } else {
            std::fs::read(self.folder.join(name)).ok()
        };
        let content = content.map(|content| match is_one_of(&self.spoilt) {
            true => b"spoilt".to_vec(),
            false => content,
        });
        let mut response = match content {
            Some(content) => Response::from_data(content).with_header(kind(name)),
            None => Response::from_data("not here").with_status_code(404),
        };
        for header in lock(&self.headers).iter() {
            response.add_header(header.clone());
        }
        request.respond(response)
    }

    /// Returns when the path is not, or no longer, held back.
    fn wait_for(&self, path: &str) {
        let is_held =
            |held: &mut BTreeSet<String>| held.iter().any(|ending| path.ends_with(ending.as_str()));
        let held = self.released.wait_while(lock(&self.held), is_held);
        drop(held.unwrap_or_else(std::sync::PoisonError::into_inner));
    }
}

fn kind(name: &str) -> Header {
    let kind = match name.rsplit('.').next() {
        Some("html") => "text/html; charset=utf-8",
        Some("js") => "text/javascript; charset=utf-8",
        Some("css") => "text/css; charset=utf-8",
        Some("json") => "application/json",
        Some("wasm") => "application/wasm",
        _ => "application/octet-stream",
    };
    Header::from_bytes("Content-Type", kind).expect("these are headers")
}

/// A test that has failed while holding a lock has said so already.
fn lock<T>(mutex: &Mutex<T>) -> std::sync::MutexGuard<'_, T> {
    mutex
        .lock()
        .unwrap_or_else(std::sync::PoisonError::into_inner)
}
