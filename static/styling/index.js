// What of the comparison may be styled, from the element's manifest: a control
// for each custom property, a button for each part, and the lines that say so.

import { make } from "../common/make.js";

/** @import {StanceView} from "../api/standpoint.js" */

/** What the manifest says of a custom property or a part.
    @typedef {{ name: string, description: string }} Part
    @typedef {Part & { default: string }} Property */

/** What the page has, since it is written so.
    @template {Element} Kind
    @param {string} selector
    @param {new () => Kind} kind
    @returns {Kind} */
const here = (selector, kind) => {
  const found = document.querySelector(selector);
  if (!(found instanceof kind)) throw new Error(`the page has no ${selector}`);
  return found;
};

const element = /** @type {HTMLElementTagNameMap["stance-comparison"]} */ (
  here("stance-comparison", HTMLElement)
);
/** @param {string} id */
const at = (id) => here(`#${id}`, HTMLElement);

/** Where each part is seen.
    @type {Record<StanceView, string[]>} */
const VIEWS = {
  matrix: ["matrix", "cell", "cell-silent", "background", "evidence", "close"],
  versus: ["versus", "select", "swap", "pairs"],
  spectrum: ["spectrum", "cell-link"],
  timeline: ["timeline"],
  statements: ["statements", "statement", "search"],
};

/** @type {Map<string, string>} */
const chosen = new Map();
/** @type {string | undefined} */
let highlighted;
// A constructed sheet: no policy forbids it, and nothing is left in the page.
const sheet = new CSSStyleSheet();
document.adoptedStyleSheets = [sheet];

const lines = () => {
  const theme = element.getAttribute("theme");
  const all = [...chosen].map(([name, value]) => `  ${name}: ${value};`);
  const rule = all.length ? `stance-comparison {\n${all.join("\n")}\n}` : "/* Nothing is changed yet. */";
  return theme ? `${rule}\n/* and in the page: <stance-comparison theme="${theme}"> */` : rule;
};

const show = () => {
  const shown = highlighted
    ? `\nstance-comparison::part(${highlighted}) { outline: 3px solid #d4380d; outline-offset: 2px; }`
    : "";
  sheet.replaceSync(lines() + shown);
  at("css").textContent = lines() + (highlighted ? `\nstance-comparison::part(${highlighted}) {\n  outline: 3px solid #d4380d;\n}` : "");
};

/** @param {string} name
    @param {string} value */
const change = (name, value) => {
  if (value) chosen.set(name, value);
  else chosen.delete(name);
  show();
};

/** A property, its control and its field.
    @param {Property} property */
const property = ({ name, default: initial, description }) => {
  const text = make("input", { type: "text", placeholder: initial, spellcheck: false });
  text.setAttribute("aria-label", `Value of ${name}`);
  text.oninput = () => change(name, text.value.trim());
  const head = make("dt", {}, make("code", { textContent: name }));
  const colors = initial.match(/#[0-9a-f]{6}/g);
  if (colors) {
    const color = make("input", { type: "color", value: colors[0] });
    color.setAttribute("aria-label", `Colour for ${name}`);
    color.oninput = () => change(name, (text.value = color.value));
    head.append(color);
  }
  return make("div", {}, head, make("dd", { textContent: description }), make("dd", {}, text));
};

/** What is seen when evidence is open. */
const IN_EVIDENCE = ["evidence", "close"];

/** A part's button.
    @param {Part} part */
const part = ({ name, description }) => {
  const button = make("button", { type: "button", textContent: name, title: description });
  const views = /** @type {StanceView[]} */ (Object.keys(VIEWS));
  const view = views.find((key) => VIEWS[key].includes(name));
  const light = () => {
    if (view && element.state?.view !== view) element.show({ view });
    highlighted = name;
    show();
  };
  // Opened, the evidence takes the focus: so not for who only passes by with Tab.
  const open = () => {
    light();
    if (!IN_EVIDENCE.includes(name)) return;
    /** @type {HTMLElement | null | undefined} */
    const cell = element.shadowRoot?.querySelector("[data-cell]");
    element.show({ open: cell?.dataset.cell ?? null });
  };
  const leave = () => {
    highlighted = undefined;
    show();
  };
  button.onfocus = light;
  button.onpointerenter = button.onclick = open;
  button.onpointerleave = () => {
    if (IN_EVIDENCE.includes(name)) element.show({ open: null });
    leave();
  };
  button.onblur = () => element.state?.open || leave();
  return make("li", {}, button);
};

/** @type {NodeListOf<HTMLInputElement>} */
const themes = document.querySelectorAll("[name=theme]");
for (const radio of themes) {
  radio.onchange = () => {
    element.theme = radio.value === "auto" ? null : radio.value;
    show();
  };
}

at("copy").onclick = async () => {
  try {
    await navigator.clipboard.writeText(lines());
    at("said").textContent = "Copied.";
  } catch {
    getSelection()?.selectAllChildren(at("css"));
    at("said").textContent = "Selected; copy it from there.";
  }
};
at("reset").onclick = () => {
  chosen.clear();
  element.theme = null;
  here("[value=auto]", HTMLInputElement).checked = true;
  /** @type {NodeListOf<HTMLInputElement>} */
  const texts = document.querySelectorAll("[type=text]");
  for (const text of texts) text.value = "";
  at("said").textContent = "";
  show();
};

const start = async () => {
  const manifest = await (await fetch("custom-elements.json")).json();
  const [{ cssProperties, cssParts }] = manifest.modules[0].declarations;
  // The marks in a page's own text are seen there, not here.
  const isHere = (/** @type {Part} */ { name }) => !/passage|offer/.test(name);
  at("list").append(...cssProperties.filter(isHere).map(property));
  at("names").append(...cssParts.filter(isHere).map(part));
  show();
};
start().catch((error) => {
  at("list").append(make("p", { textContent: `The list could not be loaded (${error.message}). This page wants a server.` }));
});
