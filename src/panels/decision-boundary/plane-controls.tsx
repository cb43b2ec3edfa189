/** What the planes of all arms share: the key to their marks, and how points come and go. */
import type { ReactNode } from 'react';
import type { Dataset } from '../../datasets/dataset.ts';
import { POINT_TOOLS } from '../../store/data-picture-slice.ts';
import type { PointTool } from '../../store/data-picture-slice.ts';
import { usePlayground } from '../../store/playground-context.tsx';
import { count } from '../../ui/figure-text.ts';
import { PopoverButton } from '../../ui/popover-button.tsx';
import { SegmentedControl } from '../../ui/segmented-control.tsx';
import { className } from '../class-name.ts';
import { useRunRows } from '../run-rows.ts';
import { useShownDataset } from '../shown-dataset.ts';
import { ValidationSwitch } from '../validation-switch.tsx';
import styles from './decision-boundary.module.css';
import { useOwnPoints } from './own-points.ts';
import { OwnPointsForm } from './own-points-form.tsx';
import { SIDE } from './plane-scale.ts';
import { KeyMark, markAt } from './point-marks.tsx';

export function PlaneControls() {
  const dataset = useShownDataset();
  const { isEditable } = useOwnPoints();
  if (!dataset) return null;
  return (
    <section className={styles.controls} aria-label="Points">
      <Key dataset={dataset} />
      <ValidationSwitch />
      {isEditable && <PointTools dataset={dataset} />}
      {isEditable && <Note />}
    </section>
  );
}

const TOOL_HINTS: Readonly<Record<PointTool, string>> = {
  look: 'Training points of your own can be put in: choose what a click into a plane does.',
  addClass0: 'Click into any plane: the point trains all arms.',
  addClass1: 'Click into any plane: the point trains all arms.',
  remove: 'Click one of your own points.',
};

/** Its place is kept free: the planes must not move away under a click. */
function Note() {
  const note = usePlayground((state) => state.pointNote);
  const tool = usePlayground((state) => state.pointTool);
  const { waiting, leaving } = useOwnPoints();
  const changes = [
    ...(waiting.length > 0 ? [`${pointsOf(waiting)} (dashed) to come`] : []),
    ...(leaving.length > 0 ? [`${pointsOf(leaving)} (pale) to go`] : []),
  ];
  return (
    <p className={styles.note} role="status" aria-label="Own points">
      {note || TOOL_HINTS[tool]} {changes.length > 0 && `With Reset: ${changes.join(', ')}.`}
    </p>
  );
}

function PointTools({ dataset }: { readonly dataset: Dataset }) {
  const tool = usePlayground((state) => state.pointTool);
  const choosePointTool = usePlayground((state) => state.choosePointTool);
  const { set } = useOwnPoints();
  return (
    <div className={styles.tools}>
      <SegmentedControl
        legend="Click to"
        options={POINT_TOOLS.map((value) => ({ value, label: toolLabel(value, dataset) }))}
        value={tool}
        onChange={choosePointTool}
      />
      <PopoverButton
        look="pill"
        className={styles.byNumbers}
        panelLabel="Own points"
        panel={() => <OwnPointsForm dataset={dataset} />}
      >
        Own points{set.length > 0 && ` (${count(set.length)})`}…
      </PopoverButton>
    </div>
  );
}

function pointsOf(points: readonly unknown[]): string {
  return points.length === 1 ? 'one own point' : `${count(points.length)} own points`;
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
      return 'remove own';
  }
}

function Key({ dataset }: { readonly dataset: Dataset }) {
  const rows = [...useRunRows().values()];
  const { isEditable } = useOwnPoints();
  const hasWrong = rows.some(({ training }) => training.wrongRows.length > 0);
  return (
    <ul className={styles.key} aria-label="Key">
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
    <li className={styles.keyItem}>
      <svg className={styles.keyMark} viewBox={`0 0 ${SIDE} ${SIDE}`} aria-hidden="true">
        {children}
      </svg>
      {name}
    </li>
  );
}
