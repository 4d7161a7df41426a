import type { Command } from 'commander';
import { bakeSlides } from '../press/baking.ts';
import { renderPatient } from '../press/rendering.ts';
import { takeableIds } from '../simulation/index.ts';
import { untilInterrupted } from './interruption.ts';

interface Flags {
  readonly view: readonly string[];
  readonly out: string;
  readonly format?: string;
  readonly slideUm?: number;
  readonly bake?: true | string;
}

/** Micrometres a pixel of baked slides, where nothing is said. */
const usualBakeUm = 2;

export function addRender(program: Command): void {
  program
    .command('render')
    .description('take the simulated views of a case into picture files, with what is true of them')
    .argument('<case>', 'id of a simulated case, or a YAML file with a case or a bare recipe')
    .option(
      '--view <kind>',
      `view to take, may be given again (${takeableIds.join(', ')}); else those of the case, or the mammograms of a recipe`,
      (kind: string, before: readonly string[]) => [...before, ...kind.split(',')],
      [],
    )
    .option(
      '--out <folder>',
      'folder for the files; those of the same name are replaced',
      'renders',
    )
    .option('--format <format>', '"png" (8 bits, windowed) or "tiff" (16 bits); else both')
    .option(
      '--slide-um <number>',
      'micrometres a pixel of slides, from 0.25 to 64; else 16',
      Number,
    )
    .option(
      '--bake [um]',
      `write no files: make the slides of the case whole in the cache, so fine (from 0.25 to 8, else ${usualBakeUm}), for the next build`,
    )
    .action((what: string, { view, out, format, slideUm, bake }: Flags) =>
      untilInterrupted(async (signal) => {
        if (bake !== undefined) {
          const um = bake === true ? usualBakeUm : Number(bake);
          const baked = await bakeSlides(what, um, signal);
          console.log(`${baked.join('\n')}\nBaked at ${um} µm a pixel; the next build takes them.`);
          return;
        }
        const { files, doubts } = await renderPatient(
          { what, views: view, folder: out, format, slideUm },
          signal,
        );
        console.log(files.join('\n'));
        for (const doubt of doubts) console.error(`This recipe could not be in a case: ${doubt}`);
      }),
    );
}
