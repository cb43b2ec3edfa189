/** 442 patients by ten measures: how far their diabetes has progressed a year later. */
import { diabetesFiles } from './diabetes.shards.ts';
import { tableDataset } from '../kinds/table-dataset.ts';

export const diabetes = tableDataset(diabetesFiles, {
  label: 'Diabetes',
  group: 'tables',
  words: { examples: 'patients', class: 'value' },
  introduction: { aim: 'learn to predict how diabetes progresses, from', rows: 'patients' },
  predicts: { value: 'progression after a year' },
  codes: {
    feature: 'sex',
    meaning: 'Sex is coded 1 or 2; the source does not say which is which.',
  },
  // Full batches, and long enough for the plain arm to come near its least-squares solution.
  start: {
    trainingExamples: 40,
    validationExamples: 200,
    hiddenLayers: [],
    optimizer: 'momentum',
    learningRate: 0.02,
    batchSize: 40,
    epochs: 800,
    pace: 60,
    arms: [{}, { l2: { lambda: 0.3 } }],
  },
  // Values against one measure, and a line through them.
  thumbnail: `<g fill="currentColor" opacity="0.55">
    <circle cx="9" cy="30" r="1.6"/><circle cx="14" cy="33" r="1.6"/><circle cx="16" cy="25" r="1.6"/><circle cx="20" cy="29" r="1.6"/>
    <circle cx="22" cy="19" r="1.6"/><circle cx="26" cy="25" r="1.6"/><circle cx="29" cy="14" r="1.6"/><circle cx="31" cy="21" r="1.6"/>
    <circle cx="35" cy="16" r="1.6"/><circle cx="38" cy="23" r="1.6"/><circle cx="41" cy="9" r="1.6"/><circle cx="46" cy="13" r="1.6"/>
  </g><path d="M6 33L49 8" fill="none" stroke="currentColor" stroke-width="1.8"/>`,
});
