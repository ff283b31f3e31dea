// What the page says of what is to be shown, by the element's attributes.

/** @import {StanceComparison, StanceDocument, StanceState} from "../api/standpoint.js" */

/** The attributes that say what is shown, one field of the state each. */
const FIELDS = /** @type {const} */ (["view", "parties", "topics"]);

/** The level of the headline among the headings of the page: below its title, unless
    it says otherwise.
    @param {StanceComparison} element */
export const headlineOf = (element) => {
  const level = element.getAttribute("heading-level") ?? "";
  return /^[1-6]$/.test(level) ? +level : 2;
};

/** What an element's attributes say of those fields of its document.
    @param {StanceComparison} element
    @param {StanceDocument} data */
export const saidBy = (element, data) => {
  /** @param {typeof FIELDS[number]} field */
  const said = (field) => element.getAttribute(field);
  /** What an attribute says; everything where it says nothing.
      @param {typeof FIELDS[number]} field */
  const meant = (field) => {
    const text = said(field);
    if (field === "view") return text || "matrix";
    if (text) return text.split(/[\s,]+/).filter(Boolean);
    return data[field === "topics" ? field : "organizations"].map(({ id }) => id);
  };
  const before = FIELDS.map(said);
  return {
    /** What they say now, as fields of the state.
        @returns {Partial<StanceState>} */
    first: () => Object.fromEntries(FIELDS.filter(said).map((field) => [field, meant(field)])),

    /** Those of them that have changed since this was made. */
    changed: () => FIELDS.filter((field, at) => before[at] !== said(field)),

    /** What an attribute says, if it is one of them.
        @param {string} attribute
        @returns {Partial<StanceState> | undefined} */
    now(attribute) {
      const field = FIELDS.find((field) => field === attribute);
      return field && { [field]: meant(field) };
    },
  };
};
