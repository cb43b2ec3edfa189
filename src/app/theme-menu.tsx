/** Light, dark, or as the system has it. */
import { usePlayground } from '../store/playground-context.tsx';
import type { ColorScheme } from '../store/page/view-state.ts';
import { PopoverButton } from '../ui/controls/popover-button.tsx';
import { RadioGroup } from '../ui/controls/radio-group.tsx';
import styles from './header.module.css';

const OPTIONS: readonly { readonly value: ColorScheme; readonly label: string }[] = [
  { value: 'system', label: 'As the system' },
  { value: 'light', label: 'Light' },
  { value: 'dark', label: 'Dark' },
];

export function ThemeMenu() {
  const scheme = usePlayground((state) => state.colorScheme);
  const setColorScheme = usePlayground((state) => state.setColorScheme);
  return (
    <PopoverButton
      className={`${styles.theme ?? ''} not-presented`}
      panelLabel="Appearance"
      position="bottom-end"
      panel={() => (
        <RadioGroup
          look="list"
          legend="Colours"
          options={OPTIONS}
          value={scheme}
          onChange={setColorScheme}
        />
      )}
    >
      <HalfDisc />
      <span className={styles.themeWord}>Appearance</span>
    </PopoverButton>
  );
}

/** Stands for the word where there is no room for it. */
function HalfDisc() {
  return (
    <svg className={styles.themeSign} width="16" height="16" viewBox="0 0 16 16" aria-hidden="true">
      <circle cx="8" cy="8" r="6.5" fill="none" stroke="currentColor" strokeWidth="1.5" />
      <path d="M8 1.5a6.5 6.5 0 0 1 0 13z" fill="currentColor" />
    </svg>
  );
}
