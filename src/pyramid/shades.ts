import type { GreyPixels } from './source.ts';

/** The grey levels of an image as 8 bits: its window from black to white, what lies beyond it clipped. */
export function shadesOf({
  pixels,
  window: { low, high },
}: Pick<GreyPixels, 'pixels' | 'window'>): Uint8Array {
  const shadeOf = Uint8Array.from({ length: 65_536 }, (_, level) =>
    Math.max(0, Math.min(255, Math.floor(((level - low) / (high - low)) * 256))),
  );
  const shades = new Uint8Array(pixels.length);
  for (let i = 0; i < pixels.length; i++) shades[i] = shadeOf[pixels[i] as number] as number;
  return shades;
}
