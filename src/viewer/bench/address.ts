/**
 * The state of a bench in the query of an address, which people may read and edit:
 * `?panes=cc,mlo&layout=hanging&look=cc:52.1,70,30&grey=mlo:20,80&turn=cc:90,mirrored&link=off
 * &depth=1450&stage=45&findings=on&speck=12`.
 * What cannot be read is left out; nothing in an address is ever an error. Pure.
 */
import { formatLook, parseLook } from '../look.ts';
import type { Orientation } from '../orientation.ts';
import {
  type BenchState,
  type BenchView,
  firstState,
  type Layout,
  layouts,
  sensible,
  type Tone,
} from './state.ts';

const own = [
  'panes',
  'layout',
  'look',
  'grey',
  'turn',
  'link',
  'depth',
  'stage',
  'findings',
  'speck',
];

/** Whether a query asks for something on the bench. */
export const asksForBench = (query: string) =>
  own.some((name) => new URLSearchParams(query).has(name));

/** The state that a query (`location.search`) asks for, or the nearest that these views allow. */
export function readState(query: string, views: readonly BenchView[]): BenchState {
  const asked = new URLSearchParams(query);
  const first = firstState(views);
  const looks = asked.getAll('look').flatMap((text) => oneOrNone(parseLook(text)));
  // A link to a place in one view, as a figure gives it, opens that view.
  const panes = (asked.get('panes') ?? looks.map(({ view }) => view).join(',')).split(',');
  const layout = layouts.find((name) => name === asked.get('layout')) ?? first.layout;
  return sensible(
    {
      layout,
      panes,
      linked: asked.get('link') !== 'off',
      looks: Object.fromEntries(looks.map((look) => [look.view, look])),
      tones: Object.fromEntries(asked.getAll('grey').flatMap((text) => oneOrNone(readTone(text)))),
      turns: Object.fromEntries(asked.getAll('turn').flatMap((text) => oneOrNone(readTurn(text)))),
      depthUm: readNumber(asked.get('depth')),
      stageDeg: (readNumber(asked.get('stage')) ?? 0) % 360,
      findings: asked.get('findings') === 'on',
      speck: asked.get('findings') === 'on' ? readSpeck(asked.get('speck') ?? '') : null,
    },
    views,
  );
}

/** The address with this state in its query; parameters of others stay, the fragment goes. */
export function addressOfState(state: BenchState, href: string): string {
  const address = new URL(href);
  for (const name of own) address.searchParams.delete(name);
  const { layout, panes, linked, looks, tones, turns, depthUm, stageDeg, findings, speck } = state;
  const written: [name: string, value: string][] = [
    ['panes', panes.map(encodeURIComponent).join(',')],
    ...(layout === 'beside' ? [] : [['layout', layout satisfies Layout] as [string, string]]),
    ...panes.flatMap((id): [string, string][] => {
      const [look, tone, turn] = [looks[id], tones[id], turns[id]];
      return [
        ...(look ? [['look', escaped(formatLook(look))] as [string, string]] : []),
        ...(tone ? [['grey', escaped(writeTone(id, tone))] as [string, string]] : []),
        ...(turn ? [['turn', escaped(writeTurn(id, turn))] as [string, string]] : []),
      ];
    }),
    ...(linked ? [] : [['link', 'off'] as [string, string]]),
    ...(depthUm === null ? [] : [['depth', String(depthUm)] as [string, string]]),
    ...(stageDeg === 0 ? [] : [['stage', String(stageDeg)] as [string, string]]),
    ...(findings ? [['findings', 'on'] as [string, string]] : []),
    ...(findings && speck !== null ? [['speck', String(speck + 1)] as [string, string]] : []),
  ];
  // Written by hand: colons and commas are allowed in a query and read better unescaped.
  const query = written.map(([name, value]) => `${name}=${value}`).join('&');
  address.search = [address.search.slice(1), query].filter(Boolean).join('&');
  address.hash = '';
  return address.href;
}

const oneOrNone = <T>(found: T | undefined): T[] => (found === undefined ? [] : [found]);

const escaped = (text: string) =>
  encodeURIComponent(text).replaceAll('%3A', ':').replaceAll('%2C', ',');

const writeTone = (id: string, { black, white }: Tone) => `${id}:${black},${white}`;

function readTone(text: string): [id: string, tone: Tone] | undefined {
  const [, id, black, white] = /^(.+):(\d{1,3}),(\d{1,3})$/.exec(text) ?? [];
  const tone = { black: Number(black), white: Number(white) };
  if (!id || tone.black === tone.white || Math.max(tone.black, tone.white) > 100) return undefined;
  return [id, tone];
}

const writeTurn = (id: string, { turnDeg, mirrored }: Orientation) =>
  `${id}:${[...(turnDeg === 0 ? [] : [turnDeg]), ...(mirrored ? ['mirrored'] : [])].join(',')}`;

function readTurn(text: string): [id: string, turn: Orientation] | undefined {
  const [, id, degrees, mirror] = /^(.+?)(?::(90|180|270))?([:,]mirrored)?$/.exec(text) ?? [];
  if (!id || !(degrees || mirror)) return undefined;
  const turnDeg = Number(degrees ?? 0) as Orientation['turnDeg'];
  return [id, { turnDeg, mirrored: mirror !== undefined }];
}

/** Specks are counted from 1 where people read. */
const readSpeck = (text: string): number | null =>
  /^[1-9]\d{0,5}$/.test(text) ? Number(text) - 1 : null;

const readNumber = (text: string | null): number | null =>
  text !== null && /^\d{1,6}$/.test(text) ? Number(text) : null;
