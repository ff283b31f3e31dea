//! A server for a folder, which remembers what it was asked for, and can lose,
//! spoil or hold back what it has.

use anyhow::{Context, Result};
use std::collections::{BTreeMap, BTreeSet};
use std::io::{BufRead, BufReader, Write};
use std::net::{SocketAddr, TcpListener, TcpStream};
use std::path::{Path, PathBuf};
use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::{Arc, Condvar, Mutex};
use std::thread::JoinHandle;

/// Serves a folder on a free port of this machine until it is dropped.
#[derive(Debug)]
pub struct Server {
    origin: String,
    listener: Arc<Listener>,
    thread: Option<JoinHandle<()>>,
}

struct Listener {
    address: SocketAddr,
    over: AtomicBool,
    folder: PathBuf,
    asked: Mutex<Vec<String>>,
    missing: Mutex<BTreeSet<String>>,
    spoilt: Mutex<BTreeSet<String>>,
    offered: Mutex<BTreeMap<String, String>>,
    moved: Mutex<BTreeMap<String, String>>,
    headers: Mutex<Vec<String>>,
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
        let server =
            TcpListener::bind("127.0.0.1:0").context("no port is free for the test's server")?;
        let address = server.local_addr()?;
        let origin = format!("http://{address}");
        let listener = Arc::new(Listener {
            address,
            over: AtomicBool::new(false),
            folder: folder.to_owned(),
            asked: Mutex::default(),
            missing: Mutex::default(),
            spoilt: Mutex::default(),
            offered: Mutex::default(),
            moved: Mutex::default(),
            headers: Mutex::default(),
            held: Mutex::default(),
            released: Condvar::new(),
        });
        let serving = listener.clone();
        let thread = std::thread::spawn(move || {
            for stream in server.incoming() {
                if serving.over.load(Ordering::Relaxed) {
                    break;
                }
                // Each by itself, so that one which is held back holds back no
                // other.
                let answering = serving.clone();
                std::thread::spawn(move || {
                    // A browser that goes away in the middle is no failure.
                    let _ = stream.and_then(|stream| answering.answer(&stream));
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
    pub fn header(&self, name: &str, value: &str) {
        lock(&self.listener.headers).push(format!("{name}: {value}\r\n"));
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

    /// From now on leads from this page to another address.
    pub fn redirect(&self, name: &str, to: &str) {
        lock(&self.listener.moved).insert(name.to_owned(), to.to_owned());
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
        self.listener.over.store(true, Ordering::Relaxed);
        // For it to look up and see that.
        let _ = TcpStream::connect(self.listener.address);
        if let Some(thread) = self.thread.take() {
            // It only ever answers requests; there is nothing to report.
            let _ = thread.join();
        }
    }
}

impl Listener {
    /// One request a connection: that keeps no thread waiting for a second.
    fn answer(&self, mut stream: &TcpStream) -> std::io::Result<()> {
        let mut lines = BufReader::new(stream).lines();
        let Some(first) = lines.next().transpose()? else {
            return Ok(()); // connected in advance, and not needed
        };
        for line in lines {
            if line?.is_empty() {
                break;
            }
        }
        let asked = first.split(' ').nth(1).unwrap_or("/");
        let path = asked.split(['?', '#']).next().unwrap_or("/").to_owned();
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
        let (mut status, kind, content) = match content {
            Some(_) if is_one_of(&self.spoilt) => ("200 OK", kind(name), b"spoilt".to_vec()),
            Some(content) => ("200 OK", kind(name), content),
            None => ("404 Not Found", "text/plain", b"not here".to_vec()),
        };
        let length = content.len();
        let mut headers = lock(&self.headers).concat();
        if let Some(to) = lock(&self.moved).get(name) {
            status = "302 Found";
            headers.push_str(&format!("Location: {to}\r\n"));
        }
        write!(
            stream,
            "HTTP/1.1 {status}\r\nContent-Type: {kind}\r\nContent-Length: {length}\r\n\
             Connection: close\r\n{headers}\r\n"
        )?;
        stream.write_all(&content)
    }

    /// Returns when the path is not, or no longer, held back.
    fn wait_for(&self, path: &str) {
        let is_held =
            |held: &mut BTreeSet<String>| held.iter().any(|ending| path.ends_with(ending.as_str()));
        let held = self.released.wait_while(lock(&self.held), is_held);
        drop(held.unwrap_or_else(std::sync::PoisonError::into_inner));
    }
}

fn kind(name: &str) -> &'static str {
    match name.rsplit('.').next() {
        Some("html") => "text/html; charset=utf-8",
        Some("js") => "text/javascript; charset=utf-8",
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
