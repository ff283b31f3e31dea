// A comparison in its element: how it takes the place of what stood there, and
// what the element does once there is one.

const words = (text) => text.split(/[\s,]+/).filter(Boolean);

/** Whether two documents are about one article: what the reader has chosen in
    the first then holds for the second. */
const sameArticle = (one, other) =>
  one?.article?.url === other?.article?.url && one?.article?.headline === other?.article?.headline;

/** The attributes that say what is shown, one field of the state each. */
const SAID = ["view", "parties", "topics"];

class Shown {
  /** Fulfilled when it can be shown. */
  ready;
  #resolve;
  #element;
  #page;
  #data;
  #language;
  #comparison;
  #mount;
  #address;
  /** What was shown of the article before. */
  #kept;
  /** What the page has asked for by script. */
  #state;
  /** The attributes that it was made by. */
  #said;

  /** Renders the document into the element's shadow root, hidden beside what
      stands there. `before` was shown until now or until the element was taken
      out; `state` is what the page has asked for by script. */
  constructor(element, page, article, data, language, before, state) {
    this.ready = new Promise((resolve) => (this.#resolve = resolve));
    this.#element = element;
    this.#page = page;
    this.#data = data;
    this.#language = language;
    this.#state = state;
    this.#kept = before && sameArticle(before.data, data) ? before.link : undefined;
    this.#said = SAID.map((name) => element.getAttribute(name));
    const name = page.nameOf(element);
    const said = {};
    for (const name of SAID) if (element.getAttribute(name)) said[name] = this.#asked(name);
    this.#mount = page.make("div", { className: "mount", hidden: true });
    element.shadowRoot.append(this.#mount);
    this.#comparison = wasm_bindgen.mount(
      this.#mount,
      article,
      { ...said, ...(this.#kept === undefined && state) },
      this.#kept ?? (before ? undefined : page.fragment().get(name)) ?? element.getAttribute("state") ?? undefined,
      `${page.here()}#${name}:`,
      language.tag,
      language.texts,
      (what, detail) => this.#heard(what, detail),
    );
  }

  /** Piece by piece, so that the page answers its reader in between. */
  async #build() {
    do await this.#page.breath();
    while (this.#comparison.build());
    this.#resolve();
  }

  /** What is shown, as a plain object. */
  get state() {
    return this.#comparison.state;
  }

  /** The same as the parameters of a link. */
  get link() {
    return this.#comparison.link;
  }

  /** The document; none for the built-in one. */
  get data() {
    return this.#data;
  }

  /** Comes where the old one was, with what the reader had open. */
  replace(before, state) {
    const root = this.#element.shadowRoot;
    const old = root.querySelector(".mount:not([hidden])");
    const handled = old && handledIn(root, old);
    before?.destroy?.();
    root.querySelectorAll(".notice, slot").forEach((rest) => rest.remove());
    old?.remove();
    this.#mount.hidden = false;
    this.#address = new Address(this.#element, this.#page, this.#comparison);
    // What was asked for while it was being made.
    SAID.forEach((name, at) => this.#said[at] !== this.#element.getAttribute(name) && this.changed(name));
    if (this.#kept !== undefined) state = { ...this.#state, ...state };
    if (state) this.show(state);
    if (handled) this.#give(handled);
    const { fragment, nameOf } = this.#page;
    const byLink = !before && fragment().has(nameOf(this.#element));
    // A fragment that names no element of the page does not bring it here.
    if (byLink && !returned()) this.#element.scrollIntoView();
  }

  destroy() {
    this.#comparison.destroy();
    this.#mount.remove();
  }

  show(state) {
    this.#comparison.show(state);
  }

  reset() {
    this.#comparison.reset();
  }

  /** The page's address has changed. */
  follow() {
    this.#address.follow();
  }

  /** An attribute has changed. */
  changed(name) {
    if (name === "state") this.#comparison.follow(this.#element.getAttribute(name) ?? undefined);
    else if (name === "permalink") this.#address.write();
    else if (SAID.includes(name)) this.show({ [name]: this.#asked(name) });
  }

  async exportAs(format) {
    const data = this.#document();
    if (format === "json") return `${JSON.stringify(data, null, 2)}\n`;
    const { exportAs } = await this.#page.module("export");
    return exportAs(format, data, this.state, this.#language.tag, this.#language.texts);
  }

  async picture(format) {
    const { article } = this.#document();
    const { draw } = await this.#page.module("export");
    const page = location.protocol === "file:" ? undefined : this.#page.here();
    return draw(this.#element, format, [article.publisher, article.url ?? page].filter(Boolean));
  }

  #document() {
    return this.#data ?? this.#comparison.data;
  }

  /** What an attribute says; everything where it says nothing. */
  #asked(name) {
    const value = this.#element.getAttribute(name);
    if (name === "view") return value || "matrix";
    const { organizations, topics } = value ? {} : this.#document();
    return value ? words(value) : (name === "topics" ? topics : organizations).map(({ id }) => id);
  }

  #heard(what, detail) {
    if (what === "ready") {
      this.#build();
    } else if (!this.#address) {
      // Not shown yet.
    } else if (what === "change") {
      this.#address.write();
      this.#page.emit(this.#element, "stance-change", detail);
    } else if (what === "evidence") {
      this.#page.emit(this.#element, "stance-evidence", { open: detail });
    } else {
      this.#page.serve(this.#element, this.#comparison, this.#data, what, detail);
    }
  }

  #give({ open, about, focus }) {
    const details = this.#mount.querySelector(".about");
    if (about && details) details.open = true;
    if (open) this.show({ open: open.replace(/^evidence:(.*):/, (_, p) => (p ? `${p}/` : "")) });
    else if (focus >= 0) this.#mount.querySelectorAll("*")[focus]?.focus({ preventScroll: true });
  }
}

/** What the reader has opened in an old one, and where the focus is. */
const handledIn = (root, old) => {
  const active = root.activeElement;
  return {
    open: old.querySelector(".evidence:popover-open")?.id,
    about: old.querySelector(".about")?.open,
    focus: active && old.contains(active) ? [...old.querySelectorAll("*")].indexOf(active) : -1,
  };
};

Object.assign(wasm_bindgen, { Shown });
