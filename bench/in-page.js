// What runs inside the measured page, the same in every one: where the comparison
// is, what a reader sees of it, and when that was painted. Runs before anything of
// the page's; nothing here may use anything outside of `install`.

/** What a reader sees, each as a list, the first few of it or all.
    @typedef {{
      topics?: string[],
      cells?: string[],
      accords?: string[],
      groups?: string[],
      sides?: string[],
      relations?: string[],
      apart?: string[],
      statements?: string[],
      hits?: number[],
      evidence?: string[],
      words?: string[],
      typed?: string[],
    }} Seen */

/** @typedef {ReturnType<typeof install>} Bench */

export function install() {
  const BEGINNING = 3;
  /** So many frames without a break: nothing more is coming. */
  const CALM = 150;
  /** What is measured of the page as a whole, in milliseconds since it began. */
  const page = { rows: 0, usable: 0, longest: 0, blocked: 0 };
  /** When a reader last pressed something. */
  let pressed = 0;
  /** The evidence that was opened last. @type {Element | undefined} */
  let panel;

  /** The tree that holds the comparison and nothing else. */
  function root() {
    const element = document.querySelector("stance-comparison");
    if (!element) return document.querySelector("#app") ?? document.body;
    return element.shadowRoot?.querySelector(".mount:not([hidden])") ?? element;
  }
  const one = (/** @type {string} */ selector) => root().querySelector(selector);

  /** Whether it is there for a reader: what is far away counts, what is hidden not. */
  const isShown = (/** @type {Element} */ element) => element.checkVisibility();
  const text = (/** @type {Element | null | undefined} */ element) =>
    (element?.textContent ?? "").replace(/\s+/g, " ").trim();

  /** Those that are shown, at most so many.
      @template {Element} T @param {Iterable<T>} elements @param {number} limit */
  function shown(elements, limit) {
    /** @type {T[]} */ const found = [];
    for (const element of elements) {
      if (found.length === limit) break;
      if (isShown(element)) found.push(element);
    }
    return found;
  }

  /** The table's rows, without a search through all that is in them. */
  function* rows(wanted = (/** @type {Element} */ row) => row.hasAttribute("data-topic")) {
    const table = one("table.matrix");
    if (table instanceof HTMLTableElement) {
      for (const body of table.tBodies) for (const row of body.rows) if (wanted(row)) yield row;
    } else {
      yield* root().querySelectorAll(
        ".tabulator-row:not(.tabulator-group), .gridjs-tbody > .gridjs-tr",
      );
    }
  }

  /** The position in every cell of a row, in a word. */
  const wordsOf = (/** @type {Element} */ row) =>
    shown(row.getElementsByClassName("word"), Infinity).map(text).join(" | ");
  const topicOf = (/** @type {Element} */ element) =>
    (element.hasAttribute("data-topic") ? element : element.querySelector("[data-topic]"))
      ?.getAttribute("data-topic") ?? "";
  const classed = (/** @type {string} */ name) => root().getElementsByClassName(name);

  /** @type {{ [what in keyof Seen]-?: (limit: number) => NonNullable<Seen[what]> }} */
  const looks = {
    topics: (limit) => shown(rows(), limit).map(topicOf),
    cells: (limit) => shown(rows(), limit).map(wordsOf),
    accords: (limit) =>
      shown(rows(), limit).map((row) => text(row.getElementsByClassName("accord")[0])),
    groups: (limit) =>
      shown(rows((row) => row.classList.contains("group")), limit).map(text),
    sides: (limit) => shown(classed("versus-row"), limit).map(topicOf),
    relations: (limit) =>
      shown(classed("versus-row"), limit).map((row) =>
        ["clash", "differ", "agree"].find((name) => row.classList.contains(name)) ?? "unclear"),
    apart: (limit) =>
      shown(classed("apart"), limit).map((pair) => String(parseInt(text(pair), 10))),
    statements: (limit) =>
      shown(listed(), limit).map((figure) => figure.getAttribute("data-statement") ?? ""),
    hits: () => (text(one(".hits")).match(/\d[\d.,]*/g) ?? [])
      .map((number) => Number(number.replace(/\D/g, ""))),
    evidence: (limit) => figures(limit).map((figure) => figure.dataset.statement ?? ""),
    words: (limit) => figures(limit).map((figure) => text(figure.querySelector(".words"))),
    typed() {
      const input = one("input[type=search]");
      return input instanceof HTMLInputElement ? [input.value] : [];
    },
  };

  /** The statements of the view, not those of evidence. */
  function* listed() {
    for (const figure of root().getElementsByTagName("figure")) {
      if (!figure.closest(".evidence")) yield figure;
    }
  }

  /** The statements in the evidence that is open.
      @param {number} limit @returns {HTMLElement[]} */
  function figures(limit) {
    if (!panel?.isConnected || !panel.matches(":popover-open")) return [];
    return shown(panel.getElementsByTagName("figure"), limit);
  }

  /** @param {(keyof Seen)[]} what @returns {Seen} */
  const look = (what, limit = Infinity) =>
    Object.fromEntries(what.map((name) => [name, looks[name](limit)]));

  /** What differs from what is to be seen: of each list the first few, or all.
      @param {Seen} wanted */
  function missing(wanted, limit = Infinity) {
    const names = /** @type {(keyof Seen)[]} */ (Object.keys(wanted));
    return names.filter((name) => {
      const [want, have] = [wanted[name]?.slice(0, limit), looks[name](limit)];
      return JSON.stringify(want) !== JSON.stringify(have);
    });
  }

  /** Whether the beginning of each of these lists is seen. @param {Seen} wanted */
  const begins = (wanted) => !missing(wanted, BEGINNING).length;

  /** Calls back in every frame when all of its scripts have run and everything has
      its place, just before it is painted; until that answers true.
      @param {() => boolean} isOver */
  function beforePaint(isOver) {
    const observer = new ResizeObserver(() => {
      observer.unobserve(document.documentElement);
      if (!isOver()) requestAnimationFrame(again);
    });
    const again = () => observer.observe(document.documentElement);
    requestAnimationFrame(again);
  }

  /** Calls back when the frame that is being made is painted.
      @param {() => void} then */
  function afterPaint(then) {
    const { port1, port2 } = new MessageChannel();
    port1.onmessage = then;
    port2.postMessage(undefined);
  }

  /** When what is expected was painted, in milliseconds and frames after the press.
      @type {Promise<{ frames: number, painted: number } | undefined>} */
  let coming = Promise.resolve(undefined);

  /** From the next press on, looks at every frame until it shows the beginning of
      each of these lists: what fits on a screen. Gives up after the limit, or when
      nothing has held up the page for long.
      @param {Seen} wanted @param {number} limit */
  function expect(wanted, limit) {
    Object.assign(page, { longest: 0, blocked: 0 });
    pressed = 0;
    let [frames, calm, last] = [0, 0, 0];
    coming = new Promise((resolve) =>
      beforePaint(() => {
        const now = performance.now();
        if (!pressed) return false;
        frames++;
        if (begins(wanted)) {
          afterPaint(() => resolve({ frames, painted: performance.now() - pressed }));
          return true;
        }
        calm = now - last < 50 ? calm + 1 : 0;
        last = now;
        const isVain = calm > CALM || now - pressed > limit;
        if (isVain) resolve(undefined);
        return isVain;
      }),
    );
  }
  const expected = () => coming;

  /** A point of the element at which it can be pressed, scrolled to if need be.
      @param {string} selector @returns {Promise<{ x: number, y: number }>} */
  async function reach(selector) {
    const element = one(selector);
    if (!element) throw new Error(`there is no ${selector}`);
    const point = () => {
      const { x, y, width, height } = element.getBoundingClientRect();
      return { x: x + Math.min(width / 2, 60), y: y + Math.min(height / 2, 20) };
    };
    const hit = () => {
      const tree = /** @type {Document | ShadowRoot} */ (element.getRootNode());
      return tree.elementFromPoint(point().x, point().y);
    };
    if (!element.contains(hit())) {
      element.scrollIntoView({ block: "center", inline: "nearest" });
      await new Promise((resolve) => requestAnimationFrame(resolve));
    }
    if (element.contains(hit())) return point();
    throw new Error(`${selector} is covered by ${hit()?.className || hit()?.tagName}`);
  }

  /** How the first rows are laid out: whether cells stand side by side, and whether
      more than the position is in them. */
  function arrangement() {
    return shown(rows(), BEGINNING).map((row) => {
      const cells = shown(row.getElementsByTagName("td"), Infinity);
      const tops = new Set(cells.map((cell) => Math.round(cell.getBoundingClientRect().top)));
      const summaries = shown(row.getElementsByClassName("summary"), Infinity).length;
      return `${cells.length} cells on ${tops.size} lines with ${summaries} summaries`;
    });
  }

  /** When the page can be used and has all of these rows and cells.
      @param {number} topics @param {number} parties @returns {Promise<number>} */
  function whole(topics, parties) {
    const isWhole = () => {
      const all = [...rows()];
      const isFull = (/** @type {Element} */ row) =>
        row instanceof HTMLTableRowElement ? row.cells.length > parties : true;
      return page.usable && page.rows && all.length >= topics && all.every(isFull);
    };
    return new Promise((resolve) => {
      const check = () => (isWhole() ? resolve(performance.now()) : setTimeout(check, 20));
      check();
    });
  }

  /** What WebAssembly's memories take, in bytes. */
  const memories = new Set();
  for (const name of /** @type {const} */ (["instantiate", "instantiateStreaming"])) {
    const original = /** @type {Function} */ (WebAssembly[name]);
    /** @type {Record<string, unknown>} */ (WebAssembly)[name] = async (
      /** @type {unknown[]} */ ...given
    ) => {
      const made = await original.apply(WebAssembly, given);
      for (const it of Object.values((made.instance ?? made).exports ?? {})) {
        if (it instanceof WebAssembly.Memory) memories.add(it);
      }
      return made;
    };
  }
  const wasmBytes = () => [...memories].reduce((sum, { buffer }) => sum + buffer.byteLength, 0);

  new PerformanceObserver((list) => {
    for (const { duration } of list.getEntries()) {
      page.longest = Math.max(page.longest, duration);
      page.blocked += duration - 50;
    }
  }).observe({ type: "longtask", buffered: true });
  // A click is one when the button is let go.
  for (const type of ["pointerup", "keydown"]) {
    addEventListener(type, (event) => (pressed ||= event.timeStamp), true);
  }
  // Who sees nothing uses nothing: it counts when it is painted.
  for (const type of ["stance-ready", "peer-ready"]) {
    document.addEventListener(
      type,
      () => requestAnimationFrame(() => afterPaint(() => (page.usable ||= performance.now()))),
    );
  }
  // Toggle events do not leave a shadow root: what is opened is noted inside.
  const note = (/** @type {Event} */ event) => {
    const { target } = event;
    if (!(target instanceof Element) || !target.matches("section.evidence")) return;
    if (/** @type {ToggleEvent} */ (event).newState === "open") panel = target;
  };
  const { attachShadow } = Element.prototype;
  Element.prototype.attachShadow = function (/** @type {ShadowRootInit} */ init) {
    const made = attachShadow.call(this, init);
    made.addEventListener("beforetoggle", note, true);
    return made;
  };
  document.addEventListener("beforetoggle", note, true);
  document.addEventListener("DOMContentLoaded", () => {
    for (const element of document.querySelectorAll("stance-comparison")) {
      element.shadowRoot?.addEventListener("beforetoggle", note, true);
    }
  });
  beforePaint(() => {
    for (const row of rows()) {
      if (!row.getBoundingClientRect().height) continue;
      afterPaint(() => (page.rows = performance.now()));
      return true;
    }
    return false;
  });

  const all = {
    page, look, missing, arrangement, begins, expect, expected, reach, whole, wasmBytes,
  };
  Object.assign(globalThis, { bench: all });
  return all;
}
