/** A number setting: its label, a field, and a slider where the setting has a scale. */
import { use, useEffect, useState } from 'react';
import type { ReactNode } from 'react';
import { formatNumber } from '../../settings/settings.ts';
import type { NumberSetting } from '../../settings/settings.ts';
import { NumberField, useFieldIds } from './number-field.tsx';
import { RefusalContext } from './refusal-context.ts';
import { StopSlider } from './stop-slider.tsx';
import { Term } from '../words/term.tsx';
import styles from './settings-form.module.css';

interface NumberControlProps {
  readonly setting: NumberSetting;
  readonly value: number;
  readonly onChange: (value: number) => void;
  /** Narrows the slider, not the field: no more examples than the data set has. */
  readonly sliderMax?: number | undefined;
  /** Beside the field. */
  readonly extra?: ReactNode;
  /** Id of the element that says that this setting keeps the experiment from running. */
  readonly faultId?: string | undefined;
}

export function NumberControl(props: NumberControlProps) {
  const { setting, value, onChange, sliderMax, extra, faultId } = props;
  const { inputId, labelId, errorId } = useFieldIds();
  const [refusal, setRefusal] = useState<{ message: string; over: number } | null>(null);
  const message = refusal && Object.is(refusal.over, value) ? refusal.message : null;
  const [reading, setReading] = useState<{ note: string; of: number } | null>(null);
  useTellRefusal(inputId, message);
  return (
    <div className={styles.control}>
      <div className={styles.row}>
        <label id={labelId} htmlFor={inputId}>
          <Term hint={setting.hint}>{setting.label}</Term>
        </label>
        <span className={styles.value}>
          {setting.symbol !== undefined && (
            <span className={styles.symbol} aria-hidden="true">
              {setting.symbol} =
            </span>
          )}
          <NumberField
            id={inputId}
            setting={setting}
            value={value}
            onCommit={onChange}
            onRefuse={(text) => setRefusal(text === null ? null : { message: text, over: value })}
            onRead={(note, of) => setReading(note === null ? null : { note, of })}
            errorId={errorId}
            isRefused={message !== null}
            faultId={faultId}
          />
          {extra}
        </span>
      </div>
      {setting.scale && (
        <StopSlider
          labelId={labelId}
          setting={sliderMax === undefined ? setting : { ...setting, max: sliderMax }}
          value={value}
          onChange={onChange}
        />
      )}
      {message === null && reading && Object.is(reading.of, value) && (
        <p className={styles.hint} role="status">
          {reading.note}
        </p>
      )}
      {message !== null && (
        <p id={errorId} className={styles.refusal} role="alert">
          {message} To go back to {formatNumber(value, setting.unit)}, press Escape.
        </p>
      )}
    </div>
  );
}

function useTellRefusal(fieldId: string, message: string | null) {
  const hearRefusal = use(RefusalContext);
  useEffect(() => {
    if (message === null) return;
    hearRefusal(fieldId, message);
    return () => hearRefusal(fieldId, null);
  }, [hearRefusal, fieldId, message]);
}
