/** The network as a strip: 64 → 256 → 10, each hidden layer a button with its own small panel. */
import { countOf } from '../../base/text/count-of.ts';
import type { LayersSetting, NumberSetting } from '../../settings/settings.ts';
import { Button } from './button.tsx';
import { NumberControl } from './number-control.tsx';
import { PopoverButton } from './popover-button.tsx';
import styles from './layers-control.module.css';

interface LayersControlProps {
  readonly setting: LayersSetting;
  readonly value: readonly number[];
  readonly onChange: (value: readonly number[]) => void;
  /** Units at both ends, which the data fix. */
  readonly ends: { readonly inputs: number; readonly outputs: number };
  /** Id of the element that says that the layers keep the experiment from running. */
  readonly faultId?: string | undefined;
}

export function LayersControl({ setting, value, onChange, ends, faultId }: LayersControlProps) {
  const addLayer = () => onChange([...value, value.at(-1) ?? 64]);
  return (
    <div
      className={styles.strip}
      role="group"
      aria-label={setting.label}
      // A group cannot be invalid.
      data-faulty={faultId !== undefined}
      aria-describedby={faultId}
    >
      <span className={styles.end} title={countOf(ends.inputs, 'inputs')}>
        {ends.inputs}
      </span>
      <Arrow />
      {value.map((units, index) => (
        // Layers have no identity but their index.
        <span key={index} className={styles.layer}>
          <PopoverButton
            className={styles.units}
            panelLabel={`Hidden layer ${index + 1}`}
            aria-label={`Hidden layer ${index + 1}, ${countOf(units, 'units')}`}
            panel={(close) => (
              <LayerPanel
                setting={unitsSetting(setting, index)}
                units={units}
                onChange={(changed) => onChange(value.with(index, changed))}
                onRemove={() => {
                  close();
                  onChange(value.toSpliced(index, 1));
                }}
              />
            )}
          >
            {units} ▾
          </PopoverButton>
          <Arrow />
        </span>
      ))}
      <span className={styles.end} title={countOf(ends.outputs, 'outputs')}>
        {ends.outputs}
      </span>
      {value.length < setting.maxLayers && (
        <Button className={styles.add} onClick={addLayer}>
          + layer
        </Button>
      )}
    </div>
  );
}

interface LayerPanelProps {
  readonly setting: NumberSetting;
  readonly units: number;
  readonly onChange: (units: number) => void;
  readonly onRemove: () => void;
}

function LayerPanel({ setting, units, onChange, onRemove }: LayerPanelProps) {
  return (
    <div className={styles.panel}>
      <NumberControl setting={setting} value={units} onChange={onChange} />
      <Button look="link" onClick={onRemove}>
        Remove this layer
      </Button>
    </div>
  );
}

function unitsSetting(layers: LayersSetting, index: number): NumberSetting {
  return {
    kind: 'number',
    label: `Units of hidden layer ${index + 1}`,
    min: layers.minUnits,
    max: layers.maxUnits,
    initial: 64,
    integer: true,
    scale: 'log',
    step: 1,
  };
}

function Arrow() {
  return (
    <span className={styles.arrow} aria-hidden="true">
      →
    </span>
  );
}
