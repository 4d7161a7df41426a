/** A step of a path: what is done, and where the path may leave it. */
export interface Step {
  text: string;
  /** What ends the path at this step: the finding, and what follows from it. */
  exit?: { when: string; so: string };
}

/** A step with its place in a drawing, in px. */
export interface PlacedStep extends Step {
  y: number;
  height: number;
  lines: string[];
  exitLines: string[];
}

const leadPx = 18;
const gapPx = 26;

/** Places the steps one below the other; texts are broken at so many characters. */
export function placeSteps(
  steps: readonly Step[],
  width: { step: number; exit: number },
): { placed: PlacedStep[]; heightPx: number } {
  let y = 4;
  const placed = steps.map((step) => {
    const lines = broken(step.text, width.step);
    const exitLines = step.exit ? broken(`${step.exit.when}: ${step.exit.so}`, width.exit) : [];
    const height = Math.max(lines.length, exitLines.length) * leadPx + 18;
    const place = { ...step, y, height, lines, exitLines };
    y += height + gapPx;
    return place;
  });
  return { placed, heightPx: y - gapPx + 4 };
}

function broken(text: string, width: number): string[] {
  const lines: string[] = [];
  for (const word of text.split(' ')) {
    const last = lines.at(-1);
    if (last !== undefined && last.length + word.length < width)
      lines[lines.length - 1] = `${last} ${word}`;
    else lines.push(word);
  }
  return lines;
}
