import { expect, test } from 'vitest';
import { offersOf } from '../../../src/press/offers.ts';

const pictures = ['pyramids/aa.jpg', 'pyramids/aa.szi', 'pyramids/bb.jpg', 'pyramids/bb.szi'].map(
  (path) => [path, { bytes: 1, sum: path }] as const,
);
const page = (path: string, title: string, body = '') => ({
  path,
  html: `<title>${title} · Microcalcification Atlas</title>${body}`,
});

test('a case, a chapter and a lesson are offered with the pictures of all their pages', () => {
  const { offers, files } = offersOf(
    [
      page('index.html', 'Atlas', 'pyramids/aa.szi'),
      page('cases/index.html', 'Cases', 'pyramids/aa.jpg'),
      page('cases/page/2/index.html', 'Cases', 'pyramids/aa.jpg'),
      page('cases/x/index.html', 'Women &amp; men', '<img src="/atlas/pyramids/aa.jpg">'),
      page('lessons/y/stage/index.html', 'Stage', '"pyramids/bb.szi" pyramids/aa.szi'),
      page('lessons/y/index.html', 'Look-alikes'),
      page('lessons/own/stage/index.html', 'Own', 'pyramids/aa.szi'),
      page('chapters/z/index.html', 'No pictures', 'pyramids/cc.szi'),
    ],
    pictures,
  );
  expect(Object.keys(files)).toEqual(pictures.map(([path]) => path));
  expect(offers).toEqual([
    { id: '', kind: 'everything', title: 'All pictures', files: Object.keys(files) },
    {
      id: 'lessons/y/',
      kind: 'lesson',
      title: 'Look-alikes',
      files: ['pyramids/bb.jpg', 'pyramids/bb.szi', 'pyramids/aa.jpg', 'pyramids/aa.szi'],
    },
    {
      id: 'cases/x/',
      kind: 'case',
      title: 'Women & men',
      files: ['pyramids/aa.jpg', 'pyramids/aa.szi'],
    },
  ]);
});

test('chapters stand in the order of the book, and one that is in no list stands last', () => {
  const chapter = (id: string) => page(`chapters/${id}/index.html`, id, 'pyramids/aa.szi');
  const links = ['w', 'z', 'y'].map((id) => `<a href="/atlas/chapters/${id}/">${id}</a>`);
  const { offers } = offersOf(
    [
      ...['v', 'w', 'x', 'y', 'z'].map(chapter),
      page('chapters/index.html', 'Chapters', links.join('')),
    ],
    pictures,
  );
  expect(offers.map(({ title }) => title)).toEqual(['All pictures', 'w', 'z', 'y', 'v', 'x']);
});
