// The element itself: when it loads, and what it says where that fails. What it
// does from then on comes with the module (`static/widget`).

import { fragment } from "../common/fragment.js";
import { make } from "../common/make.js";
import { here, nameOf } from "./address.js";
import { NAME, breath, module } from "./files.js";
import { say, translation } from "./language.js";
import { sheet, style } from "./style.js";
import { serve } from "./take-away.js";

const parsed = () =>
  document.readyState === "loading"
    ? new Promise((resolve) => addEventListener("DOMContentLoaded", resolve, { once: true }))
    : undefined;

const emit = (element, type, detail) =>
  element.dispatchEvent(new CustomEvent(type, { detail, bubbles: true, composed: true }));

/** What the module needs of the loader. */
const page = { breath, emit, fragment, here, make, module, nameOf, say, serve, translation };

/** A shadow root in HTML that the parser has not made one of. */
const DECLARED = ":scope > template[shadowrootmode]";

/** The attributes that are properties as well, and what those are called. */
const REFLECTED = "src view parties topics theme loading permalink source-text".split(" ");
const property = (attribute) => attribute.replace("-t", "T");

export class StanceComparison extends HTMLElement {
  static observedAttributes = ["lang", "state", ...REFLECTED];

  /** Where a W3C selector's passage, or a text directive's, stands under an
      element. */
  static async resolve(root, selector) {
    return (await module("passages")).resolve(root, selector);
  }

  #data;
  #shown;
  /** What was set before there was anything to show it. */
  #state;
  /** What was shown before the element was taken out. */
  #gone;
  #turn = 0;
  #go;
  #near;
  #ready;
  #settle;
  /** What is shown, of which document in which language. */
  #same;

  constructor() {
    super();
    this.#renew();
  }

  connectedCallback() {
    // What was set before the element was defined.
    for (const name of ["data", "state", ...REFLECTED.map(property)]) {
      if (!Object.hasOwn(this, name)) continue;
      const value = this[name];
      delete this[name];
      this[name] = value;
    }
    addEventListener("popstate", this.#follow);
    if (!this.#shown) this.#plan();
    // Older browsers leave a shadow root that is written in HTML to scripts.
    Promise.resolve(parsed()).then(() => this.querySelector(DECLARED) && this.#root());
  }

  disconnectedCallback() {
    // A move is a removal and an insertion in one go, and keeps everything.
    queueMicrotask(() => {
      if (this.isConnected) return;
      removeEventListener("popstate", this.#follow);
      this.#clear();
    });
  }

  /** Style sheets stay behind in the document that they were made for. */
  adoptedCallback() {
    if (this.shadowRoot) style(this.shadowRoot).catch(() => {});
  }

  attributeChangedCallback(name, before, now) {
    if (before === now || !this.isConnected) return;
    if (name === "src" || name === "lang") this.#plan();
    else if (name === "loading") now === "eager" && this.#near && this.#go();
    else this.#shown?.changed(name);
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
    return (this.#shown ?? this.#gone)?.state ?? this.#state ?? null;
  }
  set state(state) {
    // Some frameworks set properties where attributes are meant.
    if (typeof state === "string") this.setAttribute("state", state);
    else this.show(state);
  }

  /** Fulfilled with the element when the comparison can be used. */
  get ready() {
    return this.#ready;
  }

  /** Shows a state; fields that are not there stay as they are. */
  show(state) {
    if (this.#shown) this.#shown.show(state);
    else this.#state = { ...this.#state, ...state };
  }

  /** Shows everything, as at first. */
  reset() {
    this.#state = this.#gone = undefined;
    this.#shown?.reset();
  }

  /** The document, with what is shown of it, as a file's text: `json`, `csv`,
      `markdown`, `html` or `jsonld`. */
  async exportAs(format) {
    await this.#ready;
    return this.#shown.exportAs(format);
  }

  /** A picture of what is shown, as a Blob: `svg` or `png`. */
  async picture(format) {
    await this.#ready;
    return this.#shown.picture(format);
  }

  #renew() {
    this.#ready = new Promise((resolve, reject) => (this.#settle = { resolve, reject }));
    this.#ready.catch(() => {}); // a page need not listen
  }

  /** Back, forward or another link. */
  #follow = () => {
    if (this.#shown) this.#shown.follow();
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
    if (now || eager || this.#shown) {
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
      const [{ show, open }, data, language] = await Promise.all([
        module("widget"),
        this.#document(),
        translation(this),
        this.shadowRoot || sheet(document).catch(() => {}), // asked for anew below
      ]);
      if (stale()) return;
      await style(this.#root());
      const same = JSON.stringify([data, language.tag]);
      if (stale() || same === this.#same) return;
      const article = await open(page, data);
      await breath();
      if (stale()) return;
      const before = this.#shown ?? this.#gone;
      const shown = show(this, page, article, data, language, before, this.#state);
      this.#state = undefined;
      await shown.ready;
      if (stale()) {
        shown.destroy();
        return;
      }
      this.#shown = shown;
      this.#same = same;
      this.#gone = undefined;
      shown.replace(this.#state);
      this.#state = undefined;
      this.#settle.resolve(this);
      emit(this, "stance-ready", shown.state);
    } catch (error) {
      const root = this.#root();
      const [words] = await Promise.all([
        translation(this).catch(() => ({})),
        style(root).catch(() => {}),
      ]);
      if (!stale()) this.#fail(root, error, words);
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

  /** The shadow root. What the page has put into the element is seen until
      there is something better. */
  #root() {
    const root = this.shadowRoot ?? this.attachShadow({ mode: "open" });
    const declared = this.querySelector(DECLARED);
    declared?.remove();
    if (declared && !root.querySelector(".mount")) root.replaceChildren(declared.content);
    if (!root.querySelector(".mount, slot")) root.append(make("slot"));
    return root;
  }

  #clear() {
    this.#turn++;
    this.#near?.disconnect();
    this.#near = this.#go = undefined;
    if (!this.#shown) return;
    const { state, link, data } = this.#shown;
    this.#gone = { state, link, data };
    this.#shown.destroy();
    this.#shown = this.#same = undefined;
    this.#renew();
  }

  /** What is there stays; what is not there is explained. */
  #fail(root, error, translated) {
    root.querySelectorAll(".notice, .mount[hidden]").forEach((rest) => rest.remove());
    this.#same = undefined;
    const message = String(error.message ?? error);
    const problems = error.problems ?? [];
    const notice = make("div", { className: "notice" });
    notice.setAttribute("role", "status");
    if (root.querySelector(".mount")) {
      notice.append(make("p", { textContent: say(translated, "notice.still") }));
    } else {
      const src = this.getAttribute("src");
      const link = make("a", { href: src ?? "", textContent: say(translated, "notice.data") });
      const retry = make("button", { type: "button", textContent: say(translated, "notice.retry") });
      retry.onclick = () => this.#plan(true);
      notice.append(
        make("p", { textContent: say(translated, "notice.failed") }),
        make("p", { textContent: message }),
        ...problems.map(({ pointer, message, mend }) =>
          make("p", { textContent: `${pointer || "(document)"}: ${message}. ${mend}.` })),
        make("p", {}, ...(src && /^(http|file)/.test(link.protocol) ? [link, " "] : []), retry),
      );
    }
    root.insertBefore(notice, root.querySelector("slot"));
    if (!this.#shown) {
      this.#settle.reject(error);
      this.#renew();
    }
    emit(this, "stance-error", { message, problems });
  }
}

for (const attribute of REFLECTED) {
  const yes = attribute === "permalink";
  Object.defineProperty(StanceComparison.prototype, property(attribute), {
    configurable: true,
    enumerable: true,
    get() {
      return yes ? this.hasAttribute(attribute) : (this.getAttribute(attribute) ?? "");
    },
    set(value) {
      if (yes) this.toggleAttribute(attribute, !!value);
      else if (value == null) this.removeAttribute(attribute);
      else this.setAttribute(attribute, value);
    },
  });
}
