/** What a network's first weights make of the inputs: of images as images, of named features as bars. */
import type { Dataset } from '../../../../datasets/dataset.ts';
import type { ArmId } from '../../../../experiment/experiment.ts';
import type { FirstLayerView } from '../../../../protocol/views.ts';
import { usePictures } from '../../shared/use-pictures.ts';
import { LevelText } from '../shared/level-text.tsx';
import { PanelPicture } from '../../shared/panel-picture.tsx';
import { useShownDataset } from '../../shared/shown-dataset.ts';
import { describeFeatures, describeFields, UNTRAINED_FEATURES } from './describe-first-layer.ts';
import { FeatureTable } from './feature-table.tsx';
import { barScale, featureRows } from './feature-rows.ts';
import { WeightFields } from './weight-fields.tsx';
import panel from '../shared/panel.module.css';

export function FirstLayer({ armId }: { readonly armId: ArmId }) {
  const dataset = useShownDataset();
  const pictures = usePictures(armId, 'firstLayer');
  const all = pictures.map(({ picture }) => picture);
  const isUntrained = pictures.every(({ epoch }) => epoch === 0);
  return (
    <PanelPicture armId={armId} view="firstLayer">
      {(view) => dataset && <Weights {...{ view, all, dataset, isUntrained }} />}
    </PanelPicture>
  );
}

interface WeightsProps {
  readonly view: FirstLayerView;
  /** Of all arms: what is shown side by side has one scale. */
  readonly all: readonly FirstLayerView[];
  readonly dataset: Dataset;
  readonly isUntrained: boolean;
}

function Weights({ view, all, dataset, isUntrained }: WeightsProps) {
  if (dataset.image) {
    const largest = Math.max(...all.map((one) => one.largest));
    return (
      <>
        <LevelText
          className={panel.sentence}
          text={describeFields(view)}
          all={all.map(describeFields)}
        />
        <WeightFields view={view} dataset={dataset} size={dataset.image} largest={largest} />
      </>
    );
  }
  const rows = featureRows(view, dataset);
  const describe = (one: FirstLayerView) =>
    isUntrained ? UNTRAINED_FEATURES : describeFeatures(one, dataset);
  return (
    <>
      <LevelText className={panel.sentence} text={describe(view)} all={all.map(describe)} />
      <FeatureTable rows={rows} scale={barScale(all, dataset)} dataset={dataset} view={view} />
    </>
  );
}
