// A comparison in its element: how it takes the place of what stood there, and
// what the element does once there is one.

/** Whether two documents are about one article: what the reader has chosen in
    the first then holds for the second. */
const sameArticle = (one, other) =>
  one?.article?.url === other?.article?.url && one?.article?.headline === other?.article?.headline;

/** The attributes that say what is shown, one field of the state each. */
const SAID = ["view", "parties", "topics"];

/** Takes down what the reader has opened in an old mount, how far it is scrolled
    and where the focus is, for another one. */
const handledIn = (root, old) => {
  const all = [...old.querySelectorAll("*")];
  const active = root.activeElement;
  const place = all.indexOf(active);
  const about = old.querySelector(".about")?.open;
  const open = all
    .filter((e) => e.showPopover && e.matches(".evidence:popover-open"))
    // One that was opened from another is opened after it.
    .sort((a, b) => b.contains(active) - a.contains(active))
    .map((e) => [e.id, e.scrollTop]);
  return (mount) => {
    mount.querySelector(".about").open = about;
    // Only in the same tree is it at the same place.
    const now = mount.querySelectorAll("*");
    const focused = now.length === all.length ? now[place] : undefined;
    for (const [id, top] of open) {
      const panel = root.getElementById(id);
      if (!panel || panel.matches(":popover-open")) continue;
      const opener = `:not(section) > [popovertarget="${id}"]`;
      // Told of it, the widget would go to the heading, as in one just opened.
      const heading = panel.querySelector("h3");
      heading.removeAttribute("tabindex");
      panel.addEventListener("toggle", () => (heading.tabIndex = -1), { once: true });
      panel.showPopover({ source: focused?.matches(opener) ? focused : mount.querySelector(opener) });
      panel.getAnimations().forEach((animation) => animation.finish());
      panel.scrollTop = top;
    }
    focused?.focus({ preventScroll: true });
  };
};

/** Renders a document into the element's shadow root, hidden beside what stands
    there. `page` is what the loader lends, `before` what was shown until now or
    until the element was taken out, and `asked` what the page has asked for by
    script. */
const show = (element, page, data, { tag, texts }, before, asked) => {
  const root = element.shadowRoot;
  const { fragment, here, make, module, nameOf } = page;
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

  const heard = (what, detail) => {
    if (what === "ready") {
      isReady();
    } else if (!address) {
      // Not shown yet.
    } else if (what === "change") {
      address.write();
      page.emit(element, "stance-change", detail);
    } else if (what === "evidence") {
      page.emit(element, "stance-evidence", { open: detail });
    } else {
      page.serve(element, comparison, data, what, detail);
    }
  };

  root.append(mount);
  const comparison = wasm_bindgen.mount(
    mount,
    data,
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
      const old = root.querySelector(".mount:not([hidden])");
      const give = old && handledIn(root, old);
      mount.hidden = false;
      // Laid out before the old one goes: WebKit takes the page for shorter in
      // between, and scrolls it.
      mount.offsetTop;
      before?.destroy?.();
      root.querySelectorAll(".notice, slot").forEach((rest) => rest.remove());
      old?.remove();
      address = addressOf(element, page, comparison);
      SAID.forEach((name, at) => made[at] !== said(name) && this.changed(name));
      if (kept !== undefined) since = { ...asked, ...since };
      if (since) comparison.show(since);
      give?.(mount);
      // A fragment that names no element of the page does not bring it here.
      if (link !== undefined && !before && !returned()) element.scrollIntoView();
    },

    destroy() {
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

Object.assign(wasm_bindgen, { show });
