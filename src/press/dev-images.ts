import type { AstroIntegration } from 'astro';
import { cacheDir } from '../components/picture.ts';
import { openCache, PyramidQueue } from '../pyramid/index.ts';
import { listProblems } from '../atlas/problem.ts';
import { makerFile } from '../simulation/maker-file.ts';
import { lookThroughContent } from './content.ts';
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
        const order = async () => {
          const { entries, problems } = await lookThroughContent('growth');
          if (problems.length > 0) logger.warn(`\n${listProblems(problems)}`);
          queue.add(await imagesOf(entries));
        };
        await order();
        server.watcher.on('all', (_event, path) => {
          if (/[/\\]cases[/\\][^/\\]+\.yaml$/.test(path))
            order().catch((error: Error) => logger.error(error.message));
        });
        server.middlewares.use(pyramidRoute(cache.folder, queue));
      },
    },
  };
}
