/** The arm's marker and name, and what can be done with the arm. */
import { Hideable } from '../../shared/hideable.tsx';
import { memo, useState } from 'react';
import type { KeyboardEvent } from 'react';
import { flushSync } from 'react-dom';
import { ARM_IDS, LONGEST_NAME } from '../../../experiment/experiment.ts';
import type { Arm, ArmId } from '../../../experiment/experiment.ts';
import { automaticName } from '../../../experiment/arm-name.ts';
import { usePlayground } from '../../../store/playground-context.tsx';
import { ActionList } from '../../../ui/controls/action-list.tsx';
import { codeItems } from '../export/code-items.ts';
import { weightsItem } from '../export/weights-item.ts';
import { ExportList } from '../export/export-list.tsx';
import { ArmMarker } from '../../../ui/arm-marker.tsx';
import { PopoverButton } from '../../../ui/controls/popover-button.tsx';
import type { ClosePanel } from '../../../ui/controls/popover-button.tsx';
import styles from './arm-card.module.css';
import { armMenuId } from './arm-menu-id.ts';

interface ArmHeaderProps {
  readonly arm: Arm;
  readonly name: string;
  readonly nameId: string;
}

/** Not drawn again with every figure of its arm. */
export const ArmHeader = memo(function ArmHeader({ arm, name, nameId }: ArmHeaderProps) {
  const [isRenaming, setRenaming] = useState(false);
  return (
    <header className={styles.header}>
      <ArmMarker armId={arm.id} />
      <h2 id={nameId} className={isRenaming ? 'visually-hidden' : styles.name}>
        {name}
      </h2>
      {isRenaming && <NameField arm={arm} onDone={() => setRenaming(false)} />}
      <Hideable control="arms-menu">
        <ArmMenu arm={arm} onRename={() => setRenaming(true)} />
      </Hideable>
    </header>
  );
});

function ArmMenu({ arm, onRename }: { readonly arm: Arm; readonly onRename: () => void }) {
  const arms = usePlayground((state) => state.experiment.arms.length);
  const neighbour = usePlayground(({ experiment }) => neighbourOf(experiment.arms, arm.id));
  const duplicate = usePlayground((state) => state.duplicateArm);
  const remove = usePlayground((state) => state.removeArm);
  const actions = (close: ClosePanel) => [
    {
      label: 'Rename',
      act: () => {
        close({ keepsFocus: false });
        onRename();
      },
    },
    {
      label: 'Duplicate',
      disabled: arms >= ARM_IDS.length,
      act: () => {
        close();
        duplicate(arm.id);
      },
    },
    {
      label: 'Remove',
      disabled: arms <= 1,
      act: () => {
        close({ keepsFocus: false });
        // The button that opened the menu goes with its arm.
        if (neighbour) document.getElementById(armMenuId(neighbour))?.focus();
        remove(arm.id);
      },
    },
  ];
  return (
    <PopoverButton
      id={armMenuId(arm.id)}
      look="quiet"
      className={`${styles.menu ?? ''} not-presented`}
      data-control="arms"
      aria-label={`Arm ${arm.id}: rename, duplicate, remove, code`}
      panelLabel={`Arm ${arm.id}`}
      position="bottom-end"
      panel={(close) => (
        <div className={styles.menuParts}>
          <ActionList actions={actions(close)} />
          <ExportList
            label={`Arm ${arm.id} as code`}
            items={[...codeItems(arm.id), weightsItem(arm.id)]}
            close={close}
          />
        </div>
      )}
    >
      ⋯
    </PopoverButton>
  );
}

/** The next arm, or the one before the last. */
function neighbourOf(arms: readonly Arm[], id: ArmId): ArmId | undefined {
  const index = arms.findIndex((one) => one.id === id);
  return (arms[index + 1] ?? arms[index - 1])?.id;
}

/** Enter and leaving the field keep the name, Escape does not; an empty one is the automatic name. */
function NameField({ arm, onDone }: { readonly arm: Arm; readonly onDone: () => void }) {
  const rename = usePlayground((state) => state.renameArm);
  const automatic = automaticName(arm.regularizers, arm.overrides);
  const [text, setText] = useState(arm.name ?? automatic);
  const keep = () => {
    rename(arm.id, text.trim() === automatic ? '' : text);
    onDone();
  };
  const pressKey = (event: KeyboardEvent) => {
    if (event.key !== 'Enter' && event.key !== 'Escape') return;
    event.preventDefault(); // Enter would press what has the focus next.
    flushSync(event.key === 'Enter' ? keep : onDone);
    // The field has gone, and the focus with it.
    document.getElementById(armMenuId(arm.id))?.focus();
  };
  return (
    <input
      className={styles.nameField}
      aria-label={`Name of arm ${arm.id}`}
      maxLength={LONGEST_NAME}
      value={text}
      // The user has just asked to type here.
      ref={(input) => input?.focus()}
      onChange={(event) => setText(event.target.value)}
      onFocus={(event) => event.target.select()}
      onBlur={keep}
      onKeyDown={pressKey}
    />
  );
}
