// What the loader finds, or leaves, in the page's global object.

declare global {
  /** What the build's scripts leave behind, by file name: a text, or a module's
      script. */
  var __standpoint: Record<string, unknown> | undefined;

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
