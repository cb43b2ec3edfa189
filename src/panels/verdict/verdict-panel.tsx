/**
 * What the figures say: what to look for, under way where the arms stand, and at the end the verdict. It speaks of the run as it stands, whatever epoch is looked back at. Only what is said at
 * the end is announced to who listens; under way LiveSummary tells how it goes.
 */
import { useMemo, useSyncExternalStore } from 'react';
import { usePlayground, usePlaygroundStore } from '../../store/playground-context.tsx';
import { describeMethod } from './describe-method.ts';
import { gatherEvidence } from './evidence.ts';
import { HowJudged } from './how-judged.tsx';
import { lookFor } from './look-for.ts';
import { suggestNext } from './next-experiments.ts';
import { Statements } from './statements.tsx';
import { TryNext } from './try-next.tsx';
import { writeVerdict } from './verdict.ts';
import { VerdictWatch } from './verdict-watch.ts';
import styles from './verdict.module.css';

/** What is read at a glance; the other findings wait behind a line to open. */
const MOST_AT_ONCE = 2;

export function VerdictPanel() {
  const { statements, isOver, method, suggestions } = useVerdict();
  const shown = statements.slice(0, MOST_AT_ONCE);
  const others = statements.slice(MOST_AT_ONCE);
  return (
    <section className={styles.panel} aria-label="Verdict">
      <div className={styles.text}>
        <div role="status" aria-label="What the run shows" aria-atomic="true">
          {isOver && shown.length > 0 && <Statements statements={shown} />}
        </div>
        {!isOver && shown.length > 0 && <Statements statements={shown} />}
        {shown.length < (isOver ? 1 : MOST_AT_ONCE) && <LookFor />}
        <TryNext suggestions={suggestions} />
      </div>
      {shown.length > 0 && (
        <div className={`${styles.details ?? ''} not-presented not-printed`}>
          {others.length > 0 && <OtherFindings statements={others} />}
          <HowJudged parts={method} />
        </div>
      )}
    </section>
  );
}

function useVerdict() {
  const store = usePlaygroundStore();
  const watch = useMemo(() => new VerdictWatch(store), [store]);
  const material = useSyncExternalStore(watch.subscribe, watch.current);
  return useMemo(() => {
    if (!material) return NOTHING;
    const evidence = gatherEvidence(material);
    return {
      statements: writeVerdict(evidence),
      isOver: material.standing === 'over',
      method: describeMethod(evidence),
      suggestions: suggestNext(evidence),
    };
  }, [material]);
}

const NOTHING = { statements: [], isOver: false, method: [], suggestions: [] } as const;

function LookFor() {
  const experiment = usePlayground((state) => state.runExperiment ?? state.experiment);
  return <p className={styles.aside}>{lookFor(experiment)}</p>;
}

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
