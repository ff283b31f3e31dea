// Whose words the page in a frame shows.

/** What the page says of itself in its head.
    @param {string} name
    @returns {HTMLMetaElement | null} */
export const meta = (name) => document.querySelector(`meta[name="${name}"]`);

/** The origins that are let in besides this page's own. */
const named = meta("standpoint-origins")?.content.split(/\s+/) ?? [];

/** Why a document from there is not shown; nothing where it is.
    @param {string} address
    @returns {string[] | undefined} */
export const refusal = (address) => {
  const { protocol = "", origin = "" } = URL.canParse(address, document.baseURI)
    ? new URL(address, document.baseURI)
    : {};
  if (protocol === "file:" && location.protocol === "file:") return;
  if (!/^https?:$/.test(protocol)) {
    return [`“${address}” is no address of a document.`, "It must begin with https:// or http://, or lead on from this page's own."];
  }
  if (origin === location.origin || named.includes(origin)) return;
  return [
    `This page shows no documents of ${origin}.`,
    "What stands here stands under this site's name, so only its own documents are shown, and those of the origins that it names.",
    `Who runs this site can allow it in frame.html: <meta name="standpoint-origins" content="${origin}">`,
  ];
};

// An address of ours may lead on to somebody else's.
const { fetch } = globalThis;
globalThis.fetch = async (/** @type {Parameters<typeof fetch>} */ ...request) => {
  const response = await fetch(...request);
  const why = response.redirected && refusal(response.url);
  if (why) throw new Error(why.join(" "));
  return response;
};
