/** The regularizers of an arm: the usual ones and those that are on; the rest and own settings behind "More…". */
import { memo, useState } from 'react';
import type { Arm } from '../../protocol/experiment.ts';
import { REGULARIZER_ENTRIES } from '../../store/regularizers.ts';
import { usePlayground } from '../../store/playground-context.tsx';
import { Button } from '../../ui/button.tsx';
import { RefusalContext } from '../../ui/refusal-context.ts';
import { OwnSettings } from './own-settings.tsx';
import { RegularizerChip } from './regularizer-chip.tsx';
import styles from './regularizer-chip.module.css';

const USUAL = 5;

function hasOwnSettings({ overrides = {} }: Arm): boolean {
  return Object.keys(overrides).length > 0;
}

/** Not drawn again with every figure of its arm. */
export const RegularizerChips = memo(function RegularizerChips({ arm }: { readonly arm: Arm }) {
  const [showsAll, setShowsAll] = useState(false);
  const noteRefusal = usePlayground((state) => state.noteRefusal);
  const shown = REGULARIZER_ENTRIES.filter(
    ({ id }, index) => showsAll || index < USUAL || arm.regularizers[id] !== undefined,
  );
  const hasMore = REGULARIZER_ENTRIES.length > USUAL;
  return (
    <div
      className={`${styles.chips ?? ''} not-presented not-printed`}
      role="group"
      aria-label="Regularizers"
    >
      <RefusalContext value={noteRefusal}>
        {shown.map((regularizer) => (
          <RegularizerChip key={regularizer.id} arm={arm} regularizer={regularizer} />
        ))}
      </RefusalContext>
      {hasMore && (
        <Button
          className={styles.off}
          aria-expanded={showsAll}
          onClick={() => setShowsAll(!showsAll)}
        >
          {showsAll ? 'Less' : 'More…'}
        </Button>
      )}
      {(showsAll || hasOwnSettings(arm)) && (
        <RefusalContext value={noteRefusal}>
          <OwnSettings arm={arm} />
        </RefusalContext>
      )}
    </div>
  );
});
