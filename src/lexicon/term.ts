import type { SourceKey } from './source.ts';

/**
 * How far a statement can be trusted. `verified`: found in a published source, often in its abstract
 * only. `review`: stated by the review that the atlas follows, without other support.
 * `awaiting-review`: general knowledge that a breast radiologist or pathologist has yet to sign off;
 * it is shown as such or not at all.
 */
export type Confidence = 'verified' | 'review' | 'awaiting-review';

/** One medical assertion in our own words, with its standing and the citation keys that carry it. */
export type Statement =
  | {
      readonly text: string;
      readonly confidence: 'verified' | 'review';
      readonly sources: readonly [SourceKey, ...SourceKey[]];
    }
  | {
      readonly text: string;
      readonly confidence: 'awaiting-review';
      readonly sources: readonly SourceKey[];
    };

/** A statement found in at least one published source. */
export function verified(text: string, ...sources: [SourceKey, ...SourceKey[]]): Statement {
  return { text, confidence: 'verified', sources };
}

/** A statement that only the review makes. */
export function fromReview(text: string): Statement {
  return { text, confidence: 'review', sources: ['logullo2022'] };
}

/** A statement that awaits a clinician; `sources` are those that support a part of it. */
export function awaiting(text: string, ...sources: SourceKey[]): Statement {
  return { text, confidence: 'awaiting-review', sources };
}

/**
 * The name of a BI-RADS term in each edition. `birads2025` is null where v2025 has no such term as
 * far as is known. `status` tells how the v2025 name is known: `confirmed` in the ACR's own papers,
 * from a `secondary` source that cites them, or `unconfirmed`. The `note` says it in a sentence.
 */
export interface EditionLabels {
  readonly birads5: string;
  readonly birads2025: string | null;
  readonly provenance: {
    readonly status: 'confirmed' | 'secondary' | 'unconfirmed';
    readonly note: string;
    readonly sources: readonly SourceKey[];
  };
}

/** What every entry of the lexicon has. */
export interface Term<Id extends string = string> {
  readonly id: Id;
  /** The atlas's own name for it, in sentence case. */
  readonly label: string;
  /** Plain words for lists and tooltips; it says no more than the definition. */
  readonly short: string;
  readonly definition: Statement;
}

/** A term of BI-RADS, which has a name in each edition. */
export interface BiradsTerm<Id extends string = string> extends Term<Id> {
  readonly labels: EditionLabels;
}
