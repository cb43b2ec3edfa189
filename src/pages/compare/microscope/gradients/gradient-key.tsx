/** What the lines of all arms are, and what the gradient was taken of. */
import { useShownDataset } from '../../shared/shown-dataset.ts';
import { usePictures } from '../../shared/use-pictures.ts';
import { count } from '../../../../base/text/figure-text.ts';
import type { LayerKind } from './gradient-plot.tsx';
import panel from '../shared/panel.module.css';
import styles from './gradients.module.css';

const NAMES: readonly (readonly [LayerKind, string])[] = [
  ['first', 'first layer'],
  ['between', 'layers between'],
  ['last', 'last layer'],
];

export function GradientKey() {
  const examples = useShownDataset()?.words.examples ?? 'examples';
  const [first] = usePictures(null, 'gradients');
  const rows = first ? `${count(first.picture.rows)} ` : '';
  return (
    <div>
      <p className={panel.key}>
        {NAMES.map(([place, name]) => (
          <span key={place} className={panel.keyItem}>
            <svg viewBox="0 0 24 8" className={styles.sample} aria-hidden="true">
              <path data-layer={place} d="M2 4H22" />
            </svg>
            {name}
          </span>
        ))}
      </p>
      <p className={panel.note}>
        How strongly the data loss pulls at a typical weight of a layer: the root mean square of the
        gradient over its weights, on {rows}training {examples} with the labels they were given,
        without dropout, smoothing or penalty. Batch norm normalises by these {examples}, as by a
        batch.
      </p>
    </div>
  );
}
