import { describe, expect, it } from 'vitest';
import { choosePage, type Page } from '../../../src/intake/page.ts';

const page = (
  widthPx: number,
  heightPx: number,
  rest: Partial<Page> = {},
): Omit<Page, 'index'> => ({
  widthPx,
  heightPx,
  subfileType: 0,
  description: '',
  ...rest,
});
const file = (...pages: Omit<Page, 'index'>[]) => pages.map((each, index) => ({ ...each, index }));
const ome = (pixels: string) =>
  page(400, 300, {
    description: `<?xml version="1.0"?><OME><Image><Pixels ${pixels}><Channel SamplesPerPixel="3"/></Pixels></Image></OME>`,
  });

describe('The view in a file of several pictures', () => {
  it('is the only one', () => {
    expect(choosePage(file(page(300, 200)))).toMatchObject({ page: { index: 0 }, left: [] });
  });

  it('is the full size of a pyramid, whether its levels are marked or not', () => {
    const plain = choosePage(file(page(75, 50), page(300, 200), page(150, 100)));
    expect(plain).toMatchObject({ page: { index: 1 }, left: [{ kind: 'smaller copy', count: 2 }] });
    const marked = choosePage(file(page(300, 250), page(290, 200, { subfileType: 1 })));
    expect(marked.page.index).toBe(0);
  });

  it('is not the label, the macro image, the mask or the thumbnail, even where those are larger', () => {
    const aperio = 'Aperio Image Library v11.2.1 \r\n';
    const choice = choosePage(
      file(
        page(300, 200, { description: `${aperio}300x200 [0,0 300x200] (240x240) JPEG/RGB` }),
        page(300, 200, { description: `${aperio}300x200 -> 300x200 - ` }),
        page(900, 800, { description: `${aperio}label 900x800` }),
        page(999, 400, { description: 'Macro' }),
        page(300, 200, { subfileType: 4 }),
      ),
    );
    expect(choice.page.index).toBe(0);
    expect(choice.left).toEqual([
      { kind: 'smaller copy', count: 1 },
      { kind: 'label image', count: 1 },
      { kind: 'macro image', count: 1 },
      { kind: 'mask', count: 1 },
    ]);
  });

  it.each([
    ['planes of a stack', file(page(300, 200), page(300, 200), page(300, 200)), '3 pictures'],
    ['pages of a document', file(page(300, 200), page(250, 220)), '2 pictures'],
    ['nothing but a label', file(page(30, 20, { description: 'label' })), 'no picture but labels'],
    ['three channels', file(ome('SizeC="9" SizeZ="1" SizeT="1"')), '3 channels'],
    [
      'focal planes',
      file(ome('SizeC="3" SizeZ="5" SizeT="2"')),
      '5 focal planes and 2 points in time',
    ],
  ])('is refused where there is a choice: %s', (_, pages, sentence) => {
    expect(() => choosePage(pages)).toThrow(sentence);
  });

  it('is the colour picture of an OME file', () => {
    expect(choosePage(file(ome('SizeC="3" SizeZ="1" SizeT="1"'))).page.index).toBe(0);
  });
});
