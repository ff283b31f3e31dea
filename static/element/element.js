// The element itself: when it loads, and what it says where that fails. What it
// does from then on comes with the module (`static/widget`).

import { messageOf } from "../common/error.js";
import { make } from "../common/make.js";
import { base, breath, builtIn, got, module } from "./files.js";
import { say, translation } from "./language.js";
import { failed, still } from "./notice.js";
import { REFLECTED, property, reflect } from "./reflected.js";
import { sheet, style } from "./style.js";

/** @import {
  StanceDocument, StanceFormat, StancePicture,
  StanceSelector, StanceState,
} from "../api/standpoint.js" */
/** @import {Gone, Page, PassagesModule, Shown} from "./contract.js" */
/** @import {Reflected} from "./reflected.js" */

/** Sets a property anew that was set before the element was defined.
    @param {any} element
    @param {string} name */
const again = (element, name) => {
  if (!Object.hasOwn(element, name)) return;
  const value = element[name];
  delete element[name];
  element[name] = value;
};

/** Who resolves many selectors has the page read once.
    @type {Promise<PassagesModule> | undefined} */
let passages;

const parsed = () =>
  document.readyState === "loading"
    ? new Promise((resolve) => addEventListener("DOMContentLoaded", resolve, { once: true }))
    : undefined;

/** @type {Page["emit"]} */
const emit = (element, type, detail) =>
  element.dispatchEvent(new CustomEvent(type, { detail, bubbles: true, composed: true }));

/** Those that are in the page, in the order in which they came.
    @type {Set<Element>} */
const all = new Set();

/** Whether the reader has come by a link to a comparison of the page. */
const isLinked = () => /stance[-_:%]/.test(location.hash);

/** What the widget needs of the loader.
    @type {Page} */
const page = { all, base, breath, emit, make, module, say };

/** A shadow root in HTML that the parser has not made one of. */
const DECLARED = ":scope > template[shadowrootmode]";

/** The properties that are no attributes' and may be set before the element is
    defined. */
const OWN = /** @type {const} */ (["data", "state"]);

/** Where the properties of attributes are, TypeScript is told; `reflect` puts
    them there. */
const Base = /** @type {new () => HTMLElement & Reflected} */ (HTMLElement);

export class StanceComparison extends Base {
  static observedAttributes = /** @type {const} */ (["lang", "state", ...REFLECTED]);

  /** Where a W3C selector's passage, or a text directive's, stands under an
      element.
      @param {Element} root
      @param {StanceSelector | StanceSelector[] | string} selector */
  static async resolve(root, selector) {
    const asked = (passages ??= module("passages"));
    try {
      return (await asked).resolve(root, selector);
    } catch (error) {
      // Perhaps of an instance that nobody may enter any more.
      if (passages === asked) passages = undefined;
      throw error;
    }
  }

  /** @type {StanceDocument | undefined} */
  #data;
  /** @type {Shown | undefined} */
  #shown;
  /** What was set before there was anything to show it.
      @type {Partial<StanceState> | undefined} */
  #state;
  /** What was shown before the element was taken out.
      @type {Gone | undefined} */
  #gone;
  #turn = 0;
  /** @type {(() => void) | undefined} */
  #go;
  /** @type {IntersectionObserver | undefined} */
  #near;
  /** @type {{ resolve(element: StanceComparison): void, reject(error: unknown): void } | undefined} */
  #settle;
  /** Whether what was waited for has come to nothing. */
  #rejected = false;
  #ready = this.#renew();
  /** What is shown, of which document in which language.
      @type {string | undefined} */
  #same;

  connectedCallback() {
    for (const name of [...OWN, ...REFLECTED.map(property)]) again(this, name);
    all.add(this);
    addEventListener("popstate", this.#follow);
    addEventListener("beforeprint", this.#print);
    if (!this.#shown) this.#plan();
    // Older browsers leave a shadow root that is written in HTML to scripts.
    Promise.resolve(parsed())
      .then(() => this.querySelector(DECLARED) && this.#root())
      .catch(() => {}); // told when it is to be shown
  }

  disconnectedCallback() {
    // A move is a removal and an insertion in one go, and keeps everything.
    queueMicrotask(() => {
      if (this.isConnected) return;
      all.delete(this);
      removeEventListener("popstate", this.#follow);
      removeEventListener("beforeprint", this.#print);
      this.#clear();
    });
  }

  /** Style sheets stay behind in the document that they were made for. */
  adoptedCallback() {
    if (this.shadowRoot) style(this.shadowRoot).catch(() => {});
  }

  /** @param {string} name
      @param {string | null} before
      @param {string | null} now */
  attributeChangedCallback(name, before, now) {
    if (before === now || !this.isConnected) return;
    if (/^(src|lang|built-in|heading-level)$/.test(name)) this.#plan();
    else if (name === "loading") now === "eager" && this.#near && this.#go?.();
    else this.#shown?.changed(name);
  }

  /** The document: an object as JSON.parse gives it.
      @returns {StanceDocument | undefined} */
  get data() {
    return this.#data;
  }
  set data(data) {
    this.#data = data;
    if (this.isConnected) this.#plan();
  }

  /** What is shown: view, parties, topics, versus, open.
      @returns {StanceState | null} */
  get state() {
    const shown = (this.#shown ?? this.#gone)?.state;
    // Until there is something, as much as the page has said.
    return shown ?? /** @type {StanceState | undefined} */ (this.#state) ?? null;
  }
  /** @param {Partial<StanceState> | string} state */
  set state(state) {
    // Some frameworks set properties where attributes are meant.
    if (typeof state === "string") this.setAttribute("state", state);
    else this.show(state);
  }

  /** Fulfilled with the element when the comparison can be used.
      @returns {Promise<this>} */
  get ready() {
    return this.#ready;
  }

  /** Shows a state; fields that are not there stay as they are.
      @param {Partial<StanceState>} state */
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
      `csv-data`, `markdown`, `html` or `jsonld`.
      @param {StanceFormat} format */
  async exportAs(format) {
    return (await this.#usable()).exportAs(format);
  }

  /** A picture of what is shown, as a Blob: `svg` or `png`.
      @param {StancePicture} format */
  async picture(format) {
    return (await this.#usable()).picture(format);
  }

  /** The comparison, when it can be used. */
  async #usable() {
    await this.#ready;
    return /** @type {Shown} */ (this.#shown);
  }

  /** Another promise for who waits.
      @returns {Promise<this>} */
  #renew() {
    this.#rejected = false;
    const ready = new Promise((resolve, reject) => (this.#settle = { resolve, reject }));
    ready.catch(() => {}); // a page need not listen
    return ready;
  }

  /** Back, forward or another link. */
  #follow = () => {
    if (this.#shown) this.#shown.follow();
    else if (isLinked()) this.#go?.();
  };

  /** It is wanted on paper: perhaps there is time enough. */
  #print = () => this.#go?.();

  /** Loads once for all changes of one turn, when the element is near or `now`.
      @param {boolean} [now] */
  #plan(now) {
    if (this.#go) return;
    const go = (this.#go = () => {
      if (this.#go !== go) return;
      this.#near?.disconnect();
      this.#near = this.#go = undefined;
      if (this.isConnected) this.#load(++this.#turn);
    });
    // Who came by a link to this comparison has come for it.
    const eager = this.getAttribute("loading") === "eager" || isLinked();
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

  /** @param {number} turn */
  async #load(turn) {
    const stale = () => turn !== this.#turn || !this.isConnected;
    const again = this.#rejected;
    if (again) this.#ready = this.#renew();
    /** @type {Shown | undefined} */
    let shown;
    try {
      const [{ show, open, within }, named, language] = await Promise.all([
        module("widget"),
        this.#document(again),
        translation(this),
        this.shadowRoot || sheet(document).catch(() => {}), // asked for anew below
      ]);
      const data = named ?? (await within(page, this));
      if (!data) throw new Error(say(language, "notice.none"));
      if (stale()) return;
      await style(this.#root());
      const same = JSON.stringify([data, language.tag, this.headingLevel]);
      if (stale() || same === this.#same) return;
      const article = await open(page, data);
      await breath();
      if (stale()) return;
      const before = this.#shown ?? this.#gone;
      shown = show(this, page, article, data, language, before, this.#state);
      this.#state = undefined;
      await shown.ready;
      if (stale()) {
        shown.destroy();
        return;
      }
      shown.replace(this.#state);
      this.#watch((this.#shown = shown));
      this.#same = same;
      this.#gone = undefined;
      this.#state = undefined;
      this.#settle?.resolve(this);
      emit(this, "stance-ready", shown.state);
    } catch (error) {
      shown?.destroy();
      await this.#fail(error, stale);
    }
  }

  /** Waits for its end, if it breaks down.
      @param {Shown} shown */
  async #watch(shown) {
    const error = await shown.broken;
    if (this.#shown !== shown) return;
    this.#leave();
    await this.#fail(error, () => !!this.#shown || !this.isConnected);
  }

  /** The document that the element names. When it was of no use before, not as the
      browser has kept it.
      @param {boolean} again
      @returns {Promise<StanceDocument | undefined>} */
  async #document(again) {
    if (this.#data !== undefined) return JSON.parse(JSON.stringify(this.#data));
    const src = this.getAttribute("src");
    if (src) {
      const { href } = new URL(src, document.baseURI);
      return got(href, { cache: again ? "reload" : "default" }, (response) => response.json());
    }
    if (this.hasAttribute("built-in")) return builtIn();
    await parsed(); // it may stand within
  }

  /** The shadow root. What the page has put into the element is seen until
      there is something better. */
  #root() {
    const root = this.shadowRoot ?? this.attachShadow({ mode: "open" });
    const declared = /** @type {HTMLTemplateElement | null} */ (this.querySelector(DECLARED));
    declared?.remove();
    if (declared && !root.querySelector(".mount")) root.replaceChildren(declared.content);
    if (!root.querySelector(".mount, slot")) root.append(make("slot", {}));
    return root;
  }

  #clear() {
    this.#turn++;
    this.#near?.disconnect();
    this.#near = this.#go = undefined;
    const shown = this.#shown;
    if (!shown) return;
    this.#leave();
    shown.destroy();
  }

  /** Nothing is shown any more but what may be seen of it. */
  #leave() {
    const { state, link, data } = /** @type {Shown} */ (this.#shown);
    this.#gone = { state, link, data };
    this.#shown = this.#same = undefined;
    this.#ready = this.#renew();
  }

  /** What is there stays; what is not there is explained.
      @param {any} error
      @param {() => boolean} stale */
  async #fail(error, stale) {
    const message = messageOf(error);
    const problems = error?.problems ?? [];
    try {
      const root = this.#root();
      const [words] = await Promise.all([
        translation(this).catch(() => ({ texts: "" })),
        style(root).catch(() => {}),
      ]);
      if (stale()) return;
      root.querySelectorAll(".notice, .mount[hidden]").forEach((rest) => rest.remove());
      const again = () => this.#plan(true);
      const notice = root.querySelector(".mount")
        ? still(words, again)
        : failed(words, message, problems, this.getAttribute("src"), again);
      root.insertBefore(notice, root.querySelector("slot"));
    } catch {
      // It cannot be shown; who waits is told nevertheless.
      if (stale()) return;
    }
    this.#same = undefined;
    if (!this.#shown) {
      this.#settle?.reject(error);
      this.#rejected = true;
    }
    emit(this, "stance-error", { message, problems });
  }
}

reflect(StanceComparison.prototype);
