import type { Field } from '../frame.ts';
import { desmoplasticStroma, periductalFibrosis, type Stroma } from '../lesion/stroma.ts';
import { gridAt } from '../scene/grid.ts';
import { chunkUm, type Scene } from '../scene/scene.ts';
import { liningAt, type Tissue } from '../scene/tissue.ts';
import type { Feature, FeatureName } from './feature.ts';

/** Distance of the places that are looked at. */
const pitchUm = 16;
/** Areas of fewer places are not named. */
const leastPlaces = 6;

/** The areas in a field that are of one kind and hang together, each at the place deepest within it. */
export function areasIn(scene: Scene, field: Field): Feature[] {
  const columns = Math.max(1, Math.floor((field.right - field.left) / pitchUm));
  const rows = Math.max(1, Math.floor((field.bottom - field.top) / pitchUm));
  const names: (FeatureName | null)[] = [];
  const depths: number[] = [];
  const placeOf = (n: number): readonly [number, number] => [
    field.left + ((n % columns) + 0.5) * pitchUm,
    field.top + (Math.floor(n / columns) + 0.5) * pitchUm,
  ];
  for (let n = 0; n < columns * rows; n++) {
    const [x, y] = placeOf(n);
    const found = areaAt(scene, x, y);
    names.push(found?.name ?? null);
    depths.push(found?.depth ?? 0);
  }
  const areas: Feature[] = [];
  for (let n = 0; n < names.length; n++) {
    const name = names[n];
    if (!name) continue;
    const places = floodFrom(n, names, columns);
    if (places.length < leastPlaces) continue;
    const deepest = places.reduce((a, b) =>
      (depths[b] as number) > (depths[a] as number) ? b : a,
    );
    const xs = places.map((place) => placeOf(place)[0]);
    const ys = places.map((place) => placeOf(place)[1]);
    const half = pitchUm / 2;
    areas.push({
      name,
      at: placeOf(deepest),
      reach: {
        left: Math.min(...xs) - half,
        right: Math.max(...xs) + half,
        top: Math.min(...ys) - half,
        bottom: Math.max(...ys) + half,
      },
    });
  }
  return areas;
}

/** The places of a name that hang together with one of them; their names are taken off the list. */
function floodFrom(start: number, names: (FeatureName | null)[], columns: number): number[] {
  const name = names[start];
  const places: number[] = [];
  const open = [start];
  names[start] = null;
  for (let place = open.pop(); place !== undefined; place = open.pop()) {
    places.push(place);
    const column = place % columns;
    const beside = [
      column > 0 ? place - 1 : -1,
      column < columns - 1 ? place + 1 : -1,
      place - columns,
      place + columns,
    ];
    for (const next of beside) {
      if (names[next] !== name) continue;
      names[next] = null;
      open.push(next);
    }
  }
  return places;
}

/** Stromas that have a name as a feature. */
const grounds: readonly { readonly stroma: Stroma; readonly name: FeatureName }[] = [
  { stroma: periductalFibrosis, name: 'periductal fibrosis' },
  { stroma: desmoplasticStroma, name: 'desmoplastic stroma' },
];

function areaAt(scene: Scene, x: number, y: number): { name: FeatureName; depth: number } | null {
  const { layers } = scene.chunkAt(Math.floor(x / chunkUm), Math.floor(y / chunkUm));
  const tissue = layers.find((layer) => gridAt(layer.tissue.edge, x, y) > 0)?.tissue;
  if (!tissue) return null;
  const gland = gridAt(tissue.gland, x, y);
  if (gland > 0) {
    const depth = gridAt(tissue.lumen, x, y);
    return depth > 2 && liningAt(tissue, x, y)?.content === 'necrosis'
      ? { name: 'necrosis', depth }
      : null;
  }
  return gland < -2 && gridAt(tissue.fat, x, y) < 0 ? groundAt(tissue, x, y, -gland) : null;
}

function groundAt(tissue: Tissue, x: number, y: number, offUm: number) {
  for (const { stroma, name } of grounds) {
    const ground = tissue.grounds.find((one) => one.stroma === stroma);
    const depth = ground ? gridAt(ground.within, x, y) : -1;
    if (depth > 0) return { name, depth: Math.min(depth, offUm) };
  }
  return null;
}
