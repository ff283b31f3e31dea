// The page's address, and the part of it that is a comparison's
// (`static/common/fragment.js`).

import { NAME } from "./files.js";

/** The page's address without its fragment. */
export const here = () => location.href.replace(/#.*/, "");

/** The name of a comparison in the fragment.
    @param {Element} element */
export const nameOf = (element) => {
  if (element.id) return `stance-${encodeURIComponent(element.id)}`;
  const nameless = [...document.querySelectorAll(`${NAME}:not([id])`)];
  const place = nameless.indexOf(element);
  return place > 0 ? `stance-${place + 1}` : "stance";
};
