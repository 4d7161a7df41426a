import type { ViewOfCase } from '../../atlas/example-views.ts';
import { type Region, scoreLocalisation } from '../scoring/localisation.ts';
import type { Score } from '../scoring/score.ts';
import type { PlacedMark } from './places.ts';

/** A view in which the calcifications are to be marked. */
export interface AskedHotspot {
  readonly kind: 'hotspot';
  readonly pictures: readonly [ViewOfCase, ...ViewOfCase[]] | readonly ViewOfCase[];
}

/** Where they lie, fetched when the answer is checked: the finding of each picture. */
export interface HotspotKey {
  readonly findings?: readonly (Region | undefined)[];
}

/** The mark; null before it is set. */
export type HotspotAnswer = { readonly mark: PlacedMark | null };

/** Scores a mark by its distance from the finding. */
export function scoreHotspot(
  _asked: AskedHotspot,
  { findings = [] }: HotspotKey,
  { mark }: HotspotAnswer,
): Score {
  const finding = findings[mark?.picture ?? 0];
  const { credit, reason } = scoreLocalisation(mark ? [mark] : [], finding ? [finding] : []);
  const verdict = credit === 1 ? 'Right' : credit > 0 ? 'Near' : 'Not right';
  return { credit, reason: `${verdict}: ${reason.charAt(0).toLowerCase()}${reason.slice(1)}` };
}
