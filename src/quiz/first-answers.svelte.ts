import { SvelteMap } from 'svelte/reactivity';

/** What the first answers given on this page earned, by question; all its questions share it. */
export const firstAnswers = new SvelteMap<string, number>();
