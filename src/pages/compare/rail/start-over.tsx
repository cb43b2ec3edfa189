/** Goes back to the settings of a new visit, since settings outlast a reload. */
import { OPENING_PRESET } from '../../../presets/registry.ts';
import { usePlayground } from '../../../store/playground-context.tsx';
import { sameValue } from '../../../base/same-value.ts';
import { Button } from '../../../ui/controls/button.tsx';
import styles from './settings-rail.module.css';

export function StartOver() {
  const isAtStart = usePlayground(({ experiment }) =>
    sameValue(experiment, OPENING_PRESET.experiment),
  );
  const applyPreset = usePlayground((state) => state.applyPreset);
  if (isAtStart) return null;
  return (
    <Button
      look="quiet"
      className={styles.startOver}
      title={`Opens “${OPENING_PRESET.title}” as on a first visit`}
      onClick={() => {
        applyPreset(OPENING_PRESET);
        // The button is gone now, and the next step is to train.
        document.getElementById('train')?.focus();
      }}
    >
      Start over
    </Button>
  );
}
