/**
 * The regularizers of an arm: the usual ones and those that are on; the rest and own settings behind "More…". In a
 * compact card only those that are on.
 */
import { memo, useState } from 'react';
import type { Arm } from '../../../experiment/experiment.ts';
import { REGULARIZER_ENTRIES } from '../../../experiment/regularizers.ts';
import { usePlayground } from '../../../store/playground-context.tsx';
import { Button } from '../../../ui/controls/button.tsx';
import { RefusalContext } from '../../../ui/controls/refusal-context.ts';
import { regularizerControl } from '../../../links/hidden-controls.ts';
import { useHiddenList, useIsHidden } from '../../shared/use-hidden-list.ts';
import { OwnSettings } from './own-settings.tsx';
import { RegularizerChip } from './regularizer-chip.tsx';
import styles from './regularizer-chip.module.css';

const USUAL = 5;

function hasOwnSettings({ overrides = {} }: Arm): boolean {
  return Object.keys(overrides).length > 0;
}

interface RegularizerChipsProps {
  readonly arm: Arm;
  readonly isCompact: boolean;
}

/** Not drawn again with every figure of its arm. */
export const RegularizerChips = memo(function RegularizerChips(props: RegularizerChipsProps) {
  const { arm, isCompact } = props;
  const [showsAll, setShowsAll] = useState(false);
  const noteRefusal = usePlayground((state) => state.noteRefusal);
  const hidden = useHiddenList().split(' ');
  const hidesMore = useIsHidden('arms-more');
  const usual = isCompact ? 0 : USUAL;
  const shown = REGULARIZER_ENTRIES.filter(
    ({ id }, index) =>
      !hidden.includes(regularizerControl(id)) &&
      (showsAll || index < usual || arm.regularizers[id] !== undefined),
  );
  return (
    <div
      className={`${styles.chips ?? ''} not-presented not-printed`}
      data-control="arms"
      role="group"
      aria-label="Regularizers"
    >
      <RefusalContext value={noteRefusal}>
        {shown.map((regularizer) => (
          <RegularizerChip key={regularizer.id} arm={arm} regularizer={regularizer} />
        ))}
        {!hidesMore && (
          <Button
            className={styles.off}
            aria-expanded={showsAll}
            onClick={() => setShowsAll(!showsAll)}
          >
            {moreText(showsAll, isCompact)}
          </Button>
        )}
        {!hidesMore && (showsAll || hasOwnSettings(arm)) && <OwnSettings arm={arm} />}
      </RefusalContext>
    </div>
  );
});

function moreText(showsAll: boolean, isCompact: boolean): string {
  if (showsAll) return 'Less';
  return isCompact ? 'Regularizers…' : 'More…';
}
