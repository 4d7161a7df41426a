import type { APIRoute } from 'astro';
import { address } from '../atlas/address.ts';
import { icons } from '../components/icon.ts';

/** What a browser needs to know to install the atlas as an application. */
export const GET: APIRoute = () =>
  new Response(
    JSON.stringify({
      id: address(''),
      name: 'Microcalcification Atlas',
      short_name: 'Calcifications',
      description: 'A teaching atlas of breast microcalcifications, to be read without a network.',
      lang: 'en-GB',
      start_url: address(''),
      scope: address(''),
      display: 'standalone',
      // Where it can be had, with a way back.
      display_override: ['minimal-ui'],
      background_color: '#faf6ee',
      theme_color: '#faf6ee',
      categories: ['education', 'medical'],
      icons: Object.entries(icons)
        .filter(([, { purpose }]) => purpose)
        .map(([name, { sidePx, purpose }]) => ({
          src: address(`icons/${name}.png`),
          sizes: `${sidePx}x${sidePx}`,
          type: 'image/png',
          purpose,
        })),
    }),
    { headers: { 'content-type': 'application/manifest+json' } },
  );
