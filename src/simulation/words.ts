import { findTerm, type ViewKindId } from '../lexicon/index.ts';
import type { BiopsyOutlook, Outlook, ViewOutlook } from './outlook.ts';
import type { SlideOutlook } from './slide-outlook.ts';

/** The title of a simulated view that its author has given none: the view and the side. */
export function titleOf(view: ViewKindId, side: Outlook['side']): string {
  return `${findTerm('view', view).label}, ${side} breast`;
}

/** What is put beside the breast, on the side of the armpit: `L CC`. */
export function markOf(view: ViewKindId, side: Outlook['side']): string {
  return `${side === 'left' ? 'L' : 'R'} ${findTerm('view', view).abbreviation}`;
}

/**
 * The text alternative of a simulated view that its author has given none. It tells what can be
 * measured and where, but names no descriptor, lesion or mineral: whoever cannot see the picture gets
 * what the others see, and where a question shows it, no answer is given away.
 */
export function descriptionOf(
  view: ViewKindId,
  { side, density, biopsy }: Outlook,
  seen: ViewOutlook,
): string {
  const { label } = findTerm('view', view);
  const subject =
    biopsy && !seen.fromNipple
      ? `${label}: ${takenOf(biopsy)}.`
      : `${label} of the ${side} breast, density ${density}.`;
  return [
    'A simulated image; it shows no patient.',
    subject,
    ...(seen.fromNipple ? [placeOf(view, seen.fromNipple)] : []),
    calcificationsOf(seen),
  ].join(' ');
}

/** The text alternative of a simulated slide that its author has given none; it gives no answer away. */
export function slideDescriptionOf(
  view: ViewKindId,
  { depthUm, cores, count, widestUm }: SlideOutlook,
): string {
  const specks =
    count === 0
      ? 'It cuts no calcification.'
      : `It cuts ${count === 1 ? 'one calcification' : `${count} calcifications`}, ${count === 1 ? '' : 'the widest '}${um(widestUm)} µm across.`;
  return [
    'A simulated image; it shows no patient.',
    `${findTerm('view', view).label}: a section of ${cores === 1 ? 'one slice' : `${cores} cores`}, ${mm(depthUm / 1000)} mm below the face of the paraffin block.`,
    specks,
    'Finer detail than that of the overview is rendered where one looks.',
  ].join(' ');
}

function takenOf({ gauge, cores, coresWithCalcifications }: BiopsyOutlook): string {
  if (gauge === null)
    return `a slice of the excised tissue, ${coresWithCalcifications > 0 ? 'with' : 'without'} calcifications`;
  return `${cores} cores of a ${gauge}-gauge needle, ${coresWithCalcifications} of them with calcifications`;
}

function calcificationsOf({ count, smallestMm, largestMm, extentMm }: ViewOutlook): string {
  if (count === 0) return 'It holds no calcification.';
  const sizes =
    mm(smallestMm) === mm(largestMm)
      ? `${mm(largestMm)} mm`
      : `${mm(smallestMm)} to ${mm(largestMm)} mm`;
  if (count === 1) return `There is one calcification of ${sizes}.`;
  const over = extentMm === null ? '' : `, together over ${mm(extentMm)} mm`;
  return `There are ${count} calcifications of ${sizes}${over}; some may be too faint to be seen.`;
}

/** Below this they count as lying at the level of the nipple. */
const levelMm = 8;

function placeOf(
  view: ViewKindId,
  { mm: awayMm, aboveMm }: NonNullable<ViewOutlook['fromNipple']>,
): string {
  const fromAbove = view === 'cc' || view === 'magnification-cc';
  const [above, below] = fromAbove
    ? ['in the outer', 'in the inner']
    : ['in the upper', 'in the lower'];
  const part =
    Math.abs(aboveMm) < levelMm
      ? 'at the level of the nipple'
      : `${aboveMm > 0 ? above : below} part`;
  return `The calcifications lie ${part}, ${Math.round(awayMm)} mm from the nipple.`;
}

/** Two digits, as nobody measures closer. */
const mm = (lengthMm: number) =>
  lengthMm >= 10 ? String(Math.round(lengthMm)) : String(Number(lengthMm.toPrecision(2)));

const um = (lengthUm: number) => String(Math.round(lengthUm / 10) * 10);
