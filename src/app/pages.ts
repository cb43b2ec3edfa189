/** The pages and their addresses. Hash routes: the site works in any folder of any plain server. */
import type { ComponentType } from 'react';
import { BIAS_VARIANCE_BUTTON_ID } from '../pages/bias-variance/bias-variance-button-id.ts';
import { LABORATORY_ID } from '../pages/bias-variance/laboratories/shared/laboratory-id.ts';
import { SECTIONS } from '../pages/bias-variance/sections.ts';
import { ExportMenu } from '../pages/compare/export/export-menu.tsx';
import { ComparePage } from '../pages/compare/compare-page.tsx';
import { TRAIN_BUTTON_ID } from '../pages/compare/transport/train-button-id.ts';
import { SWEEP_BUTTON_ID } from '../pages/sweep/sweep-button-id.ts';
import { LESSON_BUTTON_ID } from '../lessons/page/lesson-button-id.ts';
import type { SitePage } from '../links/link-address.ts';
import { pathOf, useHash } from '../ui/use-hash.ts';
import { latePage } from './late-page.tsx';

export interface Page {
  readonly id: SitePage;
  readonly label: string;
  readonly href: string;
  readonly Content: ComponentType;
  /** Of a page whose code comes late: fetches it before it is asked for. */
  readonly fetchAhead?: () => void;
  /** A button of the header; absent: the page has its files elsewhere. */
  readonly Export?: ComponentType;
  /** The button that starts the page's training: the first press of Tab leads to it, past the settings. */
  readonly mainButton: { readonly id: string; readonly label: string };
  /** It reads addresses below its own, and says by itself what they do not name. */
  readonly readsBelow?: true;
}

const COMPARE: Page = {
  ...{ id: 'compare', label: 'Compare', href: '#/', Content: ComparePage, Export: ExportMenu },
  mainButton: { id: TRAIN_BUTTON_ID, label: 'Train' },
};
const SWEEP: Page = {
  ...{ id: 'sweep', label: 'Sweep', href: '#/sweep' },
  ...latePage(async () => ({ Page: (await import('../pages/sweep/sweep-page.tsx')).SweepPage })),
  mainButton: { id: SWEEP_BUTTON_ID, label: 'Start' },
};

const BIAS_VARIANCE: Page = {
  ...{ id: 'bias-variance', label: 'Bias–variance', href: '#/bias-variance' },
  ...latePage(async () => ({
    Page: (await import('../pages/bias-variance/bias-variance-page.tsx')).BiasVariancePage,
  })),
  mainButton: { id: BIAS_VARIANCE_BUTTON_ID, label: 'Start' },
};

const LESSONS: Page = {
  ...{ id: 'lessons', label: 'Lessons', href: '#/lessons' },
  ...latePage(async () => ({
    Page: (await import('../lessons/page/lessons-page.tsx')).LessonsPage,
  })),
  mainButton: { id: LESSON_BUTTON_ID, label: 'lesson' },
  readsBelow: true,
};

/** A laboratory of it: the first press of Tab leads to its settings. */
const LABORATORY: Page = {
  ...BIAS_VARIANCE,
  mainButton: { id: LABORATORY_ID, label: 'settings' },
};

/** All pages, in the order of the navigation. A new page is a line here. */
export const PAGES: readonly Page[] = [COMPARE, SWEEP, BIAS_VARIANCE, LESSONS];

/** An address that names no page shows the first one; that it does so is said (`strayText`). */
export function usePage(): Page {
  // What an address carries besides is read once, when it is opened (store/links).
  return pageAt(useHash(pathOf));
}

function pageAt(path: string): Page {
  if (isLaboratory(path)) return LABORATORY;
  return PAGES.find(({ href }) => path === href || path.startsWith(`${href}/`)) ?? COMPARE;
}

function isLaboratory(path: string): boolean {
  return SECTIONS.some(({ id }) => path === `${BIAS_VARIANCE.href}/${id}`);
}

/** What is said of an address that names no page, or no section of its page; null: there is nothing to say. */
export function strayText(hash: string): string | null {
  const path = pathOf(hash).replace(/\/+$/, '');
  const isKnown = PAGES.some(({ href }) => path === href.replace(/\/+$/, ''));
  if (path === '' || isKnown || isLaboratory(path)) return null;
  const page = pageAt(path);
  if (page.readsBelow) return null;
  const shown = path.length > LONGEST_SHOWN ? `${path.slice(0, LONGEST_SHOWN)}…` : path;
  return page === COMPARE
    ? `This address names no page here: ${shown}. Below is ${COMPARE.label}.`
    : `This address names no section of ${page.label}: ${shown}. Below is its first one.`;
}

const LONGEST_SHOWN = 60;
