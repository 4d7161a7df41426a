import { contains, findTerm, printInterval } from '../lexicon/index.ts';
import type { Reason, Seen } from './pathway.ts';

/** Where size or extent do not go with the words chosen: each fault as a sentence with its sources. */
export function contradictionsOf({
  morphology,
  distribution,
  particleMm,
  extentMm,
}: Seen): Reason[] {
  const shape = findTerm('morphology', morphology);
  const arrangement = findTerm('distribution', distribution);
  const faults: Reason[] = [];
  for (const { of, sizeMm, statement } of shape.sizes)
    if (of === 'particle' && !contains(sizeMm, particleMm))
      faults.push({
        ...statement,
        text: `${shape.label} particles usually measure ${printInterval(sizeMm, 'mm')}; these measure ${particleMm}\u202fmm. Does the word fit?`,
      });
  if (arrangement.extentMm && !contains(arrangement.extentMm, extentMm))
    faults.push({
      ...arrangement.definition,
      text: `${arrangement.label} means an extent of ${printInterval(arrangement.extentMm, 'mm')}; this is ${extentMm}\u202fmm.`,
    });
  return faults;
}
