import type { RenderedImage } from '../pyramid/index.ts';
import { orderDigest, type ViewOrder } from './order.ts';
import { outlookOf } from './outlook.ts';

/** What the pyramid of a simulated view is made from. Throws sentences where the order cannot be met. */
export async function simulatedSource(order: ViewOrder, cacheDir: string): Promise<RenderedImage> {
  const { views } = await outlookOf({ recipe: order.recipe, biopsy: order.biopsy }, cacheDir);
  const seen = views[order.view];
  if (!seen) throw new Error(`A ${order.view} cannot be simulated yet.`);
  const { widthPx, heightPx } = seen;
  return { kind: 'rendered', order, digest: orderDigest(order), widthPx, heightPx };
}
