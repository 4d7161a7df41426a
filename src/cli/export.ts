import { existsSync } from 'node:fs';
import type { Command } from 'commander';
import { cacheDir } from '../components/picture.ts';
import { exportDzi, openCache } from '../pyramid/index.ts';

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
