import {
  clamp,
  type Core,
  type CorePoint,
  distance,
  fromCore,
  leafletCorner,
  leafletShare,
  leafletsFrom,
  leafletWall,
  lobuleCorner,
  lobuleShare,
  lobuleWall,
  noWalls,
  openPatient,
  type Parenchyma,
  type Phantom,
  roundedOff,
  spaceFields,
} from '../../phantom/index.ts';
import { meanCoverage } from '../projection/wall-integral.ts';
import { openTiledNoise } from './noise-tile.ts';

/** How far apart samples along a ray may lie. */
const stepMm = 0.3;
/** The sheets of fibres that part the tissue finer than a mammogram shows: how far apart they lie. */
const sheetsMm = [1.7, 0.75, 0.36] as const;
/** The part of fibroglandular tissue that is gland between its sheets, and in them. */
const loose = 0.08;
const tight = 1;
/** The part of a septum in fat that is fibres. */
const septum = 0.85;

/** The tissue of a phantom along short rays: which part of a ray through a core is gland. */
export type CoreTissue = (core: Core, from: CorePoint, to: CorePoint) => number;

/**
 * Opens the tissue of a phantom for its cores: the parenchyma where the core lay in the breast, as
 * the mammogram shows it, and in it the sheets of fibres that a mammogram does not show. The sheets
 * are where a noise in the tissue's own space is 0; the distance to them is the noise over its slope.
 * As in the view of the breast, walls are integrated exactly between two samples.
 */
export function openCoreTissue({ plan }: Phantom, parenchyma: Parenchyma): CoreTissue {
  const { fabric } = parenchyma;
  const draw = openPatient(plan.seed).branch('sheets');
  const sheets = sheetsMm.map((sizeMm) => ({ sizeMm, noise: openTiledNoise(draw.seed()) }));
  const weave = openTiledNoise(draw.seed());
  const first = new Float64Array(spaceFields.length);
  const last = new Float64Array(spaceFields.length);
  const space = new Float64Array(spaceFields.length);
  const place = new Float64Array(3);
  const lobule = noWalls();
  const leaflet = noWalls();
  const nearMm = sheets.map(() => 0);

  return (core, from, to) => {
    parenchyma.spaceAt(fromCore(core, from), first);
    parenchyma.spaceAt(fromCore(core, to), last);
    const lengthMm = distance(from, to);
    const steps = Math.max(1, Math.ceil(lengthMm / stepMm));
    let sum = 0;
    let [cell, fineCell, level, d1, d2, shown, fine] = [0, 0, 0, 0, 0, 0, 0];
    for (let n = 0; n <= steps; n++) {
      const t = n / steps;
      for (let f = 0; f < space.length; f++)
        space[f] = (first[f] as number) + ((last[f] as number) - (first[f] as number)) * t;
      const x = space[0] as number;
      const y = space[1] as number;
      const z = space[2] as number;
      const mmPerUnit = space[3] as number;
      const visibility = space[6] as number;
      const levelHere = parenchyma.lobuleAt(space, lobule);
      const leafy = levelHere >= leafletsFrom;
      if (leafy) parenchyma.leafletAt(space, leaflet);
      const d1Here = roundedOff(lobule, lobuleCorner(levelHere), levelHere) * mmPerUnit;
      const d2Here = leafy
        ? roundedOff(leaflet, leafletCorner(levelHere), levelHere) * mmPerUnit
        : 0;
      const shownHere = lobuleShare(levelHere, visibility);
      const fineHere = leafy ? leafletShare(levelHere, visibility) : 0;
      const mean = (level + levelHere) / 2;
      let gland = 0;
      if (n > 0) {
        const wall = lobuleWall(fabric, mean);
        gland =
          meanCoverage(d1, lobule.cell === cell ? d1Here : -d1Here, wall.halfMm, wall.edgeMm) *
          ((shown + shownHere) / 2);
        if (leafy && level >= leafletsFrom) {
          const sheet = leafletWall(fabric, mean);
          const beyond = leaflet.cell === fineCell ? d2Here : -d2Here;
          const second = meanCoverage(d2, beyond, sheet.halfMm, sheet.edgeMm);
          gland = 1 - (1 - gland) * (1 - second * ((fine + fineHere) / 2));
        }
      }
      // Fibres run towards the nipple: their sheets are drawn out that way.
      place[0] = x / 3;
      place[1] = y / 2;
      place[2] = z / 2;
      const thin = clamp(0.5 + 1.1 * weave(place), 0, 1) * septum;
      let dense = 1;
      for (let i = 0; i < sheets.length; i++) {
        const { sizeMm, noise } = sheets[i] as (typeof sheets)[number];
        const perUnit = mmPerUnit / sizeMm;
        place[0] = (x * perUnit) / 1.7;
        place[1] = y * perUnit;
        place[2] = z * perUnit;
        const hereMm = (noise(place) * sizeMm) / 1.5;
        if (n > 0) {
          const halfMm = sizeMm * (0.022 + 0.11 * gland);
          const edgeMm = sizeMm * (0.025 + 0.07 * gland);
          dense *= 1 - meanCoverage(nearMm[i] as number, hereMm, halfMm, edgeMm);
        }
        nearMm[i] = hereMm;
      }
      if (n > 0)
        sum += gland * (loose + (tight - loose) * (1 - dense)) + (1 - gland) * (1 - dense) * thin;
      cell = lobule.cell;
      fineCell = leaflet.cell;
      level = levelHere;
      d1 = d1Here;
      d2 = d2Here;
      shown = shownHere;
      fine = fineHere;
    }
    return sum / steps;
  };
}
