/** The rail: data, network and training of the experiment that all arms share. */
import { useState } from 'react';
import type { ReactNode } from 'react';
import { findDataset } from '../../datasets/registry.ts';
import type { Dataset } from '../../datasets/dataset.ts';
import { dataSchemaOf } from '../../protocol/data-schema.ts';
import {
  DATA_SCHEMA,
  NETWORK_SCHEMA,
  networkSizes,
  parameterCount,
  TRAINING_SCHEMA,
} from '../../protocol/experiment.ts';
import type { Experiment } from '../../protocol/experiment.ts';
import { joinWords } from '../../store/arm-name.ts';
import { usePlayground } from '../../store/playground-context.tsx';
import { Button } from '../../ui/button.tsx';
import { SettingsForm } from '../../ui/settings-form.tsx';
import { DataTiles } from './data-tiles.tsx';
import { PresetMenu } from './preset-menu.tsx';
import styles from './settings-rail.module.css';

export function SettingsRail() {
  // Only a phone shows the button that folds the rail.
  const [isUnfolded, setUnfolded] = useState(false);
  const experiment = usePlayground((state) => state.experiment);
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
        <DataSection dataset={dataset} />
        {dataset && <NetworkSection dataset={dataset} />}
        <TrainingSection />
      </div>
    </div>
  );
}

function DataSection({ dataset }: { readonly dataset: Dataset | undefined }) {
  const data = usePlayground((state) => state.experiment.data);
  const changeSetting = usePlayground((state) => state.changeSetting);
  const { dataset: _, ownPoints = [], ...settings } = data;
  return (
    <Section title="Data" aside={<PresetMenu />}>
      <DataTiles />
      {dataset && <FittedNote dataset={dataset} />}
      <SettingsForm
        schema={dataset ? dataSchemaOf(dataset) : DATA_SCHEMA}
        settings={settings}
        onChange={(key, value) => changeSetting('data', key, value)}
        {...(dataset && { sliderMax: sliderLimits(dataset) })}
        extras={{ trainingExamples: <OwnPointsNote count={ownPoints.length} /> }}
      />
    </Section>
  );
}

/** Points that the user has put among the training examples: “Decision boundary” adds and removes them. */
function OwnPointsNote({ count }: { readonly count: number }) {
  return count > 0 && <span className={styles.ownPoints}>+ {count} own</span>;
}

/** What the choice of the data set has changed besides; read aloud as it comes. */
function FittedNote({ dataset }: { readonly dataset: Dataset }) {
  const changes = usePlayground((state) => state.fittedToDataset);
  return (
    <p className={styles.fitted} role="status" aria-label="Set with the data">
      {changes.length > 0 && `Set with ${dataset.label}: ${joinWords(changes)}.`}
    </p>
  );
}

function NetworkSection({ dataset }: { readonly dataset: Dataset }) {
  const experiment = usePlayground((state) => state.experiment);
  const changeSetting = usePlayground((state) => state.changeSetting);
  const parameters = parameterCount(networkSizes(experiment.network, dataset));
  return (
    <Section title="Network" aside={`${parameters.toLocaleString('en-US')} parameters`}>
      <SettingsForm
        schema={NETWORK_SCHEMA}
        settings={experiment.network}
        onChange={(key, value) => changeSetting('network', key, value)}
        ends={{ inputs: dataset.featureCount, outputs: dataset.outputs }}
      />
    </Section>
  );
}

function TrainingSection() {
  const training = usePlayground((state) => state.experiment.training);
  const changeSetting = usePlayground((state) => state.changeSetting);
  const nextSeed = (
    <Button
      look="quiet"
      className={styles.nextSeed}
      aria-label="Next seed"
      title="Next seed: other rows, wrong labels, first weights, order and masks"
      onClick={() => changeSetting('training', 'seed', training.seed + 1)}
    >
      ↻
    </Button>
  );
  return (
    <Section title="Training">
      <SettingsForm
        schema={TRAINING_SCHEMA}
        settings={training}
        onChange={(key, value) => changeSetting('training', key, value)}
        extras={{ seed: nextSeed }}
      />
    </Section>
  );
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

function summary({ data, network }: Experiment, dataset: Dataset | undefined): string {
  if (!dataset) return data.dataset;
  const sizes = [dataset.featureCount, ...network.hiddenLayers, dataset.outputs];
  const own = data.ownPoints ? ` + ${data.ownPoints.length} own` : '';
  return `${dataset.label}, ${data.trainingExamples}${own} examples, ${sizes.join('–')}`;
}
