/** The child process in which patients are proved, one after the other. */
import { serveWork } from '../machine/guarded-work.ts';
import { verdictOn } from './outlook.ts';
import { faultsOf, type Words } from './proof.ts';
import { slideOutlookOf } from './slide-outlook.ts';

serveWork<Words & { readonly cacheDir: string }, null>(
  async ({ order, views, slides, cacheDir }) => {
    const faults = await faultsOf(order, views, cacheDir);
    if (faults.length > 0) return null;
    // While she is at hand: every page needs her outlook, and that of her slides.
    await verdictOn(order, cacheDir);
    for (const slide of slides) await slideOutlookOf(slide, cacheDir);
    return null;
  },
);
