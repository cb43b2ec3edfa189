/** The pages and their addresses. Hash routes: the site works in any folder of any plain server. */
import { useSyncExternalStore } from 'react';

export interface Page {
  readonly id: 'compare' | 'sweep' | 'bias-variance' | 'lessons';
  readonly label: string;
  readonly href: string;
  /** What a page that is not built yet will do; null for those that are. */
  readonly coming: string | null;
}

const COMPARE: Page = { id: 'compare', label: 'Compare', href: '#/', coming: null };

export const PAGES: readonly Page[] = [
  COMPARE,
  {
    id: 'sweep',
    label: 'Sweep',
    href: '#/sweep',
    coming: 'Here one setting will run through many values, scored by cross-validation.',
  },
  {
    id: 'bias-variance',
    label: 'Bias–variance',
    href: '#/bias-variance',
    coming: 'Here many training sets will show how error splits into bias, variance and noise.',
  },
  {
    id: 'lessons',
    label: 'Lessons',
    href: '#/lessons',
    coming: 'Here short lessons will ask for a prediction first, and then run the experiment.',
  },
];

export function usePage(): Page {
  const hash = useSyncExternalStore(
    (listener) => {
      addEventListener('hashchange', listener);
      return () => removeEventListener('hashchange', listener);
    },
    () => location.hash,
  );
  return PAGES.find(({ href }) => href === hash) ?? COMPARE;
}
