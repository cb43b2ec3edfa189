/** What the marks of both drawings are. */
import styles from './two-weights.module.css';

export function WeightKey() {
  return (
    <ul className={styles.key}>
      <li>
        <svg width="16" height="16" aria-hidden="true">
          <circle className={styles.minimum} cx="8" cy="8" r="5" />
        </svg>
        minimum of the loss, m
      </li>
      <li>
        <svg width="32" height="16" aria-hidden="true">
          <g className={styles.l1}>
            <circle className={styles.solution} cx="8" cy="8" r="5" />
          </g>
          <g className={styles.l2}>
            <circle className={styles.solution} cx="23" cy="8" r="5" />
          </g>
        </svg>
        solution with the penalty, w
      </li>
      <li>
        <svg width="26" height="16" aria-hidden="true">
          <g className={styles.l1}>
            <path className={styles.path} d="M0 8h26" />
          </g>
        </svg>
        its path as λ grows
      </li>
      <li>
        <svg width="26" height="16" aria-hidden="true">
          <g className={styles.l2}>
            <rect className={styles.ball} x="1" y="2" width="24" height="12" />
          </g>
        </svg>
        no larger penalty than the solution has
      </li>
      <li>
        <svg width="26" height="16" aria-hidden="true">
          <path className={styles.touching} d="M0 14Q13 -4 26 14" />
        </svg>
        same loss as the solution
      </li>
    </ul>
  );
}
