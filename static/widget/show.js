// A comparison in its element: how it takes the place of what stood there, and
// what the element does once there is one.

import { addressOf } from "./address.js";
import { glue } from "./glue.js";
import { handledIn, isHandled, standing } from "./handled.js";

/** Whether two documents are about one article: what the reader has chosen in
    the first then holds for the second. */
const sameArticle = (one, other) =>
  one?.article?.url === other?.article?.url && one?.article?.headline === other?.article?.headline;

/** The attributes that say what is shown, one field of the state each. */
const SAID = ["view", "parties", "topics"];

/** Renders an article into the element's shadow root, hidden beside what stands
    there: the one of the document `data`. `page` is what the loader lends,
    `before` what was shown until now or until the element was taken out, and
    `asked` what the page has asked for by script. */
export const show = (element, page, article, data, { tag, texts }, before, asked) => {
  const root = element.shadowRoot;
  const { breath, fragment, here, make, module, nameOf, say } = page;
  const said = (name) => element.getAttribute(name);
  const whole = () => data ?? comparison.data;
  /** What an attribute says; everything where it says nothing. */
  const meant = (name) => {
    const text = said(name);
    if (name === "view") return text || "matrix";
    if (text) return text.split(/[\s,]+/).filter(Boolean);
    return whole()[name === "topics" ? name : "organizations"].map(({ id }) => id);
  };
  const kept = before && sameArticle(before.data, data) ? before.link : undefined;
  const link = kept ?? (before ? undefined : fragment().get(nameOf(element)));
  const made = SAID.map(said);
  const mount = make("div", { className: "mount", hidden: true });
  let address;
  let isReady;
  const ready = new Promise((resolve) => (isReady = resolve));

  /** Piece by piece, so that the page answers its reader in between. */
  const build = async () => {
    do await breath();
    while (comparison.build());
    const old = standing(root);
    // Then it must be the same, evidence and all, for that to be found again.
    if (old && isHandled(root, old)) {
      comparison.unroll();
      await breath();
    }
    isReady();
  };

  /** Marks the passages in the page's text, if the page has named it. */
  let guide;
  let accompanied = 0;
  const accompany = async () => {
    const turn = ++accompanied;
    guide?.destroy();
    guide = undefined;
    const selector = said("source-text");
    if (!selector) return comparison.find({});
    try {
      const passages = await module("passages");
      await breath();
      if (turn !== accompanied) return;
      guide = passages.guide(element, comparison, selector, whole(), (key) => say({ texts }, key));
    } catch (error) {
      // The comparison is all there; only the way to the passages is not.
      console.warn(error.message);
      comparison.find({});
    }
  };

  /** On paper everything is unrolled. */
  const print = () => comparison.unroll();
  const printing = matchMedia("print");

  const heard = (what, detail) => {
    if (what === "ready") {
      build();
    } else if (!address) {
      // Not shown yet.
    } else if (what === "change") {
      address.write();
      page.emit(element, "stance-change", detail);
    } else if (what === "evidence") {
      page.emit(element, "stance-evidence", { open: detail });
    } else if (what === "passage") {
      guide?.show(detail);
    } else {
      page.serve(element, comparison, data, what, detail);
    }
  };

  root.append(mount);
  const comparison = glue.mount(
    mount,
    article,
    {
      ...Object.fromEntries(SAID.filter(said).map((name) => [name, meant(name)])),
      ...(kept === undefined && asked),
    },
    link ?? said("state") ?? undefined,
    `${here()}#${nameOf(element)}:`,
    tag,
    texts,
    heard,
  );

  return {
    /** The document; none for the built-in one. */
    data,
    /** Fulfilled when it can be shown. */
    ready,

    /** What is shown, as a plain object. */
    get state() {
      return comparison.state;
    },

    /** The same as the parameters of a link. */
    get link() {
      return comparison.link;
    },

    /** Comes where the old one was, with what the reader had open; `since` is
        what the page has asked for in the meantime. */
    replace(since) {
      const old = standing(root);
      const give = old && handledIn(root, old);
      mount.hidden = false;
      // Laid out before the old one goes: WebKit takes the page for shorter in
      // between, and scrolls it.
      if (old) mount.offsetTop;
      before?.destroy?.();
      root.querySelectorAll(".notice, slot").forEach((rest) => rest.remove());
      old?.remove();
      address = addressOf(element, page, comparison);
      addEventListener("beforeprint", print);
      printing.addEventListener("change", print);
      accompany();
      SAID.forEach((name, at) => made[at] !== said(name) && this.changed(name));
      if (kept !== undefined) since = { ...asked, ...since };
      if (since) comparison.show(since);
      give?.(mount);
      // A fragment that names no element of the page does not bring it here.
      if (link !== undefined && !before && !returned()) element.scrollIntoView();
    },

    destroy() {
      accompanied++;
      guide?.destroy();
      removeEventListener("beforeprint", print);
      printing.removeEventListener("change", print);
      comparison.destroy();
      mount.remove();
    },

    show(state) {
      comparison.show(state);
    },

    reset() {
      comparison.reset();
    },

    /** The page's address has changed. */
    follow() {
      address.follow();
    },

    /** An attribute has changed. */
    changed(name) {
      if (name === "state") comparison.follow(said(name) ?? undefined);
      else if (name === "permalink") address.write();
      else if (name === "source-text") accompany();
      else if (SAID.includes(name)) comparison.show({ [name]: meant(name) });
    },

    async exportAs(format) {
      if (format === "json") return `${JSON.stringify(whole(), null, 2)}\n`;
      const { exportAs } = await module("export");
      return exportAs(format, whole(), comparison.state, tag, texts);
    },

    async picture(format) {
      const { article } = whole();
      const { draw } = await module("export");
      const address = location.protocol === "file:" ? undefined : here();
      return draw(element, format, [article.publisher, article.url ?? address].filter(Boolean));
    },
  };
};
