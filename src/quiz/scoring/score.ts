/** What an answer earns, from 0 to 1, and why, in a sentence. There is no score without its reason. */
export interface Score {
  readonly credit: number;
  readonly reason: string;
}

/** What counts as right: a millimetre beside the finding, in an answer of several parts, takes no more. */
export const isRight = (credit: number): boolean => credit >= 0.95;

/** A credit as it is printed: whole percent. */
export const percentOf = (credit: number) => `${Math.round(credit * 100)}%`;
