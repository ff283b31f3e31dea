// What was thrown.

/** What it says: an error its message, anything else itself.
    @param {any} error */
export const messageOf = (error) => String(error?.message ?? error);
