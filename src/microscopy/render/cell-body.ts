import type { PixelPlace } from '../frame.ts';
import type { Loads } from '../light/loads.ts';
import type { Nucleus } from '../scene/nucleus.ts';
import { partOf } from '../scene/placing.ts';
import { layDrop } from './drop.ts';
import type { Part } from './part.ts';

/** Draws the cytoplasm of a cell, if it has a body of its own; its nucleus lies off the middle of it. */
export function inkBody(nucleus: Nucleus, loads: Loads, place: PixelPlace, within: Part): void {
  const { x, y, cos, sin, bits, kind, event } = nucleus;
  const { body } = kind;
  if (!body || event || partOf(bits, 110) > body.share) return;
  const size = 1 + body.unequal * (2 * partOf(bits, 111) - 1);
  const off = body.offUm * size * (partOf(bits, 112) < 0.5 ? -1 : 1);
  const long = body.longUm * size;
  const wide = Math.min(long, body.wideUm * size * (0.85 + 0.3 * partOf(bits, 113)));
  const { haematoxylin, eosin, covers, softUm, foam = 0, pigment = 0 } = body;
  const drop = { x: x + off * cos, y: y + off * sin, long, wide, cos, sin, orange: 0 };
  layDrop(
    {
      ...drop,
      haematoxylin,
      eosin,
      covers,
      softUm,
      foam,
      pigment,
      ragged: 0.1,
      lumpUm: 0.8 * long,
    },
    nucleus,
    loads,
    place,
    within,
  );
}
