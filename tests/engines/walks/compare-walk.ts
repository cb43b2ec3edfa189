/** Compare: it opens, trains the opening preset, draws every picture, and what lies over the page comes and goes. */
import { expect } from 'vitest';
import { applicablePanels } from '../../../src/pages/compare/microscope/applicable-panels.ts';
import { DATA_PICTURES } from '../../../src/pages/compare/data-pictures/data-pictures.ts';
import { MICROSCOPE_PANELS } from '../../../src/pages/compare/microscope/microscope-panels.ts';
import { findDataset } from '../../../src/datasets/registry.ts';
import { PRESETS } from '../../../src/presets/registry.ts';
import type { Preset } from '../../../src/presets/preset.ts';
import { collectedFigures, collectFigures } from '../collect-figures.ts';
import type { Visit } from '../visit.ts';
import type { Walk } from './walk.ts';

export const compareWalk: Walk = {
  page: 'Compare',
  go: async (visit) => {
    await visit.open();
    await visit.untilStatus('ready');
    await seeControls(visit);
    const figures = await trainOpeningPreset(visit);
    await seePopover(visit);
    await seeSheet(visit);
    await present(visit);
    await seePictures(visit);
    expect(await visit.noise()).toEqual([]);
    return figures;
  },
};

/** Features of CSS that an engine may not have, for which the style sheets have a replacement. */
async function seeControls({ evaluate }: Visit) {
  const looks = await evaluate(() => {
    const isEach = (selector: string, hasLook: (style: CSSStyleDeclaration) => boolean) => {
      const all = [...document.querySelectorAll(selector)];
      return all.length > 0 && all.every((one) => hasLook(getComputedStyle(one)));
    };
    const widthOf = (label: string) => {
      const labels = [...document.querySelectorAll('label')];
      const id = labels.find(({ textContent }) => textContent === label)?.htmlFor ?? '';
      return document.getElementById(id)?.getBoundingClientRect().width ?? NaN;
    };
    return {
      // A native control looks as if it belonged to another program.
      select: isEach(
        'select',
        ({ appearance, backgroundImage }) => appearance === 'none' && backgroundImage !== 'none',
      ),
      underline: isEach('input[inputmode="decimal"]', ({ backgroundImage }) =>
        backgroundImage.includes('gradient'),
      ),
      narrow: widthOf('Epochs') < widthOf('Learning rate') && widthOf('Learning rate') < 72,
    };
  });
  expect(looks).toEqual({ select: true, underline: true, narrow: true });
  expect(await evaluate(legendsAlone)).toEqual([]);
}

/** Legends of choices that stand on a line of their own, and not beside what they name. */
function legendsAlone(): string[] {
  const legends = [...document.querySelectorAll('main legend')];
  const isAlone = (legend: Element) => {
    const words = document.createRange();
    words.selectNodeContents(legend);
    const choice = legend.parentElement?.querySelector('label');
    return words.getBoundingClientRect().bottom <= (choice?.getBoundingClientRect().top ?? 0);
  };
  return legends.filter(isAlone).map(({ textContent }) => textContent);
}

/** Returns its figures. */
async function trainOpeningPreset(visit: Visit) {
  await collectFigures(visit);
  await visit.click('button', 'Reset');
  await visit.until('the run is prepared anew', () => window.figures.length === 2);
  await visit.untilStatus('ready');
  await visit.evaluate(() => {
    const pace = document.querySelector<HTMLSelectElement>('select[aria-label="Pace"]');
    if (!pace) throw new Error('There is no pace to choose.');
    pace.value = pace.options[pace.options.length - 1]?.value ?? ''; // the fastest
    pace.dispatchEvent(new Event('change', { bubbles: true }));
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
    'the popover is open and has the focus',
    () => document.querySelector('[role="dialog"]')?.contains(document.activeElement) === true,
  );
  await visit.engine.press('Escape');
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

/** The charts grow, and come back as they were. */
async function present(visit: Visit) {
  const before = await visit.evaluate(chartSizes);
  const [, height = 0] = before;
  await visit.click('button', 'Present');
  await visit.until(
    'the charts are large',
    (least) => (document.querySelector('main figure')?.getBoundingClientRect().height ?? 0) > least,
    height * 1.2,
  );
  expect(
    await visit.evaluate(
      () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
    ),
  ).toBe(0);
  await visit.engine.press('Escape');
  await visit.until(
    'nothing is presented',
    () => !('presenting' in document.documentElement.dataset) && !document.fullscreenElement,
  );
  await expect.poll(() => visit.evaluate(chartSizes)).toEqual(before);
}

/** Width and height, of the charts and of all that is drawn in them. */
function chartSizes(): number[] {
  return [...document.querySelectorAll('main figure, main figure svg')].flatMap((element) => {
    const { width, height } = element.getBoundingClientRect();
    return [width, height];
  });
}

/** Every chart, picture of data and panel of the microscope, once, each in the first preset that has it. */
async function seePictures(visit: Visit) {
  for (const [preset, pictures] of placesOfPictures()) {
    await visit.click('button[aria-haspopup="dialog"]', 'Preset');
    await visit.click('dialog button', preset.title);
    await visit.untilStatus('ready');
    await visit.engine.press('e');
    await visit.untilStatus('paused');
    expect(await visit.evaluate(legendsAlone)).toEqual([]);
    await visit.until(`the charts of "${preset.title}" are drawn`, areChartsDrawn);
    for (const { label, isPanel } of pictures) {
      if (isPanel) await visit.click('main fieldset label', label);
      const count = isPanel ? preset.experiment.arms.length : 1;
      await visit.until(`"${label}" of "${preset.title}" is drawn`, isDrawn, label, count);
    }
  }
}

interface Picture {
  readonly label: string;
  /** Whether it is a panel of the microscope, which is chosen, and drawn for every arm. */
  readonly isPanel: boolean;
}

function placesOfPictures(): Map<Preset, Picture[]> {
  const places = new Map<Preset, Picture[]>();
  const put = (picture: Picture, hasIt: (preset: Preset) => boolean) => {
    const preset = PRESETS.find(hasIt);
    if (!preset) throw new Error(`No preset shows "${picture.label}".`);
    places.set(preset, [...(places.get(preset) ?? []), picture]);
  };
  for (const panel of MICROSCOPE_PANELS)
    put({ label: panel.label, isPanel: true }, ({ experiment }) =>
      applicablePanels(experiment).includes(panel),
    );
  for (const { label, applies } of DATA_PICTURES)
    put({ label, isPanel: false }, ({ experiment }) => {
      const dataset = findDataset(experiment.data.dataset);
      return dataset !== undefined && applies(dataset);
    });
  return places;
}

function areChartsDrawn(): boolean {
  const charts = [...document.querySelectorAll('main figure')];
  return charts.length > 0 && charts.every((chart) => chart.querySelector('svg path[d]') !== null);
}

/** Whether a picture is drawn under its title as often as it should be. */
function isDrawn(title: string, count: number): boolean {
  const places = [...document.querySelectorAll('main :is(h2, h3)')]
    .filter(({ textContent }) => textContent === title)
    .map((heading) => (heading.matches('h2') ? heading.closest('section') : heading.parentElement));
  const waits = /The (first )?picture (comes|is being)|could not be shown/;
  const hasInk = (canvas: HTMLCanvasElement) =>
    canvas
      .getContext('2d')
      ?.getImageData(0, 0, canvas.width, canvas.height)
      .data.some((value) => value > 0);
  return (
    places.length === count &&
    places.every(
      (place) =>
        place !== null &&
        !waits.test(place.textContent) &&
        place.childElementCount > 1 &&
        place.getBoundingClientRect().height > 30 &&
        [...place.querySelectorAll('canvas')].every(hasInk),
    )
  );
}
