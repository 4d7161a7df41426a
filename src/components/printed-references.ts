import { getCollection } from 'astro:content';
import { type PrintedReference, printReferences } from '../atlas/bibliography.ts';

let read = '';
let made = new Map<string, PrintedReference>();

/** The bibliography made ready to print; made anew only when an author has changed it. */
export async function printedReferences(): Promise<Map<string, PrintedReference>> {
  const references = (await getCollection('references')).map(({ data }) => data);
  const now = JSON.stringify(references);
  if (now !== read) {
    made = printReferences(references);
    read = now;
  }
  return made;
}
