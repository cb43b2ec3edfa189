/** Another arm may stand here; shown where the cards would else leave a hole. */
import { AddArmButton } from './add-arm-button.tsx';
import styles from '../compare-page.module.css';

export function VacantPlace() {
  return <AddArmButton look="quiet" className={styles.vacant} label="Add another arm" />;
}
