/** Presets of a page: a menu, and which of them is on show. */
import { ActionList } from '../../../ui/controls/action-list.tsx';
import { PopoverButton } from '../../../ui/controls/popover-button.tsx';
import styles from './rail.module.css';

interface PresetMenuProps {
  /** Null: none. */
  readonly shown: string | null;
  /** Something of it was set otherwise since. */
  readonly isChanged: boolean;
  readonly presets: readonly {
    readonly title: string;
    readonly question: string;
    readonly choose: () => void;
  }[];
}

export function PresetMenu({ shown, isChanged, presets }: PresetMenuProps) {
  return (
    <div className={styles.section} data-control="presets">
      <PopoverButton
        className={styles.presets}
        panelLabel="Presets"
        panel={(close) => (
          <ActionList
            actions={presets.map(({ title, question, choose }) => ({
              label: title,
              detail: question,
              act: () => {
                choose();
                close();
              },
            }))}
          />
        )}
      >
        Preset: {shown ?? 'none'}
        {isChanged && ', changed'}
      </PopoverButton>
    </div>
  );
}
