// The fragment of the page's address. What is shown stands in it, one part for
// each comparison: `#stance:versus=russia,ukraine;stance-2:view=timeline`.

/** The parts of the fragment by the names of their comparisons.
    @returns {Map<string, string>} */
export const fragment = () => {
  // Some programs that pass links on escape the colon.
  const parts = location.hash.slice(1).replace(/:~:.*/, "").replace(/%3A/gi, ":").split(";");
  const pairs = parts.map((part) => part.match(/^(stance(?:-[^:]+)?):(.*)$/)?.slice(1)).filter(Boolean);
  return new Map(/** @type {[string, string][]} */ (pairs));
};
