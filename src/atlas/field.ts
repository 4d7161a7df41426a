import { z } from '../lexicon/schema.ts';

/** A short name that may stand in a file name and in an address: lower-case letters, digits, hyphens. */
export const identifier = z
  .string()
  .regex(/^[a-z0-9]+(-[a-z0-9]+)*$/, 'must be lower-case letters and digits joined by hyphens');

/** Text that must not be empty; `title` names the field in messages. */
export function prose(title: string) {
  return z.string().trim().min(1, 'must not be empty').meta({ title });
}

/** Keys of `content/references.json`. */
export const citations = z
  .array(z.string().min(1))
  .default([])
  .meta({ title: 'keys of references' });

export const webAddress = z.url({ protocol: /^https?$/ }).meta({ title: 'web address' });

/** How sure a statement is: checked in a source, stated by the review alone, or not yet checked. */
export const confidence = z
  .enum(['verified', 'review', 'awaiting-review'])
  .meta({ title: 'confidence' });
