import type { Field } from '../frame.ts';
import { gridAt } from '../scene/grid.ts';
import { type Cone, insideCone } from '../scene/hollows.ts';
import type { Nucleus } from '../scene/nucleus.ts';
import { chunkUm, type Layer, type Scene } from '../scene/scene.ts';
import { areasIn } from './areas.ts';
import type { Feature, FeatureName } from './feature.ts';

/**
 * The diagnostic features in a field of the slide, read from the chunks that the tiles are drawn from:
 * cells by what they are drawn as, tunnels and tufts where the plane cuts them, areas where the tissue
 * is what they are. What mineral covers is named all the same.
 */
export function featuresIn(scene: Scene, field: Field): Feature[] {
  const found: Feature[] = [];
  for (let row = Math.floor(field.top / chunkUm); row * chunkUm < field.bottom; row++) {
    for (let column = Math.floor(field.left / chunkUm); column * chunkUm < field.right; column++) {
      const chunk = scene.chunkAt(column, row);
      const holds = ([x, y]: Feature['at']) =>
        isIn(field, x, y) && Math.floor(x / chunkUm) === column && Math.floor(y / chunkUm) === row;
      for (const layer of chunk.layers) {
        const own = [
          ...layer.nuclei.flatMap(featureOfCell),
          ...layer.tissue.cones.flatMap((cone) => featureOfCone(cone, layer)),
        ];
        found.push(...own.filter(({ at }) => holds(at)));
      }
    }
  }
  return [...found, ...areasIn(scene, field)];
}

const isIn = ({ left, right, top, bottom }: Field, x: number, y: number): boolean =>
  x >= left && x < right && y >= top && y < bottom;

/** Cells that have a name of their own, by the name of their nucleus. */
const cellNames: Readonly<Record<string, FeatureName>> = {
  'apical snout': 'apical snout',
  'myoepithelial nucleus': 'myoepithelial cell',
  'ghost cell': 'ghost cell',
  'karyorrhectic dust': 'karyorrhectic dust',
  lymphocyte: 'lymphocyte',
};

function featureOfCell({ kind, event, x, y, long }: Nucleus): Feature[] {
  const name =
    event === 'mitosis' ? event : event === 'apoptosis' ? 'apoptotic body' : cellNames[kind.name];
  if (!name) return [];
  return [
    {
      name,
      at: [x, y],
      reach: { left: x - long, right: x + long, top: y - long, bottom: y + long },
    },
  ];
}

/** Less than this of a tunnel or tuft in the plane is not named. */
const leastUm = 5;

/** Where the plane cuts a tunnel or a tuft: the middle of what it cuts, if it is still what it was. */
function featureOfCone(cone: Cone, { tissue }: Layer): Feature[] {
  const { from, to } = cone;
  const down = to[2] - from[2];
  const t = down === 0 ? 0.5 : Math.min(1, Math.max(0, -from[2] / down));
  const x = from[0] + t * (to[0] - from[0]);
  const y = from[1] + t * (to[1] - from[1]);
  const inside = insideCone(cone, x, y);
  const free = gridAt(tissue.lumen, x, y);
  const isThere = cone.kind === 'tunnel' ? free > 2 : free < -2;
  if (inside < leastUm || !isThere || gridAt(tissue.gland, x, y) < 0) return [];
  if (gridAt(tissue.edge, x, y) < 0) return [];
  const reach = { left: x - inside, right: x + inside, top: y - inside, bottom: y + inside };
  return [
    { name: cone.kind === 'tunnel' ? 'cribriform lumen' : 'micropapilla', at: [x, y], reach },
  ];
}
