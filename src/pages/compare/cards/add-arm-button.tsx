/** A button with a list of arms that can be added to the comparison. */
import { Hideable } from '../../shared/hideable.tsx';
import { flushSync } from 'react-dom';
import { useId } from 'react';
import { findDataset } from '../../../datasets/registry.ts';
import { ARM_IDS } from '../../../experiment/experiment.ts';
import { armChoices } from '../../../experiment/arm-choices.ts';
import type { ArmSettings } from '../../../experiment/arm-choices.ts';
import { usePlayground, usePlaygroundStore } from '../../../store/playground-context.tsx';
import { ActionList } from '../../../ui/controls/action-list.tsx';
import type { ButtonProps } from '../../../ui/controls/button.tsx';
import { PopoverButton } from '../../../ui/controls/popover-button.tsx';
import { armMenuId } from './arm-menu-id.ts';
import styles from './add-arm-button.module.css';

interface AddArmButtonProps extends Pick<ButtonProps, 'look' | 'className'> {
  readonly label: string;
}

export function AddArmButton({ label, ...button }: AddArmButtonProps) {
  const buttonId = useId();
  const store = usePlaygroundStore();
  const isFull = usePlayground((state) => state.experiment.arms.length >= ARM_IDS.length);
  const add = (settings: ArmSettings) => {
    flushSync(() => store.getState().addArm(settings));
    document.getElementById(buttonId)?.focus();
    // The button is gone or disabled now, so the new card takes the focus.
    if (document.activeElement?.id === buttonId) return;
    const added = store.getState().experiment.arms.at(-1);
    if (added) document.getElementById(armMenuId(added.id))?.focus();
  };
  return (
    <Hideable control="arms-add">
      <PopoverButton
        {...button}
        data-control="arms"
        id={buttonId}
        panelLabel={label}
        position="bottom-end"
        disabled={isFull}
        title={
          isFull
            ? 'Six arms at most.'
            : 'An arm is one network with its settings, on a card of its own.'
        }
        panel={(close) => (
          <ArmChoices
            onChoose={(settings) => {
              close({ keepsFocus: false });
              add(settings);
            }}
          />
        )}
      >
        <span aria-hidden="true">+</span> {label}
      </PopoverButton>
    </Hideable>
  );
}

function ArmChoices({ onChoose }: { readonly onChoose: (settings: ArmSettings) => void }) {
  const experiment = usePlayground((state) => state.experiment);
  const [first] = experiment.arms;
  if (!first) return null;
  const choices = armChoices(experiment, findDataset(experiment.data.dataset));
  return (
    <div className={styles.choices}>
      <p className={styles.lead}>Each card is an arm: one network with its settings.</p>
      <p className={styles.lead}>
        {choices.length > 0
          ? `Like ${first.id}, but for one change:`
          : `Every arm that differs from ${first.id} by one regularizer is here.`}
      </p>
      <ActionList
        actions={[
          ...choices.map(({ name, settings }) => ({
            label: name,
            act: () => onChoose(settings),
          })),
          {
            label: `A copy of ${first.id}`,
            detail: 'to be set by hand',
            act: () => onChoose(first),
          },
        ]}
      />
    </div>
  );
}
