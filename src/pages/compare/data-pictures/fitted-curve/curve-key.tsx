/** What is drawn besides the curves of the arms. */
import panel from '../../microscope/shared/panel.module.css';
import styles from './fitted-curves.module.css';

const KEY = [
  { className: styles.truth, path: 'M1 6H23', name: 'true curve' },
  { className: styles.training, path: 'M12 6h0', name: 'training point' },
] as const;

export function CurveKey() {
  return (
    <ul className={panel.key} aria-label="Key">
      {KEY.map(({ className, path, name }) => (
        <li key={name} className={panel.keyItem}>
          <svg className={styles.keyLine} viewBox="0 0 24 12" aria-hidden="true">
            <path className={className} d={path} />
          </svg>
          {name}
        </li>
      ))}
    </ul>
  );
}
