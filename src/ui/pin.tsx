/** The number of a picture, as it stands over the chart's axis where the picture belongs. */
import styles from './pin.module.css';

export function Pin({ number }: { readonly number: number }) {
  return (
    <span className={styles.pin} aria-hidden="true">
      {number}
    </span>
  );
}
