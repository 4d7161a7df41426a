/** What the rooms need of the machine below them: whole files, and children that may be stopped. */
export { faultSentence } from './fault.ts';
export { filesBelow } from './files.ts';
export {
  type GuardedChild,
  GuardedError,
  type Limits,
  memoryLimitBytes,
  openGuarded,
  type Report,
  runGuarded,
} from './guarded-child.ts';
export { openScratch, type Scratch, sweepScratch, writeWhole } from './scratch.ts';
