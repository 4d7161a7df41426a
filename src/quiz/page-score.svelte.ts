import { SvelteMap } from 'svelte/reactivity';

/** The first answers given on this page, by question; all its questions share it. */
export const firstAnswers = new SvelteMap<string, boolean>();
