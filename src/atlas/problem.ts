/** Something wrong with a content file, worded for the person who wrote it. */
export interface Problem {
  /** Path of the file as the person would type it. */
  file: string;
  /** Line, counted from 1. */
  line: number;
  message: string;
}

/** Problems as text, in the order of files and lines, one a paragraph: `file:line` and what to do. */
export function listProblems(problems: readonly Problem[]): string {
  return [...problems]
    .sort((a, b) => a.file.localeCompare(b.file, 'en') || a.line - b.line)
    .map(({ file, line, message }) => `${file}:${line}\n  ${message}`)
    .join('\n\n');
}
