interface Step {
  readonly id: string;
  readonly choices: readonly { credit: number; next?: string | undefined }[];
}

/**
 * What is wrong with the steps of a decision: two of one name, a choice that leads nowhere or back (so
 * that a learner could go round for ever), a step without a right choice or that nothing leads to.
 */
export function decisionFaults(
  steps: readonly Step[],
): { path: (string | number)[]; message: string }[] {
  const place = new Map<string, number>();
  const faults: { path: (string | number)[]; message: string }[] = [];
  steps.forEach(({ id }, index) => {
    if (place.has(id))
      faults.push({ path: [index, 'id'], message: `two steps are named \`${id}\`; rename one` });
    else place.set(id, index);
  });
  const reached = new Set(steps.slice(0, 1).map(({ id }) => id));
  steps.forEach(({ id, choices }, index) => {
    if (!choices.some(({ credit }) => credit === 1))
      faults.push({
        path: [index, 'choices'],
        message: `the step \`${id}\` has no right choice; give one of them \`credit: 1\``,
      });
    choices.forEach(({ next }, order) => {
      if (next === undefined) return;
      const target = place.get(next);
      if (target === undefined)
        faults.push({
          path: [index, 'choices', order, 'next'],
          message: `\`${next}\` is not a step; there are ${[...place.keys()].join(', ')}`,
        });
      else if (target <= index)
        faults.push({
          path: [index, 'choices', order, 'next'],
          message: `\`${next}\` does not come later; a choice leads to a step further down`,
        });
      else reached.add(next);
    });
  });
  steps.forEach(({ id }, index) => {
    if (!reached.has(id) && place.get(id) === index)
      faults.push({ path: [index, 'id'], message: `no choice leads to the step \`${id}\`` });
  });
  return faults;
}
