// What this browser keeps of drafts, in case something happens before they are in a
// file. It is a net, and no place: a browser may throw it away.

/** A draft as it is kept; the revision tells whether another tab has written it.
    @typedef {{ id: string, revision: number, title: string, time: number, project: string, steps?: string }} Kept */

/** @type {Promise<IDBDatabase> | undefined} */
let opened;
const database = () =>
  (opened ??= new Promise((resolve, reject) => {
    const request = indexedDB.open("standpoint-studio", 1);
    request.onupgradeneeded = () => request.result.createObjectStore("drafts", { keyPath: "id" });
    request.onsuccess = () => resolve(request.result);
    request.onerror = () => reject(request.error);
    request.onblocked = () => reject(new Error("another tab holds the store"));
  }));

/** Does something with the drafts in one transaction.
    @template T
    @param {IDBTransactionMode} mode
    @param {(drafts: IDBObjectStore, done: (value: T) => void) => void} work
    @returns {Promise<T>} */
const transact = async (mode, work) => {
  const transaction = (await database()).transaction("drafts", mode);
  return new Promise((resolve, reject) => {
    /** @type {T} */ let result;
    transaction.oncomplete = () => resolve(result);
    transaction.onabort = transaction.onerror = () => reject(transaction.error);
    work(transaction.objectStore("drafts"), (value) => { result = value; });
  });
};

const newId = () => `${Date.now().toString(36)}-${Math.random().toString(36).slice(2, 10)}`;

/** The draft that is worked on: under which id, and which revision was written last. */
let current = { id: newId(), revision: 0 };
/** A version that is to be kept.
    @typedef {{ title: string, project: string, steps: string, done: (kept: boolean) => void }} Version */

/** The latest version of each draft that is not written yet.
    @type {Map<typeof current, Version>} */
const waiting = new Map();
/** How many are being written. */
let writing = 0;

/** Another draft is begun; what is kept of the one before stays. */
export const begin = () => {
  flush();
  current = { id: newId(), revision: 0 };
};

/** Keeps a version at once, or as soon as the one before is written: whoever works fast
    leaves out versions and never waits. Says whether it could, unless a later one comes.
    @param {string} title
    @param {string} project
    @param {string} steps what can be undone
    @param {(kept: boolean) => void} done */
export const keep = (title, project, steps, done) => {
  waiting.set(current, { title, project, steps, done });
  if (!writing) flush();
};

const flush = () => {
  for (const [mine, version] of waiting) {
    waiting.delete(mine);
    writing += 1;
    const { title, project, steps, done } = version;
    const written = transact("readwrite", (drafts, /** @type {(value: undefined) => void} */ _) => {
      const known = drafts.get(mine.id);
      known.onsuccess = () => {
        /** @type {Kept | undefined} */
        const there = known.result;
        // Another tab has written it since: this one goes on with a copy.
        if ((there?.revision ?? 0) !== mine.revision) Object.assign(mine, { id: newId(), revision: 0 });
        mine.revision += 1;
        drafts.put({ ...mine, title, project, steps, time: Date.now() });
      };
    });
    written.then(() => done(true), () => done(false)).finally(() => {
      writing -= 1;
      if (!writing) flush();
    });
  }
};
document.addEventListener("visibilitychange", () => {
  if (document.visibilityState === "hidden") flush();
});
addEventListener("pagehide", flush);

/** What is kept, the latest first: ids, titles and times, one after the other; nothing
    where this browser keeps nothing.
    @param {string} language
    @param {(kept: string[] | undefined) => void} then */
export const kept = (language, then) => {
  const all = transact("readonly", (drafts, /** @type {(value: Kept[]) => void} */ done) => {
    const request = drafts.getAll();
    request.onsuccess = () => done(request.result);
  });
  const time = new Intl.DateTimeFormat(language, { dateStyle: "medium", timeStyle: "short" });
  all.then(
    (all) => then(all.sort((a, b) => b.time - a.time).flatMap((one) => [one.id, one.title, time.format(one.time)])),
    () => then(undefined),
  );
};

/** Goes on with a draft that is kept.
    @param {string} id
    @param {(project: string | undefined, steps: string) => void} then */
export const take = (id, then) => {
  const one = transact("readonly", (drafts, /** @type {(value: Kept | undefined) => void} */ done) => {
    const request = drafts.get(id);
    request.onsuccess = () => done(request.result);
  });
  one.then(
    (one) => {
      begin();
      if (one) current = { id: one.id, revision: one.revision };
      then(one?.project, one?.steps ?? "");
    },
    () => then(undefined, ""),
  );
};

/** Forgets a draft.
    @param {string} id
    @param {() => void} then */
export const forget = (id, then) => {
  const gone = transact("readwrite", (drafts, /** @type {(value: undefined) => void} */ _) => {
    drafts.delete(id);
  });
  gone.then(then, then);
};
