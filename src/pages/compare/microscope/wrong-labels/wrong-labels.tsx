/** Twelve training examples that were given a wrong label: that label, the true one, and the arm's answer. */
import type { Dataset } from '../../../../datasets/dataset.ts';
import type { LaneHistory } from '../../../../client/run-history.ts';
import type { FigureRow } from '../../../../figures/figures.ts';
import type { ArmId } from '../../../../experiment/experiment.ts';
import { shownExperiment } from '../../../../store/compare/shown-experiment.ts';
import { useLane, usePlayground } from '../../../../store/playground-context.tsx';
import { useExamplesShown } from '../shared/examples-shown.ts';
import panel from '../shared/panel.module.css';
import { useRepeatText } from '../shared/repeat-text.ts';
import { useShownDataset } from '../../shared/shown-dataset.ts';
import { describeBelief } from './describe-belief.ts';
import { WrongImages } from './wrong-images.tsx';
import { WrongRows } from './wrong-rows.tsx';
import styles from './wrong-labels.module.css';

export function WrongLabels({ armId }: { readonly armId: ArmId }) {
  const dataset = useShownDataset();
  const lane = useLane(armId);
  const share = usePlayground((state) => shownExperiment(state).data.wrongLabelShare);
  if (!dataset || (!lane && share === 0)) return null;
  if (!lane)
    return <p className={styles.empty}>Twelve of the wrong labels appear here with the data.</p>;
  // That there are none is said once, above all arms.
  if (lane.lane.mislabelled.length === 0) return null;
  return <Examples lane={lane} dataset={dataset} />;
}

interface ExamplesProps {
  readonly lane: LaneHistory;
  readonly dataset: Dataset;
}

function Examples({ lane, dataset }: ExamplesProps) {
  const epoch = usePlayground((state) => state.lookBackEpoch);
  const mislabelled = lane.lane.mislabelled.slice(0, useExamplesShown(dataset));
  const answers = lane.mislabelledAnswersAt(epoch);
  const answered = mislabelled.map((example, index) => ({
    example,
    answer: answers[index] ?? null,
  }));
  const { image } = dataset;
  const repeat = useRepeatText(lane.lane.armId);
  return (
    <>
      {repeat !== '' && <p className={`${panel.note ?? ''} ${panel.ofWhat ?? ''}`}>{repeat}</p>}
      {image ? (
        <WrongImages dataset={dataset} size={image} answered={answered} />
      ) : (
        <WrongRows dataset={dataset} answered={answered} />
      )}
      <p className={styles.sentence}>
        {describeBelief(mislabelled, answers, hasLearnt(lane.at(epoch)))}
      </p>
    </>
  );
}

/** Whether it has trained at all, if only on a single batch. */
function hasLearnt(figures: FigureRow | null): boolean {
  return (figures?.epoch ?? 0) > 0;
}
