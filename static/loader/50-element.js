// The element itself.

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
  static observedAttributes = ["src", "view", "parties", "topics", "lang", "state"];

  #data;
  #comparison;
  #mount;
  #state;
  #turn = 0;
  #go;
  #near;
  #ready;
  #settle;
  #address;
  /** What was shown before it was taken out, or spoke another language. */
  #kept;
  /** The document, where it has no address. */
  #own;

  constructor() {
    super();
    this.#renew();
  }

  connectedCallback() {
    this.#adopt("data");
    addEventListener("popstate", this.#follow);
    if (!this.#comparison) this.#plan();
  }

  disconnectedCallback() {
    // A move is a removal and an insertion in one go, and keeps everything.
    queueMicrotask(() => {
      if (this.isConnected) return;
      removeEventListener("popstate", this.#follow);
      this.#clear();
    });
  }

  attributeChangedCallback(name, before, now) {
    if (before === now || !this.isConnected) return;
    if (name === "lang") this.#kept = this.#comparison?.link ?? this.#kept;
    if (name === "src" || name === "lang") this.#plan();
    else if (name === "state") this.#comparison?.follow(now ?? undefined);
    else this.#comparison?.show(this.#said());
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
    this.#state = this.#kept = undefined;
    this.#comparison?.reset();
  }

  /** The document, with what is shown of it, as a file's text: `json`, `csv`,
      `markdown`, `html` or `jsonld`. */
  async exportAs(format) {
    await this.#ready;
    const data = this.#own ?? this.#comparison.data;
    if (format === "json") return `${JSON.stringify(data, null, 2)}\n`;
    const [{ exportAs }, { tag, texts }] = await Promise.all([module("export"), translation(this)]);
    return exportAs(format, data, this.state, tag, texts);
  }

  /** A picture of what is shown, as a Blob: `svg` or `png`. */
  async picture(format) {
    await this.#ready;
    const { article } = this.#own ?? this.#comparison.data;
    const { draw } = await module("export");
    const page = location.protocol === "file:" ? undefined : here();
    return draw(this, format, [article.publisher, article.url ?? page].filter(Boolean));
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

  /** Back, forward or another link. */
  #follow = () => {
    if (this.#comparison) this.#address.follow();
    else if (fragment().has(nameOf(this))) this.#go?.();
  };

  /** Loads once for all changes of one turn, when the element is near or `now`. */
  #plan(now) {
    if (this.#go) return;
    const go = (this.#go = () => {
      if (this.#go !== go) return;
      this.#near?.disconnect();
      this.#near = this.#go = undefined;
      if (this.isConnected) this.#load(++this.#turn);
    });
    // Who came by a link to this comparison has come for it.
    const eager = this.getAttribute("loading") === "eager" || fragment().has(nameOf(this));
    if (now || eager || this.#comparison) {
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
      const [glue, data, { tag, texts }] = await Promise.all([
        module("widget"),
        this.#document(),
        translation(this),
      ]);
      const root = await this.#root();
      if (stale()) return;
      const mount = make("div", { className: "mount", hidden: true });
      root.append(mount);
      const before = this.#take();
      const kept = this.#kept;
      const comparison = glue.mount(
        mount,
        data,
        { ...this.#said(), ...(kept === undefined && this.#state) },
        kept ?? (before.first ? fragment().get(nameOf(this)) : undefined) ?? this.getAttribute("state") ?? undefined,
        `${here()}#${nameOf(this)}:`,
        tag,
        texts,
        (what, detail) => this.#heard(turn, what, detail, before),
      );
      Object.assign(before, { comparison, mount });
      this.#own = data;
      if (before.waiting) this.#swap(before);
    } catch (error) {
      const translated = await translation(this).catch(() => ({}));
      if (!stale()) this.#fail(error, translated);
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
    return {
      first: !this.#mount,
      old: this.#mount ?? this.shadowRoot.querySelector(".mount:not([hidden])"),
    };
  }

  #heard(turn, what, detail, before) {
    if (turn !== this.#turn) return;
    if (what === "ready") {
      before.waiting = true;
      if (before.comparison) this.#swap(before);
    } else if (!before.done) {
      return;
    } else if (what === "change") {
      this.#address.write();
      this.#emit("stance-change", detail);
    } else if (what === "evidence") {
      this.#emit("stance-evidence", { open: detail });
    } else {
      serve(this, before.comparison, this.#own, what, detail);
    }
  }

  /** Puts the new one where the old one was, with what the reader had open. */
  #swap(before) {
    const { first, old, mount, comparison } = before;
    const kept = old && this.#handled(old);
    this.#comparison?.destroy();
    this.shadowRoot.querySelectorAll(".notice").forEach((notice) => notice.remove());
    old?.remove();
    mount.hidden = false;
    this.#comparison = comparison;
    this.#mount = mount;
    before.done = true;
    const byLink = first && this.#kept === undefined && fragment().has(nameOf(this));
    this.#address = new Address(this, comparison);
    this.#kept = this.#state = undefined;
    if (kept) this.#give(kept, mount);
    // A fragment that names no element of the page does not bring it here.
    if (byLink && !returned()) this.scrollIntoView();
    this.#settle.resolve(this);
    this.#emit("stance-ready", comparison.state);
  }

  #handled(old) {
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
    this.#near = this.#go = undefined;
    if (!this.#comparison) return;
    this.#state = this.#comparison.state;
    this.#kept = this.#comparison.link;
    this.#comparison.destroy();
    this.#mount.remove();
    this.#comparison = this.#mount = undefined;
    this.#renew();
  }

  /** What is there stays; what is not there is explained. */
  #fail(error, translated) {
    const root = this.shadowRoot ?? this.attachShadow({ mode: "open" });
    root.querySelectorAll(".notice, .mount[hidden]").forEach((rest) => rest.remove());
    const stands = root.querySelector(".mount");
    const notice = make("div", { className: "notice" });
    notice.setAttribute("role", "status");
    if (stands) {
      notice.append(make("p", { textContent: say(translated, "notice.still") }));
    } else {
      const src = this.getAttribute("src");
      const retry = make("button", { type: "button", textContent: say(translated, "notice.retry") });
      retry.onclick = () => this.#plan(true);
      notice.append(
        make("p", { textContent: say(translated, "notice.failed") }),
        make("p", { textContent: String(error.message ?? error) }),
        ...(error.problems ?? []).map(({ pointer, message, mend }) =>
          make("p", { textContent: `${pointer || "(document)"}: ${message}. ${mend}.` })),
        make("p", {}, ...(src ? [make("a", { href: new URL(src, document.baseURI).href, textContent: say(translated, "notice.data") }), " "] : []), retry),
        make("slot"), // what the page has put into the element for this case
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
