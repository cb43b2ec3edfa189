/** Runs before each unit test file: fixes the inputs of properties, and completes jsdom where it is asked for. */
import fc from 'fast-check';
import { afterEach, expect } from 'vitest';
import { findLooseTexts } from './find-loose-texts.ts';

// The same random inputs at every run: a check fails for a change, or not at all.
fc.configureGlobal({ seed: 1998 });

if (typeof document !== 'undefined') {
  await import('@testing-library/jest-dom/vitest');
  const { cleanup } = await import('@testing-library/react');
  afterEach(() => {
    const loose = findLooseTexts(document.body);
    cleanup();
    expect(loose, 'texts that a translating browser takes from React').toEqual([]);
  });
  addMissingBrowserParts();
}

/** What the page, Mantine and Recharts ask of a browser and jsdom does not have. */
function addMissingBrowserParts() {
  window.matchMedia = (query) =>
    Object.assign(new EventTarget(), {
      matches: false,
      media: query,
      onchange: null,
      addListener: () => undefined,
      removeListener: () => undefined,
    });
  window.ResizeObserver = class {
    observe() {}
    unobserve() {}
    disconnect() {}
  };
  Element.prototype.scrollIntoView = () => undefined;
  HTMLDialogElement.prototype.showModal = function () {
    this.open = true;
  };
  HTMLDialogElement.prototype.close = function () {
    this.open = false;
    this.dispatchEvent(new Event('close'));
  };
}
