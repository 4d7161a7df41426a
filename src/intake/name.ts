/** The names that become parts of paths. */

const pattern = /^[a-z0-9]+(-[a-z0-9]+)*$/;
const longest = 80;

/**
 * Returns `name` if it may name a case or a view: lower-case letters and digits, joined by hyphens.
 * Throws a sentence otherwise, so that nothing else ever becomes part of a path. `what` says what is
 * named, for instance "case id".
 */
export function checkedName(name: string, what: string): string {
  if (pattern.test(name) && name.length <= longest) return name;
  const near = name
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-+|-+$/g, '')
    .slice(0, longest);
  const hint = near && pattern.test(near) ? `, for instance "${near}"` : '';
  throw new Error(
    `${JSON.stringify(name)} cannot be a ${what}: use lower-case letters, digits and single hyphens between them${hint}.`,
  );
}
