import sharp from 'sharp';
import { ascending, quantileOf } from '../../src/radiography/index.ts';
import { measureSlide, type SlideMeasures } from './slide-field.ts';

/*
 * Measures real slides as the bench does simulated ones: `node tests/bench/real-slides.ts <pictures>`, at
 * 0.25 µm a pixel. It prints what `slide-reference.ts` holds: numbers alone, since pictures stay where
 * they are.
 */
const fieldPx = 512;
const fields: SlideMeasures[] = [];
for (const file of process.argv.slice(2)) {
  const { width, height } = await sharp(file).metadata();
  for (let top = 0; top + fieldPx <= height; top += fieldPx)
    for (let left = 0; left + fieldPx <= width; left += fieldPx) {
      const values = await sharp(file)
        .extract({ left, top, width: fieldPx, height: fieldPx })
        .removeAlpha()
        .raw()
        .toBuffer();
      const field = { values, widthPx: fieldPx, heightPx: fieldPx, pitchUm: 0.25 };
      const measures = measureSlide(field);
      if (measures) fields.push(measures);
    }
}
const rounded = (value: number) => Number(value.toPrecision(3));
for (const name of Object.keys(fields[0] ?? {})) {
  const sorted = ascending(fields.map((field) => field[name] as number));
  const [least, middle, most] = [0.05, 0.5, 0.95].map((part) => rounded(quantileOf(sorted, part)));
  console.log(`  '${name}': [${least}, ${most}], // ${middle}`);
}
console.error(`${fields.length} fields of ${process.argv.length - 2} pictures.`);
