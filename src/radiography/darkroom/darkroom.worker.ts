import { serveDarkroom } from './service.ts';

/** The darkroom as a worker of a page: nothing but the line to it and a pause for its messages. */
serveDarkroom(self, () => new Promise((resolve) => setTimeout(resolve)));
