// Claims about types, which the compiler checks wherever they are made.

/** Whether two types are one. */
export type Same<A, B> =
  (<T>() => T extends A ? 1 : 2) extends <T>() => T extends B ? 1 : 2 ? true : false;

/** A claim that is true, or a mistake. */
export type Held<Claim extends true> = Claim;
