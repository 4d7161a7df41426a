import { openParenchyma, openPatient, type Parenchyma, type Phantom } from '../../phantom/index.ts';
import { type FibreTexture, openFibreTexture } from './fibre-texture.ts';
import { openWeave, type Weave } from './weave.ts';

/** What the rays of every view of a phantom read of its tissue. */
export interface Tissue {
  readonly parenchyma: Parenchyma;
  readonly texture: FibreTexture;
  readonly weave: Weave;
}

/** Grows the tissue of a phantom, which takes about a second: once for all of its views. */
export function openTissue({ plan, anatomy }: Phantom): Tissue {
  const seedOf = (branch: string) => openPatient(plan.seed).branch(branch).seed();
  return {
    parenchyma: openParenchyma(plan, anatomy),
    texture: openFibreTexture(seedOf('fibres')),
    weave: openWeave(seedOf('weave')),
  };
}
