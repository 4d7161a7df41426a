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
  // No example is made from what was typed: it may be the name of a patient.
  throw new Error(
    `${JSON.stringify(name)} cannot be a ${what}: use lower-case letters, digits and single hyphens between them, such as flat-atypia-3.`,
  );
}
