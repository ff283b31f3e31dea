// The page's address: what is shown stands in its fragment, one part for each
// comparison: `#stance:versus=russia,ukraine;stance-2:view=timeline`.

const here = () => location.href.split("#")[0];

/** The parts of the fragment by the names of their comparisons. */
const fragment = () => {
  // Some programs that pass links on escape the colon.
  const parts = location.hash.slice(1).split(":~:")[0].replace(/%3A/gi, ":").split(";");
  return new Map(parts.map((part) => part.match(/^(stance(?:-[^:]+)?):(.*)$/)?.slice(1)).filter(Boolean));
};

/** The name of a comparison in the fragment. */
const nameOf = (element) => {
  if (element.id) return `stance-${encodeURIComponent(element.id)}`;
  const nameless = [...document.querySelectorAll(`${NAME}:not([id])`)];
  const place = nameless.indexOf(element);
  return place > 0 ? `stance-${place + 1}` : "stance";
};
