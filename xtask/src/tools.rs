//! The programs that the project uses: which, in which version, what for. This
//! is the one place where versions are pinned (`npm/package.json` names those
//! of npm, `Cargo.lock` those of the libraries). How they come to the machine is
//! in `install.rs`, `debian.rs` and `npm.rs`.

/// A program from crates.io.
pub(crate) struct Tool {
    /// The crate.
    pub(crate) name: &'static str,
    /// Its version.
    pub(crate) version: &'static str,
    /// The program whose presence shows that it is installed.
    pub(crate) program: &'static str,
    /// What it is for.
    pub(crate) purpose: &'static str,
    /// What `cargo install` compiles of it.
    pub(crate) parts: &'static [&'static str],
    /// The crates in it that do its work. All others are compiled without
    /// optimising, which takes half of the time and is hardly missed.
    pub(crate) optimised: &'static [&'static str],
}

pub(crate) const TRUNK: Tool = Tool {
    name: "trunk",
    version: "0.21.14",
    program: "trunk",
    purpose: "builds and serves the page (some minutes to compile)",
    // It would download tools, and look for newer ones, by TLS; here they come
    // from `xtask`.
    parts: &["--no-default-features"],
    optimised: &[],
};

/// Must be the version of the crate `wasm-bindgen` in `Cargo.toml`.
pub(crate) const WASM_BINDGEN: Tool = Tool {
    name: "wasm-bindgen-cli",
    version: "0.2.128",
    program: "wasm-bindgen",
    purpose: "writes the JavaScript that goes with the WebAssembly",
    // The tests' driver is on this machine; TLS leads there in no case.
    parts: &[
        "--no-default-features",
        "--bin=wasm-bindgen",
        "--bin=wasm-bindgen-test-runner",
    ],
    // It then takes a second for the widget, otherwise two, and optimised as a
    // whole half of one.
    optimised: &["walrus", "id-arena", "hashbrown"],
};

pub(crate) const GECKODRIVER: Tool = Tool {
    name: "geckodriver",
    version: "0.37.1",
    program: "geckodriver",
    purpose: "drives Firefox in the end-to-end tests",
    parts: &[],
    optimised: &[],
};

pub(crate) const CARGO_FUZZ: Tool = Tool {
    name: "cargo-fuzz",
    version: "0.13.2",
    program: "cargo-fuzz",
    purpose: "runs what must hold on inputs of libFuzzer's",
    parts: &[],
    optimised: &[],
};

pub(crate) const CARGO_DENY: Tool = Tool {
    name: "cargo-deny",
    version: "0.20.2",
    program: "cargo-deny",
    purpose: "holds dependencies against deny.toml (some minutes to compile)",
    // It would look for licences and advisories by TLS of its own.
    parts: &["--no-default-features"],
    optimised: &[],
};

/// What comes from the system's packages. Their versions are the system's: the
/// tests must hold in the browsers that people have.
pub(crate) struct Package {
    /// Its name in Debian.
    pub(crate) debian: &'static str,
    /// Any of these on PATH will do in its place; with none given, only the
    /// package itself.
    pub(crate) programs: &'static [&'static str],
}

pub(crate) const CHROMIUM: Package = Package {
    debian: "chromium",
    programs: &["chromium", "chromium-browser", "google-chrome"],
};

pub(crate) const CHROMEDRIVER: Package = Package {
    debian: "chromium-driver",
    programs: &["chromedriver"],
};

pub(crate) const FIREFOX: Package = Package {
    debian: "firefox-esr",
    programs: &["firefox-esr", "firefox"],
};

/// WebKit, for want of Safari.
pub(crate) const WEBKIT: Package = Package {
    debian: "webkit2gtk-driver",
    programs: &["WebKitWebDriver"],
};

/// The screen that WebKit wants even where there is none.
pub(crate) const SCREEN: Package = Package {
    debian: "xvfb",
    programs: &["Xvfb"],
};

pub(crate) const COMPILER: Package = Package {
    debian: "g++",
    programs: &["c++", "g++", "clang++"],
};

pub(crate) const NODE: Package = Package {
    debian: "nodejs",
    programs: &["node"],
};

pub(crate) const NPM: Package = Package {
    debian: "npm",
    programs: &["npm", "npm.cmd"],
};

/// What the plugin is tried in. It brings a web server that is not used.
pub(crate) const WORDPRESS: [Package; 3] = [
    Package {
        debian: "php-mysql",
        programs: &[],
    },
    Package {
        debian: "wordpress",
        programs: &[],
    },
    Package {
        debian: "wordpress-theme-twentytwentythree",
        programs: &[],
    },
];

pub(crate) const PHP: Package = Package {
    debian: "php-cli",
    programs: &["php"],
};

/// Without the service that `mariadb-server` would start.
pub(crate) const DATABASE: Package = Package {
    debian: "mariadb-server-core",
    programs: &["mariadbd"],
};

/// Node.js as old as this runs what `npm/package.json` names.
pub(crate) const OLDEST_NODE: u32 = 18;

/// Debian's second Rust: compiler, cargo, the library's sources, the linker. For
/// machines whose rustup cannot fetch what browsers need.
pub(crate) const DEBIAN_RUST: [Package; 4] = [
    Package {
        debian: "rustc-web",
        programs: &[],
    },
    Package {
        debian: "cargo-web",
        programs: &[],
    },
    Package {
        debian: "rust-web-src",
        programs: &[],
    },
    Package {
        debian: "lld-22",
        programs: &[],
    },
];

#[cfg(test)]
mod tests {
    use super::WASM_BINDGEN;

    #[test]
    fn the_program_goes_with_the_crate() {
        let manifest = include_str!("../../Cargo.toml");
        let pinned = format!("wasm-bindgen = \"={}\"", WASM_BINDGEN.version);
        assert!(
            manifest.contains(&pinned),
            "Cargo.toml should have {pinned}"
        );
    }
}
