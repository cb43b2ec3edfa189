/** The empty card of an arm that may be added; shown where the cards would otherwise leave a hole. */
import { AddArmButton } from './add-arm-button.tsx';
import styles from '../compare-page.module.css';

export function VacantCard() {
  return <AddArmButton look="quiet" className={styles.vacant} label="Add another arm" />;
}
