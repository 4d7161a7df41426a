/** The child process in which patients are proved, one after the other. */
import { serveWork } from '../machine/guarded-work.ts';
import { verdictOn } from './outlook.ts';
import { faultsOf, type Words } from './proof.ts';

serveWork<Words & { readonly cacheDir: string }, null>(async ({ order, views, cacheDir }) => {
  const faults = await faultsOf(order, views, cacheDir);
  // While she is at hand: every page needs her outlook.
  if (faults.length === 0) await verdictOn(order, cacheDir);
  return null;
});
