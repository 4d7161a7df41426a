import type { APIRoute } from 'astro';
import { drawCluster, pathOf } from '../components/cluster.ts';

/** The mark of the atlas as the icon of its pages. */
export const GET: APIRoute = () => {
  const path = drawCluster(7)
    .map((speck) => pathOf(speck, 4))
    .join('');
  const style =
    '<style>path{fill:#a62d59}@media(prefers-color-scheme:dark){path{fill:#f298b6}}</style>';
  return new Response(
    `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0.6 0.6 8.8 8.8">${style}<path d="${path}"/></svg>`,
    { headers: { 'content-type': 'image/svg+xml' } },
  );
};
