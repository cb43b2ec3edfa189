/** The network that is varied: where it comes from, and what it is. */
import { ARMS_AXIS } from '../../../plans/sweep-settings.ts';
import { SWEEP_PRESETS } from '../../../presets/sweep/registry.ts';
import { useSweep } from '../../../store/sweep/sweep-context.tsx';
import { ActionList } from '../../../ui/controls/action-list.tsx';
import { PopoverButton } from '../../../ui/controls/popover-button.tsx';
import { baseFacts } from '../../shared/rail/base-facts.ts';
import { useArmsOfCompare } from '../../shared/rail/use-arms-of-compare.ts';
import styles from '../../shared/rail/rail.module.css';

export function BaseSection() {
  const base = useSweep((state) => state.form.base);
  const baseName = useSweep((state) => state.form.baseName);
  return (
    <>
      <dl className={styles.facts}>
        {baseFacts(base).map(([name, text]) => (
          <div key={name}>
            <dt>{name}</dt>
            <dd>{text}</dd>
          </div>
        ))}
      </dl>
      <p className={styles.note}>
        From {isPreset(baseName) ? `the preset “${baseName}”` : baseName}.
      </p>
      <TakeFromCompare />
    </>
  );
}

const isPreset = (name: string) => SWEEP_PRESETS.some(({ title }) => title === name);

function TakeFromCompare() {
  const { arms, seed } = useArmsOfCompare();
  const change = useSweep((state) => state.change);
  const axes = useSweep((state) => state.form.axes);
  return (
    <PopoverButton
      panelLabel="Take from Compare"
      panel={(close) => (
        <ActionList
          actions={arms.map(({ id, label, base }) => ({
            label,
            detail: 'Its data, network, training and regularizers.',
            act: () => {
              const ids = arms.map((arm) => arm.id);
              change({
                ...{ base, seed, arms, baseName: `Compare, arm ${id}` },
                axes: axes.map((axis) =>
                  axis.setting === ARMS_AXIS
                    ? { setting: ARMS_AXIS, range: { spacing: 'list' as const, values: ids } }
                    : axis,
                ),
              });
              close();
            },
          }))}
        />
      )}
    >
      Take from Compare
    </PopoverButton>
  );
}
