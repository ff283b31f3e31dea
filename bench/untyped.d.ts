// Packages without types of their own, as far as they are used.

declare module "@babel/core" {
  export function transformFileAsync(
    path: string,
    options: object,
  ): Promise<{ code?: string | null } | null>;
}

declare module "tabulator-tables" {
  export class TabulatorFull {
    constructor(host: HTMLElement, options: object);
    on(event: string, listener: () => void): void;
  }
}
