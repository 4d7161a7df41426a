import type { RenderedImage } from '../pyramid/index.ts';
import { isSlideOrder, orderDigest, sectionDigest, type ViewOrder } from './order.ts';
import { outlookOf } from './outlook.ts';
import { overviewLevel, sizeAt } from './slide-image.ts';
import { type Stop, stopPanes } from './stop-tiles.ts';

/**
 * What the pyramid of a simulated view is made from; of a slide, its overview and the places where its
 * story stops. Throws sentences where the order cannot be met.
 */
export async function simulatedSource(
  view: ViewOrder,
  cacheDir: string,
  stops: readonly Stop[] = [],
): Promise<RenderedImage> {
  const order = stops.length > 0 ? { ...view, stops } : view;
  const identified = stops.length > 0 ? { ...order, stopPanes } : order;
  const rendered = { kind: 'rendered', order, digest: orderDigest(identified) } as const;
  const { recipe, biopsy } = order;
  const alike = orderDigest({ recipe, biopsy });
  const { views, biopsy: taken } = await outlookOf({ recipe, biopsy }, cacheDir);
  if (isSlideOrder(order)) {
    if (!taken) throw new Error('A slide needs a biopsy.');
    const together = sectionDigest(order);
    return { ...rendered, ...sizeAt(taken.slides, overviewLevel), channels: 3, together, alike };
  }
  const seen = views[order.view];
  if (!seen) throw new Error(`A ${order.view} cannot be simulated yet.`);
  const { widthPx, heightPx } = seen;
  return { ...rendered, widthPx, heightPx, channels: 1, alike };
}
