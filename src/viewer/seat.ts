/** The place of a viewer that is not alone: what its bench tells it and hears from it. */
import type { Look } from './look.ts';
import type { Orientation } from './orientation.ts';
import type { Picture } from './picture.ts';
import type { GreyImage } from './raster-pyramid.ts';
import type { SlideSetting } from './settings.ts';

/** Given to an `<atlas-viewer>` before it enters the page; without one it keeps the address itself. */
export interface Seat {
  /** The image, where no pyramid of the site holds it. */
  readonly image?: GreyImage;
  /** Whether it opens with all of the picture, as the page has it: no field is asked for, and nothing set. */
  isWhole(): boolean;
  /** The field to open with, if any. */
  asked(): Look | undefined;
  /** How the picture lies, to open with. */
  orientation(): Orientation;
  /** How a slide is set, to open with. */
  setting(): SlideSetting;
  /** The picture can be asked and moved; `frame` is what it is drawn in. */
  opened(picture: Picture, frame: HTMLElement): void;
  /** The field has changed, by whomever. */
  moved(): void;
  /** A movement of the reader's has come to rest here. */
  settled(): void;
}
