import { getContext, setContext } from "svelte";

const KEY = Symbol("open");

/** Opens the evidence of `party/topic`, or of a topic.
    @param {(key: string) => void} open */
export const provideOpen = (open) => setContext(KEY, open);

/** @returns {(key: string) => void} */
export const useOpen = () => getContext(KEY);
