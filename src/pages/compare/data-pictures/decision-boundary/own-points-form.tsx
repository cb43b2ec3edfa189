/**
 * Points by numbers: adds an own point or removes a drawn one, and lists those, each with a button that takes it
 * back.
 */
import { useState } from 'react';
import type { Dataset } from '../../../../datasets/dataset.ts';
import type { SettingValue, SettingsSchema } from '../../../../settings/settings.ts';
import { OWN_POINT_PLACE } from '../../../../experiment/check-own-points.ts';
import { usePlayground } from '../../../../store/playground-context.tsx';
import { Button } from '../../../../ui/controls/button.tsx';
import { SettingsForm } from '../../../../ui/controls/settings-form.tsx';
import styles from './decision-boundary.module.css';
import { useOwnPoints } from './own-points.ts';
import { pointText } from './point-text.ts';
import { RemovedPointsForm } from './removed-points-form.tsx';
import { useAddingPoint } from './use-point-tool.ts';

export function OwnPointsForm({ dataset }: { readonly dataset: Dataset }) {
  const note = usePlayground((state) => state.pointNote);
  return (
    <div className={styles.form}>
      <p className={styles.hint}>
        Own points train every arm, in every repeat, beside the drawn ones. None of them is given a
        wrong label.
      </p>
      <NewPoint dataset={dataset} />
      <p className={styles.formNote}>{note}</p>
      <PointList dataset={dataset} />
      <RemovedPointsForm dataset={dataset} />
    </div>
  );
}

function NewPoint({ dataset }: { readonly dataset: Dataset }) {
  const [point, setPoint] = useState({ x: 0, y: 0, label: '0' });
  const addOwnPoint = useAddingPoint(dataset);
  const change = (key: string, value: SettingValue) => setPoint({ ...point, [key]: value });
  return (
    <>
      <SettingsForm schema={schemaOf(dataset)} settings={point} onChange={change} />
      <Button
        className={styles.add}
        onClick={() => addOwnPoint([point.x, point.y, Number(point.label)])}
      >
        Add
      </Button>
    </>
  );
}

function schemaOf({ featureNames, classNames }: Dataset): SettingsSchema {
  const [x = 'x', y = 'y'] = featureNames ?? [];
  const options = classNames.map((name, label) => ({ value: String(label), label: name }));
  return {
    x: { ...OWN_POINT_PLACE, label: x },
    y: { ...OWN_POINT_PLACE, label: y },
    label: { kind: 'choice', label: 'Class', options, initial: '0' },
  };
}

function PointList({ dataset }: { readonly dataset: Dataset }) {
  const changeOwnPoints = usePlayground((state) => state.changeOwnPoints);
  const notePoint = usePlayground((state) => state.notePoint);
  const { set } = useOwnPoints();
  if (set.length === 0) return null;
  const keep = (left: typeof set, note: string) => {
    changeOwnPoints(left);
    notePoint(note);
  };
  return (
    <>
      <ul className={styles.list} aria-label="Your own points">
        {set.map((point, index) => (
          <li key={index} className={styles.listItem}>
            {pointText(dataset, point)}
            <Button
              look="quiet"
              aria-label={`Remove ${pointText(dataset, point)}`}
              onClick={() =>
                keep(set.toSpliced(index, 1), `Removed: ${pointText(dataset, point)}.`)
              }
            >
              Remove
            </Button>
          </li>
        ))}
      </ul>
      <Button look="quiet" onClick={() => keep([], 'All own points are removed.')}>
        Remove all
      </Button>
    </>
  );
}
