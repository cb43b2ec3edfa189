/** What the figures say once the run is over; before, what to look for. */
import { findDataset } from '../../datasets/registry.ts';
import { usePlayground, useRunHistory } from '../../store/playground-context.tsx';
import { Button } from '../../ui/button.tsx';
import { lookFor } from './look-for.ts';
import { writeVerdict } from './verdict.ts';
import styles from './verdict.module.css';

export function VerdictPanel() {
  const isOver = usePlayground(
    ({ status, failure }) => (status === 'finished' || status === 'stopped') && failure === null,
  );
  return (
    <section className={styles.panel} aria-label="Verdict">
      {isOver ? <Verdict /> : <LookFor />}
    </section>
  );
}

function LookFor() {
  const experiment = usePlayground((state) => state.runExperiment ?? state.experiment);
  return <p className={styles.aside}>{lookFor(experiment)}</p>;
}

function Verdict() {
  const history = useRunHistory();
  const experiment = usePlayground((state) => state.runExperiment);
  const liveChanges = usePlayground((state) => state.liveChanges);
  if (!history || !experiment) return null;
  const isImage = Boolean(findDataset(experiment.data.dataset)?.image);
  const statements = writeVerdict({
    experiment,
    run: history.run,
    lanes: history.lanes,
    liveChanges,
    noun: isImage ? 'images' : 'examples',
    classNoun: isImage ? 'digit' : 'class',
  });
  return (
    <p>
      {statements.map(({ lead, text }) => (
        <span key={lead}>
          <strong>{lead}</strong> {text}{' '}
        </span>
      ))}
      {history.lanes.every(({ end }) => end?.kind !== 'diverged') && <TryNext />}
    </p>
  );
}

/** The honest second experiment: without wrong labels the difference is gone. */
function TryNext() {
  const wrong = usePlayground((state) => state.history?.run.wrongLabels ?? 0);
  const arms = usePlayground((state) => state.runExperiment?.arms.length ?? 0);
  const current = usePlayground((state) => state.experiment.data.wrongLabelShare);
  const changeSetting = usePlayground((state) => state.changeSetting);
  if (wrong === 0 || arms < 2 || current === 0) return null;
  return (
    <span className={styles.aside}>
      Try next:{' '}
      <Button look="link" onClick={() => changeSetting('data', 'wrongLabelShare', 0)}>
        set wrong labels to 0 %
      </Button>
      .
    </span>
  );
}
