/** The child process in which files from outside are opened. */
import { serveWork } from '../machine/guarded-work.ts';
import { type Header, readHeader } from './header.ts';
import { writePixels, type Written } from './pixels.ts';

/** Read a header, or write the picture that a header describes. */
export type IntakeJob =
  | { readonly task: 'header'; readonly from: string }
  | {
      readonly task: 'pixels';
      readonly from: string;
      readonly to: string;
      readonly header: Header;
      readonly umPerPixel: number;
    };

serveWork<IntakeJob, Header | Written>((job) =>
  job.task === 'header'
    ? readHeader(job.from)
    : writePixels(job.from, job.to, job.header, job.umPerPixel),
);
