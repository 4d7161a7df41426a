import { checkContent, type CheckedEntry } from '../atlas/check.ts';
import { listProblems, type Problem } from '../atlas/problem.ts';
import { patientProblems } from './patients.ts';

/** Reads and checks all content, also whether the patients of its recipes can be grown. */
export async function lookThroughContent(): Promise<{
  entries: CheckedEntry[];
  problems: Problem[];
}> {
  const { entries, problems } = await checkContent();
  return { entries, problems: [...problems, ...(await patientProblems(entries))] };
}

/** All entries of the content folders. Throws an Error that lists every problem if there is one. */
export async function inspectContent(): Promise<CheckedEntry[]> {
  const { entries, problems } = await lookThroughContent();
  if (problems.length === 0) return entries;
  const count = problems.length === 1 ? 'One thing is' : `${problems.length} things are`;
  throw new Error(`${count} wrong in the content:\n\n${listProblems(problems)}`);
}
