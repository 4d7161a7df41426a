import type { AstroIntegration } from 'astro';
import { cacheDir } from '../components/picture.ts';
import { openCache, type PyramidJob, PyramidQueue } from '../pyramid/index.ts';
import { listProblems } from '../atlas/problem.ts';
import { makerFile } from '../simulation/maker-file.ts';
import { lookThroughContent } from './content.ts';
import { findingsRoute } from './findings-route.ts';
import { imagesOf } from './images.ts';
import { pyramidRoute } from './pyramid-route.ts';

/**
 * While authoring, tells what is wrong in the content and makes the images that a page asks for. An
 * image that is new since then is ordered when it is first asked for.
 */
export function devImages(): AstroIntegration {
  return {
    name: 'atlas-dev-images',
    hooks: {
      'astro:server:setup': async ({ server, logger }) => {
        const cache = await openCache(cacheDir());
        const queue = new PyramidQueue(cache, { worker: makerFile });
        let jobs: readonly PyramidJob[] = [];
        const order = async () => {
          const { entries, problems } = await lookThroughContent('growth');
          if (problems.length > 0) logger.warn(`\n${listProblems(problems)}`);
          jobs = await imagesOf(entries);
          queue.add(jobs);
        };
        await order();
        server.watcher.on('all', (_event, path) => {
          if (/[/\\]cases[/\\][^/\\]+\.yaml$/.test(path))
            order().catch((error: Error) => logger.error(error.message));
        });
        server.middlewares.use(pyramidRoute(cache.folder, queue));
        server.middlewares.use(findingsRoute(() => jobs, cache, queue));
      },
    },
  };
}
