// For a page that holds comparisons in frames: gives each frame the height of
// what it shows, passes on what is shown, both ways, tells what is around the frame,
// and has it printed. The other side is
// `inside.js`; what the two say to each other, `messages.d.ts`.
//
// A frame is served whose address is that of `frame.html` beside this script,
// or that is marked with `data-standpoint`; also one that is added later.

import { nameAmong, partOf, way } from "../common/fragment.js";
import { EVENTS } from "./events.js";
import { lidOf, roomUnder } from "./lid.js";
import { printInstead } from "./print.js";
import { schemeAt, watchScheme } from "./scheme.js";

/** @import {StanceState} from "../api/standpoint.js" */
/** @import {FromHost, Leaf} from "./messages.js" */

const script = /** @type {HTMLScriptElement | null} */ (document.currentScript);
const OURS = new URL("frame.html", script?.src || document.baseURI).href;
/** Higher than any comparison, and low enough to do a page no harm. */
const HIGHEST = 100_000;

/** Whether that is a frame of ours.
    @param {EventTarget | null} frame
    @returns {frame is HTMLIFrameElement} */
const isServed = (frame) =>
  frame instanceof HTMLIFrameElement &&
  (frame.hasAttribute("data-standpoint") || frame.src.split(/[?#]/)[0] === OURS) &&
  /^(https?|file):/.test(frame.src) &&
  URL.canParse(frame.src);
const served = () => [...document.querySelectorAll("iframe")].filter(isServed);

/** Whether a frame has no origin: a file has none, and what is in a sandbox is given
    one only where its author says so.
    @param {HTMLIFrameElement} frame */
const isNobodys = (frame) =>
  frame.src.startsWith("file:") || (frame.hasAttribute("sandbox") && !frame.sandbox.contains("allow-same-origin"));
/** Whether that is the frame's origin; browsers write in two ways that there is none.
    @param {HTMLIFrameElement} frame
    @param {string} origin */
const isOf = (frame, origin) =>
  isNobodys(frame) ? /^(null|file:\/\/)$/.test(origin) : origin === new URL(frame.src).origin;

/** What is known of each frame: whether it has answered, what it is to be
    told when it does, the link it was last told to follow, what it was last told of
    the page around, how high it is to be, what cuts it off, what is printed of it.
    @typedef {{
      heard: boolean, waiting: FromHost[], link?: string | undefined, around?: string,
      height?: number, lid?: HTMLElement | undefined, paper?: { style: string, leaf: Leaf },
    }} Known
    @type {WeakMap<HTMLIFrameElement, Known>} */
const known = new WeakMap();
/** @param {HTMLIFrameElement} frame */
const about = (frame) => {
  let state = known.get(frame);
  if (!state) known.set(frame, (state = { heard: false, waiting: [] }));
  return state;
};

/** @param {HTMLIFrameElement} frame
    @param {FromHost} message */
const post = (frame, message) => {
  // What has no origin cannot be named.
  const target = isNobodys(frame) ? "*" : new URL(frame.src).origin;
  if (target !== "null") frame.contentWindow?.postMessage(message, target);
};
/** Tells a frame something when it can hear.
    @param {HTMLIFrameElement} frame
    @param {FromHost} message */
const tell = (frame, message) => {
  const { heard, waiting } = about(frame);
  if (heard) post(frame, message);
  else waiting.push(message);
};

/** A frame of no room is folded away, and is not held to that. */
const LEAST = 100;

/** What the frame shows is as high as that.
    @param {HTMLIFrameElement} frame
    @param {unknown} height */
const fit = (frame, height) => {
  if (typeof height !== "number" || !(height >= 1 && height <= HIGHEST)) return;
  const state = about(frame);
  state.height = height;
  const style = getComputedStyle(frame);
  const { borderTopWidth, borderBottomWidth, paddingTop, paddingBottom } = style;
  const around = [borderTopWidth, borderBottomWidth, paddingTop, paddingBottom]
    .map(parseFloat)
    .reduce((sum, width) => sum + width, 0);
  /** @param {number} height all of it */
  const give = (height) => {
    frame.style.height = `${height - (style.boxSizing === "border-box" ? 0 : around)}px`;
  };
  give(height + around);
  const lid = lidOf(frame);
  if (lid !== state.lid) {
    if (state.lid) sizes.unobserve(state.lid);
    if (lid) sizes.observe(lid);
    state.lid = lid;
  }
  const room = lid && roomUnder(frame, lid);
  if (room && room >= LEAST) give(room);
  sizes.observe(frame);
  report(frame);
};
/** Tells a frame what it has become of its height: a page's own rules may hold it.
    @param {HTMLIFrameElement} frame */
const report = (frame) => {
  const { paddingTop, paddingBottom } = getComputedStyle(frame);
  const height = frame.clientHeight - parseFloat(paddingTop) - parseFloat(paddingBottom);
  tell(frame, { standpoint: "fitted", height });
};
/** Frames that grow into their height, and what cuts them off. */
const sizes = new ResizeObserver((entries) => {
  for (const { target } of entries) {
    if (target instanceof HTMLIFrameElement) report(target);
    else served().filter((frame) => about(frame).lid === target).forEach((frame) => fit(frame, about(frame).height));
  }
});

/** Tells a frame what is around it, where that is news.
    @param {HTMLIFrameElement} frame */
const tellAround = (frame) => {
  const all = [...document.querySelectorAll("stance-comparison"), ...served()];
  const [address] = location.href.split("#");
  const isNamed = !isNobodys(frame) && /^https?:/.test(location.protocol);
  /** @type {FromHost} */
  const message = {
    standpoint: "around",
    ...(isNamed && { place: `${address}#${nameAmong(frame, all)}__` }),
    scheme: schemeAt(frame),
    prints: isTrusted(frame),
  };
  const state = about(frame);
  const text = JSON.stringify(message);
  if (text === state.around) return;
  state.around = text;
  post(frame, message);
};
const tellAllAround = () => served().filter((frame) => about(frame).heard).forEach(tellAround);

/** Whether what a frame says may stand in this page: where it comes from whom this
    script comes from.
    @param {HTMLIFrameElement} frame */
const isTrusted = (frame) => !isNobodys(frame) && new URL(frame.src).origin === new URL(OURS).origin;

/** What takes away what was printed.
    @type {(() => void)[]} */
let printed = [];
const afterPrint = () => printed.splice(0).forEach((restore) => restore());
const beforePrint = () => {
  afterPrint();
  for (const frame of served()) {
    const { paper, lid } = about(frame);
    // Too late for this time, and there the next.
    frame.loading = "eager";
    if (paper) printed.push(printInstead(frame, lid ?? frame, paper));
  }
};

/** What a frame tells.
    @param {MessageEvent} event */
const hear = ({ source, origin, data }) => {
  const what = data?.standpoint;
  if (typeof what !== "string" || !source) return;
  const frame = served().find((frame) => frame.contentWindow === source);
  if (!frame || !isOf(frame, origin)) return;
  if (what === "hello") post(frame, { standpoint: "hello" });
  else if (what === "height") fit(frame, data.height);
  else if (what === "paper" && isTrusted(frame)) about(frame).paper = data;
  else if (what === "event" && EVENTS.includes(data.name)) {
    tellAround(frame);
    frame.dispatchEvent(new CustomEvent(data.name, { detail: data.detail, bubbles: true }));
  } else if (what === "heard") {
    const state = about(frame);
    state.heard = true;
    delete state.around;
    tellAround(frame);
    state.waiting.splice(0).forEach((message) => post(frame, message));
  }
};

/** What the page shows in a frame: a state as an object, or a link's text.
    @param {Event} event */
const show = (event) => {
  const { target, detail } = /** @type {CustomEvent<string | Partial<StanceState>>} */ (event);
  if (!isServed(target)) return;
  const isLink = typeof detail === "string";
  tell(target, isLink ? { standpoint: "follow", link: detail } : { standpoint: "show", state: detail });
};

// The part of this page's own address that names a frame, as for an element: with
// its `id`, or by its place after the elements.

/** What this page's address says of the frame of that name; before, one without an
    `id` was called as one with a number for it.
    @param {string} name */
const linkTo = (name) => {
  const number = name.match(/^stance_n(\d+)$/)?.[1];
  const { link } = partOf(name);
  return link ?? (number && !document.getElementById(number) ? partOf(`stance-${number}`).link : undefined);
};

const hasMovedOn = way();

const follow = () => {
  const onward = hasMovedOn();
  const frames = served();
  const all = [...document.querySelectorAll("stance-comparison"), ...frames];
  for (const frame of frames) {
    const state = about(frame);
    const link = linkTo(nameAmong(frame, all));
    if (link === undefined && (state.link === undefined || onward)) {
      state.link = undefined;
      continue;
    }
    state.link = link;
    tell(frame, { standpoint: "follow", link: link ?? "" });
    if (link === undefined) continue;
    // Who came by a link to this comparison has come for it.
    frame.loading = "eager";
    const { top, bottom } = frame.getBoundingClientRect();
    if (bottom < 0 || top > innerHeight) frame.scrollIntoView();
  }
};

/** @param {HTMLIFrameElement} frame */
const greet = (frame) => {
  // One that has not begun to load stands on a page of this origin's.
  if (frame.contentDocument?.URL !== "about:blank") post(frame, { standpoint: "hello" });
};

const start = () => {
  served().forEach(greet);
  follow();
  watchScheme(tellAllAround);
};

// A page may bring this twice; the first one serves.
const HERE = Symbol.for("standpoint-frame");
const page = /** @type {Document & { [HERE]?: boolean }} */ (document);
if (!page[HERE]) {
  page[HERE] = true;
  addEventListener("message", hear);
  document.addEventListener("stance-show", show, true);
  addEventListener("popstate", follow);
  addEventListener("popstate", tellAllAround);
  addEventListener("beforeprint", beforePrint);
  addEventListener("afterprint", afterPrint);
  matchMedia("print").addEventListener("change", ({ matches }) => (matches ? beforePrint : afterPrint)());
  // It does not bubble, but it comes down through the page, also to frames
  // that are added later.
  document.addEventListener("load", ({ target }) => isServed(target) && greet(target), true);
  if (document.readyState === "loading") addEventListener("DOMContentLoaded", start, { once: true });
  else start();
}
