// Bytes that have to pass as a text.

/** What base64 stands for.
    @param {string} text */
export const bytesOf = (text) => Uint8Array.from(atob(text), (c) => c.charCodeAt(0));
