import type { RenderedImage } from '../pyramid/index.ts';
import { isSlideOrder, orderDigest, sectionDigest, type ViewOrder } from './order.ts';
import { outlookOf } from './outlook.ts';
import { overviewLevel, sizeAt } from './slide-image.ts';

/**
 * What the pyramid of a simulated view is made from; of a slide, its overview. Throws sentences where
 * the order cannot be met.
 */
export async function simulatedSource(order: ViewOrder, cacheDir: string): Promise<RenderedImage> {
  const rendered = { kind: 'rendered', order, digest: orderDigest(order) } as const;
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
