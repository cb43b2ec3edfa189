/** The data sets as a row of small pictures, one of them chosen. */
import { DATASETS } from '../../datasets/registry.ts';
import { usePlayground } from '../../store/playground-context.tsx';
import styles from './data-tiles.module.css';

export function DataTiles() {
  const chosen = usePlayground((state) => state.experiment.data.dataset);
  const changeDataset = usePlayground((state) => state.changeDataset);
  return (
    <div role="radiogroup" aria-label="Data set" className={styles.tiles}>
      {DATASETS.map(({ id, label, thumbnail }) => (
        <label key={id} className={styles.tile}>
          <input
            className="visually-hidden"
            type="radio"
            name="data-set"
            checked={id === chosen}
            onChange={() => changeDataset(id)}
          />
          <span className={styles.picture}>
            <svg
              viewBox="0 0 54 40"
              aria-hidden="true"
              // Markup of our own, written beside the data set.
              dangerouslySetInnerHTML={{ __html: thumbnail }}
            />
          </span>
          <span className={styles.label}>{label}</span>
        </label>
      ))}
    </div>
  );
}
