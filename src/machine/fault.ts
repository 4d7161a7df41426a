/** Faults of disks and files, said in a sentence. */

const sentences: Readonly<Record<string, (path: string) => string>> = {
  ENOENT: (path) => `There is no file ${path}. Is its name spelt right?`,
  EISDIR: (path) => `${path} is a folder; a file is needed.`,
  ENOTDIR: (path) => `${path} lies below something that is not a folder.`,
  EACCES: (path) => `${path} may not be read or written with the rights of this user.`,
  EPERM: (path) => `${path} may not be read or written with the rights of this user.`,
  EROFS: (path) => `${path} lies on a disk that cannot be written.`,
  ENOSPC: (path) =>
    `The disk is full: ${path} could not be written. Free some space and try again.`,
  EDQUOT: (path) => `The disk quota is used up: ${path} could not be written.`,
  EXDEV: (path) =>
    `${path} lies on another disk than the folder it belongs to, so it cannot be moved there in one step. Keep the whole folder on one disk.`,
  EMFILE: () => 'Too many files are open on this machine. Close some programs and try again.',
  ENAMETOOLONG: () => 'The name of the file is too long for this disk.',
};

/**
 * The sentence for an error of the file system or of a decoder that met one; undefined for any other
 * error. `path` is what to call the file where the error itself does not name one.
 */
export function faultSentence(error: unknown, path = 'the file'): string | undefined {
  if (!(error instanceof Error)) return undefined;
  const { code, path: named } = error as NodeJS.ErrnoException;
  // Decoders written in C have no code; they pass on the words of the operating system.
  const found =
    code && sentences[code] ? code : /no space left|ENOSPC/i.test(error.message) && 'ENOSPC';
  return found ? sentences[found]?.(named ?? path) : undefined;
}
