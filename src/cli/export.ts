import { existsSync } from 'node:fs';
import { writeFile } from 'node:fs/promises';
import type { Command } from 'commander';
import { cacheDir } from '../components/picture.ts';
import { writeAnkiPackage } from '../press/anki-package.ts';
import { itemsToHandOut } from '../press/handing-out.ts';
import { exportDzi, openCache } from '../pyramid/index.ts';
import { cardOf } from '../quiz/export/cards.ts';
import { itemsCsv } from '../quiz/export/item-csv.ts';
import { moodleXml } from '../quiz/export/moodle.ts';

export function addExport(program: Command): void {
  const command = program.command('export').description('hand things out in other formats');
  command
    .command('dzi')
    .description('unpack a pyramid into a folder of loose Deep Zoom tiles')
    .argument('<pyramid>', 'an .szi file, or the id of a pyramid that has been made')
    .argument('<folder>', 'folder to make; it must not exist yet')
    .action(async (pyramid: string, folder: string) => {
      const { tiles } = await exportDzi(await sziFile(pyramid), folder);
      console.log(`${tiles} tiles are in ${folder}.`);
    });
  command
    .command('anki')
    .description('all questions as an Anki package, with their images on the cards')
    .argument('<file>', 'file to write, such as atlas.apkg')
    .action(async (file: string) => {
      const { items, images } = await itemsToHandOut(true);
      await writeAnkiPackage(file, items.map(cardOf), images, Date.now());
      console.log(`${items.length} cards with ${images.size} images are in ${file}.`);
    });
  command
    .command('moodle')
    .description('the questions that Moodle has a kind for as Moodle XML, with their images')
    .argument('<file>', 'file to write, such as atlas.xml')
    .action(async (file: string) => {
      const { items, images } = await itemsToHandOut(true);
      const text = (name: string) => Buffer.from(images.get(name) ?? []).toString('base64');
      const { xml, put, left } = moodleXml(items, text);
      await writeFile(file, xml);
      console.log(
        `${put} questions are in ${file}; ${left.length} are left out, since Moodle has no kind for them (whole cases, places to mark, decisions in steps).`,
      );
    });
  command
    .command('csv')
    .description('all questions with their answers as a table for a spreadsheet, without images')
    .argument('<file>', 'file to write, such as atlas.csv')
    .action(async (file: string) => {
      const { items } = await itemsToHandOut(false);
      await writeFile(file, itemsCsv(items));
      console.log(`${items.length} questions are in ${file}.`);
    });
}

async function sziFile(pyramid: string): Promise<string> {
  if (!/^[0-9a-f]{20}$/.test(pyramid)) return pyramid;
  const path = (await openCache(cacheDir())).sziPath(pyramid);
  if (!existsSync(path)) {
    throw new Error(
      `There is no pyramid ${pyramid}. "npm run build" makes those that are missing.`,
    );
  }
  return path;
}
