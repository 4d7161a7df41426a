/** The worker for a queue of pyramids: it makes those of files and those of simulated views. */
export const makerFile = new URL('./maker.ts', import.meta.url);
