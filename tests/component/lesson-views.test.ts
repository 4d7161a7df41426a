import { expect, test } from 'vitest';
import { createViews } from '../../src/lesson/stage/views.ts';

test('a view that a bench of two cases has renamed is still offered by its plain name', async () => {
  document.body.innerHTML =
    '<div id="benches"></div><template data-of="a.cc" data-view="cc" data-short="CC"><atlas-viewer data-view="cc"></atlas-viewer></template>';
  const views = createViews(document.body, 'cases/*/', new AbortController().signal);
  const [renamed] = await views.templates(['a.cc']);
  // As a bench beside another case has it, before the printed one in the page.
  if (renamed) Object.assign(renamed.dataset, { view: 'a.cc' });
  document.getElementById('benches')?.append(renamed ?? '');
  const [again] = await views.templates(['a.cc']);
  expect(again?.dataset.view).toBe('cc');
});
