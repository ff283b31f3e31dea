// What a reader takes along: a link, the lines for another page, a file.

const escape = (text) => text.replaceAll("&", "&amp;").replaceAll('"', "&quot;");

/** The lines that show a comparison in another page as `link` says; with its
    document in them where that has no address. */
const embedCode = (element, link, own) => {
  const src = element.getAttribute("src");
  const attributes = {
    src: src && new URL(src, document.baseURI).href,
    state: link,
    lang: element.getAttribute("lang"),
  };
  const inside = src || own === undefined
    ? ""
    : `<script type="application/json">${JSON.stringify(own).replaceAll("<", "\\u003c")}</script>`;
  const said = Object.entries(attributes).filter(([, value]) => value);
  const tag = [NAME, ...said.map(([name, value]) => `${name}="${escape(value)}"`)].join(" ");
  return `<script src="${escape(url("standpoint.js"))}" async></script>\n<${tag}>${inside}</${NAME}>`;
};

/** Does what the reader wishes, and says what came of it. */
const serve = async (element, comparison, own, what, detail) => {
  try {
    if (what === "save") {
      const { save } = await module("export");
      comparison.reply("saved", await save(element, detail));
      return;
    }
    const kind = what.slice("copy-".length);
    const text = kind === "link" ? `${here()}#${nameOf(element)}:${detail}` : embedCode(element, detail, own);
    try {
      await navigator.clipboard.writeText(text);
      comparison.reply(kind, "");
    } catch {
      // Not everywhere is there a clipboard, and not everybody lets it be used.
      comparison.reply("by-hand", text);
    }
  } catch (error) {
    comparison.reply("failed", String(error.message ?? error));
  }
};
