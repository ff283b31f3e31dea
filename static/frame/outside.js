// For a page that holds comparisons in frames: gives each frame the height of
// what it shows, and passes on what is shown, both ways. The other side is
// `inside.js`; what the two say to each other, `messages.d.ts`.
//
// A frame is served whose address is that of `frame.html` beside this script,
// or that is marked with `data-standpoint`; also one that is added later.

import { nameAmong, partOf, way } from "../common/fragment.js";
import { EVENTS } from "./events.js";

/** @import {StanceState} from "../api/standpoint.js" */
/** @import {FromHost} from "./messages.js" */

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

/** @param {HTMLIFrameElement} frame */
const isFile = (frame) => frame.src.startsWith("file:");
/** Whether that is the frame's origin. A file has none; browsers write that
    in two ways.
    @param {HTMLIFrameElement} frame
    @param {string} origin */
const isOf = (frame, origin) =>
  isFile(frame) ? /^(null|file:\/\/)$/.test(origin) : origin === new URL(frame.src).origin;

/** What is known of each frame: whether it has answered, what it is to be
    told when it does, the link it was last told to follow.
    @typedef {{ heard: boolean, waiting: FromHost[], link: string | undefined }} Known
    @type {WeakMap<HTMLIFrameElement, Known>} */
const known = new WeakMap();
/** @param {HTMLIFrameElement} frame */
const about = (frame) => {
  let state = known.get(frame);
  if (!state) known.set(frame, (state = { heard: false, waiting: [], link: undefined }));
  return state;
};

/** @param {HTMLIFrameElement} frame
    @param {FromHost} message */
const post = (frame, message) => {
  // What has no origin cannot be named.
  const target = isFile(frame) ? "*" : new URL(frame.src).origin;
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

/** What the frame shows is as high as that.
    @param {HTMLIFrameElement} frame
    @param {unknown} height */
const fit = (frame, height) => {
  if (typeof height !== "number" || !(height >= 1 && height <= HIGHEST)) return;
  const style = getComputedStyle(frame);
  const { borderTopWidth, borderBottomWidth, paddingTop, paddingBottom } = style;
  const around = [borderTopWidth, borderBottomWidth, paddingTop, paddingBottom]
    .map(parseFloat)
    .reduce((sum, width) => sum + width, 0);
  frame.style.height = `${height + (style.boxSizing === "border-box" ? around : 0)}px`;
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
  else if (what === "event" && EVENTS.includes(data.name)) {
    frame.dispatchEvent(new CustomEvent(data.name, { detail: data.detail, bubbles: true }));
  } else if (what === "heard") {
    const state = about(frame);
    state.heard = true;
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
};

// A page may bring this twice; the first one serves.
const HERE = Symbol.for("standpoint-frame");
const page = /** @type {Document & { [HERE]?: boolean }} */ (document);
if (!page[HERE]) {
  page[HERE] = true;
  addEventListener("message", hear);
  document.addEventListener("stance-show", show, true);
  addEventListener("popstate", follow);
  // It does not bubble, but it comes down through the page, also to frames
  // that are added later.
  document.addEventListener("load", ({ target }) => isServed(target) && greet(target), true);
  if (document.readyState === "loading") addEventListener("DOMContentLoaded", start, { once: true });
  else start();
}
