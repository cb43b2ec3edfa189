/**
 * The sealed test set: what it is for, the deliberate act that opens it, and its figures beside those
 * that the choice was made by.
 */
import { countOf } from '../../../base/text/count-of.ts';
import { useEffect, useRef } from 'react';
import { findDataset } from '../../../datasets/registry.ts';
import type { Arm } from '../../../experiment/experiment.ts';
import { armName } from '../../../experiment/arm-name.ts';
import { usePlayground, useRunHistory } from '../../../store/playground-context.tsx';
import { drawOf } from '../../../store/compare/test-slice.ts';
import { ArmMarker } from '../../../ui/arm-marker.tsx';
import { Button } from '../../../ui/controls/button.tsx';
import { decimals, percent } from '../../../base/text/figure-text.ts';
import type { Format } from '../../../base/text/figure-text.ts';
import { PopoverButton } from '../../../ui/controls/popover-button.tsx';
import type { ClosePanel } from '../../../ui/controls/popover-button.tsx';
import { spreadText } from '../../../base/text/spread-text.ts';
import { fewRowsText, hasFewRows } from '../../../findings/verdict/few-rows.ts';
import styles from './test-set.module.css';

export function TestSet() {
  const history = useRunHistory();
  const test = usePlayground((state) => state.test);
  const failure = usePlayground((state) => state.testFailure);
  const isKept = usePlayground((state) => state.keptRun !== null);
  const heading = useRef<HTMLHeadingElement>(null);
  const isOpening = usePlayground((state) => state.isOpeningTest);
  const wasOpening = useRef(false);
  useEffect(() => {
    // The button that was pressed is gone, and the figures may stand below the edge of the window.
    if (wasOpening.current && test) {
      heading.current?.focus({ preventScroll: true });
      heading.current?.closest('section')?.scrollIntoView({ block: 'nearest' });
    }
    wasOpening.current = isOpening;
  }, [isOpening, test]);
  if (!history || history.run.sealedTestRows === 0) return null;
  return (
    <section className={styles.panel} aria-label="Test set">
      <div className={styles.row}>
        <h2 className={styles.title} ref={heading} tabIndex={-1}>
          Test set
        </h2>
        <SealState rows={history.run.sealedTestRows} />
        {isKept && (
          <p className={styles.text}>
            A kept run has no networks to open it with: train it again first.
          </p>
        )}
        {!test && !isKept && <OpenButton rows={history.run.sealedTestRows} />}
      </div>
      {failure !== null && (
        <p className={styles.failure} role="alert">
          The test set stays sealed: {failure}
        </p>
      )}
      {test && <TestTable />}
    </section>
  );
}

/** Says whether the test set is still sealed, and how often it was opened. */
function SealState({ rows }: { readonly rows: number }) {
  const words = useExampleWords();
  const openings = useOpenings();
  const test = usePlayground((state) => state.test);
  const many = countOf(rows, words);
  const isShare = useIsShare();
  const few = hasFewRows(rows) ? `So few say little: ${fewRowsText(rows, isShare)}` : '';
  const times = openings === 1 ? 'once' : `${openings} times`;
  if (openings === 0)
    return (
      <p className={styles.text}>
        {many}, not used for any choice. {few}
      </p>
    );
  return (
    <p className={styles.text}>
      {many}, opened {times}.{' '}
      {openings > 1 || !test
        ? 'For what was chosen after a look at them, their figure is optimistic.'
        : 'Once something is changed because of them, their figure is optimistic too.'}{' '}
      {few}
    </p>
  );
}

function OpenButton({ rows }: { readonly rows: number }) {
  const status = usePlayground((state) => state.status);
  const isOpening = usePlayground((state) => state.isOpeningTest);
  const rests = status === 'paused' || status === 'finished' || status === 'stopped';
  return (
    <PopoverButton
      className={styles.open}
      disabled={!rests || isOpening}
      title={rests ? undefined : 'Once training rests'}
      panelLabel="Open the test set"
      position="bottom-end"
      panel={(close) => <Confirmation rows={rows} close={close} />}
    >
      {isOpening ? 'Opening…' : 'Open the test set…'}
    </PopoverButton>
  );
}

function Confirmation({ rows, close }: { readonly rows: number; readonly close: ClosePanel }) {
  const words = useExampleWords();
  const openTest = usePlayground((state) => state.openTest);
  return (
    <div className={styles.confirmation}>
      <p>
        {countOf(rows, words)} took no part in training or in choosing. Use them once, at the end.
        If you choose by them, they stop being a fair test. The page counts how often they are
        opened.
      </p>
      <Button
        look="primary"
        onClick={() => {
          close();
          openTest();
        }}
      >
        Open it
      </Button>
    </div>
  );
}

function TestTable() {
  const experiment = usePlayground((state) => state.runExperiment);
  const dataset = experiment ? findDataset(experiment.data.dataset) : undefined;
  if (!experiment || !dataset) return null;
  const metric = METRICS[dataset.task];
  return (
    <div className={styles.scroll}>
      <table className={styles.table}>
        <caption className="visually-hidden">{metric.name} of each arm</caption>
        <thead>
          <tr>
            <th scope="col">{metric.name} of the run as it stands</th>
            <th scope="col">Validation, which chose</th>
            <th scope="col">Test</th>
            {metric.test !== 'loss' && <th scope="col">Test data loss</th>}
          </tr>
        </thead>
        <tbody>
          {experiment.arms.map((arm) => (
            <ArmRow key={arm.id} arm={arm} metric={metric} />
          ))}
        </tbody>
      </table>
    </div>
  );
}

interface Metric {
  readonly name: string;
  readonly validation: 'validationAccuracy' | 'validationLoss';
  readonly test: 'accuracy' | 'loss';
  readonly format: Format;
}

const METRICS: Readonly<Record<'classification' | 'regression', Metric>> = {
  classification: {
    ...{ name: 'Accuracy', validation: 'validationAccuracy', test: 'accuracy', format: percent },
  },
  regression: {
    ...{ name: 'Data loss', validation: 'validationLoss', test: 'loss', format: decimals(3) },
  },
};

function ArmRow({ arm, metric }: { readonly arm: Arm; readonly metric: Metric }) {
  const history = useRunHistory();
  const test = usePlayground((state) => state.test);
  if (!history || !test) return null;
  const ofArm = test.lanes.filter(({ lane }) => history.lanes[lane]?.lane.armId === arm.id);
  const validation = ofArm.map(
    ({ lane }) => history.lanes[lane]?.latest?.[metric.validation] ?? NaN,
  );
  const figures = ofArm.map((one) => one[metric.test]);
  const losses = ofArm.map(({ loss }) => loss);
  return (
    <tr>
      <th scope="row">
        <ArmMarker armId={arm.id} /> {armName(arm)}
      </th>
      <td>{spreadText(validation, metric.format)}</td>
      <td className={styles.main}>{spreadText(figures, metric.format)}</td>
      {metric.test !== 'loss' && <td>{spreadText(losses, decimals(3))}</td>}
    </tr>
  );
}

function useOpenings(): number {
  return usePlayground(({ runExperiment, testOpenings }) =>
    runExperiment ? (testOpenings[drawOf(runExperiment)] ?? 0) : 0,
  );
}

/** Whether networks are judged by the share of right answers; else by their loss. */
function useIsShare(): boolean {
  const dataset = usePlayground((state) => state.runExperiment?.data.dataset);
  return (dataset === undefined ? undefined : findDataset(dataset))?.task !== 'regression';
}

function useExampleWords(): string {
  const dataset = usePlayground((state) => state.runExperiment?.data.dataset);
  return (dataset === undefined ? undefined : findDataset(dataset))?.words.examples ?? 'examples';
}
