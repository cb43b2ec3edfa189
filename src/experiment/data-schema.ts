/** The data settings that a data set has: which of them, and in which range. */
import type { NumberSetting } from '../settings/settings.ts';
import type { Dataset } from '../datasets/dataset.ts';
import { DATA_SCHEMA } from './experiment.ts';

type DataSchema = Readonly<Partial<Record<keyof typeof DATA_SCHEMA, NumberSetting>>>;

/** Wrong labels only where there are labels, noise only where it can be set; else both must be 0. */
export function dataSchemaOf({ task, noise }: Pick<Dataset, 'task' | 'noise'>): DataSchema {
  const { wrongLabelShare, ...others } = DATA_SCHEMA;
  const { noise: anyNoise, ...counts } = others;
  return {
    ...counts,
    ...(noise && { noise: { ...anyNoise, ...noise } }),
    ...(task === 'classification' && { wrongLabelShare }),
  };
}
