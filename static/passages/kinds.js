// What an element of a page is to a reader: running text, a mark in it, a copy of
// it, or nothing to read.

/** Passed over within a passage, and read where it is about them: the marks of
    notes; what is there for machines and screen readers only; what is deleted,
    and how a word is read. */
export const NOTE = 1;
export const UNSEEN = 2;
export const GONE = 4;
/** Taken out of the line, to the side or on top of it. */
export const OUTSIDE = 8;
/** Says again what the running text says: within a line, or in a block. */
export const REPEAT = 16;
export const COPY = 32;
/** In the text, folded away. */
export const FOLDED = 64;
/** Not visible, and read nevertheless, since the whole of it can be opened; or not
    visible. Neither makes another reading. */
export const LIFTED = 128;
export const VEILED = 256;

/** Elements whose text is no text of the page's, or none that can be seen. The
    comparison itself is among them: it would quote itself. */
const UNREAD = new Set(
  ("script style noscript template textarea select input iframe object embed audio video canvas " +
    "meter progress svg stance-comparison").split(" "),
);

/** The comparison's class: a page may have given it other names. */
const OURS = customElements.get("stance-comparison");

/** With it a page leaves an element out. */
export const SKIP = "data-standpoint-skip";

/** What stands in a line, whatever a style makes of it. */
const PHRASING = new Set(
  ("a abbr acronym b bdi bdo big button cite code data del dfn em font i img ins kbd label mark " +
    "nobr picture q rb rp rt rtc ruby s samp small span strike strong sub sup time tt u var").split(" "),
);
const DELETED = new Set("del s strike rt rp rtc".split(" "));
const COPIES = new Set("aside nav figcaption caption".split(" "));
const COPYING = new Set(
  ("complementary navigation doc-abstract doc-pullquote doc-tip doc-toc").split(" "),
);

/** Names that pages give to what repeats their text, as parts of a class. */
const part = (/** @type {string} */ names) => new RegExp(`(^|[\\s_-])(${names})($|[\\s_-])`);
const PULLED = part("pull(ed)?[_-]?quotes?|pullquote[a-z]*|quote[_-]pull|pq");
const QUOTED = part("pull(ed)?(?![_-](left|right|start|end))");
const BESIDE = part("captions?|share[a-z]*|sharing|social|tweet|breadcrumbs?|toc");
const BRIEF = part(
  "in-?brief|key-?(points?|facts?|messages?|takeaways?)|take-?aways?|at-?a-?glance|highlights?|" +
    "tl-?dr|summary|in-?short|nutshell",
);

/** How a list begins that says an article in brief. */
const IN_BRIEF = new RegExp(
  "^(in (brief|short|summary)|(the )?(key|main) \\w+|(key )?takeaways|at a glance|highlights|summary|" +
    "tl;?dr|(kurz|das wichtigste|auf einen blick|in kürze|zusammen)|(en bref|en résumé|l.essentiel|ce qu.il faut|" +
    "à retenir|points clés)|(en (breve|resumen)|lo esencial|(las |puntos )?claves?)|(главное|коротко|кратко|" +
    "вкратце)|(головне|стисло)|(باختصار|أبرز|الخلاصة|خلاصة)|(要点|摘要|概要|简而言之|核心))",
  "u",
);

/** Where a link leads that shares a text. */
const SHARING = /\/intent\/|sharer|\/share(Article)?\b|wa\.me\/|whatsapp|reddit\.com\/submit|^mailto:\?/;

/** What marks a note: numbers, signs, or something in brackets; in a link also a
    letter. */
const MARK = /^([[(]?\s*(\d{1,3}([,–-]\s*\d{1,3})*|[*†‡§¶#]{1,3})\s*[\])]?|\[.{1,24}\]|\(\p{L}\))$/u;
const LINKED = /^(\p{L}|[ivx]{1,4}|↩︎?|↑)$/u;
/** What a number is the power of. */
const POWER = /(^|[\s\d])([kcdm]?m|10)$/;

/** @type {Map<string, [copy: boolean, brief: boolean, quote: boolean]>} */
const known = new Map();

/** What a class says.
    @param {string} name */
const named = (name) => {
  let said = known.get(name);
  if (!said) {
    const plain = name.replace(/([a-z])([A-Z])/g, "$1-$2").toLowerCase();
    said = [PULLED.test(plain) || BESIDE.test(plain), BRIEF.test(plain), QUOTED.test(plain)];
    known.set(name, said);
  }
  return said;
};

/** @param {Element} element */
export const isUnread = (element) =>
  UNREAD.has(element.localName) || element.hasAttribute(SKIP) || (!!OURS && element instanceof OURS);

/** @param {Element} element */
export const isPhrasing = (element) => PHRASING.has(element.localName);

/** Whether a list stands under words that say that it says all in brief.
    @param {Element} list */
const isBrief = (list) => {
  const around = list.parentElement;
  const before = list.previousElementSibling ?? around?.previousElementSibling;
  const label = around?.getAttribute("aria-label") ?? before?.textContent;
  const words = (label ?? "").slice(0, 60).trim().toLowerCase();
  return words.length < 40 && IN_BRIEF.test(words);
};

/** Whether an element says again what others say.
    @param {Element} element */
const isCopy = (element) => {
  const { localName } = element;
  if (COPIES.has(localName) || localName === "button") return true;
  if (localName === "ul" || localName === "ol") {
    if (isBrief(element)) return true;
  }
  if (!element.hasAttributes()) return false;
  if (element.getAttribute("aria-hidden") === "true" || element.hasAttribute("inert")) return true;
  const role = element.getAttribute("role");
  if (role && COPYING.has(role)) return true;
  if (localName === "a" && SHARING.test(element.getAttribute("href") ?? "")) return true;
  const name = element.getAttribute("class");
  if (!name) return false;
  const [copy, brief, quote] = named(name);
  const isQuote = localName === "blockquote" || localName === "figure";
  return copy || (brief && !PHRASING.has(localName)) || (quote && isQuote);
};

/** Whether an element marks a note.
    @param {Element} element */
const isNote = (element) => {
  const { localName } = element;
  if (localName !== "sup" && localName !== "a") return false;
  if (/noteref/.test(element.getAttribute("role") ?? element.getAttribute("epub:type") ?? "")) return true;
  const isLink = localName === "a" && !!element.getAttribute("href")?.startsWith("#");
  if (localName === "a" && !isLink) return false;
  const words = element.textContent.trim();
  if (!isLink && POWER.test(element.previousSibling?.nodeValue ?? "")) return false;
  return MARK.test(words) || (LINKED.test(words) && (isLink || !!element.querySelector("a[href^='#']")));
};

/** What an element is by its name and its attributes.
    @param {Element} element */
export const kindOf = (element) => {
  const copy = isCopy(element) ? (isPhrasing(element) ? REPEAT : COPY) : 0;
  return copy | (DELETED.has(element.localName) ? GONE : 0) | (isNote(element) ? NOTE : 0);
};
