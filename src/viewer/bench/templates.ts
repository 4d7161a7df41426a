/** The views that a page offers to its bench, as templates with their data. */
import { opened } from '../../atlas/sealed.ts';
import type { SlideData } from '../settings.ts';
import type { BenchView } from './state.ts';

/** A view and the elements that show it. */
export interface Offer extends BenchView {
  /** Address of what is true of it; undefined where nobody knows. */
  readonly findings: string | undefined;
  /** What a simulated slide is rendered from. */
  readonly slide?: SlideData;
  /** Address of its still. */
  readonly still: string;
  /** A new copy of its viewer and its description. */
  copy(): DocumentFragment;
}

/** The offers of a bench in the order in which the page lists them. */
export function readOffers(bench: HTMLElement): Offer[] {
  return [...bench.querySelectorAll<HTMLTemplateElement>('template[data-view]')].map((template) => {
    const {
      view = '',
      short = '',
      kind = '',
      title = '',
      plane = '',
      aspect = '',
      side,
    } = template.dataset;
    const number = (name: string) => Number(template.dataset[name]);
    const sealed = template.content.querySelector<HTMLElement>('[data-slide]')?.dataset.slide;
    const slide = sealed ? (opened(sealed) as SlideData) : undefined;
    return {
      id: view,
      kind,
      findings: template.dataset.findings,
      short,
      title,
      plane,
      aspect,
      umPerPixel: number('umPerPixel'),
      widthPx: number('widthPx'),
      heightPx: number('heightPx'),
      ...(side === 'left' || side === 'right' ? { side } : {}),
      ...(slide && { slide }),
      // Blocks of different patients are not cut together.
      ...(slide &&
        template.dataset.apart === undefined && {
          section: { depthUm: slide.order.depthUm, deepestUm: slide.deepestUm },
        }),
      still: template.content.querySelector('img')?.src ?? '',
      copy: () => document.importNode(template.content, true),
    };
  });
}
