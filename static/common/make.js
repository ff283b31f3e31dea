// A node of the page.

/** An element with these properties and children.
    @template {keyof HTMLElementTagNameMap} Tag
    @param {Tag} tag
    @param {Partial<HTMLElementTagNameMap[Tag]>} properties
    @param {(Node | string)[]} children
    @returns {HTMLElementTagNameMap[Tag]} */
export const make = (tag, properties, ...children) => {
  const element = Object.assign(document.createElement(tag), properties);
  element.append(...children);
  return element;
};
