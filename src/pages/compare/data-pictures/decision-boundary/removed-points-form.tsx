/** Drawn points by their numbers: what each is, and its removal; and those removed, each to be put back. */
import { useState } from 'react';
import type { Dataset } from '../../../../datasets/dataset.ts';
import type { SettingsSchema } from '../../../../settings/settings.ts';
import { usePlayground } from '../../../../store/playground-context.tsx';
import { Button } from '../../../../ui/controls/button.tsx';
import { SettingsForm } from '../../../../ui/controls/settings-form.tsx';
import { useWholeDraws } from '../../shared/run-rows.ts';
import styles from './decision-boundary.module.css';
import { drawnName, drawnPoints, drawnText } from './drawn-points.ts';
import type { DrawnPoint } from './drawn-points.ts';
import { useRemovedPoints } from './removed-points.ts';
import { useRemovingDrawn } from './use-point-tool.ts';

interface RemovedPointsFormProps {
  readonly dataset: Dataset;
}

export function RemovedPointsForm({ dataset }: RemovedPointsFormProps) {
  const drawn = useLargestDraw();
  if (drawn.length === 0) return null;
  return (
    <div className={styles.form}>
      <p className={styles.hint}>
        Drawn points can be removed from training, in every arm; in repeats that draw other points,
        those with the same numbers.
      </p>
      <DrawnPointChoice dataset={dataset} drawn={drawn} />
      <RemovedLists dataset={dataset} drawn={drawn} />
    </div>
  );
}

interface DrawnPointsProps extends RemovedPointsFormProps {
  readonly drawn: readonly DrawnPoint[];
}

function DrawnPointChoice({ dataset, drawn }: DrawnPointsProps) {
  const [number, setNumber] = useState(1);
  const { set } = useRemovedPoints();
  const removeDrawn = useRemovingDrawn(dataset);
  const chosen = drawn[number - 1];
  const isRemoved = set.has(number - 1);
  return (
    <>
      <SettingsForm
        schema={schemaOf(drawn.length)}
        settings={{ number }}
        onChange={(_, value) => setNumber(Number(value))}
      />
      {chosen && (
        <>
          <p className={styles.hint} role="status">
            {drawnText(dataset, chosen)}
            {isRemoved && ', removed'}
          </p>
          <Button
            className={styles.add}
            disabled={isRemoved}
            title={isRemoved ? 'It is removed already.' : undefined}
            onClick={() => removeDrawn(chosen)}
          >
            Remove this point
          </Button>
        </>
      )}
    </>
  );
}

function schemaOf(points: number): SettingsSchema {
  return {
    number: {
      ...{ kind: 'number', label: 'Drawn point', integer: true },
      ...{ min: 1, max: points, initial: 1, scale: 'linear', step: 1 },
    },
  };
}

function RemovedLists({ dataset, drawn }: DrawnPointsProps) {
  const { set, missed, putAllBack } = useRemovedPoints();
  const notePoint = usePlayground((state) => state.notePoint);
  const beyond = [...set].filter((row) => !missed.includes(row));
  if (set.size === 0) return null;
  return (
    <>
      <RemovedList name="Removed points" rows={missed} {...{ dataset, drawn }} />
      {beyond.length > 0 && (
        <>
          <p className={styles.hint}>
            Removed too, though there are too few training examples for them to be drawn:
          </p>
          <RemovedList name="Removed points, not drawn" rows={beyond} {...{ dataset, drawn }} />
        </>
      )}
      <Button
        look="quiet"
        onClick={() => {
          putAllBack();
          notePoint('All removed points are put back.');
        }}
      >
        Put all back
      </Button>
    </>
  );
}

interface RemovedListProps extends DrawnPointsProps {
  readonly name: string;
  readonly rows: readonly number[];
}

function RemovedList({ name, rows, dataset, drawn }: RemovedListProps) {
  const { putBack } = useRemovedPoints();
  const notePoint = usePlayground((state) => state.notePoint);
  if (rows.length === 0) return null;
  return (
    <ul className={styles.list} aria-label={name}>
      {rows.map((row) => {
        const point = drawn[row];
        const text = point ? drawnText(dataset, point) : drawnName(row);
        return (
          <li key={row} className={styles.listItem}>
            {text}
            <Button
              look="quiet"
              aria-label={`Put back ${text}`}
              onClick={() => {
                putBack(row);
                notePoint(`Put back: ${text}.`);
              }}
            >
              Put back
            </Button>
          </li>
        );
      })}
    </ul>
  );
}

/** Arms may have fewer points: then the first ones of this draw. */
function useLargestDraw(): readonly DrawnPoint[] {
  const draws = [...useWholeDraws().values()];
  const most = Math.max(...draws.map(({ training }) => training.count));
  const largest = draws.find(({ training }) => training.count === most);
  return largest ? drawnPoints(largest) : [];
}
