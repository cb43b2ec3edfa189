/** Twelve training images that were given a wrong label, and what the arm answers for each. */
import { findDataset } from '../../datasets/registry.ts';
import type { Dataset } from '../../datasets/dataset.ts';
import type { LaneHistory } from '../../client/run-history.ts';
import type { FigureRow } from '../../protocol/figures.ts';
import type { ArmId } from '../../protocol/experiment.ts';
import type { WrongExample } from '../../protocol/messages.ts';
import { useLane, usePlayground } from '../../store/playground-context.tsx';
import { InkImage } from '../../ui/ink-image.tsx';
import { describeBelief } from './describe-belief.ts';
import styles from './wrong-labels.module.css';

export function WrongLabels({ armId }: { readonly armId: ArmId }) {
  const datasetId = usePlayground(
    (state) => (state.runExperiment ?? state.experiment).data.dataset,
  );
  const dataset = findDataset(datasetId);
  const lane = useLane(armId);
  return (
    <>
      {!lane || !dataset ? (
        <p className={styles.empty}>Twelve of the wrong labels appear here with the data.</p>
      ) : lane.lane.liars.length === 0 ? (
        <NoneWrong rows={lane.lane.trainingRows} />
      ) : (
        <Examples examples={lane.lane.liars} lane={lane} dataset={dataset} />
      )}
    </>
  );
}

function NoneWrong({ rows }: { readonly rows: number }) {
  return (
    <p className={styles.empty}>
      All labels are true: none of the {rows.toLocaleString('en-US')} training labels was replaced.
      With some wrong ones, twelve of them appear here with what this arm answers.
    </p>
  );
}

interface ExamplesProps {
  readonly examples: readonly WrongExample[];
  readonly lane: LaneHistory;
  readonly dataset: Dataset;
}

function Examples({ examples, lane, dataset }: ExamplesProps) {
  const epoch = usePlayground((state) => state.lookBackEpoch);
  const answers = lane.liarAnswersAt(epoch);
  return (
    <>
      <ul className={styles.examples}>
        {examples.map((example, index) => (
          <Example
            key={example.row}
            example={example}
            answer={answers[index] ?? null}
            dataset={dataset}
          />
        ))}
      </ul>
      <p className={styles.sentence}>
        {describeBelief(examples, answers, hasLearnt(lane.at(epoch)))}
      </p>
    </>
  );
}

/** Beyond epoch 0, be it by a single batch. */
function hasLearnt(figures: FigureRow | null): boolean {
  return (figures?.epoch ?? 0) > 0;
}

interface ExampleProps {
  readonly example: WrongExample;
  readonly answer: number | null;
  readonly dataset: Dataset;
}

function Example({ example, answer, dataset }: ExampleProps) {
  const { givenLabel, trueLabel, features } = example;
  const name = (label: number) => dataset.classNames[label] ?? String(label);
  const isBelieved = answer === givenLabel;
  return (
    <li className={styles.example} data-believed={isBelieved}>
      {dataset.image && (
        <InkImage
          features={features}
          size={dataset.image}
          label={`Training image of a ${name(trueLabel)}`}
          isRinged={isBelieved}
        />
      )}
      <span className={styles.told}>told {name(givenLabel)}</span>
      <span className={styles.says}>
        says {answer === null ? '–' : name(answer)}
        {isBelieved && <span className="visually-hidden">, believed</span>}
      </span>
    </li>
  );
}
