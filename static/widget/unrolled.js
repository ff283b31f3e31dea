// What stands for a comparison that has broken down: the same as is rendered ahead,
// rendered here.

import { glue } from "./glue.js";
import { open } from "./open.js";
import { pack } from "./pack.js";
import { headlineOf, saidBy } from "./said.js";

/** @import {WidgetModule} from "../element/contract.js" */
/** @import {Comparison, Told} from "./glue.js" */

/** Renders a document as it is at first, everything unrolled, and gives what is to
    be seen of it, in which nothing is alive.
    @type {WidgetModule["unrolled"]} */
export const unrolled = async (element, page, data, translation) => {
  const article = await open(page, data);
  const said = saidBy(element, data);
  const place = page.make("div", { hidden: true });
  element.shadowRoot?.append(place);
  try {
    /** @type {Comparison | undefined} */
    let comparison;
    await new Promise((resolve, reject) => {
      glue.broken = reject;
      /** @type {(...told: Told) => void} */
      const heard = (...[what]) => {
        if (what === "whole") resolve(what);
      };
      const { tag, texts } = translation;
      comparison = glue.mount(place, article, pack(said.first()), undefined, () => "#", tag, texts, true, headlineOf(element), heard);
    });
    const copy = place.cloneNode(true).childNodes;
    comparison?.destroy(); // kept until now: what is forgotten is freed, and never whole
    return page.make("div", { className: "mount" }, ...copy);
  } finally {
    place.remove();
  }
};
