/** The empty card of an arm that may be added; shown where the cards would otherwise leave a hole. */
import { Hideable } from '../../shared/hideable.tsx';
import { AddArmButton } from './add-arm-button.tsx';
import styles from '../compare-page.module.css';

export function VacantCard() {
  return (
    <Hideable control="arms-add">
      <AddArmButton look="quiet" className={styles.vacant} label="Add another arm" />
    </Hideable>
  );
}
