/** @template T @param {Set<T>} set @param {T} one */
export function toggled(set, one) {
  const next = new Set(set);
  if (!next.delete(one)) next.add(one);
  return next;
}
