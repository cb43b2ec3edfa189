// @vitest-environment jsdom
import fc from 'fast-check';
import { describe, expect, it, vi } from 'vitest';
import { givesPixelsBack } from './png-of-svg.ts';
import { savePictureAs } from './save-picture-as.ts';
import { standaloneSvg } from './standalone-svg.ts';
import { wrapped } from './wrapped-text.ts';

/** A canvas that gives back what was drawn, through whatever the browser does to it. */
function canvas(disturb: (data: Uint8ClampedArray) => void): HTMLCanvasElement {
  const data = new Uint8ClampedArray(4 * 256);
  const context = {
    fillStyle: '',
    fillRect(x: number, y: number) {
      const channels = (this.fillStyle.match(/\d+/g) ?? []).map(Number);
      data.set([...channels, 255], 4 * (16 * y + x));
    },
    getImageData: () => {
      disturb(data);
      return { data };
    },
  };
  return { width: 0, height: 0, getContext: () => context } as unknown as HTMLCanvasElement;
}

describe('pixels that are read back', () => {
  it('are trusted where they are as they were drawn, to the last bit', () => {
    expect(givesPixelsBack(canvas(() => undefined))).toBe(true);
    expect(givesPixelsBack(canvas((data) => void (data[401] = (data[401] ?? 0) ^ 1)))).toBe(false);
    expect(givesPixelsBack(canvas((data) => data.fill(255)))).toBe(false);
  });

  it('make no PNG where they are disturbed: the SVG is offered', async () => {
    const text = { title: 'Accuracy', subject: 'compare-digits', settings: [], link: '' };
    const save = vi.fn();
    const refusal = await savePictureAs('png', document.createElement('div'), text, () => false);
    expect(refusal).toContain('The SVG is exact.');
    expect(save).not.toHaveBeenCalled();
  });
});

describe('an SVG that stands alone', () => {
  const SVG = 'http://www.w3.org/2000/svg';

  it('has title, settings and link in it, styles on its shapes, and no names of style sheets', async () => {
    const place = document.createElement('div');
    const svg = document.createElementNS(SVG, 'svg');
    const path = document.createElementNS(SVG, 'path');
    path.setAttribute('class', 'line');
    path.setAttribute('d', 'M0 0L1 1');
    path.style.stroke = 'rgb(1, 2, 3)';
    svg.append(path);
    const button = document.createElement('button');
    button.append(document.createElementNS(SVG, 'svg'), 'Options');
    place.append(svg, button);
    document.body.append(place);
    document.documentElement.dataset['colorScheme'] = 'dark';
    const { text } = await standaloneSvg(place, {
      title: 'A < B & "C"',
      subject: 'compare-digits',
      settings: ['Data: digits.'],
      link: 'https://site.test/#/?s=1.abc',
    });
    expect(document.documentElement.dataset['colorScheme']).toBe('dark');
    delete document.documentElement.dataset['colorScheme'];
    place.remove();
    const read = new DOMParser().parseFromString(text, 'image/svg+xml');
    expect(read.querySelector('parsererror')).toBeNull();
    expect([...read.querySelectorAll('text')].map((one) => one.textContent).join('')).toBe(
      'A < B & "C"Data: digits.https://site.test/#/?s=1.abc',
    );
    expect(read.querySelectorAll('path')).toHaveLength(1);
    expect(read.querySelector('path')?.getAttribute('stroke')).toBe('rgb(1, 2, 3)');
    expect(text).not.toMatch(/\s(class|style)=|foreignObject|Options/);
  });
});

describe('a picture of several parts', () => {
  const told = { title: 'Confusion', subject: 'compare-digits', settings: [], link: '' };
  const partOf = (heading: string, html: string) => {
    const element = document.createElement('div');
    element.innerHTML = html;
    document.body.append(element);
    return { heading, element };
  };

  it('has each under its heading, and none of what is empty', async () => {
    const parts = [partOf('A', '<svg><path d="M0 0"/></svg>'), partOf('B', '<p hidden></p>')];
    const { text } = await standaloneSvg(parts, told);
    const read = new DOMParser().parseFromString(text, 'image/svg+xml');
    expect([...read.querySelectorAll('text')].map((one) => one.textContent)).toEqual([
      'Confusion',
      'A',
    ]);
  });

  it('has grounds of cells that can be pressed, in colours that every program reads', async () => {
    const cell = '<button data-drawn style="background: rgb(1, 2, 3)"></button>';
    const { text } = await standaloneSvg(
      [partOf('', `<table data-drawn><td>${cell}</td></table>`)],
      told,
    );
    const read = new DOMParser().parseFromString(text, 'image/svg+xml');
    const fills = [...read.querySelectorAll('rect')].map((one) => one.getAttribute('fill'));
    expect(fills).toEqual(['#ffffff', 'rgb(1, 2, 3)']);
  });
});

describe('a text in lines', () => {
  it('keeps every letter, and no line is too long', () => {
    fc.assert(
      fc.property(
        fc.string({ maxLength: 200 }),
        fc.integer({ min: 5, max: 40 }),
        (text, columns) => {
          const lines = wrapped(text, columns);
          expect(lines.every((line) => line.length <= columns)).toBe(true);
          expect(lines.join('').replaceAll(/\s/g, '')).toBe(text.replaceAll(/\s/g, ''));
        },
      ),
    );
  });
});
