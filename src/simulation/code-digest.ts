/** The part of a picture's identity that its renderer is. Node only. */
import { createHash } from 'node:crypto';
import { globSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { morphologies } from '../lexicon/index.ts';

/** Rooms and files whose code decides what a simulated view looks like. */
const sources = ['phantom/**/*.ts', 'radiography/**/*.ts', 'lexicon/{interval,spread}.ts'];

/** Names the digest to the processes that a process starts, so that all of them mean the same images. */
export const rendererVariable = 'ATLAS_RENDERER';

let digest: string | undefined;

/**
 * A digest of all code that makes the pixels, read once a process: whoever changes the renderer gets
 * its pictures made anew. Of the lexicon only its rules count, not its texts. The sources are looked for below
 * the current folder, which is the project's, because a bundler may have moved this module.
 */
export function rendererDigest(): string {
  digest ??= process.env[rendererVariable];
  if (digest !== undefined) return digest;
  const room = resolve('src');
  const hash = createHash('sha256');
  for (const file of globSync(sources, { cwd: room }).sort()) {
    if (!/[/\\]metrics[/\\]/.test(file)) hash.update(readFileSync(join(room, file)));
  }
  hash.update(JSON.stringify(morphologies.map(({ id, sizes }) => [id, limitsOf(sizes)])));
  digest = hash.digest('hex');
  return digest;
}

const limitsOf = (sizes: (typeof morphologies)[number]['sizes']) =>
  sizes.map(({ of, sizeMm }) => [of, sizeMm]);
