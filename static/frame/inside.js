// The page in a frame: shows the comparison that its address names, tells the
// host page its height and what is shown, and shows what the host page asks for.
// (What the two say to each other: `messages.d.ts`.)

import { make } from "../common/make.js";
import { EVENTS } from "./events.js";
import { meta, refusal } from "./refusal.js";

/** @import {Claimed, FromFrame, FromHost, Told} from "./messages.js" */

const NAME = "stance-comparison";
const ATTRIBUTES = ["src", "built-in", "view", "parties", "topics", "state", "lang", "theme", "heading-level"];
const asked = new URLSearchParams(location.search);

// What is shown.

const element = document.createElement(NAME);
// The frame is a page of its own, unless the host page counts on.
element.setAttribute("heading-level", "1");
for (const name of ATTRIBUTES) {
  const value = asked.get(name);
  if (value) element.setAttribute(name, value);
}
// The frame itself is what is loaded late.
element.setAttribute("loading", "eager");
const theme = asked.get("theme") ?? "";
const scheme = meta("color-scheme");
if (scheme && /^(light|dark)$/.test(theme)) scheme.content = theme;

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
const tellHeight = () =>
  outcome &&
  tell({ standpoint: "height", height: Math.ceil(document.body.getBoundingClientRect().height) });
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
const opened = () => {
  const open = element.shadowRoot?.querySelector(":popover-open");
  document.body.classList.toggle("open", open != null);
  tellHeight();
};
const watch = () => element.shadowRoot?.addEventListener("toggle", opened, true);
element.addEventListener("stance-ready", watch, { once: true });

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
  if (parent === window || source !== parent) return;
  if (origin !== (host ?? only ?? origin)) return;
  const what = data?.standpoint;
  if (!isKnown(what)) return;
  if (host === undefined && what !== "hello") return;
  ANSWERS[what](data, origin);
});

const why = refusal(asked.get("src") ?? "");
if (why) {
  const notice = make("div", { className: "notice" }, ...why.map((textContent) => make("p", { textContent })));
  notice.setAttribute("role", "status");
  document.body.append(notice);
  outcome = { name: "stance-error", detail: { message: why.join(" "), problems: [] } };
} else {
  document.body.append(make("main", {}, element));
}
new ResizeObserver(tellHeight).observe(document.body);

// Who is already there need not wait until everything here is loaded. Where
// the browser does not say who that is, they speak first, at `load`.
const likely = only ?? location.ancestorOrigins?.[0] ?? originOf(document.referrer);
if (parent !== window && likely && /^https?:/.test(likely)) post({ standpoint: "hello" }, likely);
