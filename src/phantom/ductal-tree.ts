import { type Breast, depthUnderSkinMm } from './breast.ts';
import { wander } from './curve.ts';
import type { Draw } from './draw.ts';
import type { PhantomPoint } from './frame.ts';
import { growLobes, type Lobe, lobeApex, lobeAt, onAxis } from './lobe.ts';
import type { Tdlu } from './tdlu.ts';
import { between, distance, moved, scaled, sum, unit, type Vector } from './vector.ts';

/** A duct between two branchings; its parent leads to the nipple. */
export interface Duct {
  readonly id: number;
  readonly lobe: number;
  /** Null for the main duct of a lobe, which opens at the nipple. */
  readonly parent: number | null;
  readonly children: readonly number[];
  /** 0 for the main duct, one more at each branching. */
  readonly generation: number;
  /** From the nipple's side to the far end. */
  readonly course: readonly PhantomPoint[];
  readonly fromRadiusMm: number;
  readonly toRadiusMm: number;
}

/** The ducts of a breast, from the nipple to the terminal duct lobular units. */
export interface DuctalTree {
  readonly lobes: readonly Lobe[];
  /** In the order of their ids; a parent comes before its children. */
  readonly ducts: readonly Duct[];
  readonly tdlus: readonly Tdlu[];
}

const stepMm = 2.5;
const lastGeneration = 5;
const mainRadiusMm = 0.7;
const radiusPerGeneration = 0.76;
/** Usual lengths by generation, in a breast 85 mm deep. */
const usualLengthMm = [22, 17, 14, 11, 8, 6];
/** Fat under the skin that holds no ducts. */
const subcutaneousMm = 8;
const underNippleMm = 1.2;

/**
 * Grows the tree: from each lobe's opening at the nipple ducts wander into the wedge of the lobe,
 * turning back where they would leave it, and branch into two or three, each thinner. Units stand at
 * every end and here and there along the way.
 */
export function growDuctalTree(breast: Breast, ageYears: number, draw: Draw): DuctalTree {
  const lobes = growLobes(draw.branch('lobes'));
  const apex = lobeApex(breast);
  const scale = breast.depthMm / 85;
  const ducts: (Duct & { children: number[] })[] = [];
  const tdlus: Tdlu[] = [];

  for (const lobe of lobes) {
    const chance = draw.branch(`lobe ${lobe.id}`);
    const allowed = (p: PhantomPoint) => {
      const least = distance(apex, p) < 12 ? underNippleMm : subcutaneousMm;
      return p[0] > 3 && depthUnderSkinMm(breast, p) > least;
    };
    const backIntoWedge = (p: PhantomPoint): Vector => {
      if (lobeAt(lobes, apex, p) === lobe.id) return [0, 0, 0];
      // Towards the axis farther out, so that a duct is led back and does not turn round.
      const ahead = onAxis(lobe, apex, distance(apex, p) + 7);
      return scaled(unit(between(p, ahead)), 0.65);
    };
    const addUnit = (duct: number, at: PhantomPoint) => {
      const radiusMm = chance.uniform(0.5, 1.05) * (ageYears > 55 ? 0.8 : 1);
      const id = tdlus.length;
      tdlus.push({ id, lobe: lobe.id, duct, at, radiusMm, seed: chance.seed() });
    };
    const grow = (
      from: PhantomPoint,
      direction: Vector,
      parent: number | null,
      generation: number,
      fromRadiusMm: number,
    ) => {
      const usual = (usualLengthMm[generation] ?? 5) * scale;
      const course = wander(
        {
          from,
          direction,
          stepMm,
          steps: Math.max(2, Math.round((usual * chance.uniform(0.65, 1.3)) / stepMm)),
          restlessness: 0.11,
          wobble: 0.06,
          steer: backIntoWedge,
          allowed,
        },
        chance,
      );
      const end = course[course.length - 1] as PhantomPoint;
      if (course.length < 2) {
        if (parent !== null) addUnit(parent, end);
        return;
      }
      const id = ducts.length;
      const toRadiusMm = fromRadiusMm * 0.88;
      const duct = {
        id,
        lobe: lobe.id,
        parent,
        children: [] as number[],
        generation,
        course,
        fromRadiusMm,
        toRadiusMm,
      };
      ducts.push(duct);
      if (parent !== null) (ducts[parent] as { children: number[] }).children.push(id);
      for (let i = 1; i < course.length - 1; i++) {
        if (generation > 0 && chance.chance(0.09 * generation)) {
          addUnit(
            id,
            moved(course[i] as PhantomPoint, chance.direction(), chance.uniform(0.8, 2.2)),
          );
        }
      }
      if (generation >= lastGeneration || !allowed(end)) {
        addUnit(id, end);
        return;
      }
      const onward = unit(between(course[course.length - 2] as PhantomPoint, end));
      const spread = generation === 0 ? 0.3 : 0.5;
      const branches = chance.chance(0.78) ? 2 : 3;
      for (let branch = 0; branch < branches; branch++) {
        const aside = scaled([chance.normal(), chance.normal(), chance.normal()], spread);
        grow(end, unit(sum(onward, aside)), id, generation + 1, fromRadiusMm * radiusPerGeneration);
      }
    };
    const opening = moved(apex, [0, chance.normal(0, 1.1), chance.normal(0, 1.1)]);
    grow(opening, unit(sum(lobe.axis, [-0.25, 0, 0])), null, 0, mainRadiusMm);
  }
  return { lobes, ducts, tdlus };
}

/** The ducts of a lobe, the main duct first. */
export const ductsOf = (tree: DuctalTree, lobe: number): readonly Duct[] =>
  tree.ducts.filter((duct) => duct.lobe === lobe);

/**
 * A way through the tree from a duct outwards, always into the child that `choose` picks, as one
 * course, with the ducts that it passes.
 */
export function wayOutward(
  tree: DuctalTree,
  start: Duct,
  choose: (children: readonly Duct[]) => Duct,
): { readonly ducts: readonly Duct[]; readonly course: readonly PhantomPoint[] } {
  const ducts = [start];
  const course = [...start.course];
  for (let duct = start; duct.children.length > 0;) {
    duct = choose(duct.children.map((id) => tree.ducts[id] as Duct));
    ducts.push(duct);
    course.push(...duct.course.slice(1));
  }
  return { ducts, course };
}

/** The radius of a duct at a fraction of its length. */
export const ductRadiusMm = (duct: Duct, t: number): number =>
  duct.fromRadiusMm + (duct.toRadiusMm - duct.fromRadiusMm) * t;

/** The direction in which a duct leaves its last step, away from the nipple. */
export function outermostDirection({ course }: Duct): Vector {
  const end = course[course.length - 1] as PhantomPoint;
  return unit(between(course[course.length - 2] as PhantomPoint, end));
}
