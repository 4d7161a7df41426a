import { svelte } from '@sveltejs/vite-plugin-svelte';
import { svelteTesting } from '@testing-library/svelte/vite';
import { defineConfig } from 'vitest/config';

/**
 * Rooms of words and data, not of numbers: their many small tests share what was read of the sources.
 * What computes pictures begins anew in each file, as a child process does.
 */
const wordRooms = ['atlas', 'evidence', 'gallery', 'keeping', 'lesson', 'lexicon', 'offline']
  .concat('pathway', 'press', 'quiz', 'search', 'viewer')
  .map((room) => `tests/unit/${room}/**/*.test.ts`);

export default defineConfig({
  plugins: [svelte()],
  test: {
    // A stop for what hangs, not a measure of speed: the machine may be busy with other things.
    testTimeout: 120_000,
    // Left to itself it keeps one core free, which is half of a small machine.
    maxWorkers: '100%',
    projects: [
      {
        extends: true,
        test: {
          name: 'unit',
          include: ['tests/unit/**/*.test.ts'],
          exclude: wordRooms,
          environment: 'node',
        },
      },
      {
        extends: true,
        test: { name: 'words', include: wordRooms, environment: 'node', isolate: false },
      },
      {
        extends: true,
        plugins: [svelteTesting()],
        test: {
          name: 'component',
          include: ['tests/component/**/*.test.ts'],
          environment: 'happy-dom',
        },
      },
    ],
  },
});
