/** Which preset the settings come from, and which preset is next to it. */
import type { Preset } from '../../presets/preset.ts';
import { PRESETS } from '../../presets/registry.ts';
import type { Experiment } from '../../experiment/experiment.ts';
import type { Playground } from '../playground.ts';
import { trainsAlike } from '../../experiment/settings-change.ts';

export interface PresetOnShow {
  readonly preset: Preset;
  /** Settings were changed since it was chosen. */
  readonly isChanged: boolean;
}

/** Null where the settings come from no preset: other data were chosen. */
export function presetOnShow({
  experiment,
  presetId,
}: Pick<Playground, 'experiment' | 'presetId'>): PresetOnShow | null {
  const own = PRESETS.find(({ id }) => id === presetId);
  const unchanged = chosenFirst(own).find((preset) => trainsAlike(preset.experiment, experiment));
  if (unchanged) return { preset: unchanged, isChanged: false };
  const isOnItsData = own?.experiment.data.dataset === experiment.data.dataset;
  const changed = own && isOnItsData ? own : presetThatAsks(experiment, presetId);
  return changed && { preset: changed, isChanged: true };
}

/** The preset whose question this experiment answers: its own, whatever its seed, repeats and epochs. */
export function presetThatAsks(experiment: Experiment, presetId: string): Preset | null {
  const own = PRESETS.find(({ id }) => id === presetId);
  const { seed, replicates, replicateScope, epochs } = experiment.training;
  return (
    chosenFirst(own).find(({ experiment: { training, ...others } }) =>
      trainsAlike(
        { ...others, training: { ...training, seed, replicates, replicateScope, epochs } },
        experiment,
      ),
    ) ?? null
  );
}

/** The preset that was run exactly as it is, so that its answer holds. */
export function presetAnswered(experiment: Experiment): Preset | null {
  return PRESETS.find((preset) => trainsAlike(preset.experiment, experiment)) ?? null;
}

/** The next one of the menu, or the one before; after the last comes the first. */
export function neighbourPreset(
  state: Pick<Playground, 'experiment' | 'presetId'>,
  by: 1 | -1,
): Preset | null {
  const present = PRESETS.findIndex(({ id }) => id === presetOnShow(state)?.preset.id);
  const index = present < 0 ? (by === 1 ? 0 : -1) : (present + by) % PRESETS.length;
  return PRESETS.at(index) ?? null;
}

function chosenFirst(own: Preset | undefined): readonly Preset[] {
  return own ? [own, ...PRESETS] : PRESETS;
}
