// What of the comparison may be styled, from the element's manifest: a control
// for each custom property, a button for each part, and the lines that say so.

import { make } from "../common/make.js";

const element = document.querySelector("stance-comparison");
const at = (id) => document.getElementById(id);

/** Where each part is seen. */
const VIEWS = {
  matrix: ["matrix", "cell", "cell-silent", "background", "evidence", "close"],
  versus: ["versus", "select", "swap", "pairs"],
  spectrum: ["spectrum", "cell-link"],
  timeline: ["timeline"],
  statements: ["statements", "statement", "search"],
};

const chosen = new Map();
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

const change = (name, value) => {
  if (value) chosen.set(name, value);
  else chosen.delete(name);
  show();
};

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

const part = ({ name, description }) => {
  const button = make("button", { type: "button", textContent: name, title: description });
  const view = Object.keys(VIEWS).find((key) => VIEWS[key].includes(name));
  const light = () => {
    if (view && element.state?.view !== view) element.show({ view });
    highlighted = name;
    show();
  };
  // Opened, the evidence takes the focus: so not for who only passes by with Tab.
  const open = () => {
    light();
    if (!IN_EVIDENCE.includes(name)) return;
    element.show({ open: element.shadowRoot.querySelector(".matrix [data-cell]")?.dataset.cell ?? null });
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

for (const radio of document.querySelectorAll("[name=theme]")) {
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
    getSelection().selectAllChildren(at("css"));
    at("said").textContent = "Selected; copy it from there.";
  }
};
at("reset").onclick = () => {
  chosen.clear();
  element.theme = null;
  document.querySelector("[value=auto]").checked = true;
  for (const text of document.querySelectorAll("[type=text]")) text.value = "";
  at("said").textContent = "";
  show();
};

const start = async () => {
  const manifest = await (await fetch("custom-elements.json")).json();
  const [{ cssProperties, cssParts }] = manifest.modules[0].declarations;
  // The marks in a page's own text are seen there, not here.
  const here = ({ name }) => !/passage|offer/.test(name);
  at("list").append(...cssProperties.filter(here).map(property));
  at("names").append(...cssParts.filter(here).map(part));
  show();
};
start().catch((error) => {
  at("list").append(make("p", { textContent: `The list could not be loaded (${error.message}). This page wants a server.` }));
});
