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
import type { PatientOrder } from './order.ts';
import type { RenderedView, RenderJob } from './render-worker.ts';
import type { takeableIds } from './takeable.ts';

/** The forms in which a view can be written. */
export const renderFormats = ['png', 'tiff'] as const;
export type RenderFormat = (typeof renderFormats)[number];

/** What to take and where to put it. */
export interface RenderRequest {
  readonly patient: PatientOrder;
  readonly views: readonly (typeof takeableIds)[number][];
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
  const { patient, views, name, folder, formats, signal, onProgress } = request;
  await sweepScratch(folder);
  const scratch = await openScratch(folder).catch((error: unknown) => {
    throw new Error(faultSentence(error, folder) ?? String(error), { cause: error });
  });
  try {
    const written: string[] = [];
    const doubts: string[] = [];
    for (const [index, view] of views.entries()) {
      const file = (ending: string) => `${name}-${view}.${ending}`;
      const place = (ending: string) => join(scratch.folder, file(ending));
      const job: RenderJob = {
        order: { ...patient, view },
        png: formats.includes('png') ? place(endings.png) : undefined,
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
      written.push(...formats.map((format) => file(endings[format])), file('json'));
    }
    signal.throwIfAborted();
    await scratch.keep(...written.map((each) => [each, join(folder, each)] as const));
    onProgress(views.length, 1);
    return { files: written.map((each) => join(folder, each)), doubts };
  } finally {
    await scratch.discard();
  }
}
