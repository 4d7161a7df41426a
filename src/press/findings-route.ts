import type { PyramidCache, PyramidJob } from '../pyramid/index.ts';
import { findingsOf } from './findings.ts';
import type { Handler, Makers } from './pyramid-route.ts';

/**
 * Serves `/findings/<id>.json` of the images that are made, as `npm run build` would have written it;
 * one that is still to be made is answered with 202 and where it stands, and is made next.
 */
export function findingsRoute(
  jobs: () => readonly PyramidJob[],
  cache: PyramidCache,
  makers: Makers,
): Handler {
  return (request, response, next) => {
    const [, id = ''] = /^\/findings\/([0-9a-f]+)\.json(?:\?|$)/.exec(request.url ?? '') ?? [];
    const job = jobs().find((each) => each.id === id);
    if (!job) return next();
    const send = (status: number, body: string, headers = {}) =>
      response
        .writeHead(status, {
          'Content-Type': 'application/json',
          'Cache-Control': 'no-store',
          ...headers,
        })
        .end(body);
    const status = makers.status(id);
    if (status) {
      makers.ask(id);
      return void send(202, JSON.stringify(status), { 'Retry-After': '1' });
    }
    findingsOf(job, cache).then(
      (text) => (text === undefined ? next() : send(200, text)),
      () => next(),
    );
  };
}
