import { type CompressedViewId, openView, type Phantom } from '../../src/phantom/index.ts';
import { expose } from '../../src/radiography/expose.ts';
import { breastField } from '../../src/radiography/projection/field.ts';
import { openProjection, type Projection } from '../../src/radiography/projection/projection.ts';
import { radiographFrame } from '../../src/radiography/radiograph.ts';
import type { FloatRaster, Frame, GreyRaster } from '../../src/radiography/raster.ts';
import { acquisitionOf } from '../../src/radiography/views.ts';

/** A view with nothing written into it, and where its parts come from. */
export interface PlainView {
  readonly raster: GreyRaster;
  /** Grey levels from 0 to 1 over the standard window. */
  readonly greys: FloatRaster;
  readonly projection: Projection;
  readonly compression: ReturnType<typeof openView>;
}

/** Takes a view: as a radiograph of the atlas, but unmirrored and without its badge. */
export async function takePlainView(
  phantom: Phantom,
  view: CompressedViewId,
  own?: Frame,
): Promise<PlainView> {
  const compression = openView(phantom, view);
  const frame = own ?? breastField(compression, radiographFrame(phantom, view));
  const projection = openProjection(phantom, compression, frame);
  const { seed } = phantom.plan;
  const { raster, window } = await expose(projection, acquisitionOf(view), { seed });
  const range = window.high - window.low;
  const pixels = Float32Array.from(raster.pixels, (grey) =>
    Math.min(1, Math.max(0, (grey - window.low) / range)),
  );
  return { raster, greys: { ...raster, pixels }, projection, compression };
}
