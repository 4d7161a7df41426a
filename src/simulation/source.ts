import type { RenderedImage } from '../pyramid/index.ts';
import { isSlideOrder, orderDigest, type ViewOrder } from './order.ts';
import { outlookOf } from './outlook.ts';
import { overviewLevel, sizeAt } from './slide-image.ts';
import { slideOutlookOf } from './slide-outlook.ts';

/**
 * What the pyramid of a simulated view is made from; of a slide, its overview. Throws sentences where
 * the order cannot be met.
 */
export async function simulatedSource(order: ViewOrder, cacheDir: string): Promise<RenderedImage> {
  const rendered = { kind: 'rendered', order, digest: orderDigest(order) } as const;
  if (isSlideOrder(order)) {
    const size = sizeAt(await slideOutlookOf(order, cacheDir), overviewLevel);
    return { ...rendered, ...size, channels: 3 };
  }
  const { views } = await outlookOf({ recipe: order.recipe, biopsy: order.biopsy }, cacheDir);
  const seen = views[order.view];
  if (!seen) throw new Error(`A ${order.view} cannot be simulated yet.`);
  const { widthPx, heightPx } = seen;
  return { ...rendered, widthPx, heightPx, channels: 1 };
}
