import { checkContent, type CheckedEntry } from '../atlas/check.ts';
import { listProblems, type Problem } from '../atlas/problem.ts';
import { patientProblems, type Trial } from './patients.ts';

/** Reads and checks all content, and tries the recipes of its cases. */
export async function lookThroughContent(trial: Trial): Promise<{
  entries: CheckedEntry[];
  problems: Problem[];
}> {
  const { entries, problems } = await checkContent();
  return { entries, problems: [...problems, ...(await patientProblems(entries, trial))] };
}

/** All entries of the content folders. Throws an Error that lists every problem if there is one. */
export async function inspectContent(trial: Trial = 'views'): Promise<CheckedEntry[]> {
  const { entries, problems } = await lookThroughContent(trial);
  if (problems.length === 0) return entries;
  const count = problems.length === 1 ? 'One thing is' : `${problems.length} things are`;
  throw new Error(`${count} wrong in the content:\n\n${listProblems(problems)}`);
}
