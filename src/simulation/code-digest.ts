/** The part of a picture's identity that its renderer is. Node only. */
import { createHash } from 'node:crypto';
import { globSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { morphologies } from '../lexicon/index.ts';

/** Rooms and files whose code decides what a simulated view looks like, by what makes it. */
const sources = {
  radiograph: ['phantom/**/*.ts', 'radiography/**/*.ts', 'lexicon/{interval,spread}.ts'],
  slide: ['phantom/**/*.ts', 'microscopy/**/*.ts', 'lexicon/{interval,spread}.ts'],
} as const;

/** What a simulated view is. */
export type Renderer = keyof typeof sources;

/** Names the digests to the processes that a process starts, so that all of them mean the same images. */
export const rendererVariable = 'ATLAS_RENDERER';

let digests: Readonly<Record<Renderer, string>> | undefined;

/** The digests of both renderers, as they are told to other processes. */
export const rendererDigests = (): string => JSON.stringify(allDigests());

/**
 * A digest of all code that makes the pixels, read once a process: whoever changes the renderer gets
 * its pictures made anew. Of the lexicon only its rules count, not its texts. The sources are looked for below
 * the current folder, which is the project's, because a bundler may have moved this module.
 */
export const rendererDigest = (renderer: Renderer): string => allDigests()[renderer];

function allDigests(): Readonly<Record<Renderer, string>> {
  const told = process.env[rendererVariable];
  digests ??= told
    ? (JSON.parse(told) as Record<Renderer, string>)
    : { radiograph: digestOf('radiograph'), slide: digestOf('slide') };
  return digests;
}

function digestOf(renderer: Renderer): string {
  const room = resolve('src');
  const hash = createHash('sha256');
  for (const file of globSync([...sources[renderer]], { cwd: room }).sort()) {
    if (!/[/\\](metrics|microscope)[/\\]/.test(file)) hash.update(readFileSync(join(room, file)));
  }
  hash.update(JSON.stringify(morphologies.map(({ id, sizes }) => [id, limitsOf(sizes)])));
  return hash.digest('hex');
}

const limitsOf = (sizes: (typeof morphologies)[number]['sizes']) =>
  sizes.map(({ of, sizeMm }) => [of, sizeMm]);
