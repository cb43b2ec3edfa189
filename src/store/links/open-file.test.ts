import fc from 'fast-check';
import { describe, expect, it, vi } from 'vitest';
import { RUN_FORMAT } from '../../client/run-record.ts';
import { recordOnShow } from '../compare/record-on-show.ts';
import { FIGURE_COUNT } from '../../figures/figures.ts';
import { laneFrame } from '../playground-fixture.ts';
import { createLinkStore } from './link-store.ts';
import { LARGEST_FILE, openFile, openText } from './open-file.ts';
import { pageStores } from './page-stores-fixture.ts';

/** A run of three epochs, as its file has it, and stores that know nothing of it. */
function exported() {
  const { frame, state } = pageStores();
  const rows = (lane: number) =>
    Float64Array.from({ length: 4 * FIGURE_COUNT }, (_, i) => {
      if (i % FIGURE_COUNT === 0) return i / FIGURE_COUNT;
      return i % 5 === 0 ? NaN : (i + lane) / 7;
    });
  frame({ epoch: 3, lanes: [0, 1].map((lane) => laneFrame(lane, { rows: rows(lane) })) });
  const record = recordOnShow(state());
  return { record, text: JSON.stringify({ format: RUN_FORMAT, ...record }) };
}

/** What could be seen to have changed. */
const seen = ({ playground, sweep, biasVariance }: ReturnType<typeof pageStores>) => [
  playground.getState().experiment,
  playground.getState().history,
  playground.getState().keptRun,
  sweep.getState().form,
  biasVariance.getState().form,
];

describe('a run that was exported', () => {
  it('comes back, every bit of it, and trains nothing', () => {
    const { record, text } = exported();
    const stores = pageStores();
    expect(openText(text, 'compare-digits.json', stores)).toMatchObject({ isProblem: false });
    expect(recordOnShow(stores.state())).toEqual(record);
    expect(stores.state().keptRun?.name).toBe('compare-digits');
    expect(stores.trainer.prepareRun).not.toHaveBeenCalled();
    expect(stores.trainer.command).not.toHaveBeenCalled();
  });

  it('is known without the word of what it is, and behind a mark of the byte order', () => {
    const { record } = exported();
    const stores = pageStores();
    expect(openText(`\uFEFF${JSON.stringify(record)}`, 'a.json', stores).isProblem).toBe(false);
  });
});

describe('what cannot be opened', () => {
  const { text } = exported();
  it.each([
    ['', 'it is empty.'],
    ['arm,epoch\r\nA,0', 'it looks like a table. What is opened here are files of results'],
    ['{"nbformat": 4, "cells": []}', 'it is a notebook.'],
    ['"""A comparison"""\nimport json', 'it is a program.'],
    ['\u0010\0\0{"__metadata__":{}}', 'it is no text'],
    ['hello', 'it is no JSON: it begins with “hello”'],
    [
      text.slice(0, 2000),
      'it is no JSON, from character 2,001 on. It may have been cut short or changed.',
    ],
    ['[1, 2]', 'it holds no run that was exported here.'],
    ['null', 'it holds no run that was exported here.'],
    ['{"a": 1}', 'it does not say what it is'],
    ['{"format": "vega-lite"}', 'it is of the kind “vega-lite”, which this page does not read.'],
    ['{"format": "__proto__"}', 'it is of the kind “__proto__”'],
    ['{"format": "constructor"}', 'it is of the kind “constructor”'],
    [text.replace('"version":1', '"version":9'), 'This run is of version 9; this page reads'],
    [
      text.replace('"dataset":"digits"', '"dataset":"cats"'),
      'There is no data set "cats" (at experiment.data.dataset).',
    ],
    [text.replace('"armId":"A"', '"armId":"Q"'), 'There is no arm “Q” (at lanes.0.facts.armId).'],
  ])('%#', (damaged, why) => {
    const stores = pageStores();
    const before = seen(stores);
    const { message, isProblem } = openText(damaged, 'my <b>run</b>.json', stores);
    expect(isProblem).toBe(true);
    expect(message).toContain('“my <b>run</b>.json” cannot be opened: ');
    expect(message).toContain(why);
    expect(message).toMatch(/ Nothing was changed\.$/);
    expect(seen(stores)).toEqual(before);
  });

  it('is whatever was cut, changed or put in anywhere: nothing breaks, nothing changes', () => {
    const stores = pageStores();
    const before = seen(stores);
    const place = fc.integer({ min: 0, max: text.length });
    fc.assert(
      fc.property(place, fc.string({ minLength: 1, maxLength: 4 }), (at, put) => {
        const damaged = text.slice(0, at) + put + text.slice(at + 1);
        const { isProblem, message } = openText(damaged, 'x.json', stores);
        // A letter of a name or a digit of a figure may be another one.
        if (!isProblem) stores.state().leaveRecord();
        else
          expect(message).toMatch(/^“x.json” cannot be opened: .{5,400}Nothing was changed\.$/su);
        expect(seen(stores)).toEqual(before);
      }),
      { numRuns: 300 },
    );
    fc.assert(
      fc.property(fc.json(), (any) => {
        expect(openText(any, 'x.json', stores).isProblem).toBe(true);
        expect(seen(stores)).toEqual(before);
      }),
      { numRuns: 300 },
    );
  });

  it('is a million brackets, wherever they stand, in less than two seconds each', () => {
    const stores = pageStores();
    const deep = '['.repeat(1e6) + ']'.repeat(1e6);
    for (const damaged of [
      deep,
      '['.repeat(1e6),
      `{"format":"${RUN_FORMAT}","version":1,"experiment":${deep}}`,
      text.replace('"seed":42', `"seed":${deep}`),
      text.replace('"data":{', `"data":{"__proto__":${deep},`),
    ]) {
      const started = performance.now();
      expect(openText(damaged, 'x.json', stores).isProblem).toBe(true);
      expect(performance.now() - started).toBeLessThan(2000);
    }
    expect(({} as Record<string, unknown>)['polluted']).toBeUndefined();
  });

  it('has more bytes than are read, or cannot be read', async () => {
    const stores = pageStores();
    const large = { name: 'a.json', size: LARGEST_FILE + 1 } as File;
    expect((await openFile(large, stores)).message).toContain('it has 65 MB, and at most 64 MB');
    const text = () => Promise.reject(new DOMException('gone', 'NotFoundError'));
    const lost = { name: 'a.json', size: 1, text } as unknown as File;
    expect((await openFile(lost, stores)).message).toContain('the browser could not read it.');
  });
});

describe('opening a file', () => {
  it('brings its page on screen, and says what was wrong where one is', async () => {
    const stores = pageStores();
    const visit = vi.fn();
    const link = createLinkStore(stores, {
      hash: () => '#/sweep',
      replace: vi.fn(),
      visit,
      strayText: () => null,
    });
    await link.getState().openFile(new File(['{'], 'a.json'));
    expect(link.getState().outcome?.message).toContain('“a.json” cannot be opened');
    expect(visit).not.toHaveBeenCalled();
    await link.getState().openFile(new File([exported().text], 'a.json'));
    expect(link.getState().outcome).toBeNull();
    expect(visit).toHaveBeenCalledExactlyOnceWith('#/');
  });

  it('lets the page answer between reading, checking and showing', async () => {
    const stores = pageStores();
    const steps: string[] = [];
    const parse = JSON.parse.bind(JSON);
    vi.spyOn(JSON, 'parse').mockImplementation((text: string) => {
      steps.push('read');
      setTimeout(() => steps.push('page'));
      return parse(text) as unknown;
    });
    const { showRecord } = stores.state();
    stores.playground.setState({
      showRecord: (...given) => {
        steps.push('shown');
        showRecord(...given);
      },
    });
    await openFile(new File([exported().text], 'a.json'), stores);
    vi.restoreAllMocks();
    expect(steps).toEqual(['read', 'page', 'shown']);
  });
});
