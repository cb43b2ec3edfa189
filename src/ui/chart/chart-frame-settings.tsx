/** How a chart is looked at: its own axis and smoothing, and what all charts of the page share. */
import type { NumberSetting } from '../../settings/settings.ts';
import { Button } from '../controls/button.tsx';
import { NumberControl } from '../controls/number-control.tsx';
import { PopoverButton } from '../controls/popover-button.tsx';
import { RadioGroup } from '../controls/radio-group.tsx';
import type { ChartView } from './data/chart-view.ts';
import { isWhole } from './data/series-window.ts';
import type { AxisWindow } from './data/series-window.ts';
import { SwitchControl } from '../controls/switch-control.tsx';
import styles from './chart-frame.module.css';

interface ChartSettingsProps {
  readonly title: string;
  readonly view: ChartView;
  readonly window: AxisWindow;
  readonly onChange: (change: Partial<ChartView>) => void;
  /** There are repeated runs to show one by one. */
  readonly hasSeeds: boolean;
  /** There are wrong labels, and a line for the true ones. */
  readonly hasTrueLabels: boolean;
}

export function ChartSettings(props: ChartSettingsProps) {
  return (
    <PopoverButton
      look="link"
      aria-label={`Options of ${props.title}`}
      panelLabel={`Options of ${props.title}`}
      position="bottom-end"
      panel={() => <Panel {...props} />}
    >
      Options
    </PopoverButton>
  );
}

const SMOOTHING: NumberSetting = {
  kind: 'number',
  label: 'Smoothing',
  hint: 'Draws a moving average; the figures themselves stay as a faint line, in the readout and in the table.',
  min: 0,
  max: 0.95,
  initial: 0,
  scale: 'linear',
  step: 0.05,
  off: 0,
};

const SCALES = [
  { value: 'linear', label: 'Linear' },
  { value: 'log', label: 'Logarithmic' },
] as const;

const UNITS = [
  { value: 'epochs', label: 'Epochs' },
  { value: 'steps', label: 'Steps' },
] as const;

function Panel({ title, view, window, onChange, hasSeeds, hasTrueLabels }: ChartSettingsProps) {
  return (
    <div className={styles.settings}>
      <section aria-label={title} className={styles.settingsPart}>
        <h3>{title}</h3>
        <RadioGroup
          look="list"
          legend="Vertical axis"
          options={SCALES}
          value={view.scale}
          onChange={(scale) => onChange({ scale })}
        />
        <NumberControl
          setting={SMOOTHING}
          value={view.smoothing}
          onChange={(smoothing) => onChange({ smoothing })}
        />
        {hasTrueLabels && (
          <SwitchControl
            setting={{ label: 'Training against true labels' }}
            value={view.showsTrueLabels}
            onChange={(showsTrueLabels) => onChange({ showsTrueLabels })}
          />
        )}
      </section>
      <section aria-label="All charts" className={styles.settingsPart}>
        <h3>All charts</h3>
        <RadioGroup
          look="list"
          legend="Horizontal axis"
          options={UNITS}
          value={view.unit}
          onChange={(unit) => onChange({ unit, from: 0, to: null })}
        />
        <RangeFields {...{ view, window, onChange }} />
        {hasSeeds && (
          <SwitchControl
            setting={{ label: 'Each seed as a faint line' }}
            value={view.showsSeeds}
            onChange={(showsSeeds) => onChange({ showsSeeds })}
          />
        )}
      </section>
    </div>
  );
}

function RangeFields({
  view,
  window,
  onChange,
}: Pick<ChartSettingsProps, 'view' | 'window' | 'onChange'>) {
  const { from, to, end } = window;
  const one = view.unit === 'epochs' ? 'epoch' : 'step';
  const whole = { kind: 'number', integer: true, initial: 0 } as const;
  return (
    <>
      <NumberControl
        setting={{ ...whole, label: `From ${one}`, min: 0, max: to - 1 }}
        value={from}
        onChange={(next) => onChange({ from: next, to: to === end ? null : to })}
      />
      <NumberControl
        setting={{ ...whole, label: `To ${one}`, min: from + 1, max: end }}
        value={to}
        onChange={(next) => onChange({ from, to: next === end ? null : next })}
      />
      <Button
        look="quiet"
        className={styles.wholeRange}
        disabled={isWhole(window)}
        onClick={() => onChange({ from: 0, to: null })}
      >
        All {view.unit}
      </Button>
    </>
  );
}
