/** What dropout dropped in the last step, on the network: inputs crossed out, hidden units hollow. */
import type { Dataset } from '../../../../datasets/dataset.ts';
import type { ArmId } from '../../../../experiment/experiment.ts';
import type { DropoutMaskView } from '../../../../protocol/views.ts';
import { usePlayground } from '../../../../store/playground-context.tsx';
import { classNameInSentence } from '../shared/class-name.ts';
import { layerName } from '../shared/layer-name.ts';
import { PanelPicture } from '../../shared/panel-picture.tsx';
import { useShownDataset } from '../../shared/shown-dataset.ts';
import { describeMask, describeWhole } from './describe-mask.ts';
import { DroppedImage } from './dropped-image.tsx';
import panel from '../shared/panel.module.css';
import styles from './dropout-mask.module.css';
import { maskOfRow } from './mask-of-row.ts';
import type { RowMask } from './mask-of-row.ts';
import { UnitDots } from './unit-dots.tsx';

export function DropoutMask({ armId }: { readonly armId: ArmId }) {
  const dataset = useShownDataset();
  return (
    <PanelPicture armId={armId} view="dropoutMask">
      {(view) => dataset && <Mask view={view} dataset={dataset} />}
    </PanelPicture>
  );
}

function Mask({ view, dataset }: { readonly view: DropoutMaskView; readonly dataset: Dataset }) {
  const wanted = usePlayground((state) => state.batchRow);
  const isLookingBack = usePlayground((state) => state.lookBackEpoch !== null);
  const whole = describeWhole(view, isLookingBack);
  if (whole !== null) return <p className={panel.empty}>{whole}</p>;
  const row = Math.min(wanted, view.rows.length - 1);
  const mask = maskOfRow(view, row, dataset.featureCount);
  return (
    <>
      <p className={panel.sentence}>{describeMask(view, mask, dataset)}</p>
      <div className={styles.network}>
        <Inputs view={view} mask={mask} dataset={dataset} />
        {mask.hidden.map((units, index) => (
          <UnitDots key={index} name={layerName(index, mask.hidden.length)} dropped={units} />
        ))}
      </div>
      <p className={panel.note}>{noteOf(view, dataset, row)}</p>
    </>
  );
}

interface InputsProps {
  readonly view: DropoutMaskView;
  readonly mask: RowMask;
  readonly dataset: Dataset;
}

function Inputs({ view, mask, dataset }: InputsProps) {
  if (mask.ink && dataset.image)
    return <DroppedImage ink={mask.ink} dropped={mask.inputs} size={dataset.image} />;
  if (view.inputs === null) return null;
  return <UnitDots name="Inputs" dropped={mask.inputs} />;
}

function noteOf(view: DropoutMaskView, dataset: Dataset, row: number): string {
  const { batchRows, rows } = view;
  const { examples } = dataset.words;
  const given =
    dataset.task === 'classification'
      ? ` Its label in training: ${classNameInSentence(dataset, rows[row]?.target ?? NaN)}.`
      : '';
  const few =
    rows.length < batchRows
      ? ` The first ${rows.length} of its ${batchRows} ${examples} can be seen.`
      : '';
  return `The last step taken; hollow and crossed: dropped.${given}${few} Nothing is dropped when the network is measured.`;
}
