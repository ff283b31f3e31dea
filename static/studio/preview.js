// What readers will see: the real element.

/** @import {StanceComparison} from "../api/standpoint.js" */

/** How long nothing changes before it is shown. */
const PAUSE = 150;

/** @type {WeakMap<Element, { element: StanceComparison, timer: number }>} */
const shown = new WeakMap();

/** Shows a document in an element, when nothing has changed for a moment.
    @param {Element} host
    @param {string} json */
export const preview = (host, json) => {
  let one = shown.get(host);
  if (!one) {
    const element = /** @type {StanceComparison} */ (document.createElement("stance-comparison"));
    element.setAttribute("loading", "eager");
    one = { element, timer: 0 };
    shown.set(host, one);
  }
  const { element } = one;
  clearTimeout(one.timer);
  one.timer = window.setTimeout(() => {
    // Another headline is another article to the element, which begins anew then.
    const state = element.isConnected ? element.state : undefined;
    element.data = JSON.parse(json);
    if (!element.isConnected) host.append(element);
    else if (state) element.state = state;
  }, element.isConnected ? PAUSE : 0);
};
