// A comparison in its element: how it takes the place of what stood there, and
// what the element does once there is one.

import { messageOf } from "../common/error.js";
import { companionOf } from "./accompany.js";
import { partOf, spelled, worded } from "../common/fragment.js";
import { addressOf, here, nameOf } from "./address.js";
import { aliveOf } from "./alive.js";
import { foreignIn } from "./foreign.js";
import { glue } from "./glue.js";
import { handledIn, openIn, standing } from "./handled.js";
import { left } from "./left.js";
import { pack } from "./pack.js";
import { headlineOf, saidBy } from "./said.js";
import { serve } from "./take-away.js";

/** @import {StanceComparison, StanceDocument, StancePassageNote} from "../api/standpoint.js" */
/** @import {Framed} from "../common/framed.js" */
/** @import {WidgetModule} from "../element/contract.js" */
/** @import {Told} from "./glue.js" */

/** Whether two documents are about one article: what the reader has chosen in
    the first then holds for the second.
    @param {StanceDocument} one
    @param {StanceDocument} other */
const sameArticle = ({ article: one }, { article: other }) =>
  one.url === other.url && one.headline === other.headline;

/** Whether the reader has been here before, and the browser has put the page
    back to where it was. */
const returned = () => {
  const [entry] = performance.getEntriesByType("navigation");
  return /** @type {PerformanceNavigationTiming | undefined} */ (entry)?.type !== "navigate";
};

/** Renders an article into the element's shadow root, hidden beside what stands
    there: the one of the document `data`. `page` is what the loader lends,
    `before` what was shown until now or until the element was taken out, and
    `asked` what the page has asked for by script.
    @type {WidgetModule["show"]} */
export const show = (element, page, article, data, translation, before, asked) => {
  const root = /** @type {ShadowRoot} */ (element.shadowRoot);
  const { make, module } = page;
  const kept = before && sameArticle(before.data, data) ? before.link : undefined;
  const link = kept ?? (before ? undefined : partOf(nameOf(element, page)).link);
  const said = saidBy(element, data);
  const mount = make("div", { className: "mount", hidden: true });
  mount.addEventListener("focusout", left);
  /** @type {ReturnType<typeof addressOf> | undefined} */
  let address;
  /** What was rendered ahead and stood where this is now.
      @type {HTMLElement | undefined} */
  let ahead;
  /** Why it has broken down.
      @type {Error | undefined} */
  let failure;
  /** @type {() => void} */
  let isReady;
  /** @type {(error: unknown) => void} */
  let isBroken;
  /** @type {Promise<void>} */
  const ready = new Promise((resolve) => (isReady = resolve));
  /** @type {Promise<unknown>} */
  const broken = new Promise((resolve) => (isBroken = resolve));

  let isWhole = false;
  /** It takes the place of another when all of it is there, evidence that is open
      and all, so that the reader has in it what was at hand before. Where nothing
      stands yet, the beginning is better than nothing. When what it asks for is
      there, it is told, and looks again: more may have been opened by then.
      @param {Told[0]} what */
  const grown = (what) => {
    const old = standing(root);
    isWhole ||= what === "whole";
    if (isWhole ? !old || !openIn(old).filter(isAwaited).length : what === "begun" && !old) isReady();
  };

  /** Whether evidence is still to come; asks for it.
      @param {{ id: string, name: string }} evidence */
  const isAwaited = ({ id, name }) =>
    !mount.querySelector(`[id="${id}"]`) && comparison.unroll(name);

  /** What a link to this comparison begins with; in a frame that is the affair of the
      page around. */
  const place = () => /** @type {StanceComparison & Framed} */ (element).place ?? `${here()}#${nameOf(element, page)}__`;

  /** What the attribute `state` says. */
  const stated = () => spelled(element.getAttribute("state") ?? "") || undefined;

  /** Says that the link by which the reader has come is not all understood.
      @type {HTMLElement | undefined} */
  let lost;
  const tell = () => {
    lost?.remove();
    const textContent = page.say(translation, "notice.lost");
    lost = make("div", { className: "notice", role: "status" }, make("p", { textContent }));
    mount.before(lost);
    // The link has led to where the comparison began until now.
    lost.scrollIntoView();
  };

  /** On paper everything is unrolled. */
  const print = () => comparison.unroll();
  const printing = matchMedia("print");

  /** @type {(...told: Told) => void} */
  const heard = (what, detail) => {
    if (what === "rendering") {
      foreign.heal();
    } else if (what === "rendered") {
      foreign.giveBack();
    } else if (!address) {
      grown(what); // not shown yet
    } else if (what === "begun" || what === "whole" || what === "unrolled") {
      // What it was waited for stands already.
    } else if (what === "change") {
      note();
      if (!address.write()) lost?.remove();
      page.emit(element, "stance-change", detail);
    } else if (what === "evidence") {
      page.emit(element, "stance-evidence", { open: detail });
    } else if (what === "passage") {
      companion.show(detail);
    } else {
      const said = what === "copy-link" && detail.includes("=") ? worded(detail) : detail;
      serve(page, element, comparison, data, what, said, place());
    }
  };

  /** It has broken down, perhaps before anything else here is there. Where it has not
      been seen yet, what stands there stays.
      @param {unknown} thrown */
  const fell = async (thrown) => {
    failure = new Error(`the comparison has broken down: ${messageOf(thrown)}`, { cause: thrown });
    console.error(failure);
    await undefined;
    leave();
    const shown = !!address;
    if (shown) isBroken(failure);
    else mount.remove();
    if (shown ? mount.isConnected : !standing(root)) {
      const read = await module("widget")
        .then(({ unrolled }) => unrolled(element, page, data, translation))
        .catch(() => ahead);
      if (read && shown) mount.replaceWith(read);
      else if (read && !standing(root)) root.append(read);
    }
    isBroken(failure);
  };

  root.append(mount);
  const foreign = foreignIn(mount);
  const { comparison, note, end } = aliveOf(
    () =>
      glue.mount(
        mount,
        article,
        pack({ ...said.first(), ...(kept === undefined && asked) }),
        link === undefined ? stated() : spelled(link),
        place,
        translation.tag,
        translation.texts,
        false,
        headlineOf(element),
        heard,
      ),
    fell,
  );
  /** @type {import("./glue.js").Spoken} */
  const spoken = {
    get state() {
      return comparison.state;
    },
    show: (state) => comparison.show(pack(state)),
    find(found) {
      const isNew = JSON.stringify(found) !== JSON.stringify(passages);
      passages = found;
      comparison.find(pack(found));
      if (isNew) page.emit(element, "stance-passages", { passages });
    },
  };
  /** Where the passages stand in the page.
      @type {Record<string, StancePassageNote>} */
  let passages = {};
  const companion = companionOf(element, page, spoken, data, translation);

  /** Nothing outside of it is to call it any more. */
  const leave = () => {
    foreign.leave();
    companion.leave();
    removeEventListener("beforeprint", print);
    printing.removeEventListener("change", print);
  };

  return {
    /** The document. */
    data,
    /** Fulfilled when it can be shown. */
    ready: Promise.race([ready, broken.then((error) => Promise.reject(error))]),
    /** Fulfilled with the reason when it has broken down. */
    broken,

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
      if (failure) throw failure;
      const old = standing(root);
      const give = old && handledIn(root, old);
      // Of this document, as far as the page has not given it another.
      if (!before && element.data === undefined) ahead = old ?? undefined;
      mount.hidden = false;
      // Laid out before the old one goes: WebKit takes the page for shorter in
      // between, and scrolls it.
      if (old) mount.offsetTop;
      if (before && "destroy" in before) before.destroy();
      root.querySelectorAll(".notice, slot").forEach((rest) => rest.remove());
      old?.remove();
      note();
      address = addressOf(element, page, comparison, data, tell);
      if (kept === undefined) address.follow(true);
      addEventListener("beforeprint", print);
      printing.addEventListener("change", print);
      companion.look();
      for (const name of said.changed()) this.changed(name);
      if (kept !== undefined) since = { ...asked, ...since };
      if (since) spoken.show(since);
      give?.(mount);
      // A fragment that names no element of the page does not bring it here.
      if (link !== undefined && !before && !returned()) element.scrollIntoView();
    },

    destroy() {
      note();
      leave();
      comparison.destroy();
      end();
      mount.remove();
    },

    show(state) {
      spoken.show(state);
    },

    reset() {
      address?.forget();
      comparison.reset();
    },

    /** The page's address has changed. */
    follow() {
      address?.follow();
    },

    /** An attribute has changed. */
    changed(name) {
      if (name === "state") comparison.follow(stated());
      else if (name === "permalink") address?.write();
      else if (name === "source-text") companion.look();
      else {
        const state = said.now(name);
        if (state) spoken.show(state);
      }
    },

    async exportAs(format) {
      if (format === "json") return `${JSON.stringify(data, null, 2)}\n`;
      const { exportAs } = await module("export");
      return exportAs(format, pack(data), this.state, translation.tag, translation.texts, pack(passages));
    },

    async picture(format) {
      const { article } = data;
      const { draw } = await module("export");
      const [address] = location.protocol === "file:" ? [] : place().split("#");
      const source = [article.publisher, article.url ?? address].filter(Boolean);
      return draw(element, format, /** @type {string[]} */ (source));
    },
  };
};
