import {
  type CaseRecord,
  type CaseView,
  isImageView,
  isSimulated,
  type SimulatedCase,
  viewId,
} from '../atlas/case.ts';
import { findTerm, type ViewKind } from '../lexicon/index.ts';
import type { Identity } from '../pyramid/identity.ts';
import {
  descriptionOf,
  isRadiograph,
  isSlideOrder,
  markOf,
  outlookOf,
  slideDescriptionOf,
  slideOf,
  slideOutlookOf,
  titleOf,
  type SlideViewOrder,
} from '../simulation/index.ts';
import type { SlideData } from '../viewer/settings.ts';
import { badgeOf } from './badge.ts';
import { isDetectorPlane } from './detector-plane.ts';
import { fieldWidth } from './field-width.ts';
import { cacheDir, orderOf, pictureOf } from './picture.ts';

/** Everything that a page shows of a view, whether its case has it in a file or in a recipe. */
export interface ShownView {
  readonly id: string;
  readonly kind: ViewKind;
  readonly title: string;
  /** The text alternative. */
  readonly description: string;
  readonly picture: Identity;
  readonly umPerPixel: number;
  readonly atDetector: boolean;
  readonly badge: ReturnType<typeof badgeOf>;
  /** View and side, as a mammogram has them beside the breast; absent for all others. */
  readonly mark?: Mark;
  /** The breast that it shows, where that is known. */
  readonly side?: 'left' | 'right';
  /** Whether there are more grey levels than a screen shows, so that the view is seen through a window. */
  readonly is16Bit: boolean;
  /** Of a simulated slide between polars how often it is exposed as long as in plain light. */
  readonly exposure?: number;
  /** Of a simulated slide what its finer levels are rendered from. */
  readonly slide?: SlideData;
}

/** View and side in letters, and in which upper corner they stand: away from the chest wall. */
export interface Mark {
  readonly text: string;
  readonly corner: 'left' | 'right';
}

/** What there is to show of a view of a case. */
export async function shownView(
  entry: { data: CaseRecord; filePath?: string | undefined },
  view: CaseView,
): Promise<ShownView> {
  const record = entry.data;
  const picture = await pictureOf(entry, view);
  const kind = findTerm('view', view.kind);
  const common = {
    id: viewId(view),
    kind,
    picture,
    atDetector: isDetectorPlane(view.kind, record.origin.kind),
    badge: badgeOf(record.origin),
  };
  if (isSimulated(record)) {
    const shown = await simulated(record, view);
    if (!('slide' in shown)) return { ...common, ...shown };
    const { widthPx, heightPx } = shown.slide;
    return { ...common, ...shown, picture: { ...picture, widthPx, heightPx } };
  }
  if (!isImageView(view)) throw new Error(`The view ${view.kind} has no image file.`);
  const { title, description, umPerPixel, window } = view;
  return { ...common, title, description, umPerPixel, is16Bit: window !== undefined };
}

/** What is generated for a simulated view, unless its author has written it. */
async function simulated(record: SimulatedCase, view: CaseView) {
  const order = orderOf(record, view);
  if (isSlideOrder(order)) return simulatedSlide(order, view);
  const { recipe, biopsy } = record;
  const { kind, title, description } = view;
  const outlook = await outlookOf({ recipe, biopsy }, cacheDir());
  const seen = isRadiograph(kind) ? outlook.views[kind] : undefined;
  if (!seen) throw new Error(`A ${kind} cannot be simulated.`);
  const { side } = outlook;
  // The chest wall of a left breast is on the left, so its free corner is on the right.
  const mark: Mark = { text: markOf(kind, side), corner: side === 'left' ? 'right' : 'left' };
  return {
    title: title ?? titleOf(kind, side),
    description: description ?? descriptionOf(kind, outlook, seen),
    umPerPixel: seen.umPerPixel,
    is16Bit: true,
    ...(seen.fromNipple ? { mark, side } : {}),
  };
}

/** The same of a simulated slide: its size is that of its finest level, its picture the overview. */
async function simulatedSlide(order: SlideViewOrder, { title, description }: CaseView) {
  const outlook = await slideOutlookOf(order, cacheDir());
  const patient = { recipe: order.recipe, biopsy: order.biopsy };
  const { side, biopsy } = await outlookOf(patient, cacheDir());
  const deepestUm = biopsy?.slides.deepestUm ?? outlook.depthUm;
  return {
    title: title ?? titleOf(order.view, side),
    description: description ?? slideDescriptionOf(order.view, outlook),
    umPerPixel: outlook.umPerPixel,
    is16Bit: false,
    ...(outlook.exposure && { exposure: outlook.exposure }),
    slide: {
      order: slideOf(order),
      widthPx: outlook.widthPx,
      heightPx: outlook.heightPx,
      deepestUm,
    },
  };
}

/** What is said of a view in small print; its kind only where the title does not begin with it. */
export function factsOf(view: ShownView): string[] {
  const { kind, title, picture, umPerPixel, is16Bit, exposure } = view;
  return [
    ...(title.startsWith(kind.label) ? [] : [kind.label]),
    fieldWidth(picture.widthPx, umPerPixel),
    `${Number(umPerPixel.toPrecision(3))}\u202fµm per pixel`,
    ...(exposure
      ? [`overview exposed ${Math.round(exposure)}\u202f× as long as in plain light`]
      : []),
    ...(is16Bit ? ['16\u202fbits, seen through a window'] : []),
  ];
}
