import { RecipeError } from '../../phantom/index.ts';
import { renderTile } from '../render/tile.ts';
import { openSlides } from '../slide.ts';
import { featuresIn } from '../truth/features.ts';
import { sectionTruth } from '../truth.ts';
import type { Answer, Line, Request, TileOrder } from './order.ts';

/**
 * Renders tiles, and tells of sections and their fields, for whoever is at the other end of a line, in the order in which
 * they are asked for.
 * The pixels are copied, not handed over: a detached buffer throws optimised code away.
 */
export function serveMicroscope(line: Line): void {
  const slideOf = openSlides();
  const tileOf = ({ slide, place }: TileOrder) => {
    const { scene, light } = slideOf(slide);
    return renderTile(scene, place, light) as Uint8ClampedArray<ArrayBuffer>;
  };
  line.addEventListener('message', ({ data }) => {
    const request = data as Request;
    const { job } = request;
    try {
      if ('section' in request) {
        const truth = sectionTruth(slideOf(request.section).scene.section);
        return line.postMessage({ kind: 'section', job, truth } satisfies Answer);
      }
      if ('features' in request) {
        const { slide, field } = request.features;
        const features = featuresIn(slideOf(slide).scene, field);
        return line.postMessage({ kind: 'features', job, features } satisfies Answer);
      }
      const rgba = tileOf(request.order);
      line.postMessage({ kind: 'tile', job, rgba } satisfies Answer);
    } catch (fault) {
      line.postMessage({ kind: 'fault', job, sentence: sentenceOf(fault) } satisfies Answer);
    }
  });
}

/** What went wrong, for whoever asked. Faults of a recipe or an order are sentences already. */
function sentenceOf(fault: unknown): string {
  if (fault instanceof RecipeError || fault instanceof RangeError) return fault.message;
  return `The slide could not be rendered; this is a fault of the program: ${fault}.`;
}
