// What the loader finds, or leaves, in the page's global object.

declare global {
  /** Trusted Types, which TypeScript's own types do not know yet, as far as they
      are used; what a policy makes stands where an address may stand. */
  var trustedTypes:
    | {
        createPolicy(
          name: string,
          rules: { createScriptURL(address: string): string },
        ): { createScriptURL(address: string): string };
      }
    | undefined;
}

export {};
