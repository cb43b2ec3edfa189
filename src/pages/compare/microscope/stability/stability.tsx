/** On which validation examples the networks that an arm's repeats became disagree. */
import type { Dataset } from '../../../../datasets/dataset.ts';
import type { ArmId } from '../../../../experiment/experiment.ts';
import type { StabilityView } from '../../../../protocol/views.ts';
import { shownExperiment } from '../../../../store/compare/shown-experiment.ts';
import { usePlayground } from '../../../../store/playground-context.tsx';
import { ExampleList } from '../shared/example-list.tsx';
import { PanelPicture } from '../../shared/panel-picture.tsx';
import { useShownDataset } from '../../shared/shown-dataset.ts';
import { answersText, describeRows, describeStability } from './describe-stability.ts';
import panel from '../shared/panel.module.css';

export function Stability({ armId }: { readonly armId: ArmId }) {
  const dataset = useShownDataset();
  const { replicates, replicateScope } = usePlayground((state) => shownExperiment(state).training);
  if (replicates < 2) return <OneRepeat />;
  return (
    <PanelPicture armId={armId} view="stability">
      {(view) =>
        dataset && (
          <Disagreement
            view={view}
            dataset={dataset}
            redrawsData={replicateScope === 'everything'}
          />
        )
      }
    </PanelPicture>
  );
}

function OneRepeat() {
  return (
    <p className={panel.empty}>
      Needs at least two repeats. Set Repeats to 2 or more under Training and train again: then you
      see on how many examples two networks of this arm answer differently.
    </p>
  );
}

/** Rows of a table take more room than images. */
const SHOWN_ROWS = 6;

interface DisagreementProps {
  readonly view: StabilityView;
  readonly dataset: Dataset;
  readonly redrawsData: boolean;
}

function Disagreement({ view, dataset, redrawsData }: DisagreementProps) {
  const { examples } = dataset.words;
  if (view.repeats < 2)
    return <p className={panel.empty}>All other repeats diverged: there is none to compare.</p>;
  if (view.pairs.length === 0)
    return (
      <p className={panel.empty}>
        No two repeats can be compared: of the validation {examples} of the first, all were trained
        on by one of the two.
      </p>
    );
  const shown = dataset.image ? view.examples : view.examples.slice(0, SHOWN_ROWS);
  return (
    <>
      <p className={panel.sentence}>
        <strong>{describeStability(view, examples)}</strong>{' '}
        {view.examples.length > 0 &&
          `The most disputed, with what repeats 1 to ${view.repeats} say, in their order:`}
      </p>
      <ExampleList
        dataset={dataset}
        answered={shown.map((example) => ({
          example,
          answer: answersText(dataset, example),
        }))}
      />
      <p className={panel.note}>{describeRows(view, examples, redrawsData)}</p>
    </>
  );
}
