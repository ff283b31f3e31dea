// Notices when what can be read in a page may be another text, and costs nothing
// while it is not.

/** How long a page must have rested before it is looked at again, and how long it
    is waited for at most, in ms. */
const REST = 200;
const LATEST = 600;

/** Who has changed so often without a change of the text is not believed any more. */
const TRUSTED = 3;

/** What may have changed what is shown and is no change of the tree: a size, a
    rule that looks at a box that is ticked or at the address, a style that has
    come, a movement that has ended. */
const WINDOW = ["resize", "hashchange"];
const DOCUMENT = ["change", "toggle", "transitionend", "animationend", "load"];

/** What is looked at: the elements whose text is read, those whose coming into
    sight or going out of it would make another text, and those that cut
    something off.
    @typedef {{ texts: Element[], watched: Element[], boxes: Element[] }} Followed */

/** What can be seen of an element without reading it.
    @param {Element} element */
const isVisible = (element) =>
  element.checkVisibility?.({ opacityProperty: true, visibilityProperty: true }) ??
  element.getClientRects().length > 0;

/** @param {Followed} followed */
const signature = ({ watched, boxes }) =>
  watched.map((one) => (isVisible(one) ? 1 : 0)).join("") +
  boxes.map(({ scrollHeight, clientHeight }) => ` ${scrollHeight - clientHeight}`).join("");

/** @param {Node} node */
const isElement = (node) => node.nodeType === Node.ELEMENT_NODE;

export class Follower {
  #find;
  #changed;
  #observer;
  #sizes;
  /** @type {Followed} */
  #followed = { texts: [], watched: [], boxes: [] };
  #signature = "";
  /** How often an element's attributes were looked into for nothing.
      @type {WeakMap<Node, number>} */
  #fruitless = new WeakMap();
  /** Those that were looked into last.
      @type {Set<Node>} */
  #suspects = new Set();
  /** Whether the text is to be read, or only to be looked whether it need be. */
  #mustRead = false;
  /** @type {number | undefined} */
  #timer;
  #since = 0;

  /** @param {Iterable<Node>} roots where everything is, for what is read may be
        put there later, or anew
      @param {() => Element[]} find the elements whose text is to be read
      @param {() => void} changed */
  constructor(roots, find, changed) {
    this.#find = find;
    this.#changed = changed;
    this.#observer = new MutationObserver((records) => this.#judge(records));
    for (const root of roots) {
      this.#observer.observe(root, { attributes: true, characterData: true, childList: true, subtree: true });
    }
    this.#sizes = new ResizeObserver(this.#check);
    for (const type of WINDOW) addEventListener(type, this.#check, { passive: true });
    for (const type of DOCUMENT) document.addEventListener(type, this.#check, { capture: true, passive: true });
  }

  /** What was read, and whether it is another text than before.
      @param {Followed} followed
      @param {boolean} isOther */
  follow(followed, isOther) {
    for (const node of this.#suspects) {
      if (isOther) this.#fruitless.delete(node);
      else this.#fruitless.set(node, (this.#fruitless.get(node) ?? 0) + 1);
    }
    this.#suspects.clear();
    this.#followed = followed;
    this.#signature = signature(followed);
    this.#sizes.disconnect();
    for (const one of new Set([...followed.texts, ...followed.watched, ...followed.boxes])) {
      this.#sizes.observe(one);
    }
  }

  stop() {
    clearTimeout(this.#timer);
    this.#observer.disconnect();
    this.#sizes.disconnect();
    for (const type of WINDOW) removeEventListener(type, this.#check);
    for (const type of DOCUMENT) document.removeEventListener(type, this.#check, { capture: true });
  }

  /** @param {MutationRecord[]} records */
  #judge(records) {
    const { texts } = this.#followed;
    for (const { target, type, attributeName, addedNodes, removedNodes } of records) {
      const isWithin = texts.some((text) => text.contains(target));
      if (type !== "attributes") {
        if (isWithin) this.#soon(true);
        // What is put beside the text is no change of it, unless it is the text.
        else if ([...addedNodes, ...removedNodes].some(isElement)) this.#soon(false);
      } else if (isWithin || texts.some((text) => target.contains(text))) {
        if ((this.#fruitless.get(target) ?? 0) >= TRUSTED) this.#soon(false);
        else {
          this.#suspects.add(target);
          this.#soon(true);
        }
      } else if (attributeName !== "style") {
        // A rule may say something of the text where this is so.
        this.#soon(false);
      }
    }
  }

  #check = () => this.#soon(false);

  /** @param {boolean} mustRead */
  #soon(mustRead) {
    this.#mustRead ||= mustRead;
    const now = performance.now();
    if (this.#timer === undefined) this.#since = now;
    clearTimeout(this.#timer);
    const wait = Math.max(0, Math.min(REST, this.#since + LATEST - now));
    this.#timer = setTimeout(() => this.#look(), wait);
  }

  #look() {
    this.#timer = undefined;
    const { texts } = this.#followed;
    const now = this.#find();
    const isSame = now.length === texts.length && now.every((text, index) => text === texts[index]);
    if (!this.#mustRead && isSame && signature(this.#followed) === this.#signature) return;
    this.#mustRead = false;
    this.#changed();
  }
}
