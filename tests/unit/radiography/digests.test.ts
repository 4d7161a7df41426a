import { expect, test } from 'vitest';
import { digestsOf, orders } from '../../fixtures/radiographs.ts';

/**
 * Fingerprints of whole radiographs. A change that means to change the picture says so by renewing
 * them: `npx vitest run tests/unit/radiography/digests.test.ts -u`.
 */
test('the same recipe and view give the same bytes as when they were last looked at', async () => {
  const digests: Record<string, unknown> = {};
  for (const [name, order] of Object.entries(orders)) digests[name] = await digestsOf(order);
  await expect(`${JSON.stringify(digests, null, 2)}\n`).toMatchFileSnapshot(
    '../../fixtures/radiograph-digests.json',
  );
}, 120_000);
