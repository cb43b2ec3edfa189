/** The Bias–variance page: it trains to its end, is interrupted in every way, adds up, and refuses what is wrong. */
import { expect, it } from 'vitest';
import { BiasVariancePage } from './bias-variance-page.ts';
import { ComparePage } from './compare-page.ts';
import { focusedName, openPage } from './harness.ts';
import { SweepPage } from './sweep-page.ts';

async function openBiasVariance(search = '') {
  const opened = await openPage({ search: `${search}#/bias-variance` });
  return { ...opened, tradeOff: new BiasVariancePage(opened.page) };
}

it('paused, cancelled and reloaded in mid-run, the first preset ends with the export of an undisturbed run', async () => {
  const undisturbed = await openBiasVariance();
  await undisturbed.tradeOff.waitFor('ready');
  await undisturbed.tradeOff.button('Start').click();
  await undisturbed.tradeOff.waitFor('running');
  await undisturbed.tradeOff.waitFor('finished');
  const expected = await undisturbed.tradeOff.results();
  expect(await undisturbed.tradeOff.done()).toBe(100);
  const table = await undisturbed.tradeOff.table();
  expect(table.map(([value]) => value)).toEqual([
    ...['L2 strength'],
    ...['0.03', '0.01', '0.003', '0.0003', 'off'],
  ]);
  expect(table[0]?.slice(1)).toEqual(['test error', 'variance', 'bias²', 'noise known']);
  undisturbed.assertQuiet();
  await undisturbed.context.close();

  const { page, tradeOff, assertQuiet } = await openBiasVariance();
  await tradeOff.button('Start').click();
  // Start has become Pause, and Pause Resume: the focus stays.
  await page.keyboard.press('Enter');
  await tradeOff.waitFor('paused');
  expect(await focusedName(page)).toBe('Resume');
  await page.keyboard.press('Enter');
  await tradeOff.waitFor('running');
  // The first fits are there: what is under way counts by its share, and does not outlast Cancel.
  await expect.poll(() => page.getByText('nothing trained yet').count()).toBeLessThan(3);
  await tradeOff.button('Cancel, keep what is done').click();
  await tradeOff.waitFor('cancelled');
  expect(await focusedName(page)).toBe('Complete');
  const kept = await tradeOff.done();
  expect(kept).toBeGreaterThan(0);
  expect(kept).toBeLessThan(100);

  await page.keyboard.press('Enter');
  await expect.poll(() => tradeOff.done()).toBeGreaterThan(kept + 4);
  await page.reload();
  await tradeOff.waitFor('ready; kept from before');
  const after = await tradeOff.done();
  expect(after).toBeGreaterThanOrEqual(kept);
  expect(after).toBeLessThan(100);
  await tradeOff.button('Complete').click();
  await tradeOff.waitFor('finished');
  expect(await tradeOff.results()).toEqual(expected);
  assertQuiet();
});

it('more training sets later leave the first as they were trained', async () => {
  const { page, tradeOff, assertQuiet } = await openBiasVariance();
  await tradeOff.makeSmall();
  await tradeOff.button('Start').click();
  await tradeOff.waitFor('finished');
  const first = await tradeOff.trained();
  await tradeOff.setField('Training sets', '8');
  await page.getByText('18 / 24 networks').waitFor();
  await tradeOff.button('Complete').click();
  await tradeOff.waitFor('finished');
  const later = await tradeOff.trained();
  later.values.forEach(({ networks }, place) => {
    expect(networks.map(({ set }) => set)).toEqual([0, 1, 2, 3, 4, 5, 6, 7]);
    // With the time that it took: trained again, none would take the same.
    expect(networks.slice(0, 6)).toEqual(first.values[place]?.networks);
  });
  expect((await tradeOff.exported('Results as CSV')).trim().split('\n')).toHaveLength(1 + 24);
  assertQuiet();
});

it('bias², variance and noise come to the test error, and pictures and pins to the values chosen', async () => {
  const { page, tradeOff, assertQuiet } = await openBiasVariance();
  await tradeOff.button('Start').click();
  await tradeOff.waitFor('finished');
  const { values, truth } = await tradeOff.trained();
  expect(values).toHaveLength(5);
  for (const { bias2, variance, distance } of values)
    expect(Math.abs(bias2 + variance - distance)).toBeLessThan(1e-12);
  const slider = page.getByRole('slider', { name: 'Picture 2: value shown' });
  await slider.press('Home');
  const table = await tradeOff.table();
  for (const [place, row] of table.slice(1).entries()) {
    if (place > 0) await slider.press('ArrowRight');
    const [value = '', testError = '', ...parts] = row;
    expect(await slider.getAttribute('aria-valuetext')).toBe(value);
    const picture = page.getByRole('region', { name: 'Picture 2' });
    const name = value === 'off' ? 'No L2' : `L2 strength ${value}`;
    await picture.getByRole('heading', { name, exact: true }).waitFor();
    const note = await tradeOff.figure.getByText(/and test error on fresh targets/).textContent();
    const figures = /= (0\.\d+), and test error on fresh targets (0\.\d+) ±\s(0\.\d+)/.exec(
      note ?? '',
    );
    const [sum = NaN, measured = NaN, error = NaN] = (figures ?? []).slice(1).map(Number);
    const added = parts.reduce((total, text) => total + Number.parseFloat(text), 0);
    // Three figures, each rounded.
    expect(Math.abs(added - sum)).toBeLessThan(0.0021);
    expect(Number.parseFloat(testError)).toBe(measured);
    expect(Math.abs(sum - measured)).toBeLessThanOrEqual(error + 0.001);
    const json = values.find((one) => String(one.value || 'off') === value);
    expect(Math.abs((json?.distance ?? NaN) + truth.noise - sum)).toBeLessThan(0.001);
    // What is pinned is read aloud where it stands.
    expect(await tradeOff.figure.getByRole('img').getAttribute('aria-label')).toContain(
      `Picture 2: ${value}`,
    );
  }
  assertQuiet();
});

it('started while a sweep runs it takes the workers, and the sweep goes on by itself', async () => {
  const { page, assertQuiet } = await openPage({ search: '#/sweep' });
  const sweep = new SweepPage(page);
  await sweep.button('Start').click();
  await sweep.waitFor('running');
  await page.getByRole('link', { name: 'Bias–variance' }).click();
  const tradeOff = new BiasVariancePage(page);
  await tradeOff.makeSmall();
  await tradeOff.button('Start').click();
  const link = page.getByRole('link', { name: /^Sweep/ });
  await link.filter({ hasText: 'paused at' }).waitFor();
  await tradeOff.waitFor('finished');
  await link.filter({ hasText: /^Sweep ?\d+ %$/ }).waitFor();
  await link.click();
  await sweep.waitFor('finished');
  expect(await sweep.done()).toBe(60);
  assertQuiet();
});

it('what cannot be trained is refused in words, where it is set', async () => {
  const { page, tradeOff, assertQuiet } = await openBiasVariance();
  const sets = page.getByRole('textbox', { name: 'Training sets', exact: true });
  await tradeOff.setField('Training sets', '0');
  await expect.poll(() => sets.getAttribute('aria-invalid')).toBe('true');
  const reason = await sets.evaluate((field) =>
    (field.getAttribute('aria-describedby') ?? '')
      .split(' ')
      .map((id) => document.getElementById(id)?.textContent)
      .join(' '),
  );
  expect(reason).toMatch(/from 4 to 100/);
  await sets.press('Escape');
  await page.getByText('/ 100 networks').waitFor();

  const values = 'Values, with spaces between them';
  await tradeOff.setField(values, '0.01');
  const axis = page.getByRole('region', { name: 'Complexity axis' });
  const tooFew = 'L2 strength: one value is no axis; choose at least two.';
  await axis.getByText(tooFew).waitFor();
  await page.getByRole('main').getByText(tooFew).waitFor();
  expect(await tradeOff.button('Start').getAttribute('aria-disabled')).toBe('true');
  await tradeOff.setField(values, '0.01 much');
  await axis.getByRole('alert').getByText('"much" is no value of it').waitFor();
  await tradeOff.setField(values, 'off 0.01');
  await page.getByText('/ 40 networks').waitFor();

  await page.getByRole('link', { name: 'Compare' }).click();
  const compare = new ComparePage(page);
  await compare.waitFor('ready');
  await compare.addArm('Early stopping');
  await page.getByRole('link', { name: 'Bias–variance' }).click();
  await tradeOff.button('Take from Compare').click();
  await page
    .getByRole('dialog', { name: 'Take from Compare' })
    .getByRole('button', { name: /early stopping/i })
    .click();
  const stopping = page.getByRole('main').getByText(/^Early stopping would watch the places/);
  await stopping.waitFor();
  await tradeOff.choosePreset('L2 strength');
  await stopping.waitFor({ state: 'detached' });
  assertQuiet();
});

it('trained on WebGL, the parts add up to what every network answers', async () => {
  const { page, tradeOff, assertQuiet } = await openBiasVariance('?backend=webgl');
  await tradeOff.setField('Values, with spaces between them', 'off 0.03');
  await tradeOff.setField('Training sets', '4');
  await tradeOff.setField('Epochs', '60');
  await page.getByText('/ 8 networks').waitFor();
  await tradeOff.button('Start').click();
  await tradeOff.waitFor('finished');
  const { values, truth } = await tradeOff.trained();
  expect(values).toHaveLength(2);
  for (const { bias2, variance, networks } of values) {
    expect(networks).toHaveLength(4);
    const distances = networks.flatMap(({ answers }) =>
      answers.map((answer, i) => (answer - (truth.answers[i] ?? NaN)) ** 2),
    );
    const mean = distances.reduce((sum, one) => sum + one, 0) / distances.length;
    // Answers are written with eight digits.
    expect(Math.abs(bias2 + variance - mean)).toBeLessThan(1e-6);
  }
  assertQuiet();
});
