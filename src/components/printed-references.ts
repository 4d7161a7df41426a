import { getCollection } from 'astro:content';
import { type PrintedReference, printReferences } from '../atlas/bibliography.ts';

let made: Promise<Map<string, PrintedReference>> | undefined;

/** The bibliography made ready to print; made once for a build, anew for every page while authoring. */
export function printedReferences(): Promise<Map<string, PrintedReference>> {
  if (!made || import.meta.env.DEV)
    made = getCollection('references').then((entries) =>
      printReferences(entries.map(({ data }) => data)),
    );
  return made;
}
