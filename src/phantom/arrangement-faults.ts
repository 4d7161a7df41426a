import { distributionOf } from '../lexicon/index.ts';
import { nearestOn } from './curve.ts';
import { lobeApex, lobeAt } from './lobe.ts';
import { type Measures, measureInView, shareInLobe } from './measures.ts';
import type { Phantom } from './phantom.ts';
import { distance } from './vector.ts';
import { lineViewIds, openView } from './view.ts';

/** A line is narrower than this part of its length in every view. */
const lineAtMost = 0.25;
/** Each quarter of a whole breast holds at least this part of what lies all over it. */
const quarterAtLeast = 0.08;

const says = (distribution: string, but: string) =>
  `\`distribution\` says ${distribution}, but ${but}.`;

/** How what lies where it does can break the word for its distribution. */
export const arrangementFaults: Readonly<
  Record<
    NonNullable<Phantom['plan']['distribution']>,
    (phantom: Phantom, found: Measures) => string[]
  >
> = {
  grouped: (_, { count, extentMm }) =>
    count > 0 && distributionOf({ count, extentMm, follows: 'nothing' }) === 'grouped'
      ? []
      : [says('grouped', `${count} calcifications over ${extentMm.toFixed(1)} mm are no group`)],

  regional: (_, { count, extentMm }) =>
    count > 0 && distributionOf({ count, extentMm, follows: 'nothing' }) === 'regional'
      ? []
      : [says('regional', `${count} calcifications over ${extentMm.toFixed(1)} mm are no region`)],

  linear: (phantom) => {
    const { specks, lesion, anatomy } = phantom;
    if (lesion.lobe === null) {
      const arteries = new Set(specks.map(({ host }) => host.vessel));
      return arteries.has(null) ? [says('linear', 'they follow neither a duct nor an artery')] : [];
    }
    const ducts = anatomy.tree.ducts.filter(({ lobe }) => lobe === lesion.lobe);
    const off = specks.filter(
      ({ at }) => Math.min(...ducts.map(({ course }) => nearestOn(course, at).distanceMm)) > 1.5,
    );
    if (off.length > 0) return [says('linear', `${off.length} lie off the ducts`)];
    return lineViewIds.flatMap((view) => {
      const { width } = measureInView(phantom, openView(phantom, view));
      return width < lineAtMost
        ? []
        : [says('linear', `they fill an area rather than a line in ${view}`)];
    });
  },

  segmental: ({ specks, lesion, anatomy }, { extentMm }) => {
    if (lesion.lobe === null) return [says('segmental', 'they keep to no lobe')];
    const share = shareInLobe(anatomy, specks, lesion.lobe);
    if (share < 0.85) {
      return [says('segmental', `only ${Math.round(share * 100)} % lie in the wedge of one lobe`)];
    }
    const apex = lobeApex(anatomy.breast);
    const reaches = specks.map(({ at }) => distance(apex, at));
    const towardsNipple = Math.max(...reaches) - Math.min(...reaches);
    return towardsNipple > 0.45 * extentMm
      ? []
      : [says('segmental', 'they lie across the way to the nipple rather than along it')];
  },

  diffuse: ({ specks, anatomy: { breast, tree } }, { extentMm }) => {
    const apex = lobeApex(breast);
    const lobes = new Set(specks.map(({ at }) => lobeAt(tree.lobes, apex, at)));
    const wide = extentMm > 0.6 * breast.depthMm;
    if (lobes.size < 3 || !wide) {
      return [says('diffuse', `they lie in ${lobes.size} lobes over ${extentMm.toFixed(0)} mm`)];
    }
    const sides = [-1, 1];
    const fewest = Math.min(
      ...sides.flatMap((outer) =>
        sides.map((up) => specks.filter(({ at: [, y, z] }) => y * outer > 0 && z * up > 0).length),
      ),
    );
    return fewest >= Math.max(1, quarterAtLeast * specks.length)
      ? []
      : [says('diffuse', `one quarter of the breast holds only ${fewest} of ${specks.length}`)];
  },
};
