/** Lessons as the files that the atlas is built from, and back. Fetched when one is written or read. */
import { parseDocument, stringify } from 'yaml';
import { type Lesson, lessonSchema } from '../../atlas/lesson.ts';

/** A lesson as it stands in `content/lessons/`; what is as usual is left out. */
export function lessonFile({ title, summary, stops }: Lesson): string {
  const slim = stops.map((stop) =>
    Object.fromEntries(
      Object.entries(stop).filter(
        ([name, value]) =>
          value !== undefined &&
          !(Array.isArray(value) && value.length === 0) &&
          !(name === 'marks' && value === false) &&
          !(name === 'linked' && value === true) &&
          !(name === 'layout' && value === 'beside') &&
          !(name === 'vote' && value === 'once'),
      ),
    ),
  );
  return stringify({ title, summary, stops: slim }, { lineWidth: 100 });
}

/** The lesson in a file. Throws an Error with a sentence where it holds none. */
export function lessonInFile(text: string): Lesson {
  const document = parseDocument(text);
  const [fault] = document.errors;
  if (fault) throw new Error(`The file cannot be read: ${fault.message.split('\n')[0]}.`);
  const lesson = lessonSchema.safeParse(document.toJS());
  if (lesson.success) return lesson.data;
  const [issue] = lesson.error.issues;
  const place = issue?.path.map((step) => (typeof step === 'number' ? step + 1 : String(step)));
  const where = place && place.length > 0 ? ` at ${place.join(', ')}` : '';
  throw new Error(`The file holds no lesson that can be taught${where}: ${issue?.message}.`);
}

/** A name for the file, as the content folder wants it. */
export function fileNameOf({ title }: Lesson): string {
  const plain = title
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-');
  return `${plain.replace(/^-+|-+$/g, '') || 'lesson'}.yaml`;
}
