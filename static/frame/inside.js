// The page in a frame: shows the comparison that its address names, tells the
// host page its height and what is shown, and shows what the host page asks for.
//
// What the two say to each other is a plain object with the field `standpoint`:
//   from here:      hello | heard | height {height} | event {name, detail}
//   from the host:  hello | show {state} | follow {link}
// Anything else is not for us and is ignored.

import { make } from "../common/make.js";
import { EVENTS } from "./events.js";

const NAME = "stance-comparison";
const ATTRIBUTES = ["src", "view", "parties", "topics", "state", "lang", "theme"];
const asked = new URLSearchParams(location.search);

// Whose words are shown.

const meta = (name) => document.querySelector(`meta[name="${name}"]`);
const named = meta("standpoint-origins")?.content.split(/\s+/) ?? [];

/** Why a document from there is not shown; nothing where it is. */
const refusal = (address) => {
  const { protocol, origin } = URL.canParse(address, document.baseURI)
    ? new URL(address, document.baseURI)
    : {};
  if (protocol === "file:" && location.protocol === "file:") return;
  if (!/^https?:$/.test(protocol)) {
    return [`“${address}” is no address of a document.`, "It must begin with https:// or http://, or lead on from this page's own."];
  }
  if (origin === location.origin || named.includes(origin)) return;
  return [
    `This page shows no documents of ${origin}.`,
    "What stands here stands under this site's name, so only its own documents are shown, and those of the origins that it names.",
    `Who runs this site can allow it in frame.html: <meta name="standpoint-origins" content="${origin}">`,
  ];
};

// An address of ours may lead on to somebody else's.
const { fetch } = globalThis;
globalThis.fetch = async (...request) => {
  const response = await fetch(...request);
  const why = response.redirected && refusal(response.url);
  if (why) throw new Error(why.join(" "));
  return response;
};

// What is shown.

const element = document.createElement(NAME);
for (const name of ATTRIBUTES) {
  if (asked.get(name)) element.setAttribute(name, asked.get(name));
}
// The frame itself is what is loaded late.
element.setAttribute("loading", "eager");
if (/^(light|dark)$/.test(asked.get("theme"))) meta("color-scheme").content = asked.get("theme");

// The host page: whoever holds the frame. Its origin is known once it has
// spoken, and may be laid down before, by the parameter `origin`.

const originOf = (address) => (URL.canParse(address) ? new URL(address).origin : undefined);
const only = asked.has("origin") ? (originOf(asked.get("origin")) ?? "") : undefined;
let host;

/** A page from disk or in a sandbox has no origin that could be named. It is
    answered all the same: it holds the frame, and what it is told is what
    the frame shows. */
const post = (message, origin) => parent.postMessage(message, /^https?:/.test(origin) ? origin : "*");
const tell = (message) => host !== undefined && post(message, host);

/** Whether it can be used: the last `stance-ready` or `stance-error`. */
let outcome;

/** Until something is there the host's own height stands. A frame of no height
    counts as not seen, and browsers let nothing grow in what is not seen. */
const tellHeight = () =>
  outcome &&
  tell({ standpoint: "height", height: Math.ceil(document.body.getBoundingClientRect().height) });
const tellEvent = (name, detail) => tell({ standpoint: "event", name, detail });

for (const name of EVENTS) {
  element.addEventListener(name, ({ detail }) => {
    if (name === "stance-ready" || name === "stance-error") {
      outcome = { name, detail };
      // Now, since a frame out of sight may learn of its new size much later.
      tellHeight();
    }
    tellEvent(name, detail);
  });
}

// What is open lies in the top layer and adds nothing to the height by itself.
const opened = ({ currentTarget: root }) => {
  document.body.classList.toggle("open", root.querySelector(":popover-open") !== null);
  tellHeight();
};
const watch = () => element.shadowRoot.addEventListener("toggle", opened, true);
element.addEventListener("stance-ready", watch, { once: true });

const ANSWERS = {
  hello(_, origin) {
    const first = host === undefined;
    host = origin;
    document.documentElement.classList.add("followed");
    tell({ standpoint: "heard" });
    tellHeight();
    if (!first || !outcome) return;
    const { name, detail } = outcome;
    tellEvent(name, name === "stance-ready" ? element.state : detail);
  },
  show({ state }) {
    if (typeof state !== "object" || state === null) return;
    customElements.whenDefined(NAME).then(() => element.show(state));
  },
  follow({ link }) {
    if (typeof link !== "string") return;
    // No step of its own in the history: the host page has made one.
    location.replace(link ? `#stance:${link}` : "#");
    dispatchEvent(new PopStateEvent("popstate"));
  },
};

addEventListener("message", ({ source, origin, data }) => {
  if (parent === window || source !== parent) return;
  if (origin !== (host ?? only ?? origin)) return;
  const what = data?.standpoint;
  if (typeof what !== "string" || !Object.hasOwn(ANSWERS, what)) return;
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
  document.body.append(element);
}
new ResizeObserver(tellHeight).observe(document.body);

// Who is already there need not wait until everything here is loaded. Where
// the browser does not say who that is, they speak first, at `load`.
const likely = only ?? location.ancestorOrigins?.[0] ?? originOf(document.referrer);
if (parent !== window && /^https?:/.test(likely)) post({ standpoint: "hello" }, likely);
