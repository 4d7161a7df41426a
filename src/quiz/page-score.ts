/** The score of a page in a sentence: first answers only, so that a second try does not flatter. */
export function scoreLine(firstCredits: readonly number[], questions: number): string {
  const right = firstCredits.filter((credit) => credit === 1).length;
  const partly = firstCredits.filter((credit) => credit > 0 && credit < 1).length;
  const open = questions - firstCredits.length;
  const near = partly > 0 ? ` and ${partly} partly` : '';
  const left = open > 0 ? `; ${open} still to answer` : '';
  return `${right} of ${firstCredits.length} right${near} on this page at the first answer${left}.`;
}
