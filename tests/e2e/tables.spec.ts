import { expect, test } from '@playwright/test';

test('a table of features sorts by name and by how well a column is supported', async ({
  page,
}) => {
  await page.goto('chapters/where-calcifications-sit/');
  const table = page.locator('#table-minerals table');
  const first = table.locator('tbody th').first();
  const printed = await first.innerText();
  await table.getByRole('button', { name: 'Feature' }).click();
  await expect(first).toHaveText('Between crossed polars');
  await table.getByRole('button', { name: 'With magnesium' }).click();
  await expect(table.locator('tbody tr').first()).toContainText('Conflicting');
  const heading = table.getByRole('columnheader', { name: 'With magnesium' });
  await expect(heading).toHaveAttribute('aria-sort', 'descending');
  await heading.getByRole('button').press('Enter');
  await heading.getByRole('button').press('Enter');
  await expect(first).toHaveText(printed);
});

test('every cell of a table of features that says something names its source or its standing', async ({
  page,
}) => {
  for (const [chapter, id] of [
    ['where-calcifications-sit', 'minerals'],
    ['radiological-classification', 'benign-malignant'],
  ]) {
    await page.goto(`chapters/${chapter}/`);
    const cells = page.locator(`#table-${id} td[data-value]:not([data-use])`);
    expect(await cells.count()).toBeGreaterThan(15);
    const sourced = cells.filter({ has: page.locator('.cite a, .standing') });
    expect(await sourced.count()).toBe(await cells.count());
  }
});
