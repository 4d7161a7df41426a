import { Cite } from '@citation-js/core';
import '@citation-js/plugin-csl';
import type { Reference } from './reference.ts';

/** A reference made ready to print. */
export interface PrintedReference {
  key: string;
  /** "Rominger et al. 2012": for use in running text. */
  short: string;
  /** The full entry in Vancouver style, as HTML without links. */
  html: string;
  /** Where it can be read: its DOI, PubMed or own address. */
  address?: string;
}

/** Prints references in Vancouver style, with a short form for running text. */
export function printReferences(references: readonly Reference[]): Map<string, PrintedReference> {
  // The address stands beside the entry as a link, so the entry itself leaves it out.
  const cite = new Cite(
    references.map(
      ({ note: _note, custom: _custom, DOI: _doi, PMID: _pmid, URL: _url, ...item }) => ({
        ...item,
        author: item.author?.map((person) => (isOthers(person) ? { literal: 'et al' } : person)),
      }),
    ),
  );
  const printed = cite.format('bibliography', {
    format: 'html',
    template: 'vancouver',
    lang: 'en-US',
    asEntryArray: true,
  }) as [string, string][];
  const html = new Map(printed.map(([key, entry]) => [key, bare(entry)]));
  return new Map(
    references.map((reference) => {
      const address = addressOf(reference);
      const entry = {
        key: reference.id,
        short: shortForm(reference),
        html: html.get(reference.id) ?? '',
      };
      return [reference.id, address ? { ...entry, address } : entry];
    }),
  );
}

/** The text of an entry, without the wrapping blocks and the number that the style puts before it. */
function bare(entry: string): string {
  const inner = /csl-right-inline">([\s\S]*?)<\/div>/.exec(entry)?.[1] ?? entry;
  return inner
    .replace(/<\/?div[^>]*>/g, '')
    .replace(/^\s*\d+\.\s*/, '')
    .trim();
}

/** The literal author `others` stands for those whose names no record that was read has told. */
const isOthers = (person: { literal?: string | undefined }) => person.literal === 'others';

function shortForm(reference: Reference): string {
  const { author = [], issued } = reference;
  const names = author.map((person) => person.family ?? person.literal ?? '');
  const who =
    names.length > 2 || author.some(isOthers)
      ? `${names[0]} et al.`
      : names.length > 0
        ? names.join(' and ')
        : placeOfPublication(reference);
  const year = issued?.['date-parts'][0]?.[0];
  return year ? `${who} ${year}` : who;
}

/** Words of a title that name it well enough beside the full entry. */
const namingWords = 5;

/** What a source without named authors goes by: where it appeared, else the first words of its title. */
function placeOfPublication({ title, publisher, ...rest }: Reference): string {
  const words = title.replace(/^\[|\]$/g, '').split(' ');
  const inShort = words.slice(0, namingWords).join(' ') + (words.length > namingWords ? ' …' : '');
  return rest['container-title'] ?? publisher ?? inShort;
}

function addressOf({ DOI, PMID, URL }: Reference): string | undefined {
  if (DOI) return `https://doi.org/${DOI}`;
  if (PMID) return `https://pubmed.ncbi.nlm.nih.gov/${PMID}/`;
  return URL;
}
