import type { APIRoute } from 'astro';
import { getCollection } from 'astro:content';
import { packFacets, valuesOf } from '../../gallery/facets.ts';
import { inGalleryOrder } from '../../gallery/order.ts';

/** What the gallery narrows by, fetched by it alone. */
export const GET: APIRoute = async () => {
  const entries = inGalleryOrder(await getCollection('cases'));
  return new Response(JSON.stringify(packFacets(entries.map(({ data }) => valuesOf(data)))), {
    headers: { 'content-type': 'application/json' },
  });
};
