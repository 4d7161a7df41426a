/**
 * The schema library as the atlas uses it. By itself it makes code of strings where it may, and tries
 * whether it may: the pages' policy forbids it, and Firefox puts every try on the console as an error.
 */
import { config, z } from 'zod';

config({ jitless: true });

export { z };
