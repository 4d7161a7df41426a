import type { Imported } from '../intake/index.ts';

/** What an import did, in lines for the person who asked for it. */
export function importReport(imported: Imported): string {
  const { imageFile, recordFile, header, umPerPixel, scaleFrom, window } = imported;
  const mm = (pixels: number) => ((pixels * umPerPixel) / 1000).toPrecision(3);
  const { widthPx, heightPx, pictures, telling } = header;
  const left = pictures.map(({ kind, count }) =>
    count === 1 ? `1 ${kind}` : `${count} × ${kind}`,
  );
  return [
    `Image   ${imageFile}`,
    `Record  ${recordFile}`,
    `Size    ${widthPx} × ${heightPx} pixels, ${mm(widthPx)} × ${mm(heightPx)} mm`,
    `Scale   ${umPerPixel} µm per pixel, ${scaleFrom}`,
    ...(window
      ? [`Window  grey levels ${window.low} to ${window.high}, guessed; change it in the record`]
      : []),
    `Left    ${[...left, ...telling].join(', ') || 'nothing: the file held only the picture'}`,
    '',
    'Writing within the picture itself (names, dates, marks) is not found by this command:',
    'look at the whole image before you show it to anybody.',
  ].join('\n');
}
