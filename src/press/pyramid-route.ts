import { statSync } from 'node:fs';
import type { IncomingMessage, ServerResponse } from 'node:http';
import { join } from 'node:path';
import sirv from 'sirv';
import type { MakingStatus } from '../pyramid/byte-source.ts';

/** What a server needs to know of the images that are still being made. */
export interface Makers {
  /** Puts an image in front of those that nobody waits for. */
  ask(id: string): void;
  /** Where an image stands; undefined for one that is made, or that nobody has ordered. */
  status(id: string): MakingStatus | undefined;
  /** Why an image could not be made; undefined where it was or may still be. */
  failure(id: string): { readonly sentence: string } | undefined;
}

/** Answers a request, or leaves it to the next. */
export type Handler = (
  request: IncomingMessage,
  response: ServerResponse,
  next: () => void,
) => void;

const placeholder =
  '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 4 3"><path fill="#262626" d="M0 0h4v3H0z"/></svg>';

/**
 * Serves `/pyramids/<id>.szi` and `.jpg` from the cache, by range. A pyramid that is not made yet is
 * answered with 202 and where it stands, its still with a placeholder; either is then made next. One
 * that could not be made is answered with 500 and the reason (RFC 9457).
 */
export function pyramidRoute(folder: string, makers: Makers): Handler {
  const serve = sirv(folder, {
    dev: true,
    setHeaders: (response, path) => {
      // The name of a file is the hash of what went into it.
      response.setHeader('Cache-Control', 'public, max-age=31536000, immutable');
      if (path.endsWith('.szi')) response.setHeader('Content-Type', 'application/octet-stream');
    },
  });
  return (request, response, next) => {
    const match = /^\/pyramids\/(([0-9a-f]+)\.(szi|jpg))(?:\?|$)/.exec(request.url ?? '');
    const [, file, id, ending] = match ?? [];
    if (!file || !id) return next();
    const failure = makers.failure(id);
    if (failure) {
      const headers = { 'Content-Type': 'application/problem+json', 'Cache-Control': 'no-store' };
      return void response
        .writeHead(500, headers)
        .end(JSON.stringify({ detail: failure.sentence }));
    }
    const status = makers.status(id);
    if (!status) {
      request.url = `/${file}`;
      countFromStart(request, join(folder, file));
      return serve(request, response, next);
    }
    makers.ask(id);
    response.setHeader('Cache-Control', 'no-store');
    if (ending === 'szi') {
      response.writeHead(202, { 'Content-Type': 'application/json', 'Retry-After': '1' });
      response.end(JSON.stringify(status));
    } else response.writeHead(200, { 'Content-Type': 'image/svg+xml' }).end(placeholder);
  };
}

/** `bytes=-100` asks for the last 100 bytes; sirv takes it for the first. */
function countFromStart({ headers }: IncomingMessage, path: string): void {
  const [, length] = /^bytes=-(\d+)$/.exec(headers.range ?? '') ?? [];
  const size = length && statSync(path, { throwIfNoEntry: false })?.size;
  if (size) headers.range = `bytes=${Math.max(0, size - Number(length))}-${size - 1}`;
}
