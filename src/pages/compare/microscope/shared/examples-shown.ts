/** How many examples an arm is told by. */
import type { Dataset } from '../../../../datasets/dataset.ts';
import { usePlayground } from '../../../../store/playground-context.tsx';
import { areLong } from './class-name.ts';

const SHOWN = 12;
/** In large type, of what takes much room, so that all are on one screen. */
const PRESENTED = 6;

/** Digits have room for all always; what has names, and rows of tables, only in the page's own type. */
export function useExamplesShown({ image, classNames }: Pick<Dataset, 'image' | 'classNames'>) {
  const isPresenting = usePlayground((state) => state.isPresenting);
  return isPresenting && (!image || areLong(classNames)) ? PRESENTED : SHOWN;
}
