/**
 * What the figures say: how the arms compare while the run trains or is looked back at, and the verdict at its end.
 * Until there is something to say, the introduction of the run stands here. Only the verdict is announced to screen
 * readers; while the run trains, LiveSummary tells how it goes.
 */
import { useLayoutEffect, useMemo, useRef } from 'react';
import type { ReactNode } from 'react';
import { useShallow } from 'zustand/react/shallow';
import { usePlayground } from '../../../store/playground-context.tsx';
import { keepHeight, watchHeight } from '../shared/drawn-height.ts';
import { useFrameCount } from '../shared/use-in-turn.ts';
import { tabulateArms } from '../../../findings/verdict/arm-table.ts';
import { ArmTableView } from './arm-table-view.tsx';
import { describeMethod } from '../../../findings/verdict/describe-method.ts';
import { gatherEvidence } from '../../../findings/verdict/evidence.ts';
import { HowJudged } from './how-judged.tsx';
import { suggestNext, suggestTest } from '../../../findings/verdict/next-experiments.ts';
import { readMaterial } from './read-material.ts';
import type { VerdictState } from './read-material.ts';
import { Statements } from './statements.tsx';
import { TryNext } from './try-next.tsx';
import { writeVerdict } from '../../../findings/verdict/verdict.ts';
import styles from './verdict.module.css';

/** What is read at a glance; the other findings wait behind a line to open. */
const MOST_AT_ONCE = 2;
/** Of more than two arms the best is compared with the others, too. */
const MOST_OF_MANY = 3;
/** Statements shown beside a table, which tells the rest. */
const MOST_BESIDE_TABLE = 1;

interface VerdictPanelProps {
  /** What stays above it. */
  readonly headline?: ReactNode;
  readonly introduction?: ReactNode;
}

export function VerdictPanel({ headline = null, introduction = null }: VerdictPanelProps) {
  const { statements, runPhase, method, suggestions, test, armCount, table } = useVerdict();
  const isOver = runPhase === 'over';
  const most = table ? MOST_BESIDE_TABLE : armCount > 2 ? MOST_OF_MANY : MOST_AT_ONCE;
  const shown = statements.slice(0, most);
  const others = statements.slice(most);
  return (
    <>
      <section
        className={styles.panel}
        data-headed={headline !== null}
        aria-label="Verdict"
        tabIndex={-1}
        ref={useKeptHeight()}
      >
        {headline}
        <div className={styles.text}>
          <div role="status" aria-label="What the run shows" aria-atomic="true">
            {isOver && shown.length > 0 && <Statements statements={shown} />}
          </div>
          {!isOver && shown.length > 0 && <Statements statements={shown} />}
          {shown.length === 0 && introduction}
        </div>
        {shown.length > 0 && (
          <div className={styles.foot}>
            <TryNext suggestions={suggestions} test={test} />
            <div className={`${styles.details ?? ''} not-presented not-printed`}>
              {others.length > 0 && <OtherFindings statements={others} />}
              <HowJudged parts={method} />
            </div>
          </div>
        )}
      </section>
      {table && <ArmTableView table={table} />}
    </>
  );
}

/**
 * Text about an earlier epoch is shorter, so without this the page beneath would jump whenever the slider is used.
 */
function useKeptHeight() {
  const panel = useRef<HTMLElement>(null);
  const isLookingBack = usePlayground((state) => state.lookBackEpoch !== null);
  useLayoutEffect(() => watchHeight(panel.current), []);
  useLayoutEffect(() => (isLookingBack ? keepHeight(panel.current) : undefined), [isLookingBack]);
  return panel;
}

/** Written anew with every frame, in a turn of its own. */
function useVerdict() {
  const version = useFrameCount('verdict');
  const state = usePlayground(useShallow(verdictStateOf));
  return useMemo(() => {
    // The history itself stays the same while it grows.
    const material = version === undefined ? null : readMaterial(state);
    if (!material) return NOTHING;
    const evidence = gatherEvidence(material);
    return {
      statements: writeVerdict(evidence),
      runPhase: material.runPhase,
      method: describeMethod(evidence),
      suggestions: suggestNext(evidence),
      test: suggestTest(evidence),
      armCount: evidence.arms.length,
      table: tabulateArms(evidence),
    };
  }, [state, version]);
}

function verdictStateOf(state: VerdictState): VerdictState {
  const { history, runExperiment, status, failure } = state;
  const { liveChanges, retiredArms, test, lookBackEpoch, keptRun } = state;
  return {
    ...{ history, runExperiment, status, failure },
    ...{ liveChanges, retiredArms, test, lookBackEpoch, keptRun },
  };
}

const NOTHING = {
  statements: [],
  runPhase: 'underWay',
  method: [],
  suggestions: [],
  test: null,
  armCount: 0,
  table: null,
} as const;

function OtherFindings({ statements }: Parameters<typeof Statements>[0]) {
  return (
    <details className={styles.more}>
      <summary>
        {statements.length} more {statements.length === 1 ? 'finding' : 'findings'}
      </summary>
      <Statements statements={statements} />
    </details>
  );
}
