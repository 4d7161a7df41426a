import { distributionIds, morphologyIds } from '../lexicon/index.ts';
import type { Seen } from './pathway.ts';

/** Where the explorer begins: a finding that needs every station. */
export const start: Seen = {
  morphology: 'amorphous',
  distribution: 'grouped',
  history: 'baseline',
  bilateral: false,
  nextToKnownCancer: false,
  particleMm: 0.2,
  extentMm: 12,
};

const histories: readonly Seen['history'][] = ['baseline', 'new', 'increasing'];

/** What is seen as the query of an address: only what differs from the start; empty if nothing does. */
export function toAddress(seen: Seen): string {
  const differing = Object.entries(seen).filter(
    ([key, value]) => start[key as keyof Seen] !== value,
  );
  const query = new URLSearchParams(differing.map(([key, value]) => [key, String(value)]));
  return differing.length > 0 ? `?${query}` : '';
}

/** Reads the query of an address; what it does not say, or says wrongly, is as at the start. */
export function fromAddress(search: string): Seen {
  const query = new URLSearchParams(search);
  const word = <Word extends string>(key: keyof Seen, words: readonly Word[], usual: Word): Word =>
    words.find((each) => each === query.get(key)) ?? usual;
  const length = (key: keyof Seen, least: number, most: number, usual: number): number => {
    const found = Number(query.get(key) ?? usual);
    return found >= least && found <= most ? found : usual;
  };
  return {
    morphology: word('morphology', morphologyIds, start.morphology),
    distribution: word('distribution', distributionIds, start.distribution),
    history: word('history', histories, start.history),
    bilateral: query.get('bilateral') === 'true',
    nextToKnownCancer: query.get('nextToKnownCancer') === 'true',
    particleMm: length('particleMm', 0.1, 3, start.particleMm),
    extentMm: length('extentMm', 2, 100, start.extentMm),
  };
}
