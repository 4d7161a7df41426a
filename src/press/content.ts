import { checkContent, type CheckedEntry, isOf } from '../atlas/check.ts';
import { listProblems, type Problem } from '../atlas/problem.ts';
import { bankOf, listOf, noPages } from '../quiz/bank/bank.ts';
import { setFaults } from '../quiz/fixed-set.ts';
import { patientProblems, type Trial } from './patients.ts';

/** Reads and checks all content, and tries the recipes of its cases. */
export async function lookThroughContent(trial: Trial): Promise<{
  entries: CheckedEntry[];
  problems: Problem[];
}> {
  const { entries, problems } = await checkContent();
  const patients = await patientProblems(entries, trial);
  // What is wrong elsewhere would only be told again here, in other words.
  const sets = problems.length === 0 ? setProblems(entries) : [];
  return { entries, problems: [...problems, ...patients, ...sets] };
}

/** Sets that ask for questions that are not there. */
function setProblems(entries: readonly CheckedEntry[]): Problem[] {
  const listed = listOf(
    bankOf(
      {
        cases: entries.filter((entry) => isOf(entry, 'cases')),
        questions: entries.filter((entry) => isOf(entry, 'questions')),
      },
      noPages,
    ),
  );
  return entries
    .filter((entry) => isOf(entry, 'sets'))
    .flatMap(({ data, file, lineOf }) =>
      setFaults(data, listed).map(({ path, message }) => ({ file, line: lineOf(path), message })),
    );
}

/** All entries of the content folders. Throws an Error that lists every problem if there is one. */
export async function inspectContent(trial: Trial = 'views'): Promise<CheckedEntry[]> {
  const { entries, problems } = await lookThroughContent(trial);
  if (problems.length === 0) return entries;
  const count = problems.length === 1 ? 'One thing is' : `${problems.length} things are`;
  throw new Error(`${count} wrong in the content:\n\n${listProblems(problems)}`);
}
