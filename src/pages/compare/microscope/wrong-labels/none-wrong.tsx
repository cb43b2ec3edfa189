/** Says above all arms, where no training label is wrong, that there are none, and offers to add some. */
import { withCommas } from '../../../../base/text/with-commas.ts';
import { formatNumber } from '../../../../settings/settings.ts';
import { DATA_SCHEMA } from '../../../../experiment/experiment.ts';
import { usePlayground, useRunHistory } from '../../../../store/playground-context.tsx';
import { Button } from '../../../../ui/controls/button.tsx';
import styles from './wrong-labels.module.css';

const { label, initial, unit } = DATA_SCHEMA.wrongLabelShare;

export function NoneWrong() {
  const lanes = useRunHistory()?.lanes ?? [];
  const share = usePlayground((state) => state.experiment.data.wrongLabelShare);
  const changeSetting = usePlayground((state) => state.changeSetting);
  if (lanes.length === 0 || lanes.some(({ lane }) => lane.wrongLabels > 0)) return null;
  // Arms may have training sets of their own size.
  const rows = Math.max(...lanes.map(({ lane }) => lane.trainingRows));
  return (
    <div className={styles.none}>
      <p>
        All labels are true: none of the {withCommas(rows)} training labels was replaced. With “
        {label}” above 0 %, twelve of them appear here, with what each arm answers.
      </p>
      {share === 0 && (
        <Button look="pill" onClick={() => changeSetting('data', 'wrongLabelShare', initial)}>
          Set wrong labels to {formatNumber(initial, unit)}
        </Button>
      )}
    </div>
  );
}
