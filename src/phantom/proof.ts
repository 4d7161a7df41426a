import {
  contains,
  findTerm,
  type Interval,
  printInterval,
  type SizeLimit,
} from '../lexicon/index.ts';
import { arrangementFaults } from './arrangement-faults.ts';
import { depthUnderSkinMm, skinThicknessMm } from './breast.ts';
import { groupMinimum } from './habit.ts';
import { calibreMm, type Measures, measure, strayFromDuctsMm } from './measures.ts';
import type { Phantom } from './phantom.ts';
import type { Speck } from './speck.ts';

/**
 * Proves a phantom against the words of its own recipe, by the rules of the lexicon. Returns a
 * sentence for every rule that it breaks; none means that the case is what it says.
 */
export function prove(phantom: Phantom): string[] {
  const found = measure(phantom);
  return [
    ...numberFaults(phantom, found),
    ...placeFaults(phantom),
    ...sizeFaults(phantom, found),
    ...distributionFaults(phantom, found),
  ];
}

/** What is long follows ducts and cannot always be as many as asked for. */
const leastShareOfCount = 0.6;

function numberFaults({ plan, specks }: Phantom, found: Measures): string[] {
  const long = specks.some(({ solid }) => solid.kind === 'cast' || solid.kind === 'sheath');
  const asked = long ? Math.ceil(plan.count * leastShareOfCount) : plan.count;
  const least = plan.countAsked ? asked : Math.min(asked, groupMinimum);
  const faults: string[] = [];
  if (found.count < least || found.count > plan.count) {
    faults.push(
      `\`count\` asks for ${plan.count} calcifications, but there is room for ${found.count} where they are to lie; ask for fewer or for a larger extentMm.`,
    );
  }
  const named = specks.filter(({ morphology }) => morphology === plan.morphology).length;
  if (named * 2 <= found.count) {
    faults.push(
      `\`morphology\` says ${plan.morphology}, but only ${named} of ${found.count} calcifications are so.`,
    );
  }
  return faults;
}

function placeFaults({ specks, anatomy: { breast } }: Phantom): string[] {
  const astray = specks.filter(({ at, morphology }) => {
    const depth = depthUnderSkinMm(breast, at);
    return morphology === 'skin' ? depth < 0 || depth > skinThicknessMm(breast, at) * 2 : depth < 2;
  });
  const [first] = astray;
  if (!first) return [];
  const where = first.morphology === 'skin' ? 'in the skin' : 'under the skin';
  return [`\`site\` must keep every calcification ${where}; ${astray.length} lie elsewhere.`];
}

function sizeFaults({ plan, specks, anatomy }: Phantom, found: Measures): string[] {
  const named = specks.filter(({ morphology }) => morphology === plan.morphology);
  const faults: string[] = [];
  for (const { of, sizeMm } of findTerm('morphology', plan.morphology).sizes) {
    const offending = of === 'group' ? groupSize(plan, found) : named.map(sizeMeasured[of]);
    const bad = offending.find((size) => size !== null && !contains(sizeMm, size));
    if (bad !== undefined && bad !== null) faults.push(sizeFault(plan.morphology, of, sizeMm, bad));
  }
  if (plan.morphology === 'fine-linear' || plan.morphology === 'large-rod-like') {
    const stray = Math.max(...named.map((speck) => strayFromDuctsMm(anatomy, speck) ?? Infinity));
    if (stray > 0.8) {
      faults.push(
        `\`morphology\` says ${plan.morphology}, which follows a duct, but a calcification lies ${stray.toFixed(1)} mm off its duct.`,
      );
    }
  }
  return faults;
}

const groupSize = (plan: Phantom['plan'], found: Measures) =>
  plan.distribution === 'grouped' ? [found.extentMm] : [];

/** What the lexicon's size limits measure, on a speck; null where the speck has no such thing. */
const sizeMeasured: Readonly<
  Record<Exclude<SizeLimit['of'], 'group'>, (speck: Speck) => number | null>
> = {
  particle: ({ spanMm }) => spanMm,
  calibre: ({ solid }) => calibreMm(solid),
  length: ({ spanMm }) => spanMm,
  wall: ({ solid }) => (solid.kind === 'shell' ? solid.wallMm : null),
  sphere: ({ spanMm }) => spanMm,
};

const sizeFault = (morphology: string, of: string, limit: Interval, found: number) =>
  `\`morphology\` says ${morphology}, whose ${of} is ${printInterval(limit, 'mm')}, but one of ${found.toFixed(2)} mm was made.`;

function distributionFaults(phantom: Phantom, found: Measures): string[] {
  const { plan } = phantom;
  const { distribution, extentMm } = plan;
  if (!distribution) return [];
  const faults = arrangementFaults[distribution](phantom, found);
  // Vascular tracks run as far as their artery; the others keep to the extent of the plan.
  if (extentMm !== null && plan.morphology !== 'vascular') {
    const kept = found.extentMm <= extentMm * 1.12 + 0.6 && found.extentMm >= extentMm * 0.5;
    if (!kept) {
      faults.push(
        `\`extentMm\` asks for ${extentMm.toFixed(1)} mm, but the calcifications reach over ${found.extentMm.toFixed(1)} mm; ask for more of them or for another extent.`,
      );
    }
  }
  return faults;
}
