/** Every word about the features of tissue, in one place. */
import { thinSpace } from '../../length.ts';
import { widestUm } from './kinds.ts';

export const words = {
  panel: 'Features of the tissue',
  lead: 'What a pathologist would name in this field. Point at a mark, or choose here.',
  reading: 'Reading the tissue …',
  none: 'Nothing of what the atlas names lies in this field.',
  tooWide: `Cells are named where the field is at most ${widestUm / 1000}${thinSpace}mm wide.`,
  closer: 'Go closer',
  failed: 'The tissue could not be read.',
  retry: 'Try again',
  mark: (name: string) => `Mark: ${name}`,
  next: 'Next',
  nextOf: (name: string) => `Next: ${name}`,
  close: 'Close',
  across: (length: string) => `${length} across`,
  seenIn: 'See',
} as const;
