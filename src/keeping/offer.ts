/** What a reader may keep on the device: the pictures of a case, a chapter, a lesson, or all of them. */

/** A picture of the site, as the build has measured it. */
export interface OfferedFile {
  readonly bytes: number;
  /** SHA-256 of the file, in hexadecimal digits. */
  readonly sum: string;
}

/** Something to keep. */
export interface Offer {
  /** Its address below the root, such as `cases/recalled-at-57/`; empty for everything. */
  readonly id: string;
  readonly kind: OfferKind;
  readonly title: string;
  /** Paths of its pictures below the root, those of the whole files and their stills. */
  readonly files: readonly string[];
}

export type OfferKind = 'everything' | 'chapter' | 'lesson' | 'case';

/** All that is offered; `files` by path. Printed by the build, read by the page. */
export interface Offers {
  readonly files: Readonly<Record<string, OfferedFile>>;
  readonly offers: readonly Offer[];
}

/** Where the build puts it, below the root. */
export const offersPath = 'offline/offers.json';

/** How much of an offer is on the device. */
export interface Standing {
  readonly keptBytes: number;
  readonly bytes: number;
  /** Files that are still to come, in their order. */
  readonly missing: readonly string[];
}

export function standingOf(
  { files }: Pick<Offer, 'files'>,
  offered: Offers['files'],
  kept: ReadonlySet<string>,
): Standing {
  const bytesOf = (paths: readonly string[]) =>
    paths.reduce((sum, path) => sum + (offered[path]?.bytes ?? 0), 0);
  const missing = files.filter((path) => !kept.has(path));
  const bytes = bytesOf(files);
  return { bytes, keptBytes: bytes - bytesOf(missing), missing };
}

/** Kept files that nothing which the reader wants needs, those of earlier editions included. */
export function unneeded(
  kept: Iterable<string>,
  offers: readonly Offer[],
  wanted: ReadonlySet<string>,
): string[] {
  const needed = new Set(offers.filter(({ id }) => wanted.has(id)).flatMap(({ files }) => files));
  return [...kept].filter((path) => !needed.has(path));
}

/** What the browser says of its room, in bytes. */
export interface Room {
  readonly quota: number;
  readonly usage: number;
}

/** A browser does not say exactly how much it has, and needs some of it itself. */
const reserve = 0.02;

/** The room that is left for pictures, in bytes. */
export const roomLeft = ({ quota, usage }: Room) =>
  Math.max(0, Math.floor(quota * (1 - reserve)) - usage);

/** Bytes as people say them. */
export const sizeInWords = (bytes: number) =>
  bytes < 1e5
    ? `${Math.ceil(bytes / 1e3)} kB`
    : bytes < 1e9
      ? `${(bytes / 1e6).toFixed(bytes < 1e7 ? 1 : 0)} MB`
      : `${(bytes / 1e9).toFixed(1)} GB`;
