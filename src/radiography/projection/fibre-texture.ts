import { layered, openNoise } from '../../phantom/index.ts';

/** Cells of the tile along each axis, and their size in units of the noise. */
const cells = 64;
const cellUnits = 0.25;

/**
 * Opens the unevenness of fibroglandular tissue: a number about 0 for a place in the tissue's own
 * space, that varies within a millimetre or two, along the fibres more slowly than across. It is read
 * from a tile without interpolation: a ray sums many samples, and the picture is interpolated anyway.
 */
export function openFibreTexture(seed: number): (x: number, y: number, z: number) => number {
  const noise = layered(openNoise(seed), 2, 0.7);
  const tile = new Float32Array(cells * cells * cells);
  for (let i = 0, at = 0; i < cells; i++) {
    for (let j = 0; j < cells; j++) {
      for (let k = 0; k < cells; k++, at++)
        tile[at] = noise(i * cellUnits, j * cellUnits, k * cellUnits);
    }
  }
  const alongPerUnit = 1 / (2.6 * cellUnits);
  const acrossPerUnit = 1 / (1.3 * cellUnits);
  const last = cells - 1;
  return (x, y, z) => {
    const i = Math.floor(x * alongPerUnit) & last;
    const j = Math.floor(y * acrossPerUnit) & last;
    const k = Math.floor(z * acrossPerUnit) & last;
    return tile[(i * cells + j) * cells + k] as number;
  };
}
