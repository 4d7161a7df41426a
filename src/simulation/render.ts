/** Takes views of a simulated patient into loose files, for authors. Node only. */
import { join } from 'node:path';
import {
  faultSentence,
  memoryLimitBytes,
  openScratch,
  type Report,
  runGuarded,
  sweepScratch,
} from '../machine/index.ts';
import { isSlideOrder, type ViewOrder } from './order.ts';
import type { RenderedView, RenderJob } from './render-worker.ts';
import { overviewLevel } from './slide-image.ts';

/** The forms in which a view can be written. */
export const renderFormats = ['png', 'tiff'] as const;
export type RenderFormat = (typeof renderFormats)[number];

/** What to take and where to put it. */
export interface RenderRequest {
  readonly views: readonly ViewOrder[];
  /** The level at which slides are rendered; else that of their overview. */
  readonly level?: number | undefined;
  /** Files are called `<name>-<view>` and their ending. */
  readonly name: string;
  readonly folder: string;
  readonly formats: readonly RenderFormat[];
  readonly signal: AbortSignal;
  /** Told how many views are done, and the part that is done of all. */
  readonly onProgress: (done: number, part: number) => void;
}

/** What was written, and sentences on what cannot be seen of what the recipe promises. */
export interface Rendering {
  readonly files: readonly string[];
  readonly doubts: readonly string[];
}

const worker = new URL('./render-worker.ts', import.meta.url);
const timeMs = 15 * 60_000;
const endings = { png: 'png', tiff: 'tif' } as const;

/**
 * Takes the views one after the other, each in a child of its own, and lets all files appear at once,
 * whole; those of the same name are replaced. Throws a sentence, or the
 * signal's reason; the folder is then as it was.
 */
export async function renderViews(request: RenderRequest): Promise<Rendering> {
  const { views, name, folder, formats, signal, onProgress, level = overviewLevel } = request;
  await sweepScratch(folder);
  const scratch = await openScratch(folder).catch((error: unknown) => {
    throw new Error(faultSentence(error, folder) ?? String(error), { cause: error });
  });
  try {
    const written: string[] = [];
    const doubts: string[] = [];
    for (const [index, order] of views.entries()) {
      const { view } = order;
      const file = (ending: string) => `${name}-${view}.${ending}`;
      const place = (ending: string) => join(scratch.folder, file(ending));
      const job: RenderJob = {
        order,
        level,
        png: formats.includes('png') || isSlideOrder(order) ? place(endings.png) : undefined,
        tiff: formats.includes('tiff') ? place(endings.tiff) : undefined,
        truth: place('json'),
      };
      const report: Report = (part) => onProgress(index, (index + part) / views.length);
      report(0);
      const limits = {
        name: `${name}, ${view}`,
        readsFile: false,
        memoryBytes: memoryLimitBytes(),
        timeMs,
        signal,
      };
      const { faults } = await runGuarded<RenderedView>(worker, job, limits, report);
      doubts.push(...faults);
      // A slide has 8 bits and no more: one picture is enough.
      const pictures = isSlideOrder(order) ? (['png'] as const) : formats;
      written.push(...pictures.map((format) => file(endings[format])), file('json'));
    }
    signal.throwIfAborted();
    await scratch.keep(...written.map((each) => [each, join(folder, each)] as const));
    onProgress(views.length, 1);
    return { files: written.map((each) => join(folder, each)), doubts };
  } finally {
    await scratch.discard();
  }
}
