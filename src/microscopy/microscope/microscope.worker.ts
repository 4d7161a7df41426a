import { serveMicroscope } from './service.ts';

/** The microscope as a worker of a page: nothing but the line to it. */
serveMicroscope(self);
