import {
  coverOf,
  moved,
  openDraw,
  outOf,
  type Part,
  type Phantom,
  type PhantomPoint,
  scatter,
} from '../../phantom/index.ts';
import { ball, type Body } from '../section/body.ts';
import type { Stand } from '../section/stand.ts';
import { foam, foreign } from './foam.ts';
import type { Growth } from './growth.ts';
import type { Lining } from './lining.ts';
import { aboutMineral } from './part.ts';
import { eachPart, massOf } from './parts.ts';
import { denseStroma, type Stroma } from './stroma.ts';

/** Fibrous tissue in which fat has died. */
const necroticFat: Stroma = {
  ...denseStroma,
  name: 'fibrosis about dead fat',
  eosin: 0.44,
  loose: 0.35,
  bundles: 0.6,
  fibroblasts: 0.4,
  lymphocytes: 0.035,
};

/** Histiocytes that have run together: many nuclei in one cell. */
const giant: Lining = {
  ...foreign,
  name: 'giant cell',
  wallMm: 0.2,
  uneven: 1.4,
  layers: foreign.layers.map((layer) => ({ ...layer, spacingUm: 5.6, share: 0.85 })),
  cytoplasm: { ...foreign.cytoplasm, eosin: 0.5, border: 0, gap: 0 },
};

/** Sheets of foam cells without a drop in their middle. */
const sheet: Lining = { ...foam, name: 'sheet of foam cells', wallMm: 0.2, uneven: 2.2 };

/** Fat cells that have died: outlines without a nucleus, of all sizes where they have run together. */
const deadFat: Lining = {
  ...foam,
  name: 'dead fat cells',
  wallMm: 0.0045,
  uneven: 0.5,
  layers: [],
  cytoplasm: { ...foam.cytoplasm, eosin: 0.36, haematoxylin: 0.05, vacuoles: 0, border: 0, gap: 0 },
  around: { sleeveMm: 0, retraction: 0, lymphocytes: 0.06 },
};

/** What lies about mineral: dead fat cells side by side, with drops between them. */
const deadFatAt = (seed: number): Stand => ({
  lining: deadFat,
  seed,
  pitchMm: 0.068,
  jitter: 0.35,
  radiusMm: [0.014, 0.043],
  halfLengthMm: [0, 0.012],
  share: 0.8,
});

/** What fills the fibrosis: drops of oil in foam cells, foam cells alone, giant cells. */
const fillings = (seed: number): Stand[] => [
  {
    lining: foam,
    seed,
    pitchMm: 0.19,
    jitter: 0.4,
    radiusMm: [0.034, 0.105],
    halfLengthMm: [0, 0.05],
    share: 0.55,
  },
  {
    lining: sheet,
    seed: seed + 1,
    pitchMm: 0.27,
    jitter: 0.4,
    radiusMm: [0.03, 0.08],
    halfLengthMm: [0.02, 0.12],
    share: 0.4,
  },
  {
    lining: giant,
    seed: seed + 2,
    pitchMm: 0.14,
    jitter: 0.45,
    radiusMm: [0.011, 0.024],
    halfLengthMm: [0, 0.014],
    share: 0.3,
  },
];

/** How wide the fibrosis about an oil cyst is. */
const capsuleMm = 0.35;

const fibrosisOf = (part: Part, id: number): Body[] =>
  part.kind === 'cyst'
    ? [
        {
          kind: 'growth',
          id,
          shape: ball(part.at, part.radiusMm + capsuleMm),
          wallMm: 0,
          stroma: necroticFat,
        },
      ]
    : massOf(part, id, necroticFat);

const wall: Lining = { ...foam, name: 'wall of an oil cyst', wallMm: 0.04 };

/** How far about mineral fat has died. */
const deadMm = 0.3;
/** The oil that is left beside a lump, in terms of its width: how wide it is, and how far aside (assumed). */
const oilShare = { radius: 0.27, aside: 0.42 };

/** The oil cysts in whose walls specks lie, within fat that has died. */
const cystsOf = ({ specks, lesion, plan }: Phantom): Body[] =>
  specks.flatMap((speck, id): Body[] => {
    const { host, solid, spanMm, at, axes } = speck;
    if (lesion.parts[host.part]?.kind !== 'mass') return [];
    const space = (middle: PhantomPoint, radiusMm: number): Body => {
      const shape = ball(middle, radiusMm + wall.wallMm);
      return { kind: 'part', id, shape, wallMm: wall.wallMm, lining: wall };
    };
    const draw = openDraw(plan.seed, `oil cyst ${id}`);
    const oil = space(
      moved(at, draw.direction(), oilShare.aside * spanMm),
      oilShare.radius * spanMm,
    );
    const own =
      solid.kind === 'grain'
        ? [aboutMineral(speck, solid, id, wall)]
        : [
            oil,
            ...(solid.kind === 'cluster' ? solid.balls : coverOf(solid)).map((held) =>
              space(moved(at, outOf(axes, held.at)), held.radiusMm),
            ),
          ];
    const stand = deadFatAt(scatter(plan.seed + id));
    const shape = ball(at, spanMm / 2 + deadMm);
    return [...own, { kind: 'growth', id, shape, wallMm: 0, stand }];
  });

export const fatNecrosisGrowth: Growth = {
  linings: [wall],
  reachMm: 0,
  displaces: true,
  adds: (phantom) => [
    ...eachPart((part, id, { plan }) =>
      fibrosisOf(part, id).flatMap((body) =>
        fillings(plan.seed).map((stand) => ({ ...body, stand })),
      ),
    )(phantom),
    ...cystsOf(phantom),
  ],
};
