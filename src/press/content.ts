import { checkContent, type CheckedEntry } from '../atlas/check.ts';
import { listProblems } from '../atlas/problem.ts';

/** All entries of the content folders. Throws an Error that lists every problem if there is one. */
export async function inspectContent(): Promise<CheckedEntry[]> {
  const { entries, problems } = await checkContent();
  if (problems.length === 0) return entries;
  const count = problems.length === 1 ? 'One thing is' : `${problems.length} things are`;
  throw new Error(`${count} wrong in the content:\n\n${listProblems(problems)}`);
}
