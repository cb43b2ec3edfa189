/** Another arm may stand here; shown where the cards would else leave a hole. */
import { flushSync } from 'react-dom';
import { usePlayground } from '../store/playground-context.tsx';
import { Button } from '../ui/button.tsx';
import styles from './compare-page.module.css';

export function VacantPlace() {
  const addArm = usePlayground((state) => state.addArm);
  // The hole is filled and the button goes with it: the new card, now before it, takes the focus.
  const fill = (button: HTMLElement) => {
    flushSync(addArm);
    button.previousElementSibling?.querySelector('button')?.focus();
  };
  return (
    <Button
      look="quiet"
      className={styles.vacant}
      onClick={({ currentTarget }) => fill(currentTarget)}
    >
      <span aria-hidden="true">+</span> Add another arm
    </Button>
  );
}
