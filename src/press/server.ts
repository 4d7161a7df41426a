import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import sirv from 'sirv';
import { type Handler, type Makers, pyramidRoute } from './pyramid-route.ts';

export interface SiteServer {
  address: string;
  /** Ports that were taken before one was free. */
  taken: number[];
  close(): Promise<void>;
}

interface Site {
  pages: string;
  pyramids: string;
  base: string;
  makers: Makers;
  /** Answers what the pages ask of findings, where these are no files yet. */
  findings?: Handler;
}

/** Sent with every answer; the policy for scripts and styles stands in each page. */
const headers = {
  'X-Content-Type-Options': 'nosniff',
  'Referrer-Policy': 'no-referrer',
  'Content-Security-Policy': "frame-ancestors 'self'",
};

/**
 * Serves the printed pages and the pyramids on this machine alone. A pyramid that is not made yet is
 * answered with 202 and where it stands, and is made next.
 */
export async function serveSite(site: Site, port: number, tries = 20): Promise<SiteServer> {
  const handle = handler(site);
  const taken: number[] = [];
  for (let candidate = port; candidate < port + tries; candidate += 1) {
    const servers = await listen(handle, candidate);
    if (servers)
      return {
        address: `http://localhost:${candidate}${site.base}`,
        taken,
        close: async () => {
          for (const server of servers) {
            server.closeAllConnections();
            server.close();
          }
        },
      };
    taken.push(candidate);
  }
  throw new Error(
    `No port from ${port} to ${port + tries - 1} is free. Close another server or give --port.`,
  );
}

/** `localhost` may mean either address, so a port counts as free only where both are. */
async function listen(
  handle: (request: IncomingMessage, response: ServerResponse) => void,
  port: number,
): Promise<Server[] | undefined> {
  const servers: Server[] = [];
  for (const host of ['127.0.0.1', '::1']) {
    const server = createServer(handle);
    const fault = await new Promise<NodeJS.ErrnoException | undefined>((resolve) => {
      server.once('error', resolve);
      server.listen(port, host, () => resolve(undefined));
    });
    if (!fault) servers.push(server);
    else if (fault.code === 'EADDRINUSE' || fault.code === 'EACCES') {
      for (const other of servers) other.close();
      return undefined;
    } else if (fault.code !== 'EADDRNOTAVAIL' && fault.code !== 'EAFNOSUPPORT') throw fault;
  }
  return servers;
}

function handler({ pages, pyramids, base, makers, findings = pass }: Site) {
  const servePages = sirv(pages, { dev: true, etag: true });
  const servePyramids = pyramidRoute(pyramids, makers);
  const root = base.replace(/\/$/, '');

  return (request: IncomingMessage, response: ServerResponse) => {
    for (const [name, value] of Object.entries(headers)) response.setHeader(name, value);
    const url = request.url ?? '/';
    if (!url.startsWith(`${root}/`)) {
      response.writeHead(302, { Location: base }).end();
      return;
    }
    request.url = url.slice(root.length);
    servePyramids(request, response, () =>
      findings(request, response, () =>
        servePages(request, response, () => answerMissing(response, pages)),
      ),
    );
  };
}

const pass: Handler = (_request, _response, next) => next();

async function answerMissing(response: ServerResponse, pages: string): Promise<void> {
  const page = await readFile(join(pages, '404.html')).catch(() => 'This page does not exist.');
  response.writeHead(404, { 'Content-Type': 'text/html; charset=utf-8' }).end(page);
}
