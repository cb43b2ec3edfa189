/** Whether all arms show the same examples, those that only some of them get wrong. */
import { shownExperiment } from '../../../../store/compare/shown-experiment.ts';
import { usePlayground } from '../../../../store/playground-context.tsx';
import { CheckBox } from '../../../../ui/controls/check-box.tsx';
import { useShownDataset } from '../../shared/shown-dataset.ts';

export function SharingSwitch() {
  const examples = useShownDataset()?.words.examples ?? 'examples';
  const arms = usePlayground((state) => shownExperiment(state).arms.length);
  const sharesExamples = usePlayground((state) => state.sharesExamples);
  const shareExamples = usePlayground((state) => state.shareExamples);
  if (arms < 2) return null;
  return (
    <CheckBox isChecked={sharesExamples} onChange={shareExamples}>
      The same {examples} in all arms: those that only some of them get wrong
    </CheckBox>
  );
}
