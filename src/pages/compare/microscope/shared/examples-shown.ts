/** How many examples are shown of an arm. */
import type { Dataset } from '../../../../datasets/dataset.ts';
import { usePlayground } from '../../../../store/playground-context.tsx';
import { areLong } from './class-name.ts';

const SHOWN = 12;
/** In large type, of what takes much room, so that all are on one screen. */
const PRESENTED = 6;

/**
 * There is always room for all images of digits; for images with names and for rows of tables there is only in the
 * page's own type.
 */
export function useExamplesShown({ image, classNames }: Pick<Dataset, 'image' | 'classNames'>) {
  const isPresenting = usePlayground((state) => state.isPresenting);
  return isPresenting && (!image || areLong(classNames)) ? PRESENTED : SHOWN;
}
