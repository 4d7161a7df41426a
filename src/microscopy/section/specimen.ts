import {
  type Biopsy,
  type Block,
  type Core,
  embed,
  openParenchyma,
  type Phantom,
  type PhantomPoint,
} from '../../phantom/index.ts';
import { bodiesOf, isNear } from './bodies.ts';
import type { Body } from './body.ts';
import { type OpenedCore, openCore } from './piece.ts';

/** How thick sections are cut. */
export const sectionUm = 4;

/** A biopsy in its block, ready to be cut: what all sections of it have in common. */
export interface Specimen {
  readonly phantom: Phantom;
  readonly biopsy: Biopsy;
  readonly block: Block;
  readonly cores: readonly (OpenedCore & { readonly bodies: readonly Body[] })[];
  /** The deepest plane that can be cut. */
  readonly deepestUm: number;
  /** The part of the tissue at a point of the breast that is not fat, 0 to 1. */
  fibrousAt(point: PhantomPoint): number;
}

/** The deepest plane of a block that can be cut, below its face. */
export const deepestUmOf = ({ depthMm }: Pick<Block, 'depthMm'>): number =>
  Math.floor(1000 * depthMm) - sectionUm;

/** Embeds a biopsy and opens its cores. */
export function openSpecimen(phantom: Phantom, biopsy: Biopsy): Specimen {
  const block = embed(phantom, biopsy);
  const all = bodiesOf(phantom);
  const cores = block.cores.map((laid) => {
    const core = biopsy.cores[laid.core] as Core;
    const bodies = all.filter(({ shape }) => isNear(core, shape));
    return { ...openCore(phantom, core, laid), bodies };
  });
  // Calibrated when first asked for: whoever wants outlines and specks alone need not wait.
  let parenchyma: ReturnType<typeof openParenchyma> | null = null;
  return {
    phantom,
    biopsy,
    block,
    cores,
    deepestUm: deepestUmOf(block),
    fibrousAt(point) {
      parenchyma ??= openParenchyma(phantom.plan, phantom.anatomy);
      return parenchyma.fibroglandularAt(point);
    },
  };
}
