import { findTerm, printInterval, usualAssessment } from '../lexicon/index.ts';
import type { Seen } from './pathway.ts';

const histories: Record<Seen['history'], string> = {
  baseline: 'no earlier images',
  new: 'new',
  increasing: 'increasing',
};

/** What is seen and what follows, in the words of a report. */
export function reportOf(seen: Seen): string {
  const { morphology, distribution, extentMm, history, bilateral, nextToKnownCancer } = seen;
  const { category } = usualAssessment(morphology, distribution, seen);
  const shape = findTerm('morphology', morphology).labels.birads5;
  const where = [
    `${findTerm('distribution', distribution).label.toLowerCase()} distribution`,
    `${extentMm}\u202fmm`,
    bilateral ? 'in both breasts' : 'in one breast',
    histories[history],
    ...(nextToKnownCancer ? ['next to a known cancer'] : []),
  ].join(', ');
  const head = `${shape} calcifications, ${where}.`;
  if (category === null) return `${head} The category needs judgement.`;
  const { label, labels, likelihoodPercent, management } = findTerm('assessment', category);
  const range = likelihoodPercent && printInterval(likelihoodPercent, '%');
  const likelihood = range ? ` (${likelihoodPercent.max === 0 ? 'essentially ' : ''}${range})` : '';
  return `${head} ${label}, ${labels.birads5.toLowerCase()}${likelihood}. ${management.text}`;
}
