//! WordPress as Debian has it, with its database and PHP's own server, in a folder of
//! the test's own.

use crate::browser::{Process, Session, free_port, program, wait_until_open};
use crate::page::Page;
use crate::{dist, root};
use anyhow::{Context, Result, bail, ensure};
use serde_json::{Value, json};
use std::fs;
use std::os::unix::net::UnixStream;
use std::os::unix::process::CommandExt;
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};
use std::time::{Duration, Instant};
use tempfile::TempDir;

/// The block of the post that is being edited.
pub const BLOCK: &str = "wp.data.select('core/block-editor').getBlocks()\
                         .find((b) => b.name.startsWith('standpoint/'))";

/// Where it takes a file.
pub const FIELD: &str = ".wp-block-standpoint-comparison input[type=file]";

/// Where the classic editor takes one.
pub const MODAL_FIELD: &str = ".media-modal .moxie-shim input[type=file]";

/// A WordPress that runs until it is dropped: with the plugin of the build, an
/// administrator `admin` and an author `author`, whose passwords are their names.
#[derive(Debug)]
pub struct WordPress {
    origin: String,
    // Dropped in this order.
    _server: Process,
    _database: Process,
    folder: TempDir,
}

impl WordPress {
    /// Starts one.
    ///
    /// # Errors
    /// When something is not installed, or does not start.
    pub async fn start() -> Result<Self> {
        let folder = TempDir::new().context("no folder for WordPress")?;
        let here = |name: &str| folder.path().join(name);
        // In a database without users nobody need log in, and its socket lies in a folder
        // that is nobody else's. Tables of users take longer to make than all the rest.
        fs::create_dir(here("database"))?;
        fs::write(here("begin.sql"), "CREATE DATABASE wordpress;\n")?;
        let database = started(
            Command::new(program("STANDPOINT_MARIADB", "/usr/sbin/mariadbd"))
                .args(["--no-defaults", "--user=root", "--skip-grant-tables"])
                .args(["--skip-networking", "--innodb-flush-method=nosync"])
                .arg(format!("--datadir={}", here("database").display()))
                .arg(format!("--init-file={}", here("begin.sql").display()))
                .arg(format!("--pid-file={}", here("database.pid").display()))
                .arg(format!("--socket={}", here("database.socket").display())),
        )?;
        // Copied, for WordPress asks each file where it lies, and a link tells the truth.
        copy(
            &program("STANDPOINT_WORDPRESS", "/usr/share/wordpress"),
            &here("site"),
        )?;
        let origin = format!("http://127.0.0.1:{}", free_port()?);
        let settings = fs::read_to_string(own("wp-config.php"))?;
        fs::write(
            here("site/wp-config.php"),
            settings.replace("@@ORIGIN@@", &origin),
        )?;
        wait_for_socket(&here("database.socket")).await?;
        let archive = here("standpoint.zip");
        fs::copy(dist().join("wordpress/standpoint.zip"), &archive)
            .context("the plugin is missing; run `cargo xtask build`")?;
        let said = output(php().arg(own("set-up.php")).arg(here("site")).arg(&archive))?;
        ensure!(said == "ready", "WordPress is not set up: {said}");
        let (_, address) = origin.split_once("://").unwrap_or_default();
        let server = started(
            php()
                .args(["-S", address, "-t"])
                .arg(here("site"))
                // Its pages ask it for more while they are made.
                .env("PHP_CLI_SERVER_WORKERS", "4"),
        )?;
        let port = address.rsplit(':').next().unwrap_or_default();
        wait_until_open(port.parse()?).await?;
        Ok(Self {
            origin,
            _server: server,
            _database: database,
            folder,
        })
    }

    /// The address of one of its pages.
    pub fn address(&self, path: &str) -> String {
        format!("{}/{path}", self.origin)
    }

    /// The folder that it lies in.
    pub fn site(&self) -> PathBuf {
        self.folder.path().join("site")
    }

    /// A page as it is sent, to somebody who is not logged in.
    ///
    /// # Errors
    /// When it does not come.
    pub fn sent(&self, path: &str) -> Result<String> {
        output(
            php()
                .args(["-r", "echo file_get_contents($argv[1]);"])
                .arg(self.address(path)),
        )
    }

    /// Runs PHP within WordPress, and gives what that prints.
    ///
    /// # Errors
    /// When it cannot be run.
    pub fn run(&self, code: &str) -> Result<String> {
        let code = format!("require '{}/wp-load.php'; {code}", self.site().display());
        output(php().args(["-r", &code]))
    }

    /// Has the classic editor in the place of the block editor.
    ///
    /// # Errors
    /// When that cannot be written.
    pub fn classic(&self) -> Result<()> {
        let folder = self.site().join("wp-content/mu-plugins");
        fs::create_dir_all(&folder)?;
        let name = "classic-editor.php";
        fs::copy(own(name), folder.join(name))?;
        Ok(())
    }

    /// Logs somebody in.
    ///
    /// # Errors
    /// When they are not let in.
    pub async fn log_in<'a>(&self, session: &'a Session, name: &str) -> Result<Page<'a>> {
        let page = Page::at(session, &self.address("wp-login.php")).await?;
        page.run(&format!(
            "document.querySelector('#user_login').value = document.querySelector('#user_pass').value = '{name}';
             document.querySelector('#loginform').submit()"
        ))
        .await?;
        page.settled("document.body?.classList.contains('wp-admin') ?? false")
            .await?;
        Ok(page)
    }

    /// Begins a post in the block editor, with a paragraph and the block.
    ///
    /// # Errors
    /// When the editor does not come.
    pub async fn begin_post(&self, page: &Page<'_>, paragraph: &str) -> Result<()> {
        page.go(&self.address("wp-admin/post-new.php")).await?;
        page.settled("!!window.wp?.blocks?.getBlockType('standpoint/comparison')")
            .await?;
        page.run(&format!(
            "wp.data.dispatch('core/preferences').set('core/edit-post', 'welcomeGuide', false);
             wp.data.dispatch('core/editor').editPost({{ title: 'Ferry' }});
             wp.data.dispatch('core/block-editor').insertBlocks([
                 wp.blocks.createBlock('core/paragraph', {{ content: {} }}),
                 wp.blocks.createBlock('standpoint/comparison')])",
            json!(paragraph)
        ))
        .await?;
        page.settled(&format!("!!document.querySelector('{FIELD}')"))
            .await
    }

    /// What PHP has found wrong in the plugin.
    pub fn complaints(&self) -> Vec<String> {
        let log = fs::read_to_string(self.folder.path().join("complaints")).unwrap_or_default();
        log.lines()
            .filter(|line| line.contains("standpoint"))
            .map(str::to_owned)
            .collect()
    }
}

impl Page<'_> {
    /// Publishes the post that is being edited, and gives its address within the site.
    ///
    /// # Errors
    /// When it is not saved.
    pub async fn publish_post(&self) -> Result<String> {
        self.run(
            "window.published = false;
             wp.data.dispatch('core/editor').editPost({ status: 'publish' });
             wp.data.dispatch('core/editor').savePost().then(() => { window.published = true; })",
        )
        .await?;
        self.settled("window.published && !wp.data.select('core/editor').isEditedPostDirty()")
            .await?;
        let id = "return wp.data.select('core/editor').getCurrentPostId()";
        Ok(format!("?p={}", self.run(id).await?))
    }

    /// Waits for the block to have the table of a document that readers will see.
    ///
    /// # Errors
    /// When it does not come.
    pub async fn has_table(&self) -> Result<()> {
        self.settled(&format!(
            "{BLOCK}.attributes.table.includes('<table')
                 && !document.querySelector('.wp-block-standpoint-comparison .components-notice')"
        ))
        .await
    }

    /// Waits for words in what a selector finds.
    ///
    /// # Errors
    /// When they do not come.
    pub async fn says(&self, selector: &str, words: &str) -> Result<()> {
        self.settled(&format!(
            "document.querySelector('{selector}')?.textContent.includes({}) ?? false",
            json!(words)
        ))
        .await
    }

    /// Uploads a file as the editor does, from its page, and gives what the server answers:
    /// its address, or an error.
    ///
    /// # Errors
    /// When it answers nothing.
    pub async fn send_to_library(&self, name: &str, kind: &str, content: &str) -> Result<Value> {
        let (content, name) = (json!(content), json!(name));
        self.run(&format!(
            "window.sent = undefined; const body = new FormData();
             body.append('file', new File([{content}], {name}, {{ type: '{kind}' }}));
             wp.apiFetch({{ path: '/wp/v2/media', method: 'POST', body }}).then(
                 (answer) => {{ window.sent = answer.source_url }}, (error) => {{ window.sent = error }})"
        ))
        .await?;
        self.settled("window.sent !== undefined").await?;
        self.run("return window.sent").await
    }
}

/// A file of `e2e/wordpress`.
fn own(name: &str) -> PathBuf {
    root().join("e2e/wordpress").join(name)
}

/// PHP, without what it says of WordPress's own age.
fn php() -> Command {
    let mut php = Command::new("php");
    php.args(["-d", "display_errors=0", "-d", "log_errors=0"]);
    php
}

/// A program that goes on, in a group of its own.
fn started(command: &mut Command) -> Result<Process> {
    let name = command.get_program().to_string_lossy().into_owned();
    command
        .process_group(0)
        .stdin(Stdio::null())
        .stdout(Stdio::null())
        .stderr(Stdio::null());
    let child = command.spawn();
    Ok(Process(child.with_context(|| {
        format!("{name} does not start; `cargo xtask setup` installs it")
    })?))
}

fn output(command: &mut Command) -> Result<String> {
    let name = command.get_program().to_string_lossy().into_owned();
    let output = command.stdin(Stdio::null()).output();
    let output = output
        .with_context(|| format!("{name} does not start; `cargo xtask setup` installs it"))?;
    Ok(String::from_utf8_lossy(&output.stdout).into_owned())
}

async fn wait_for_socket(socket: &Path) -> Result<()> {
    let deadline = Instant::now() + Duration::from_secs(60);
    while UnixStream::connect(socket).is_err() {
        if Instant::now() > deadline {
            bail!("the database does not listen at {}", socket.display());
        }
        tokio::time::sleep(Duration::from_millis(20)).await;
    }
    Ok(())
}

/// Copies a folder, and what links in it lead to.
fn copy(from: &Path, to: &Path) -> Result<()> {
    fs::create_dir_all(to)?;
    let missing = || {
        format!(
            "{} is missing; `cargo xtask setup` installs it",
            from.display()
        )
    };
    for entry in from.read_dir().with_context(missing)? {
        let from = entry?.path();
        let to = to.join(from.file_name().unwrap_or_default());
        if from.is_dir() {
            copy(&from, &to)?;
        } else if from.is_file() {
            fs::copy(&from, &to)
                .with_context(|| format!("{} could not be copied", from.display()))?;
        }
    }
    Ok(())
}
