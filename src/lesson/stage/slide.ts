/** What a stop says in words, set for the back row. */
import { keyOf } from '../../quiz/item.ts';
import { type ChoiceKey, letterOf, reasonOf } from '../../quiz/items/choice.ts';
import { percentOf } from '../../quiz/scoring/score.ts';
import { agreementLine } from '../agreement.ts';
import { hasAnswer, optionsOf, type Session } from '../session.ts';
import type { Stop } from '../stop.ts';
import { type Hands, shares, type Summary, swingOf, total } from '../votes.ts';

/** Builds the words of a stop; nothing of an answer is among them before it is revealed. */
export function slideOf(stop: Stop, session: Session, diagram?: Node): HTMLElement {
  const slide = made('div', 'stage-slide');
  slide.dataset.kind = stop.kind;
  slide.toggleAttribute('data-picture', stop.picture !== undefined);
  if (stop.asking) slide.append(...questionIn(stop, session));
  else {
    if (stop.title) slide.append(made('h1', '', stop.title));
    for (const paragraph of stop.text?.split(/\n\s*\n/) ?? [])
      slide.append(made('p', '', paragraph));
    if (stop.points.length > 0) {
      const list = made('ul');
      list.append(...stop.points.map((point) => made('li', '', point)));
      slide.append(list);
    }
    if (diagram) slide.append(diagram);
    if (stop.caption) slide.append(made('p', 'stage-caption', stop.caption));
  }
  return slide;
}

function questionIn(stop: Stop, session: Session): HTMLElement[] {
  const asking = stop.asking;
  if (!asking) return [];
  const revealed = session.revealed && hasAnswer(stop);
  const key = revealed ? (keyOf(asking.item) as ReturnType<typeof keyOf> & ChoiceKey) : undefined;
  const { before, after } = session.votes[asking.id] ?? {};
  const rounds = revealed ? [before, after].filter((hands) => total(hands) > 0) : [];
  const list = made('ol', 'stage-options');
  for (const [at, option] of optionsOf(stop).entries()) {
    const row = made('li');
    const right = key?.credits[at] === 1;
    row.append(made('b', '', right ? '✓' : letterOf(at)), made('span', '', option));
    if (key) {
      row.toggleAttribute('data-right', right);
      row.append(...rounds.map((hands) => bar(hands ?? [], at)));
      row.append(made('em', '', rounds.map((hands) => countOf(hands ?? [], at)).join(' → ')));
    }
    list.append(row);
  }
  const lines = [made('p', 'stage-prompt', asking.item.asked.prompt), list];
  const hands = total(asking.vote === 'before' ? before : after);
  if (!revealed && hands > 0)
    lines.push(made('p', 'stage-small', hands === 1 ? '1 hand counted' : `${hands} hands counted`));
  if (rounds.length === 2)
    lines.push(made('p', 'stage-small', 'Upper bar and first number: before; the others: after.'));
  if (key) {
    const why = reasonOf(key) ?? key.explanation;
    if (why) lines.push(made('p', 'stage-why', why));
    const agreed = agreementLine(asking.agreement);
    if (agreed) lines.push(made('p', 'stage-small', agreed));
  }
  return lines;
}

function bar(hands: Hands, at: number): HTMLElement {
  const fill = made('i');
  fill.style.inlineSize = percentOf(shares(hands)[at] ?? 0);
  return fill;
}

const countOf = (hands: Hands, at: number) =>
  `${hands[at] ?? 0} (${percentOf(shares(hands)[at] ?? 0)})`;

/** The last thing a room sees: what it found hardest, and where it changed its mind. */
export function endSlide(
  title: string,
  { outcomes, mostMissed, biggestSwing }: Summary,
): HTMLElement {
  const slide = made('div', 'stage-slide');
  slide.dataset.kind = 'title';
  slide.append(made('h1', '', outcomes.length > 0 ? 'What this room knew' : 'The end'));
  if (outcomes.length === 0) slide.append(made('p', '', title));
  if (mostMissed) {
    const right = mostMissed.rightAfter ?? mostMissed.rightBefore ?? 0;
    slide.append(made('p', '', `Most missed: ${mostMissed.title} (${percentOf(right)} right)`));
  }
  if (biggestSwing) {
    const { rightBefore = 0, rightAfter = 0 } = biggestSwing;
    const way = (swingOf(biggestSwing) ?? 0) > 0 ? 'Biggest gain' : 'Biggest loss';
    const change = `${percentOf(rightBefore)} right before, ${percentOf(rightAfter)} after`;
    slide.append(made('p', '', `${way}: ${biggestSwing.title} (${change})`));
  }
  if (outcomes.length > 0 && !mostMissed)
    slide.append(made('p', '', 'Every hand was for the right answer.'));
  return slide;
}

/** Shrinks the type of a slide until all of it is seen, not below what the back row can read. */
export function fit(slide: HTMLElement, { most = 4.6, least = 2.6 } = {}): void {
  for (let size = most; ; size -= 0.2) {
    const now = Math.max(size, least);
    slide.style.setProperty('--type', `calc(var(--u) * ${now.toFixed(2)})`);
    const over = slide.scrollHeight > slide.clientHeight + 1;
    if (!over) return;
    if (now > least) continue;
    // What explains goes before what is asked is cut off.
    const why = slide.querySelector('.stage-why');
    if (!why) return;
    why.remove();
  }
}

function made(tag: string, className = '', text = ''): HTMLElement {
  const element = document.createElement(tag);
  if (className) element.className = className;
  if (text) element.textContent = text;
  return element;
}
