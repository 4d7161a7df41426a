/** Takes a file from outside into the atlas as a view of a case. Node only. */
import { existsSync } from 'node:fs';
import { readFile, stat, writeFile } from 'node:fs/promises';
import { join, relative, resolve } from 'node:path';
import { viewKinds } from '../lexicon/index.ts';
import {
  faultSentence,
  GuardedError,
  memoryLimitBytes,
  openScratch,
  runGuarded,
  sweepScratch,
} from '../machine/index.ts';
import type { Header } from './header.ts';
import { checkedName } from './name.ts';
import type { Written } from './pixels.ts';
import { newRecord, type Origin, type ViewEntry, withView, wordsOf } from './record.ts';
import {
  type Answers,
  checkAnswer,
  checkedScale,
  checkedViewKind,
  missingSentence,
  type Question,
  questions,
} from './request.ts';
import type { IntakeJob } from './worker.ts';

/** Everything that an import depends on. */
export interface ImportRequest {
  readonly file: string;
  readonly answers: Answers;
  /** The folder that gets the image and the record. */
  readonly root: string;
  /** The other folder, where a case of the same name would be in the way. */
  readonly otherRoot: string;
  readonly replace: boolean;
  /** The day, as 2026-01-31. */
  readonly today: string;
  /** Asks a person one question and returns the answer; absent where nobody is there to be asked. */
  readonly ask?: ((question: Question, note?: string) => Promise<string>) | undefined;
  readonly signal?: AbortSignal | undefined;
}

/** What was done, for the person who asked for it. */
export interface Imported {
  /** Both paths as a person would write them in the present folder. */
  readonly imageFile: string;
  readonly recordFile: string;
  readonly header: Header;
  readonly umPerPixel: number;
  /** Where the scale comes from, in words. */
  readonly scaleFrom: string;
  readonly window?: { readonly low: number; readonly high: number };
}

const worker = new URL('./worker.ts', import.meta.url);
const headerTimeMs = 60_000;
const leastTimeMs = 120_000;
/** Decoding, compressing and counting together are much faster than this on any machine of today. */
const slowestPixelsPerMs = 1000;
/** A scale that a person gives may differ from the file's by this much without a word. */
const sameScaleWithin = 0.02;

/** Where the view goes. */
interface Place {
  readonly caseId: string;
  readonly viewId: string;
  readonly imageFile: string;
  readonly recordFile: string;
}

/** The answers, with everything answered that has to be. */
type Complete = Answers & Record<Exclude<Question, 'umPerPixel'>, string>;

/**
 * Imports a file: checks everything that can be checked without decoding, decodes in a child process,
 * and only then lets image and record appear, whole. Throws a sentence, or the signal's reason; the
 * folder is then as it was.
 */
export async function importFile(request: ImportRequest): Promise<Imported> {
  for (const [question, answer] of Object.entries(request.answers)) {
    if (answer !== undefined) checkAnswer(question as keyof Answers, answer);
  }
  const from = resolve(request.file);
  await checkFile(from, request.file);
  const header = await inChild<Header>(request, { task: 'header', from }, headerTimeMs);
  const answers = await complete(request, header);
  const place = placeOf(request.root, answers);
  const scale = scaleOf(answers, header);
  const textFor = (window?: Written['window']) =>
    recordText(request, answers, place, header, scale.umPerPixel, window);
  // Once without a window: what is in the way is found before minutes are spent on pixels.
  await checkPlace(request, place);
  await textFor();

  await sweepScratch(request.root);
  const scratch = await openScratch(request.root);
  try {
    const timeMs = leastTimeMs + (header.widthPx * header.heightPx) / slowestPixelsPerMs;
    const to = join(scratch.folder, 'view.tif');
    const job: IntakeJob = { task: 'pixels', from, to, header, umPerPixel: scale.umPerPixel };
    const { window } = await inChild<Written>(request, job, timeMs);
    await writeFile(join(scratch.folder, 'case.yaml'), await textFor(window));
    request.signal?.throwIfAborted();
    await scratch.keep(['view.tif', place.imageFile], ['case.yaml', place.recordFile]);
    const [imageFile, recordFile] = [shown(place.imageFile), shown(place.recordFile)];
    return { imageFile, recordFile, header, ...scale, ...(window ? { window } : {}) };
  } catch (error) {
    throw new Error(faultSentence(error, request.root) ?? messageOf(error), { cause: error });
  } finally {
    await scratch.discard();
  }
}

async function checkFile(path: string, shown: string): Promise<void> {
  const found = await stat(path).catch((error: unknown) => {
    throw new Error(faultSentence(error, shown) ?? messageOf(error), { cause: error });
  });
  if (found.isDirectory()) throw new Error(`${shown} is a folder; name the image file in it.`);
  if (!found.isFile()) throw new Error(`${shown} is not a file.`);
  if (found.size === 0) throw new Error(`${shown} is empty.`);
}

async function inChild<Result>(
  { file, signal }: ImportRequest,
  job: IntakeJob,
  timeMs: number,
): Promise<Result> {
  const limits = { name: file, readsFile: true, memoryBytes: memoryLimitBytes(), timeMs, signal };
  try {
    return await runGuarded<Result>(worker, job, limits);
  } catch (error) {
    const message = messageOf(error);
    if (!(error instanceof GuardedError) || message.startsWith(file)) throw error;
    throw new GuardedError(`${file} was not imported. ${message}`, { cause: error });
  }
}

/** Asks for what is missing, or throws one sentence that lists all of it. */
async function complete({ answers, ask }: ImportRequest, header: Header): Promise<Complete> {
  const needsScale = header.scale.umPerPixel === undefined;
  const missing = (Object.keys(questions) as Question[]).filter(
    (question) => answers[question] === undefined && (question !== 'umPerPixel' || needsScale),
  );
  const why = missing.includes('umPerPixel') ? header.scale.why : undefined;
  if (missing.length > 0 && !ask) throw new Error(missingSentence(missing, why));
  const given: Record<string, string | undefined> = { ...answers };
  for (const question of missing) {
    given[question] = await ask?.(question, question === 'umPerPixel' ? why : undefined);
  }
  return given as Complete;
}

function placeOf(root: string, answers: Complete): Place {
  const caseId = checkedName(answers.case, 'case id');
  const viewId = checkedName(answers.viewId ?? checkedViewKind(answers.view), 'view id');
  return {
    caseId,
    viewId,
    imageFile: join(root, 'images', caseId, `${viewId}.tif`),
    recordFile: join(root, 'cases', `${caseId}.yaml`),
  };
}

async function checkPlace({ otherRoot, replace }: ImportRequest, place: Place): Promise<void> {
  const { caseId, viewId, imageFile, recordFile } = place;
  const other = join(otherRoot, 'cases', `${caseId}.yaml`);
  if (existsSync(other)) {
    throw new Error(`There is a case "${caseId}" already, in ${shown(other)}. Choose another id.`);
  }
  const isKnown = existsSync(recordFile) && wordsOf(await readFile(recordFile, 'utf8'), viewId);
  if (!replace && !isKnown && existsSync(imageFile)) {
    throw new Error(
      `${shown(imageFile)} is there already, though no record speaks of it. Give --replace to overwrite it.`,
    );
  }
}

function scaleOf(
  { umPerPixel }: Complete,
  { scale }: Header,
): Pick<Imported, 'umPerPixel' | 'scaleFrom'> {
  if (umPerPixel === undefined) {
    if (scale.umPerPixel === undefined) throw new Error(scale.why);
    return { umPerPixel: scale.umPerPixel, scaleFrom: `read from ${scale.from}` };
  }
  const given = checkedScale(umPerPixel);
  const isOther =
    scale.umPerPixel !== undefined && Math.abs(given / scale.umPerPixel - 1) > sameScaleWithin;
  const doubt = isOther ? `; ${scale.from} says ${scale.umPerPixel} – please compare` : '';
  return { umPerPixel: given, scaleFrom: `as given${doubt}` };
}

async function recordText(
  { replace, today }: ImportRequest,
  answers: Complete,
  { caseId, viewId, recordFile }: Place,
  { widthPx, heightPx }: Header,
  umPerPixel: number,
  window: Written['window'],
): Promise<string> {
  const record = existsSync(recordFile) ? await readFile(recordFile, 'utf8') : undefined;
  const known = record === undefined ? undefined : wordsOf(record, viewId);
  const kind = checkedViewKind(answers.view);
  const label = viewKinds.find(({ id }) => id === kind)?.label ?? kind;
  const mm = (pixels: number) => Number(((pixels * umPerPixel) / 1000).toPrecision(2));
  const size = `${mm(widthPx)} × ${mm(heightPx)} mm`;
  const view: ViewEntry = {
    id: viewId,
    kind,
    image: `images/${caseId}/${viewId}.tif`,
    umPerPixel,
    title: answers.title ?? known?.title ?? label,
    description:
      answers.description ?? written(known?.description) ?? `${label}, ${size}${undescribed}`,
    window,
  };
  const { source, licence, url } = answers;
  const origin: Origin = { source, licence, url, importedOn: today };
  if (record !== undefined) return withView(record, shown(recordFile), view, origin, replace);
  const title = answers.caseTitle ?? `Imported case ${caseId}`;
  return newRecord({ title, summary: view.description, origin }, view);
}

/** How the description ends that stands in until somebody has written one. */
const undescribed = '; not described yet.';

/** A description that a person has written: what stood in for it knows only the former image. */
const written = (description?: string) =>
  description?.endsWith(undescribed) ? undefined : description;

/** A path as a person would write it here. */
function shown(path: string): string {
  const near = relative(process.cwd(), path);
  return near.startsWith('..') ? path : near;
}

function messageOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}
