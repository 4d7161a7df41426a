import { acquire, type Run, type Signal } from '../../src/radiography/acquire.ts';
import {
  type Acquisition,
  acquisitionOf,
  contrastAt,
  edgeMtf,
  type Frame,
  noisePower,
  pitchUmOf,
  squaresIn,
  testObject,
  type Thickness,
} from '../../src/radiography/index.ts';

/** What test objects show of the way from quanta to pixels, before the processing for reading. */
export interface Chain {
  /** Contrast that an edge keeps at the Nyquist frequency, in the plane of the breast. */
  readonly atNyquist: number;
  /** Spread of a pixel behind 5 cm, as part of its value. */
  readonly noisePart: number;
  /** Power of the noise at 5–6.5/mm over that at 0.5–2/mm: 1 where it is white. */
  readonly whiteness: number;
}

async function take(object: Thickness, acquisition: Acquisition, run: Run): Promise<Signal> {
  const steps = acquire(object, acquisition, run);
  for (;;) {
    const { done, value } = await steps.next();
    if (done) return value;
  }
}

/** Measures the chain of contact views. */
export async function measureChain(): Promise<Chain> {
  const contact = acquisitionOf('cc');
  const pitchUm = pitchUmOf(contact);
  const frame: Frame = { widthPx: 512, heightPx: 512, pitchUm, originMm: [0, 0] };

  const flat = testObject(frame, { material: 'adipose', mm: 50 }, []);
  const { quanta } = await take(flat, contact, { seed: 6 });
  const { cyclesPerMm, power } = noisePower(quanta, squaresIn(quanta, 64));
  const meanPower = (from: number, to: number) => {
    const within = power.filter((_, i) => {
      const f = cyclesPerMm[i] as number;
      return f >= from && f <= to;
    });
    return within.reduce((sum, p) => sum + p, 0) / within.length;
  };
  const count = quanta.pixels.length;
  const mean = quanta.pixels.reduce((sum, q) => sum + q, 0) / count;
  const variance = quanta.pixels.reduce((sum, q) => sum + (q - mean) ** 2, 0) / count;

  return {
    atNyquist: await edgeAtNyquist(contact, frame),
    noisePart: Math.sqrt(variance) / mean,
    whiteness: meanPower(5, 6.5) / meanPower(0.5, 2),
  };
}

/** A foil with a straight edge, tilted by 3°, without scatter and noise. */
async function edgeAtNyquist(contact: Acquisition, frame: Frame): Promise<number> {
  const angle = (3 * Math.PI) / 180;
  const normal = [Math.cos(angle), Math.sin(angle)] as const;
  const pitchMm = frame.pitchUm / 1000;
  const middleMm = (frame.heightPx / 2) * pitchMm;
  const crossingMm = (frame.widthPx / 2 + 0.5) * pitchMm;
  const offsetMm = normal[0] * crossingMm - normal[1] * middleMm;
  const object = testObject(frame, { material: 'adipose', mm: 40 }, [
    { kind: 'half-plane', material: 'aluminium', mm: 0.02, normal, offsetMm },
  ]);
  const clear = { ...contact, scatter: { ...contact.scatter, toPrimary: 0 } };
  const { quanta } = await take(object, clear, { seed: 1, noiseless: true });
  const region = { x: 8, y: 8, widthPx: frame.widthPx - 16, heightPx: frame.heightPx - 16 };
  const edge = edgeMtf(quanta, region, { angle, crossingPx: frame.widthPx / 2 });
  return contrastAt(edge, 0.98 * (0.5 / pitchMm));
}
