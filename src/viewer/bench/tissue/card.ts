/** What a feature is: the words about it, and the card that stands at it in the picture. */
import { descriptorAddress } from '../../../atlas/address.ts';
import { findTerm, tissueFeatures } from '../../../lexicon/index.ts';
import type { Feature, FeatureName } from '../../../microscopy/truth/feature.ts';
import { lengthText } from '../../length.ts';
import { button } from '../button.ts';
import { stated } from '../stated.ts';
import { isArea, radiusUm } from './kinds.ts';
import { words } from './words.ts';

/** What a feature is and what it may mean, with how far this can be trusted. */
export function explained(name: FeatureName): HTMLElement[] {
  const { definition, meaning, lesions } = tissueFeatures[name];
  const about = document.createElement('p');
  about.textContent = stated(definition);
  const means = document.createElement('p');
  means.append(stated(meaning));
  lesions.forEach((id, at) => {
    const link = document.createElement('a');
    link.href = descriptorAddress(id, 'lesion');
    link.textContent = findTerm('lesion', id).label;
    means.append(at === 0 ? ` ${words.seenIn} ` : ', ', link);
    if (at === lesions.length - 1) means.append('.');
  });
  return [about, means];
}

/** A feature by its name, with its size where it has one in the plane. */
export const titleOf = (feature: Feature): string => {
  const { label } = tissueFeatures[feature.name];
  return isArea(feature.name)
    ? label
    : `${label}, ${words.across(lengthText(Math.round(2 * radiusUm(feature))))}`;
};

/** The card in the picture. */
export interface Card {
  readonly element: HTMLElement;
  /** Stands at a place of a frame; `stays` where it can be used and closed. */
  show(feature: Feature, stays: boolean): void;
  place(at: readonly [x: number, y: number], frame: readonly [width: number, height: number]): void;
  hide(): void;
}

/** Builds the card; `closed` hears of its button. */
export function createCard(closed: () => void): Card {
  const element = document.createElement('div');
  element.className = 'tissue-card';
  element.hidden = true;
  let shown: Feature | undefined;
  return {
    element,
    show(feature, stays) {
      element.hidden = false;
      element.toggleAttribute('data-stays', stays);
      if (feature === shown) return;
      shown = feature;
      const title = document.createElement('strong');
      title.textContent = titleOf(feature);
      element.replaceChildren(
        title,
        ...explained(feature.name),
        button(words.close, { onPress: closed }),
      );
    },
    // Beside the mark, on the side that has more room, within the frame.
    place([x, y], [width, height]) {
      const isRight = x < width / 2;
      element.style.insetInline = isRight ? `${x + 18}px auto` : `auto ${width - x + 18}px`;
      element.style.maxInlineSize = `${Math.max(isRight ? width - x : x, width / 2) - 24}px`;
      const isLow = y > height / 2;
      element.style.insetBlock = isLow
        ? `auto ${Math.max(0, height - y - 20)}px`
        : `${Math.max(0, y - 20)}px auto`;
    },
    hide() {
      element.hidden = true;
      shown = undefined;
    },
  };
}
