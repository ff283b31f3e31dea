// The page in a frame: shows the comparison that its address names, tells the
// host page its height and what is shown, and shows what the host page asks for.
// (What the two say to each other: `messages.d.ts`.)

import { make } from "../common/make.js";
import { barOf } from "./bar.js";
import { EVENTS } from "./events.js";
import { leadOut } from "./links.js";
import { printed } from "./paper.js";
import { meta, refusal } from "./refusal.js";
import { focusQuietly, seenOf } from "./seen.js";

/** @import {Framed} from "../common/framed.js" */
/** @import {Claimed, FromFrame, FromHost, Told} from "./messages.js" */

const NAME = "stance-comparison";
const ATTRIBUTES = ["src", "built-in", "view", "parties", "topics", "state", "lang", "theme", "heading-level"];
const SANDBOXED = [
  "The page around holds this frame in a sandbox without an origin, so documents are only given to it where their server lets everybody have them.",
  "Its author can write sandbox=\"allow-scripts allow-same-origin\"; or whose document it is, have it sent with “Access-Control-Allow-Origin: *”.",
];
const asked = new URLSearchParams(location.search);

// What is shown.

const isFramed = parent !== window;
const element = /** @type {HTMLElementTagNameMap[NAME] & Framed} */ (document.createElement(NAME));
// The frame is a page of its own, unless the host page counts on.
element.setAttribute("heading-level", "1");
for (const name of ATTRIBUTES) {
  const value = asked.get(name);
  if (value) element.setAttribute(name, value);
}
// The frame itself is what is loaded late.
element.setAttribute("loading", "eager");
const theme = asked.get("theme") ?? "";
const dress = meta("color-scheme");
if (dress && /^(light|dark)$/.test(theme)) dress.content = theme;

// The host page: whoever holds the frame. Its origin is known once it has
// spoken, and may be laid down before, by the parameter `origin`.

/** @param {string} address */
const originOf = (address) => (URL.canParse(address) ? new URL(address).origin : undefined);
const laid = asked.get("origin");
const only = laid === null ? undefined : (originOf(laid) ?? "");
/** @type {string | undefined} */
let host;

/** A page from disk or in a sandbox has no origin that could be named. It is
    answered all the same: it holds the frame, and what it is told is what
    the frame shows.
    @param {FromFrame} message
    @param {string} origin */
const post = (message, origin) => parent.postMessage(message, /^https?:/.test(origin) ? origin : "*");
/** @param {FromFrame} message */
const tell = (message) => host !== undefined && post(message, host);

/** Whether it can be used: the last `stance-ready` or `stance-error`.
    @type {Told | undefined} */
let outcome;

/** Until something is there the host's own height stands. A frame of no height
    counts as not seen, and browsers let nothing grow in what is not seen. */
const tellHeight = () => {
  if (outcome) tell({ standpoint: "height", height: height() });
  lookForBar();
};
const height = () => Math.ceil(document.body.getBoundingClientRect().height);
const lookForBar = barOf();
/** @param {Told} told */
const tellEvent = (told) => tell({ standpoint: "event", ...told });

for (const name of EVENTS) {
  element.addEventListener(name, ({ detail }) => {
    const told = /** @type {Told} */ ({ name, detail });
    if (name === "stance-ready" || name === "stance-error") {
      outcome = told;
      // Now, since a frame out of sight may learn of its new size much later.
      tellHeight();
    }
    tellEvent(told);
  });
}

// What is open lies in the top layer and adds nothing to the height by itself.
const isOpen = () => !!element.shadowRoot?.querySelector(":popover-open");
const lookAround = isFramed ? seenOf(element, isOpen) : undefined;
const opened = () => {
  document.body.classList.toggle("open", isOpen());
  lookAround?.();
  tellHeight();
};

/** The comparison is there. */
const start = async () => {
  const { shadowRoot } = element;
  if (!shadowRoot || !isFramed) return;
  shadowRoot.addEventListener("toggle", opened, true);
  const { article, stances } = JSON.parse(await element.exportAs("json"));
  // Until the page around tells its own address.
  if (article.url && originOf(article.url)) element.place ??= `${article.url.split("#")[0]}#stance__`;
  await isWanted;
  printed(shadowRoot, stances.length, (style, leaf) => tell({ standpoint: "paper", style, leaf }));
};
/** @type {() => void} */
let want;
/** Fulfilled when the page around prints what it is told.
    @type {Promise<void>} */
const isWanted = new Promise((resolve) => (want = resolve));
element.addEventListener("stance-ready", start, { once: true });
if (isFramed) {
  focusQuietly();
  leadOut();
}

/** What is done for each of the page's messages.
    @type {{ [Kind in FromHost["standpoint"]]: (message: Claimed<FromHost>[Kind], origin: string) => void }} */
const ANSWERS = {
  hello(_, origin) {
    const first = host === undefined;
    host = origin;
    document.documentElement.classList.add("followed");
    tell({ standpoint: "heard" });
    tellHeight();
    if (!first || !outcome) return;
    const { state } = element;
    tellEvent(outcome.name === "stance-ready" && state ? { name: outcome.name, detail: state } : outcome);
  },
  around({ place, scheme, prints }, origin) {
    if (prints === true) want();
    if (typeof place === "string" && originOf(place) === origin) element.place = place;
    if (dress && !theme && (scheme === "light" || scheme === "dark")) dress.content = scheme;
  },
  fitted({ height: given }) {
    // A bar would only come up between two heights, and by its width make a third;
    // but one that there is no other way to the rest by has to be seen.
    if (typeof given === "number") document.documentElement.classList.toggle("followed", given >= height() - 1);
    lookForBar();
  },
  show({ state }) {
    if (typeof state !== "object" || state === null) return;
    customElements.whenDefined(NAME).then(() => element.show(state));
  },
  follow({ link }) {
    if (typeof link !== "string") return;
    // No step of its own in the history: the host page has made one.
    location.replace(`#stance${link.includes("=") ? ":" : "__"}${link}`);
    dispatchEvent(new PopStateEvent("popstate"));
  },
};

/** @param {unknown} what
    @returns {what is FromHost["standpoint"]} */
const isKnown = (what) => typeof what === "string" && Object.hasOwn(ANSWERS, what);

addEventListener("message", ({ source, origin, data }) => {
  if (!isFramed || source !== parent) return;
  if (origin !== (host ?? only ?? origin)) return;
  const what = data?.standpoint;
  if (!isKnown(what)) return;
  if (host === undefined && what !== "hello") return;
  ANSWERS[what](data, origin);
});

/** @param {string[]} lines */
const notify = (lines) => {
  const notice = make("div", { className: "notice" }, ...lines.map((textContent) => make("p", { textContent })));
  notice.setAttribute("role", "status");
  document.body.append(notice);
};
const why = refusal(asked.get("src") ?? "");
if (why) {
  notify(why);
  outcome = { name: "stance-error", detail: { message: why.join(" "), problems: [] } };
} else {
  document.body.append(make("main", {}, element));
}
// Without an origin not even this page's own documents are given to it.
if (isFramed && globalThis.origin === "null" && location.protocol !== "file:") {
  element.addEventListener("stance-error", () => notify(SANDBOXED), { once: true });
}
new ResizeObserver(tellHeight).observe(document.body);

// Who is already there need not wait until everything here is loaded. Where
// the browser does not say who that is, they speak first, at `load`.
const likely = only ?? location.ancestorOrigins?.[0] ?? originOf(document.referrer);
if (isFramed && likely && /^https?:/.test(likely)) post({ standpoint: "hello" }, likely);
