import type { ViewOfCase } from '../atlas/example-views.ts';
import { opened } from '../atlas/sealed.ts';
import {
  type AskedChoice,
  type ChoiceAnswer,
  type ChoiceKey,
  scoreChoice,
} from './items/choice.ts';
import {
  type AskedDecision,
  type DecisionAnswer,
  type DecisionKey,
  scoreDecision,
  wayOf,
} from './items/decision.ts';
import {
  type AskedHotspot,
  type HotspotAnswer,
  type HotspotKey,
  scoreHotspot,
} from './items/hotspot.ts';
import { type AskedPair, type PairAnswer, type PairKey, scorePair } from './items/look-alike.ts';
import { type AskedMineral, type MineralAnswer, scoreMineral } from './items/mineral.ts';
import {
  type AskedNumber,
  type NumberAnswer,
  type NumberKey,
  numberIn,
  scoreNumber,
} from './items/numeric.ts';
import { type AskedOrder, type OrderAnswer, type OrderKey, scoreOrder } from './items/ordering.ts';
import {
  type AskedReading,
  missingFromReading,
  type ReadingAnswer,
  type ReadingKey,
  scoreAnswer,
} from './items/reading.ts';
import type { Score } from './scoring/score.ts';

/** What a page may show before the answer: nothing of this tells it. */
export type Asked = {
  readonly title: string;
  readonly prompt: string;
  /** The views that are looked into. */
  readonly pictures?: readonly ViewOfCase[];
} & (
  | AskedChoice
  | AskedNumber
  | AskedOrder
  | AskedPair
  | AskedDecision
  | AskedReading
  | AskedHotspot
  | AskedMineral
);

/** A link shown after the answer, since even its address may give the answer away. */
export interface Link {
  readonly label: string;
  readonly href: string;
}

/** What is told after the answer, whatever the kind. */
export interface Told {
  readonly explanation: string;
  /** Chapter, descriptors and terms to read on. */
  readonly links: readonly Link[];
  readonly sources: readonly Link[];
  /** What the item trains, for the schedule: a chapter, or a term of the lexicon. */
  readonly category: string;
  /** Of a picture: the term asked for, and the term of each option. */
  readonly term?: {
    readonly asks: string;
    readonly truth: string;
    readonly options: readonly string[];
  };
}

/** What a page holds sealed. */
export type Key = Told &
  (ChoiceKey | NumberKey | OrderKey | PairKey | DecisionKey | ReadingKey | HotspotKey);

/** What a learner may have answered, by kind of item. */
export type Answer =
  | ChoiceAnswer
  | NumberAnswer
  | OrderAnswer
  | PairAnswer
  | DecisionAnswer
  | ReadingAnswer
  | HotspotAnswer
  | MineralAnswer;

/** An item as a page holds it. */
export interface Item {
  readonly id: string;
  readonly asked: Asked;
  /** The key, sealed; see `keyOf`. */
  readonly key: string;
}

/** Opens the key of an item. */
export const keyOf = ({ key }: Pick<Item, 'key'>): Key => opened(key) as Key;

/** Whether an answer is a mark on a picture, so that the truth of the picture must be fetched to judge it. */
export const needsFindings = ({ kind }: Asked) => kind === 'reading' || kind === 'hotspot';

/** The answer before anything is answered. */
export function freshAnswer(asked: Asked): Answer {
  switch (asked.kind) {
    case 'numeric':
      return '';
    case 'ordering':
      return asked.entries.map((_, index) => index);
    case 'look-alike-pair':
      return asked.sides.map(() => undefined);
    case 'reading':
      return { mark: null, recalled: false };
    case 'hotspot':
      return { mark: null };
    case 'mineral':
      return { option: null, polarised: false };
    default:
      return [];
  }
}

/** What is still missing from an answer, in a sentence; undefined where it can be judged. */
export function missingFrom(asked: Asked, key: Key, answer: Answer): string | undefined {
  switch (asked.kind) {
    case 'single-choice':
      return (answer as ChoiceAnswer).length > 0 ? undefined : 'Choose an option first.';
    case 'multiple-choice':
      return (answer as ChoiceAnswer).length > 0 ? undefined : 'Choose one or more options first.';
    case 'numeric':
      return numberIn(answer as NumberAnswer) === undefined
        ? 'Write a number first, such as 2.5.'
        : undefined;
    case 'look-alike-pair':
      return (answer as PairAnswer).every((word) => word !== undefined)
        ? undefined
        : 'Give each of the two a word first.';
    case 'decision':
      return wayOf(key as DecisionKey & Told, answer as DecisionAnswer).waiting
        ? 'Decide to the end first.'
        : undefined;
    case 'reading':
      return missingFromReading(asked, answer as ReadingAnswer);
    case 'hotspot':
      return (answer as HotspotAnswer).mark ? undefined : 'Set a mark first.';
    case 'mineral':
      return (answer as MineralAnswer).option === null ? 'Choose an option first.' : undefined;
    case 'ordering':
      return undefined;
  }
}

/** Judges an answer: what it earns, and why. */
export function judge(asked: Asked, key: Key, answer: Answer): Score {
  switch (asked.kind) {
    case 'single-choice':
    case 'multiple-choice':
      return scoreChoice(asked, key as ChoiceKey & Told, answer as ChoiceAnswer);
    case 'numeric':
      return scoreNumber(asked, key as NumberKey & Told, answer as NumberAnswer);
    case 'ordering':
      return scoreOrder(asked, key as OrderKey & Told, answer as OrderAnswer);
    case 'look-alike-pair':
      return scorePair(asked, key as PairKey & Told, answer as PairAnswer);
    case 'reading':
      return scoreAnswer(key as ReadingKey & Told, answer as ReadingAnswer).total;
    case 'hotspot':
      return scoreHotspot(asked, key as HotspotKey & Told, answer as HotspotAnswer);
    case 'mineral':
      return scoreMineral(asked, key as ChoiceKey & Told, answer as MineralAnswer);
    case 'decision':
      return scoreDecision(asked, key as DecisionKey & Told, answer as DecisionAnswer);
  }
}
