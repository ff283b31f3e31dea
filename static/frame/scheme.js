// Whether a page is light or dark.

/** Whether it is so behind an element: what is painted there says it, and where
    nothing is, what the page takes for its reader's preference.
    @param {Element} element
    @returns {"light" | "dark"} */
export const schemeAt = (element) => {
  const scheme = getComputedStyle(element).colorScheme;
  for (let at = element.parentElement; at; at = at.parentElement) {
    const [red, green, blue, alpha = 1] = (getComputedStyle(at).backgroundColor.match(/^rgba?\((.*)\)/)?.[1] ?? "0,0,0,0")
      .split(/[\s,/]+/)
      .map(Number);
    // As bright as it seems.
    if (alpha > 0.5) return (red ?? 0) * 0.299 + (green ?? 0) * 0.587 + (blue ?? 0) * 0.114 < 128 ? "dark" : "light";
  }
  const prefersDark = matchMedia("(prefers-color-scheme: dark)").matches;
  return /dark/.test(scheme) && (prefersDark || !/light/.test(scheme)) ? "dark" : "light";
};

/** Tells when that may have become another.
    @param {() => void} changed */
export const watchScheme = (changed) => {
  matchMedia("(prefers-color-scheme: dark)").addEventListener("change", changed);
  const observer = new MutationObserver(changed);
  for (const root of [document.documentElement, document.body]) {
    observer.observe(root, { attributes: true });
    root.addEventListener("transitionend", changed);
  }
};
