/** What the planes of all arms share: the key to their marks, and how points come and go. */
import type { ReactNode } from 'react';
import type { Dataset } from '../../datasets/dataset.ts';
import { POINT_TOOLS } from '../../store/data-picture-slice.ts';
import type { PointTool } from '../../store/data-picture-slice.ts';
import { usePlayground } from '../../store/playground-context.tsx';
import { count } from '../../ui/figure-text.ts';
import { PopoverButton } from '../../ui/popover-button.tsx';
import { RadioGroup } from '../../ui/radio-group.tsx';
import { className } from '../class-name.ts';
import { useRunRows, useWholeDraws } from '../run-rows.ts';
import { useShownDataset } from '../shown-dataset.ts';
import { ValidationSwitch } from '../validation-switch.tsx';
import panel from '../panel.module.css';
import styles from './decision-boundary.module.css';
import { useOwnPoints } from './own-points.ts';
import { OwnPointsForm } from './own-points-form.tsx';
import { SIDE } from './plane-scale.ts';
import { KeyMark, markAt } from './point-marks.tsx';
import { useRemovedPoints } from './removed-points.ts';

export function PlaneControls() {
  const dataset = useShownDataset();
  const { isEditable } = useOwnPoints();
  if (!dataset) return null;
  return (
    <section className={panel.controls} aria-label="Points">
      <Key dataset={dataset} />
      <ValidationSwitch />
      {isEditable && <PointTools dataset={dataset} />}
      {isEditable && <Note />}
    </section>
  );
}

const TOOL_HINTS: Readonly<Record<PointTool, string>> = {
  look: 'Click in a plot to add or remove points.',
  addClass0: 'Click into any plane: the point trains all arms.',
  addClass1: 'Click into any plane: the point trains all arms.',
  remove: 'Click a training point, drawn or your own: no arm trains on it any more.',
};

/** Its place is kept free: the planes must not move away under a click. */
function Note() {
  const note = usePlayground((state) => state.pointNote);
  const tool = usePlayground((state) => state.pointTool);
  const changes = useWaitingChanges();
  return (
    <p className={styles.note} role="status" aria-label="Changed points">
      {note || TOOL_HINTS[tool]} {changes.length > 0 && `With Reset: ${changes.join(', ')}.`}
    </p>
  );
}

function PointTools({ dataset }: { readonly dataset: Dataset }) {
  const tool = usePlayground((state) => state.pointTool);
  const choosePointTool = usePlayground((state) => state.choosePointTool);
  const { set } = useOwnPoints();
  const removed = useRemovedPoints().missed.length;
  return (
    <div className={styles.tools}>
      <RadioGroup
        legend="Click to"
        options={POINT_TOOLS.map((value) => ({ value, label: toolLabel(value, dataset) }))}
        value={tool}
        onChange={choosePointTool}
      />
      <PopoverButton
        look="pill"
        className={styles.byNumbers}
        panelLabel="Points"
        panel={() => <OwnPointsForm dataset={dataset} />}
      >
        Points{set.length > 0 && ` +${count(set.length)}`}
        {removed > 0 && ` −${count(removed)}`}…
      </PopoverButton>
    </div>
  );
}

/** "one own point (dashed) to come", "2 drawn points (pale) to go" */
function useWaitingChanges(): string[] {
  const { waiting, leaving } = useOwnPoints();
  const { set, trained } = useRemovedPoints();
  const isDrawn = useDrawnNumbers();
  const drawn = (rows: ReadonlySet<number>, others: ReadonlySet<number>) =>
    [...rows].filter((row) => !others.has(row) && isDrawn(row)).length;
  const changes = [
    [waiting.length, 'own', '(dashed) to come'],
    [drawn(trained, set), 'drawn', '(dashed) to come back'],
    [leaving.length, 'own', '(pale) to go'],
    [drawn(set, trained), 'drawn', '(pale) to go'],
  ] as const;
  return changes.flatMap(([number, kind, what]) => {
    if (number === 0) return [];
    return [number === 1 ? `one ${kind} point ${what}` : `${count(number)} ${kind} points ${what}`];
  });
}

/** Of the largest training set there is: numbers beyond say nothing. */
function useDrawnNumbers(): (row: number) => boolean {
  const most = Math.max(0, ...[...useWholeDraws().values()].map(({ training }) => training.count));
  return (row) => row < most;
}

function toolLabel(tool: PointTool, dataset: Dataset): string {
  switch (tool) {
    case 'look':
      return 'look';
    case 'addClass0':
      return `add “${className(dataset, 0)}”`;
    case 'addClass1':
      return `add “${className(dataset, 1)}”`;
    case 'remove':
      return 'remove';
  }
}

function Key({ dataset }: { readonly dataset: Dataset }) {
  const rows = [...useRunRows().values()];
  const { isEditable } = useOwnPoints();
  const hasWrong = rows.some(({ training }) => training.wrongRows.length > 0);
  return (
    <ul className={panel.key} aria-label="Key">
      {[0, 1].map((label) => (
        <KeyItem key={label} name={className(dataset, label)}>
          <KeyMark kind="training" label={label} />
        </KeyItem>
      ))}
      {hasWrong && (
        <KeyItem name="wrong label">
          <path className={styles.ring} d={markAt([SIDE / 2, SIDE / 2], 0, 36)} />
        </KeyItem>
      )}
      {isEditable && (
        <KeyItem name="your own">
          <KeyMark kind="own" label={0} />
        </KeyItem>
      )}
    </ul>
  );
}

interface KeyItemProps {
  readonly name: string;
  readonly children: ReactNode;
}

function KeyItem({ name, children }: KeyItemProps) {
  return (
    <li className={panel.keyItem}>
      <svg className={styles.keyMark} viewBox={`0 0 ${SIDE} ${SIDE}`} aria-hidden="true">
        {children}
      </svg>
      {name}
    </li>
  );
}
