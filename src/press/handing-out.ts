/** The items of the atlas for other programs, with their images. Node only. */
import { readFile } from 'node:fs/promises';
import sharp from 'sharp';
import { isOf } from '../atlas/check.ts';
import { viewId } from '../atlas/case.ts';
import { cacheDir } from '../components/picture.ts';
import { shownView } from '../components/shown-view.ts';
import { openCache } from '../pyramid/index.ts';
import { bankOf, noPages } from '../quiz/bank/bank.ts';
import type { ItemImage, PaperItem } from '../quiz/export/paper-item.ts';
import { inspectContent } from './content.ts';

/** Images are handed out no larger than this in either direction. */
const mostPx = 1200;

/** All items with their images, and the bytes of each image by the name of its file. */
export async function itemsToHandOut(withImages: boolean): Promise<{
  items: PaperItem[];
  images: Map<string, Uint8Array>;
}> {
  const entries = await inspectContent('growth');
  const cases = entries.filter((entry) => isOf(entry, 'cases'));
  const questions = entries.filter((entry) => isOf(entry, 'questions'));
  const cache = await openCache(cacheDir());
  const images = new Map<string, Uint8Array>();
  const known = new Map<string, Promise<ItemImage>>();

  async function imageOf(caseId: string, name: string): Promise<ItemImage> {
    const entry = cases.find(({ id }) => id === caseId);
    const view = entry?.data.views.find((each) => viewId(each) === name);
    if (!entry || !view) throw new Error(`The case ${caseId} has no view ${name}.`);
    const { picture, title, description } = await shownView(
      { data: entry.data, filePath: entry.file },
      view,
    );
    // The name says nothing: neither the case nor what it shows.
    const file = `atlas-${picture.id}.jpg`;
    if (withImages && !images.has(file)) {
      const bytes = await readFile(cache.sziPath(picture.id).replace(/\.szi$/, '.jpg')).catch(
        () => {
          throw new Error(
            'Not all images are made yet. "npm run build" makes those that are missing.',
          );
        },
      );
      images.set(file, await shrunk(bytes));
    }
    return { file, title, description };
  }

  const items: PaperItem[] = [];
  for (const { item } of bankOf({ cases, questions }, noPages)) {
    const pictures = (item.asked.pictures ?? []).map(({ case: id, view }) => {
      const key = `${id} ${view}`;
      const image = known.get(key) ?? imageOf(id, view);
      known.set(key, image);
      return image;
    });
    items.push({ item, images: await Promise.all(pictures) });
  }
  return { items, images };
}

const shrunk = (bytes: Uint8Array): Promise<Uint8Array> =>
  sharp(bytes)
    .resize(mostPx, mostPx, { fit: 'inside', withoutEnlargement: true })
    // More than a quarter smaller at the same quality, for more time, which is spent once an image.
    .jpeg({ quality: 82, mozjpeg: true })
    .toBuffer();
