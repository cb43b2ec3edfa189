/** Compare: it opens, trains the opening preset, draws every panel, and what lies over the page comes and goes. */
import { expect } from 'vitest';
import { collectedFigures, collectFigures } from '../collect-figures.ts';
import type { Visit } from '../visit.ts';
import type { Walk } from './walk.ts';

export const compareWalk: Walk = {
  name: 'Compare',
  go: async (visit) => {
    await visit.open();
    await visit.untilStatus('ready');
    await seeControls(visit);
    const figures = await trainOpeningPreset(visit);
    await seePopover(visit);
    await seeSheet(visit);
    await present(visit);
    const pictures = await seePictures(visit);
    expect(await visit.noise()).toEqual([]);
    return { figures, pictures };
  },
};

/** What style sheets ask for and an engine may not know, so that it is asked for in another way. */
async function seeControls({ evaluate }: Visit) {
  const looks = await evaluate(() => {
    const styleOf = (selector: string) => {
      const element = document.querySelector(selector);
      return element && getComputedStyle(element);
    };
    const widthOf = (label: string) => {
      const labels = [...document.querySelectorAll('label')];
      const id = labels.find(({ textContent }) => textContent === label)?.htmlFor ?? '';
      return document.getElementById(id)?.getBoundingClientRect().width ?? NaN;
    };
    const legend = [...document.querySelectorAll('legend')].find(
      ({ textContent }) => textContent === 'Look at',
    );
    const words = document.createRange();
    if (legend) words.selectNodeContents(legend);
    const choice = legend?.parentElement?.querySelector('label');
    return {
      // A native one looks like another program's.
      select: styleOf('select')?.appearance,
      arrow: styleOf('select')?.backgroundImage !== 'none',
      underline: styleOf('input[inputmode="decimal"]')?.backgroundImage.includes('gradient'),
      narrow: widthOf('Epochs') < widthOf('Learning rate') && widthOf('Learning rate') < 72,
      legendBesideChoice:
        words.getBoundingClientRect().bottom > (choice?.getBoundingClientRect().top ?? 0),
    };
  });
  expect(looks).toEqual({
    ...{ select: 'none', arrow: true, underline: true, narrow: true },
    legendBesideChoice: true,
  });
}

async function trainOpeningPreset(visit: Visit) {
  await collectFigures(visit);
  await visit.click('button', 'Reset');
  await visit.until('the run is prepared anew', () => globalThis.figures.length === 2);
  await visit.untilStatus('ready');
  await visit.evaluate(() => {
    const pace = document.querySelector<HTMLSelectElement>('select[aria-label="Pace"]');
    const fastest = pace?.options[pace.options.length - 1]?.value ?? '';
    if (pace) pace.value = fastest;
    pace?.dispatchEvent(new Event('change', { bubbles: true }));
  });
  await visit.click('button', 'Train');
  await visit.untilStatus('finished');
  const figures = await collectedFigures(visit);
  expect(figures.map((rows) => rows.length)).toEqual([51, 51]);
  return figures;
}

async function seePopover(visit: Visit) {
  await visit.click('button', 'Dropout 0.5');
  await visit.until(
    'the popover is open',
    () => document.querySelector('[role="dialog"]') !== null,
  );
  await visit.press('Escape');
  await visit.until(
    'the popover is closed',
    () => document.querySelector('[role="dialog"]') === null,
  );
}

async function seeSheet(visit: Visit) {
  await visit.click('button', 'Help');
  await visit.until('the sheet is open', () => document.querySelector('dialog[open]') !== null);
  // Beside it.
  await visit.engine.clickAt(20, 450);
  await visit.until('the sheet is closed', () => document.querySelector('dialog') === null);
}

async function present(visit: Visit) {
  const isPresenting = () => 'presenting' in document.documentElement.dataset;
  await visit.click('button', 'Present');
  await visit.until('the page is presented', isPresenting);
  expect(await visit.evaluate(overflow)).toBe(0);
  await visit.press('Escape');
  await visit.until(
    'nothing is presented',
    () => !('presenting' in document.documentElement.dataset),
  );
  await visit.until(
    'the page is as wide as before',
    () => innerWidth >= document.documentElement.scrollWidth,
  );
}

const overflow = () => document.documentElement.scrollWidth - document.documentElement.clientWidth;

/** Presets that have all panels and pictures between them. */
const PRESETS = [
  'Digits, 30 % wrong labels',
  'MNIST, 1,000 digits, 30 % wrong labels',
  'Circles: islands or one clean circle',
  'A curve through 20 points',
  'Batch norm: five sigmoid layers',
];

/** Each figure and each panel once; returns their names. */
async function seePictures(visit: Visit): Promise<string[]> {
  const seen: string[] = [];
  for (const preset of PRESETS) {
    await visit.click('button[aria-haspopup="dialog"]', 'Preset');
    await visit.click('dialog button', preset);
    await visit.untilStatus('ready');
    await visit.press('e');
    await visit.untilStatus('paused');
    for (const figure of await visit.evaluate(figureTitles)) {
      if (seen.includes(figure)) continue;
      seen.push(figure);
      await visit.until(`"${figure}" of "${preset}" is drawn`, isFigureDrawn, figure);
    }
    for (const panel of await visit.evaluate(offeredPanels)) {
      if (seen.includes(panel)) continue;
      seen.push(panel);
      await visit.click('fieldset label', panel);
      await visit.until(`"${panel}" of "${preset}" is drawn`, isPanelDrawn, panel);
    }
  }
  return seen;
}

function figureTitles(): string[] {
  const all = [...document.querySelectorAll('main figure[aria-labelledby]')];
  return all.map(
    (figure) =>
      document.getElementById(figure.getAttribute('aria-labelledby') ?? '')?.textContent ?? '',
  );
}

function isFigureDrawn(title: string): boolean {
  const heading = [...document.querySelectorAll('figure h2')].find(
    ({ textContent }) => textContent === title,
  );
  const figure = heading?.closest('figure');
  const drawn = figure?.querySelector('canvas, svg path[d]')?.getBoundingClientRect();
  return (
    (drawn?.width ?? 0) > 0 &&
    !/The (first )?picture (comes|is being)/.test(figure?.textContent ?? '')
  );
}

function offeredPanels(): string[] {
  const choices = [...document.querySelectorAll('fieldset')];
  const lookAt = choices.find(
    (choice) => choice.querySelector('legend')?.textContent === 'Look at',
  );
  return [...(lookAt?.querySelectorAll('label') ?? [])].map((label) => label.textContent);
}

/** In all arms. */
function isPanelDrawn(panel: string): boolean {
  const titles = [...document.querySelectorAll('main h3')].filter(
    ({ textContent }) => textContent === panel,
  );
  const places = titles.map((title) => title.parentElement);
  const waits = /The (first )?picture (comes|is being)|could not be shown/;
  return (
    places.length > 1 &&
    places.every((place) => {
      if (!place || waits.test(place.textContent)) return false;
      return place.childElementCount > 1 && place.getBoundingClientRect().height > 30;
    })
  );
}
