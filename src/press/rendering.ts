/** Finds out what an author wants to have rendered: a case, or a recipe in a file. */
import { readFile } from 'node:fs/promises';
import { basename, extname } from 'node:path';
import { caseSchema, isSimulated, type SimulatedCase } from '../atlas/case.ts';
import { parseYaml } from '../atlas/document.ts';
import { readEntries } from '../atlas/folder.ts';
import { listProblems } from '../atlas/problem.ts';
import { recipeFaults } from '../atlas/recipe-faults.ts';
import { unknownWord } from '../atlas/sentence.ts';
import { cacheDir, orderOf } from '../components/picture.ts';
import { faultSentence } from '../machine/index.ts';
import { pitchOf } from '../microscopy/index.ts';
import { compressedViewIds, readRecipe } from '../phantom/index.ts';
import {
  faultsOf,
  isRadiograph,
  isTakeable,
  type PatientOrder,
  type RenderFormat,
  type Rendering,
  renderFormats,
  renderViews,
  takeableIds,
  verdictOn,
  type ViewOrder,
} from '../simulation/index.ts';
import { progressDisplay } from './progress.ts';

/** What the command line says. */
export interface RenderingRequest {
  /** Id of a case, or path of a YAML file that holds a case or a bare recipe. */
  readonly what: string;
  /** View kinds; none means those of the case, or all for a recipe. */
  readonly views: readonly string[];
  readonly folder: string;
  /** One format, or both if left out. */
  readonly format?: string | undefined;
  /** Micrometres a pixel of slides; else those of their overview. */
  readonly slideUm?: number | undefined;
}

interface Patient {
  readonly name: string;
  readonly order: PatientOrder;
  /** The views of the case, or of a recipe the mammograms. */
  readonly views: readonly ViewOrder[];
}

/**
 * Renders views of a simulated patient into files. Throws a sentence
 * where case, recipe, view or format is not known or the recipe cannot be followed.
 */
export async function renderPatient(
  { what, views, folder, format, slideUm }: RenderingRequest,
  signal: AbortSignal,
): Promise<Rendering> {
  const formats = formatsOf(format);
  const wanted = views.map(knownView);
  const { name, order, views: usual } = await patientOf(what);
  const verdict = await verdictOn(order, cacheDir());
  if ('faults' in verdict)
    throw new Error(`${what} cannot be rendered: ${verdict.faults.join(' ')}`);
  const level = slideUm === undefined ? undefined : levelOf(slideUm);
  const taken =
    wanted.length > 0 ? [...new Set(wanted)].map((view) => orderFor(view, order, usual)) : usual;
  const show = progressDisplay({ stream: process.stderr, now: () => performance.now() });
  const radiographs = taken.map(({ view }) => view).filter(isRadiograph);
  const foreseen = await faultsOf(order, radiographs, cacheDir());
  const { files, doubts } = await renderViews({
    views: taken,
    level,
    name,
    folder,
    formats,
    signal,
    onProgress: (done, part) => show({ done, total: taken.length, part }),
  });
  return { files, doubts: [...new Set([...foreseen, ...doubts])] };
}

/** The order for a view: as the case has it, or of the patient alone, who then shows no section. */
function orderFor(
  view: (typeof takeableIds)[number],
  patient: PatientOrder,
  usual: readonly ViewOrder[],
): ViewOrder {
  const known = usual.find((order) => order.view === view);
  if (known) return known;
  if (isRadiograph(view)) return { ...patient, view };
  throw new Error(
    `The view ${view} needs a case that has it among its views, with the \`depthUm\` of its section.`,
  );
}

/** The level of a slide with so many micrometres a pixel. */
export function levelOf(umPerPixel: number): number {
  const pitches = Array.from({ length: 9 }, (_, level) => pitchOf(level));
  const level = pitches.indexOf(umPerPixel);
  if (level < 0)
    throw new Error(`A slide has ${pitches.join(', ')} µm a pixel, not ${umPerPixel}.`);
  return level;
}

function formatsOf(format: string | undefined): readonly RenderFormat[] {
  if (format === undefined) return renderFormats;
  const known = renderFormats.find((each) => each === format);
  if (!known) throw new Error(`The format ${unknownWord(format, renderFormats)}`);
  return [known];
}

function knownView(view: string) {
  if (!isTakeable(view)) throw new Error(`The view ${unknownWord(view, takeableIds)}`);
  return view;
}

function patientOf(what: string): Promise<Patient> {
  return /\.ya?ml$|[/\\]/i.test(what) ? patientInFile(what) : patientOfCase(what);
}

async function patientOfCase(id: string): Promise<Patient> {
  const { entries, problems } = await readEntries(['cases']);
  const entry = entries.find((each) => each.id === id);
  if (!entry) {
    if (problems.length > 0) throw new Error(listProblems(problems));
    throw new Error(
      `The case ${unknownWord(
        id,
        entries.map((each) => each.id),
      )} A recipe is given as the path of a YAML file.`,
    );
  }
  return { ...patientIn(entry.data, `The case ${id}`), name: id };
}

async function patientInFile(path: string): Promise<Patient> {
  const text = await readFile(path, 'utf8').catch((error: unknown) => {
    throw new Error(faultSentence(error, path) ?? String(error), { cause: error });
  });
  const { data, problems } = parseYaml(path, text);
  if (problems.length > 0) throw new Error(listProblems(problems));
  const name = basename(path, extname(path));
  const isCase = typeof data === 'object' && data !== null && 'recipe' in data;
  if (isCase) return { ...patientIn(data, path), name };
  const order = { recipe: readRecipe(data) };
  return { name, order, views: compressedViewIds.map((view) => ({ ...order, view })) };
}

/** The patient of a case record. What is wrong with the rest of the record does not matter here. */
function patientIn(data: unknown, called: string): Omit<Patient, 'name'> {
  const faults = recipeFaults(data);
  if (faults.length > 0)
    throw new Error(faults.map(({ message }) => `${called}: ${message}`).join('\n'));
  const record = caseSchema.safeParse(data);
  if (!record.success)
    throw new Error(`${called} is not a whole case yet; "atlas check" says what is wrong.`);
  if (!isSimulated(record.data))
    throw new Error(`${called} is ${record.data.origin.kind}: it has no recipe to render.`);
  const { recipe, biopsy, views } = record.data;
  return {
    order: { recipe, biopsy },
    views: views.map((view) => orderOf(record.data as SimulatedCase, view)),
  };
}
