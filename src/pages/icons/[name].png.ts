import type { APIRoute } from 'astro';
import sharp from 'sharp';
import { iconSvg, icons } from '../../components/icon.ts';

export const getStaticPaths = () => Object.keys(icons).map((name) => ({ params: { name } }));

/** The mark of the atlas as pictures, for systems that take no drawing. */
export const GET: APIRoute = async ({ params: { name = '' } }) => {
  const icon = icons[name];
  if (!icon) return new Response(null, { status: 404 });
  const png = await sharp(Buffer.from(iconSvg(icon)))
    .png({ palette: true })
    .toBuffer();
  return new Response(new Uint8Array(png), { headers: { 'content-type': 'image/png' } });
};
