/** The rail: data, network and training of the experiment that all arms share. */
import { countOf, nounFor } from '../../../base/text/count-of.ts';
import { withCommas } from '../../../base/text/with-commas.ts';
import { useState } from 'react';
import type { ReactNode } from 'react';
import { findDataset } from '../../../datasets/registry.ts';
import type { Dataset } from '../../../datasets/dataset.ts';
import { dataSchemaOf } from '../../../experiment/data-schema.ts';
import {
  DATA_SCHEMA,
  NETWORK_SCHEMA,
  networkSizes,
  parameterCount,
  TRAINING_SCHEMA,
} from '../../../experiment/experiment.ts';
import type { Experiment } from '../../../experiment/experiment.ts';
import { removedFromTraining } from '../../../experiment/removed-from-training.ts';
import { usePlayground } from '../../../store/playground-context.tsx';
import { Button } from '../../../ui/controls/button.tsx';
import { RefusalContext } from '../../../ui/controls/refusal-context.ts';
import { SettingsForm } from '../../../ui/controls/settings-form.tsx';
import { useIsHidden, useShownSettings } from '../../shared/use-hidden-list.ts';
import { UndoButtons } from '../../shared/rail/undo-buttons.tsx';
import { useFaults } from '../shared/use-faults.ts';
import { DataTiles } from './data-tiles.tsx';
import { DatasetNote } from './dataset-note.tsx';
import { StartOver } from './start-over.tsx';
import styles from './settings-rail.module.css';

export function SettingsRail() {
  // Only a phone shows the button that folds the rail.
  const [isUnfolded, setUnfolded] = useState(false);
  const experiment = usePlayground((state) => state.experiment);
  const noteRefusal = usePlayground((state) => state.noteRefusal);
  const dataset = findDataset(experiment.data.dataset);
  return (
    <div className={styles.rail}>
      <Button
        className={styles.fold}
        aria-expanded={isUnfolded}
        onClick={() => setUnfolded(!isUnfolded)}
      >
        <span>Settings</span>
        <span className={styles.summary}>{summary(experiment, dataset)}</span>
        <span aria-hidden="true">{isUnfolded ? '▴' : '▾'}</span>
      </Button>
      <div className={styles.sections} data-unfolded={isUnfolded}>
        <RefusalContext value={noteRefusal}>
          <DataSection dataset={dataset} />
          {dataset && <NetworkSection dataset={dataset} />}
          <TrainingSection />
        </RefusalContext>
      </div>
    </div>
  );
}

function DataSection({ dataset }: { readonly dataset: Dataset | undefined }) {
  const experiment = usePlayground((state) => state.experiment);
  const changeSetting = usePlayground((state) => state.changeSetting);
  const faults = useFaults('data');
  const { data } = experiment;
  const schema = useShownSettings('data', dataset ? dataSchemaOf(dataset) : DATA_SCHEMA);
  const hidesDataset = useIsHidden('data-dataset');
  const { dataset: _, ownPoints: _own, removedPoints: _removed, ...settings } = data;
  return (
    <Section
      title="Data"
      aside={
        <>
          <StartOver />
          <UndoButtons page="compare" />
        </>
      }
    >
      {!hidesDataset && <DataTiles />}
      {dataset && <DatasetNote dataset={dataset} />}
      <SettingsForm
        schema={schema}
        settings={settings}
        onChange={(key, value) => changeSetting('data', key, value)}
        faults={faults}
        {...(dataset && { sliderMax: sliderLimits(dataset) })}
      />
      <PointsNote text={changedPoints(experiment)} />
    </Section>
  );
}

/**
 * How many points were added to the training examples or removed from them, which the picture “Decision boundary”
 * does.
 */
function PointsNote({ text }: { readonly text: string }) {
  return text !== '' && <p className={styles.points}>Training points {text}</p>;
}

/** "+ 2 own − 3 removed"; '' where the training examples are those that were drawn. */
function changedPoints(experiment: Experiment) {
  const { ownPoints = [] } = experiment.data;
  const removed = removedFromTraining(experiment).length;
  return [
    ...(ownPoints.length > 0 ? [`+ ${ownPoints.length} own`] : []),
    ...(removed > 0 ? [`− ${removed} removed`] : []),
  ].join(' ');
}

function NetworkSection({ dataset }: { readonly dataset: Dataset }) {
  const experiment = usePlayground((state) => state.experiment);
  const changeSetting = usePlayground((state) => state.changeSetting);
  const faults = useFaults('network');
  const schema = useShownSettings(
    'network',
    experiment.network.hiddenLayers.length > 0 ? NETWORK_SCHEMA : LINEAR_SCHEMA,
  );
  const parameters = parameterCount(networkSizes(experiment.network, dataset));
  return (
    <Section title="Network" aside={countOf(parameters, 'parameters')}>
      <SettingsForm
        schema={schema}
        settings={experiment.network}
        onChange={(key, value) => changeSetting('network', key, value)}
        faults={faults}
        ends={{ inputs: dataset.featureCount, outputs: dataset.outputs }}
      />
    </Section>
  );
}

/** Without hidden layers there is nothing to activate. */
const { activation: _, ...LINEAR_SCHEMA } = NETWORK_SCHEMA;

function TrainingSection() {
  const training = usePlayground((state) => state.experiment.training);
  const changeSetting = usePlayground((state) => state.changeSetting);
  const faults = useFaults('training');
  const schema = useShownSettings('training', TRAINING_SCHEMA);
  const nextSeed = (
    <Button
      look="quiet"
      className={styles.nextSeed}
      aria-label="Next seed"
      title="Next seed: other rows, wrong labels, first weights, order and masks"
      onClick={() => changeSetting('training', 'seed', nextSeedAfter(training.seed))}
    >
      ↻
    </Button>
  );
  return (
    <Section title="Training">
      <SettingsForm
        schema={schema}
        settings={training}
        onChange={(key, value) => changeSetting('training', key, value)}
        faults={faults}
        extras={{ seed: nextSeed }}
      />
    </Section>
  );
}

/** After the last one comes the first. */
function nextSeedAfter(seed: number): number {
  const { min, max } = TRAINING_SCHEMA.seed;
  return seed < max ? seed + 1 : min;
}

interface SectionProps {
  readonly title: string;
  readonly aside?: ReactNode;
  readonly children: ReactNode;
}

function Section({ title, aside, children }: SectionProps) {
  return (
    <section className={styles.section} aria-label={title}>
      <div className={styles.heading}>
        <h2>{title}</h2>
        <span className={styles.aside}>{aside}</span>
      </div>
      {children}
    </section>
  );
}

/** The sliders end where the data do; the fields take any number, and the check explains. */
function sliderLimits({ poolRows }: Dataset) {
  return {
    trainingExamples: Math.min(DATA_SCHEMA.trainingExamples.max, poolRows.training),
    validationExamples: Math.min(
      DATA_SCHEMA.validationExamples.max,
      poolRows.heldOut ?? poolRows.training,
    ),
  };
}

function summary(experiment: Experiment, dataset: Dataset | undefined): string {
  const { data, network } = experiment;
  if (!dataset) return data.dataset;
  const sizes = [dataset.featureCount, ...network.hiddenLayers, dataset.outputs];
  const count = [withCommas(data.trainingExamples), changedPoints(experiment)].join(' ').trim();
  return `${dataset.label}, ${count} ${nounFor(data.trainingExamples, 'examples')}, ${sizes.join('–')}`;
}
