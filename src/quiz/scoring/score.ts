/** What an answer earns, from 0 to 1, and why, in a sentence. There is no score without its reason. */
export interface Score {
  readonly credit: number;
  readonly reason: string;
}

/** A credit as it is printed: whole percent. */
export const percentOf = (credit: number) => `${Math.round(credit * 100)}%`;
