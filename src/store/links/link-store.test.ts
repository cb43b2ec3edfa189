import { expect, it } from 'vitest';
import { createLinkStore } from './link-store.ts';
import { pageStores } from './page-stores-fixture.ts';

it('says that an address names no page, as long as it stands there', async () => {
  let hash = '#/foo';
  const { getState } = createLinkStore(pageStores(), {
    hash: () => hash,
    replace: (next) => {
      hash = next;
    },
    visit: () => undefined,
    strayText: (address) => (address === '#/foo' ? 'It names no page.' : null),
  });
  await getState().open();
  expect(getState().outcome).toMatchObject({ message: 'It names no page.', isProblem: true });
  // It stays as it was typed, so that it can be mended.
  expect(hash).toBe('#/foo');
  hash = '#/sweep';
  await getState().open();
  expect(getState().outcome).toBeNull();
  hash = '#/sweep?s=1.';
  await getState().open();
  const damaged = getState().outcome;
  expect(damaged?.message).toContain('damaged');
  await getState().open();
  expect(getState().outcome).toBe(damaged);
});
