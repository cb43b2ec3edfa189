/** What an arm is most confidently wrong about, on the validation rows. */
import type { Dataset } from '../../../../datasets/dataset.ts';
import type { ArmId } from '../../../../experiment/experiment.ts';
import { MOST_CERTAIN } from '../../../../protocol/views.ts';
import type { MistakesView, ShownExample } from '../../../../protocol/views.ts';
import { usePlayground } from '../../../../store/playground-context.tsx';
import { usePictures } from '../../shared/use-pictures.ts';
import { wholePercent } from '../../../../base/text/figure-text.ts';
import { className } from '../shared/class-name.ts';
import { ExampleList } from '../shared/example-list.tsx';
import type { AnsweredExample } from '../shared/example-list.tsx';
import { useExamplesShown } from '../shared/examples-shown.ts';
import { PanelPicture } from '../../shared/panel-picture.tsx';
import { useShownDataset } from '../../shared/shown-dataset.ts';
import { describeDivided, describeMistakes } from './describe-mistakes.ts';
import { isWrong, onlySomeWrong } from './only-some-wrong.ts';
import styles from './mistakes.module.css';

export function Mistakes({ armId }: { readonly armId: ArmId }) {
  const dataset = useShownDataset();
  const sharesExamples = usePlayground((state) => state.sharesExamples);
  const all = usePictures(armId, 'mistakes').map(({ picture }) => picture);
  return (
    <PanelPicture armId={armId} view="mistakes">
      {(view) =>
        dataset &&
        (sharesExamples && all.length > 1 ? (
          <SharedExamples dataset={dataset} view={view} all={all} />
        ) : (
          <OwnExamples dataset={dataset} view={view} />
        ))
      }
    </PanelPicture>
  );
}

interface ExamplesProps {
  readonly dataset: Dataset;
  readonly view: MistakesView;
}

function OwnExamples({ dataset, view }: ExamplesProps) {
  const shown = view.examples.slice(0, useExamplesShown(dataset));
  const rows = view.answers.length;
  const wrong = view.answers.filter((_, row) => isWrong(view, row)).length;
  return (
    <>
      <p className={styles.sentence}>
        {describeMistakes({ wrong, rows, shown: shown.length }, dataset.words.examples)}
      </p>
      <ExampleList
        dataset={dataset}
        answered={shown.map((example) => answered(dataset, view, example))}
      />
    </>
  );
}

function SharedExamples({
  dataset,
  view,
  all,
}: ExamplesProps & { readonly all: readonly MistakesView[] }) {
  const { rows, examples } = onlySomeWrong(all);
  const shown = examples.slice(0, useExamplesShown(dataset));
  const facts = {
    divided: rows.length,
    wrong: rows.filter((row) => isWrong(view, row)).length,
    shown: shown.length,
  };
  return (
    <>
      <p className={styles.sentence}>{describeDivided(facts, dataset.words.examples)}</p>
      <ExampleList
        dataset={dataset}
        answered={shown.map((example) => ({
          ...answered(dataset, view, example),
          isMarked: isWrong(view, example.row),
        }))}
      />
    </>
  );
}

function answered(dataset: Dataset, view: MistakesView, example: ShownExample): AnsweredExample {
  const { row } = example;
  return {
    example,
    answer: className(dataset, view.answers[row] ?? NaN),
    certainty: wholePercent((view.certainties[row] ?? NaN) / MOST_CERTAIN),
  };
}
