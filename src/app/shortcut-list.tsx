/** The keys of the page, and the switch that takes them away. */
import { usePlayground } from '../store/playground-context.tsx';
import { SwitchControl } from '../ui/controls/switch-control.tsx';
import { SHORTCUTS } from './shortcuts.ts';
import styles from './sheets.module.css';

const SWITCH = { label: 'Use these shortcuts' };

export function ShortcutList() {
  const usesShortcuts = usePlayground((state) => state.usesShortcuts);
  const setUsesShortcuts = usePlayground((state) => state.setUsesShortcuts);
  return (
    <>
      <SwitchControl setting={SWITCH} value={usesShortcuts} onChange={setUsesShortcuts} />
      <p className={styles.aside}>
        They wait while you type; single keys also while you hold Ctrl or Alt. Switch them off if
        you speak to your computer, or press keys by accident.
      </p>
      <table className={styles.keys}>
        <thead className="visually-hidden">
          <tr>
            <th scope="col">Key</th>
            <th scope="col">What it does</th>
          </tr>
        </thead>
        <tbody>
          {SHORTCUTS.map(({ label, caps, isAlwaysOn }) => (
            <tr key={label} data-off={!usesShortcuts && isAlwaysOn !== true}>
              <td>
                {caps.map((cap) => (
                  <kbd key={cap} className={styles.key}>
                    {cap}
                  </kbd>
                ))}
              </td>
              <td>{label}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </>
  );
}
