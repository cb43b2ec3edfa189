/** Which points are drawn, and how they come and go: what a click in a plane does, and what has come of it. */
import type { Dataset } from '../../../../datasets/dataset.ts';
import { POINT_TOOLS } from '../../../../store/compare/data-picture-state.ts';
import type { PointTool } from '../../../../store/compare/data-picture-state.ts';
import { usePlayground } from '../../../../store/playground-context.tsx';
import { count } from '../../../../base/text/figure-text.ts';
import { PopoverButton } from '../../../../ui/controls/popover-button.tsx';
import { RadioGroup } from '../../../../ui/controls/radio-group.tsx';
import { className } from '../../microscope/shared/class-name.ts';
import { useWholeDraws } from '../../shared/run-rows.ts';
import { useShownDataset } from '../../shared/shown-dataset.ts';
import { ValidationSwitch } from '../validation-switch.tsx';
import styles from './decision-boundary.module.css';
import { useOwnPoints } from './own-points.ts';
import { OwnPointsForm } from './own-points-form.tsx';
import { useRemovedPoints } from './removed-points.ts';

export function PlaneTools() {
  const dataset = useShownDataset();
  const { isEditable } = useOwnPoints();
  if (!dataset) return null;
  return (
    <section className={`${styles.tools ?? ''} not-printed`} aria-label="Points">
      {isEditable && <PointTools dataset={dataset} />}
      <ValidationSwitch />
      {isEditable && <Note />}
    </section>
  );
}

const TOOL_HINTS: Readonly<Record<PointTool, string>> = {
  look: 'Choose add or remove, and a click in a plot does it.',
  addClass0: 'Click in any plot: the point trains all arms.',
  addClass1: 'Click in any plot: the point trains all arms.',
  remove: 'Click a training point, drawn or your own: no arm trains on it any more.',
};

/** Room is kept for the note, so that the planes do not move away under a click. */
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
    <>
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
    </>
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

/**
 * Whether a number is that of a drawn point, in the largest training set of the arms; numbers beyond it are
 * ignored.
 */
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
