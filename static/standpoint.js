// The loader: defines <stance-comparison> and fetches the rest when an element
// comes near the viewport. A classic script, so that it also runs from file://.
(() => {
  "use strict";
  const NAME = "stance-comparison";
  // Two articles on one page may both bring the loader; the first one stays.
  if (customElements.get(NAME)) return;

  /** The built files' names; the build puts them in. */
  const ASSETS = "@@ASSETS@@";
  const base = new URL(".", document.currentScript?.src || document.baseURI);
  const url = (name) => new URL(name, base).href;

  /** What the build's scripts leave behind, by file name. */
  const files = (globalThis.__standpoint ??= {});

  // Pages may require Trusted Types; only the build's own addresses pass.
  const policy = globalThis.trustedTypes?.createPolicy("standpoint", {
    createScriptURL: (address) => {
      if (address.startsWith(base.href)) return address;
      throw new TypeError("not a file of Standpoint");
    },
  });

  const runScript = (name) =>
    new Promise((resolve, reject) => {
      const script = document.createElement("script");
      const address = url(name);
      script.src = policy ? policy.createScriptURL(address) : address;
      script.onload = () => resolve();
      script.onerror = () => {
        script.remove();
        reject(new Error(`${address} could not be loaded`));
      };
      document.head.append(script);
    });

  /** The WebAssembly's bytes, or the request for them. */
  const wasm = async () => {
    // file:// cannot be fetched from, and a standalone page has all inside.
    if (location.protocol === "file:" || files[ASSETS.wasm]) {
      if (!files[ASSETS.wasm]) await runScript(ASSETS.wasmScript);
      return Uint8Array.from(atob(files[ASSETS.wasm]), (c) => c.charCodeAt(0));
    }
    return fetch(url(ASSETS.wasm)).then((response) => {
      if (!response.ok) throw new Error(`${response.url} answered ${response.status}`);
      return response;
    });
  };

  let running;
  /** One module for all elements; after a failure the next one tries again. */
  const runtime = () =>
    (running ??= (async () => {
      const bytes = wasm();
      bytes.catch(() => {}); // awaited below, after the glue
      if (!files[ASSETS.glue]) await runScript(ASSETS.glue);
      const glue = files[ASSETS.glue];
      await glue({ module_or_path: await bytes });
      return glue;
    })().catch((error) => {
      running = undefined;
      throw error;
    }));

  const parsed = () =>
    document.readyState === "loading"
      ? new Promise((resolve) => addEventListener("DOMContentLoaded", resolve, { once: true }))
      : undefined;

  const make = (tag, properties, ...children) => {
    const element = Object.assign(document.createElement(tag), properties);
    element.append(...children);
    return element;
  };

  const words = (text) => text.split(/[\s,]+/).filter(Boolean);

  class StanceComparison extends HTMLElement {
    static observedAttributes = ["src", "view", "parties", "topics"];

    #data;
    #comparison;
    #mount;
    #state;
    #turn = 0;
    #due;
    #near;
    #ready;
    #settle;

    constructor() {
      super();
      this.#renew();
    }

    connectedCallback() {
      this.#adopt("data");
      if (!this.#comparison) this.#plan();
    }

    disconnectedCallback() {
      // A move is a removal and an insertion in one go, and keeps everything.
      queueMicrotask(() => {
        if (!this.isConnected) this.#clear();
      });
    }

    attributeChangedCallback(name, before, now) {
      if (before === now || !this.isConnected) return;
      if (name === "src") this.#plan();
      else if (this.#comparison) this.#comparison.show(this.#said());
    }

    /** The document: an object as JSON.parse gives it. */
    get data() {
      return this.#data;
    }
    set data(data) {
      this.#data = data;
      if (this.isConnected) this.#plan();
    }

    /** What is shown: view, parties, topics, versus, open. */
    get state() {
      return this.#comparison ? this.#comparison.state : (this.#state ?? null);
    }
    set state(state) {
      this.show(state);
    }

    /** Fulfilled with the element when the comparison can be used. */
    get ready() {
      return this.#ready;
    }

    /** Shows a state; fields that are not there stay as they are. */
    show(state) {
      if (this.#comparison) this.#comparison.show(state);
      else this.#state = { ...this.#state, ...state };
    }

    /** Shows everything, as at first. */
    reset() {
      this.#state = undefined;
      this.#comparison?.reset();
    }

    #renew() {
      this.#ready = new Promise((resolve, reject) => (this.#settle = { resolve, reject }));
      this.#ready.catch(() => {}); // a page need not listen
    }

    /** Takes over what was set before the element was defined. */
    #adopt(name) {
      if (!Object.hasOwn(this, name)) return;
      const value = this[name];
      delete this[name];
      this[name] = value;
    }

    /** Loads once for all changes of one turn, when the element is near or `now`. */
    #plan(now) {
      if (this.#due) return;
      this.#due = true;
      const go = () => {
        this.#near?.disconnect();
        this.#near = undefined;
        this.#due = false;
        if (this.isConnected) this.#load(++this.#turn);
      };
      if (now || this.getAttribute("loading") === "eager" || this.#comparison) {
        queueMicrotask(go);
        return;
      }
      this.#near = new IntersectionObserver(
        (entries) => entries.some((entry) => entry.isIntersecting) && go(),
        { rootMargin: "600px" },
      );
      this.#near.observe(this);
    }

    async #load(turn) {
      const stale = () => turn !== this.#turn || !this.isConnected;
      try {
        const [glue, data] = await Promise.all([runtime(), this.#document()]);
        const root = await this.#root();
        if (stale()) return;
        const mount = make("div", { className: "mount", hidden: true });
        root.append(mount);
        const before = this.#take();
        const comparison = glue.mount(
          mount,
          data,
          { ...this.#said(), ...this.#state },
          (what, detail) => this.#heard(turn, what, detail, before),
        );
        Object.assign(before, { comparison, mount });
        if (before.waiting) this.#swap(before);
      } catch (error) {
        if (!stale()) this.#fail(error);
      }
    }

    /** The document that the element names; none for the built-in one. */
    async #document() {
      if (this.#data !== undefined) return JSON.parse(JSON.stringify(this.#data));
      const src = this.getAttribute("src");
      if (src) {
        const response = await fetch(new URL(src, document.baseURI));
        if (!response.ok) throw new Error(`${response.url} answered ${response.status}`);
        return response.json();
      }
      await parsed();
      const script = this.querySelector(':scope > script[type="application/json"]');
      return script ? JSON.parse(script.textContent) : undefined;
    }

    /** The shadow root with its style, which stands before anything is shown. */
    async #root() {
      const root = this.shadowRoot ?? this.attachShadow({ mode: "open" });
      if (root.querySelector("style, link")) return root;
      const css = files[ASSETS.css];
      if (css) {
        root.prepend(make("style", { textContent: css }));
        return root;
      }
      const link = make("link", { rel: "stylesheet", href: url(ASSETS.css) });
      const loaded = new Promise((resolve, reject) => {
        link.onload = resolve;
        link.onerror = () => {
          link.remove();
          reject(new Error(`${link.href} could not be loaded`));
        };
      });
      root.prepend(link);
      await loaded;
      return root;
    }

    /** What the attributes say of the state. */
    #said() {
      const said = {};
      const view = this.getAttribute("view");
      if (view) said.view = view;
      for (const name of ["parties", "topics"]) {
        const list = this.getAttribute(name);
        if (list) said[name] = words(list);
      }
      return said;
    }

    /** What stood here before: prerendered, or the last document's. */
    #take() {
      return { old: this.#mount ?? this.shadowRoot.querySelector(".mount:not([hidden])") };
    }

    #heard(turn, what, detail, before) {
      if (turn !== this.#turn) return;
      if (what === "ready") {
        before.waiting = true;
        if (before.comparison) this.#swap(before);
      } else if (before.done) {
        this.#emit(what === "change" ? "stance-change" : "stance-evidence",
          what === "change" ? detail : { open: detail });
      }
    }

    /** Puts the new one where the old one was, with what the reader had open. */
    #swap(before) {
      const { old, mount, comparison } = before;
      const kept = old && this.#kept(old);
      this.#comparison?.destroy();
      this.shadowRoot.querySelectorAll(".notice").forEach((notice) => notice.remove());
      old?.remove();
      mount.hidden = false;
      this.#comparison = comparison;
      this.#mount = mount;
      before.done = true;
      if (kept) this.#give(kept, mount);
      this.#settle.resolve(this);
      this.#emit("stance-ready", comparison.state);
    }

    #kept(old) {
      const active = this.shadowRoot.activeElement;
      const all = [...old.querySelectorAll("*")];
      return {
        open: old.querySelector(".evidence:popover-open")?.id,
        about: old.querySelector(".about")?.open,
        focus: active && old.contains(active) ? all.indexOf(active) : -1,
      };
    }

    #give({ open, about, focus }, mount) {
      const details = mount.querySelector(".about");
      if (about && details) details.open = true;
      if (open) this.#comparison.show({ open: open.replace(/^evidence:(.*):/, (_, p) => (p ? `${p}/` : "")) });
      else if (focus >= 0) mount.querySelectorAll("*")[focus]?.focus({ preventScroll: true });
    }

    #clear() {
      this.#turn++;
      this.#near?.disconnect();
      this.#near = undefined;
      this.#due = false;
      if (!this.#comparison) return;
      this.#state = this.#comparison.state;
      this.#comparison.destroy();
      this.#mount.remove();
      this.#comparison = this.#mount = undefined;
      this.#renew();
    }

    /** What is there stays; what is not there is explained. */
    #fail(error) {
      const root = this.shadowRoot ?? this.attachShadow({ mode: "open" });
      root.querySelectorAll(".notice, .mount[hidden]").forEach((rest) => rest.remove());
      const stands = root.querySelector(".mount");
      const notice = make("div", { className: "notice" });
      notice.setAttribute("role", "status");
      if (stands) {
        notice.append(make("p", { textContent: "The interactive comparison could not be loaded." }));
      } else {
        const src = this.getAttribute("src");
        const retry = make("button", { type: "button", textContent: "Try again" });
        retry.onclick = () => this.#plan(true);
        notice.append(
          make("p", { textContent: "The comparison could not be loaded." }),
          make("p", { textContent: String(error.message ?? error) }),
          ...(error.problems ?? []).map(({ pointer, message, mend }) =>
            make("p", { textContent: `${pointer || "(document)"}: ${message}. ${mend}.` })),
          make("p", {}, ...(src ? [make("a", { href: new URL(src, document.baseURI).href, textContent: "The data" }), " "] : []), retry),
        );
      }
      root.append(notice);
      this.#settle.reject(error);
      this.#renew();
      this.#emit("stance-error", { message: String(error.message ?? error), problems: error.problems ?? [] });
    }

    #emit(type, detail) {
      this.dispatchEvent(new CustomEvent(type, { detail, bubbles: true, composed: true }));
    }
  }

  customElements.define(NAME, StanceComparison);
})();
