// Attributes that are properties as well.

/** The attributes. */
export const REFLECTED = /** @type {const} */ ([
  "src", "built-in", "view", "parties", "topics", "theme", "loading", "permalink", "source-text", "heading-level",
]);

/** @typedef {typeof REFLECTED[number]} Attribute */
/** The name of an attribute's property.
    @template {string} Name
    @typedef {Name extends `${infer Head}-${infer Tail}` ? `${Head}${Capitalize<Tail>}` : Name} Property */
/** The attributes that say something by being there. */
const SWITCHES = /** @type {const} */ (["built-in", "permalink"]);

/** @typedef {typeof SWITCHES[number]} Switch */
/** The properties: what the attributes say, or whether they are there.
    @typedef {{ [Name in Property<Exclude<Attribute, Switch>>]: string } & { [Name in Property<Switch>]: boolean }} Reflected */

/** The name of an attribute's property.
    @template {Attribute} Name
    @param {Name} attribute */
export const property = (attribute) => /** @type {Property<Name>} */ (attribute.replace("-t", "T").replace("-i", "I").replace("-l", "L"));

/** Gives a class of elements the properties.
    @param {Element} prototype */
export const reflect = (prototype) => {
  for (const attribute of REFLECTED) {
    const yes = SWITCHES.some((name) => name === attribute);
    Object.defineProperty(prototype, property(attribute), {
      configurable: true,
      enumerable: true,
      /** @this {Element} */
      get() {
        return yes ? this.hasAttribute(attribute) : (this.getAttribute(attribute) ?? "");
      },
      /** @this {Element} */
      set(value) {
        if (yes) this.toggleAttribute(attribute, !!value);
        else if (value == null) this.removeAttribute(attribute);
        else this.setAttribute(attribute, value);
      },
    });
  }
};
