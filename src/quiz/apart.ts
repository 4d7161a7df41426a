import { offeredTerms, rightTerm } from '../atlas/asked-picture.ts';
import type { CaseRecord } from '../atlas/case.ts';
import type { Question, QuestionOf } from '../atlas/question.ts';
import { sealed } from '../atlas/sealed.ts';
import { shuffled } from './draw.ts';
import type { Asked, Item, Key, Told } from './item.ts';
import type { ChoiceKey } from './items/choice.ts';
import type { DecisionKey } from './items/decision.ts';
import type { NumberKey } from './items/numeric.ts';
import type { OrderKey } from './items/ordering.ts';
import type { PairKey } from './items/look-alike.ts';
import { termChoice } from './term-choice.ts';

type KeyOfKind = ChoiceKey | NumberKey | OrderKey | PairKey | DecisionKey;

/**
 * Parts a question into what a page shows and the sealed key that holds everything that could tell the
 * answer: credits, reasons, explanation, links and sources. `links` and `sources` are addresses, which
 * only pages know; `record` is the case of a picture.
 */
export function apart(
  id: string,
  question: Question,
  after: Pick<Told, 'links' | 'sources'>,
  record?: CaseRecord,
): Item {
  const { title, prompt, explanation } = question;
  const { asked, key } = parted(id, question, record);
  const told: Told = { explanation, ...after, category: categoryOf(question, record) };
  const whole: Key = { ...key, ...told, ...termOf(question, record) };
  const pictures = question.kind === 'picture' && [{ case: question.case, view: question.view }];
  return {
    id,
    asked: { title, prompt, ...asked, ...(pictures && { pictures }) } as Asked,
    key: sealed(whole),
  };
}

function parted(id: string, question: Question, record?: CaseRecord) {
  switch (question.kind) {
    case 'single-choice':
    case 'multiple-choice':
      return choiceOf(question);
    case 'numeric': {
      const { kind, unit = '', answer, tolerance, slips } = question;
      return { asked: { kind, unit }, key: { answer, tolerance, slips } satisfies KeyOfKind };
    }
    case 'ordering':
      return orderOf(id, question);
    case 'look-alike-pair':
      return {
        asked: {
          kind: question.kind,
          words: question.words,
          sides: question.sides.map(({ text }) => text),
        },
        key: {
          words: question.sides.map(({ word }) => word - 1),
          why: question.sides.map(({ why }) => why),
        } satisfies PairKey,
      };
    case 'decision':
      return decisionOf(question);
    case 'picture':
      return pictureOf(question, record);
  }
}

function choiceOf({ kind, options }: QuestionOf<'single-choice' | 'multiple-choice'>) {
  return {
    asked: { kind, options: options.map(({ text }) => text) },
    key: {
      credits: options.map(({ correct }) => (correct ? 1 : 0)),
      why: options.map(({ why }) => why),
    } satisfies ChoiceKey,
  };
}

/** The entries as shown are drawn by the question's id, and never stand in the right order at first. */
function orderOf(id: string, { kind, from, to, entries }: QuestionOf<'ordering'>) {
  let rank = -1;
  const ranked = entries.map(({ level }, index) => {
    if (!level || index === 0) rank += 1;
    return rank;
  });
  const places = shuffled(
    entries.map((_, index) => index),
    id,
  );
  const isRight = places.every(
    (entry, place) => place === 0 || (ranked[places[place - 1] ?? 0] ?? 0) <= (ranked[entry] ?? 0),
  );
  const shown = isRight ? places.toReversed() : places;
  return {
    asked: { kind, from, to, entries: shown.map((index) => entries[index]?.text ?? '') },
    key: {
      ranks: shown.map((index) => ranked[index] ?? 0),
      why: shown.map((index) => entries[index]?.why ?? ''),
    } satisfies OrderKey,
  };
}

function decisionOf({ kind, steps }: QuestionOf<'decision'>) {
  const place = new Map(steps.map(({ id }, index) => [id, index]));
  const key: DecisionKey = {
    steps: steps.map(({ situation, choices }) => ({
      situation,
      choices: choices.map(({ text }) => text),
      outcomes: choices.map(({ credit, consequence, next }) => ({
        credit,
        consequence,
        ...(next !== undefined && { next: place.get(next) }),
      })),
    })),
  };
  const { situation = '', choices = [] } = key.steps[0] ?? {};
  return { asked: { kind, first: { situation, choices } }, key };
}

/** A picture becomes a choice among terms. */
function pictureOf(question: QuestionOf<'picture'>, record: CaseRecord | undefined) {
  return termChoice(question.asks, offeredTerms(question), truthOf(question, record));
}

function truthOf(question: QuestionOf<'picture'>, record: CaseRecord | undefined): string {
  const truth = record && rightTerm(question, record);
  if (truth === undefined)
    throw new Error(`The case ${question.case} has no ${question.asks} to ask for.`);
  return truth;
}

function categoryOf(question: Question, record: CaseRecord | undefined): string {
  return question.kind === 'picture'
    ? `${question.asks}:${truthOf(question, record)}`
    : `chapter:${question.chapter ?? 'none'}`;
}

function termOf(question: Question, record: CaseRecord | undefined): Pick<Told, 'term'> {
  if (question.kind !== 'picture') return {};
  const { asks } = question;
  return { term: { asks, truth: truthOf(question, record), options: offeredTerms(question) } };
}
