// The paragraphs of marked-up text: its words and where its blocks end, and nothing
// else of it.

/** Elements that are paragraphs of their own. */
const BLOCKS = new Set(("ADDRESS ARTICLE ASIDE BLOCKQUOTE BODY CAPTION DD DETAILS DIV DL DT FIELDSET FIGCAPTION "
  + "FIGURE FOOTER FORM H1 H2 H3 H4 H5 H6 HEADER HR LI MAIN NAV OL P PRE SECTION SUMMARY TABLE TBODY TD TFOOT TH "
  + "THEAD TR UL").split(" "));

/** Elements that hold no text of an article. */
const NOTHING = new Set(("AUDIO BUTTON CANVAS DEL DIALOG FORM HEAD IFRAME INPUT MATH NAV NOSCRIPT OBJECT SCRIPT SELECT "
  + "STYLE SVG TEMPLATE TEXTAREA VIDEO").split(" "));

/** What stands beside an article rather than in it. */
const BESIDE = "aside, figcaption, footer, [role=\"complementary\"], [role=\"note\"]";

/** A paragraph, and whether it stands beside the article.
    @typedef {{ text: string, beside: boolean }} Block */

/** Whether readers never see an element. Word marks its list signs so, too.
    @param {Element} element */
const isHidden = (element) => {
  const style = element.getAttribute("data-style") ?? "";
  return element.hasAttribute("hidden") || element.getAttribute("aria-hidden") === "true"
    || /display:\s*none|mso-hide:\s*all|mso-list:\s*Ignore/i.test(style);
};

/** The paragraphs in an element. A line break ends one: editors that have no
    paragraphs write it.
    @param {Element} root
    @returns {Block[]} */
export const blocksOf = (root) => {
  /** @type {Block[]} */
  const blocks = [];
  let line = "";
  /** @param {Element} at */
  const end = (at) => {
    const text = line.replace(/\s+/gu, " ").trim();
    if (text) blocks.push({ text, beside: at.closest(BESIDE) !== null });
    line = "";
  };
  /** @param {Element} element */
  const walk = (element) => {
    for (const child of element.childNodes) {
      if (child.nodeType === Node.TEXT_NODE || child.nodeType === Node.CDATA_SECTION_NODE) {
        const text = child.nodeValue ?? "";
        line += element.closest("pre") ? text.replaceAll("\n", "\u2028") : text;
        if (line.includes("\u2028")) {
          const lines = line.split("\u2028");
          for (const one of lines.slice(0, -1)) {
            line = one;
            end(element);
          }
          line = lines.at(-1) ?? "";
        }
      } else if (child.nodeType === Node.ELEMENT_NODE) {
        const inner = /** @type {Element} */ (child);
        const name = inner.nodeName.toUpperCase();
        if (name === "BR") end(element);
        if (NOTHING.has(name) || isHidden(inner)) continue;
        const isBlock = BLOCKS.has(name);
        if (isBlock) end(element);
        walk(inner);
        if (isBlock) end(inner);
      }
    }
  };
  walk(root);
  end(root);
  return blocks;
};
