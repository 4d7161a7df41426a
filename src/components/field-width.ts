/** The width of a field of view in words, from its pixels and the micrometres of each: "3.2 mm wide". */
export function fieldWidth(widthPx: number, umPerPixel: number): string {
  const widthMm = (widthPx * umPerPixel) / 1000;
  const digits = widthMm >= 100 ? 0 : widthMm >= 10 ? 1 : 2;
  return `Field ${Number(widthMm.toFixed(digits))}\u202fmm wide`;
}
