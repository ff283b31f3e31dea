// What others do to a comparison's nodes: a translator puts its own in the place of
// texts, an extension takes something away. Yew knows of none of it, and would go on
// from nodes that are not there. So it finds its own where it has left them, and what
// it did not change is given back to the others.

import { glue } from "./glue.js";

/** A node's place.
    @typedef {{ node: Node, parent: Node, next: Node | null }} Place */

/** What others had made of an element's `children`: those that it had `now`, and where
    they had `moved` some to. `data` was in texts then. Where Yew's nodes were put into
    others of Yew's, it is not given back.
    @typedef {{ now: Node[], moved: Place[], children: Node[], data: string[], isOnlyTheirs: boolean }} Edit */

/** Has an element hold these children. Those that are there in this order stay where
    they are, with the focus and all.
    @param {Node} parent
    @param {Node[]} children */
const arrange = (parent, children) => {
  const kept = new Set(children);
  for (const child of [...parent.childNodes]) if (!kept.has(child)) child.remove();
  children.reduceRight((/** @type {Node | null} */ next, child) => {
    if (child.parentNode !== parent || child.nextSibling !== next) parent.insertBefore(child, next);
    return child;
  }, null);
};

/** @param {Node} node
    @returns {Place} */
const placeOf = (node) => ({ node, parent: /** @type {Node} */ (node.parentNode), next: node.nextSibling });

/** @param {Node} node */
const dataOf = (node) => /** @type {Text} */ (node).data;

/** Watches what others than the comparison itself do to what is in an element.
    @param {Element} mount */
export const foreignIn = (mount) => {
  /** The children that Yew has given to elements, where others have changed them.
      @type {Map<Node, Node[]>} */
  const changed = new Map();
  /** What others had made of them before they were put right.
      @type {Map<Node, Edit> | undefined} */
  let healed;
  /** Yew's nodes that others have moved, and nodes that others have put in.
      @type {WeakSet<Node>} */
  const ours = new WeakSet();
  /** @type {WeakSet<Node>} */
  const theirs = new WeakSet();

  /** Whether a node is not Yew's.
      @param {Node | null} node
      @returns {boolean} */
  const isForeign = (node) =>
    !!node && node !== mount && !ours.has(node) && (theirs.has(node) || isForeign(node.parentNode));

  /** @param {MutationRecord[]} records */
  const notice = (records) => {
    /** @type {Map<Node, MutationRecord[]>} */
    const edits = new Map();
    for (const record of records) {
      const { target, addedNodes, removedNodes } = record;
      for (const node of removedNodes) if (!isForeign(node)) ours.add(node);
      for (const node of addedNodes) if (!ours.has(node)) theirs.add(node);
      if (!changed.has(target) && !isForeign(target)) (edits.get(target) ?? edits.set(target, []).get(target))?.push(record);
    }
    // Back from what there is to what there was.
    for (const [parent, latest] of edits) {
      /** @type {Node[]} */
      const children = [...parent.childNodes];
      for (const { addedNodes, removedNodes, nextSibling } of latest.reverse()) {
        for (const node of addedNodes) children.splice(children.indexOf(node), 1);
        const at = nextSibling ? children.indexOf(nextSibling) : children.length;
        children.splice(at, 0, ...removedNodes);
      }
      changed.set(parent, children);
    }
  };
  const observer = new MutationObserver(notice);
  observer.observe(mount, { childList: true, subtree: true });
  // What has changed by then, others have changed.
  glue.entered = () => {
    notice(observer.takeRecords());
    if (healed) heal(); // it goes on rendering
  };
  // What has changed since then, Yew has, or this.
  glue.left = () => observer.takeRecords();

  /** Yew begins to render: everything of it is where it was. */
  const heal = () => {
    healed ??= new Map();
    for (const [parent, children] of changed) {
      const now = [...parent.childNodes];
      const kept = new Set(children);
      const moved = children.filter(({ parentNode }) => parentNode && parentNode !== parent).map(placeOf);
      const isOnlyTheirs = moved.every((place) => isForeign(place.parent)) && now.every((node) => kept.has(node) || isForeign(node));
      healed.set(parent, { now, moved, children, data: children.map(dataOf), isOnlyTheirs });
    }
    for (const [parent, children] of changed) arrange(parent, children);
    changed.clear();
  };
  return {
    heal,

    /** It has rendered: what it has left as it was is again as others have made it. */
    giveBack() {
      for (const [parent, edit] of healed ?? []) {
        const { now, moved, children, data, isOnlyTheirs } = edit;
        const found = [...parent.childNodes];
        const isAsBefore = found.length === children.length && found.every((node, at) => node === children[at] && dataOf(node) === data[at]);
        if (!isOnlyTheirs || !isAsBefore || !mount.contains(parent)) continue;
        for (const { node, parent, next } of moved.reverse()) parent.insertBefore(node, next);
        arrange(parent, now);
        changed.set(parent, children);
      }
      healed = undefined;
    },

    /** Nothing of it is watched any more. */
    leave() {
      observer.disconnect();
      changed.clear();
    },
  };
};
