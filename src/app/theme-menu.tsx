/** Light, dark, or as the system has it. */
import { usePlayground } from '../store/playground-context.tsx';
import type { ColorScheme } from '../store/view-slice.ts';
import { PopoverButton } from '../ui/popover-button.tsx';
import { RadioList } from '../ui/radio-list.tsx';

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
      panelLabel="Appearance"
      position="bottom-end"
      panel={() => (
        <RadioList legend="Colours" options={OPTIONS} value={scheme} onChange={setColorScheme} />
      )}
    >
      Appearance
    </PopoverButton>
  );
}
