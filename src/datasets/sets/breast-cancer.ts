/** 569 tumours by 30 measures of their cell nuclei, many of them correlated: malignant or benign. */
import { breastCancerFiles } from './breast-cancer.shards.ts';
import { tableDataset } from '../kinds/table-dataset.ts';

export const breastCancer = tableDataset(breastCancerFiles, {
  label: 'Tumours',
  group: 'tables',
  words: { examples: 'tumours', class: 'class' },
  introduction: { aim: 'learn which tumours are malignant, from', rows: 'tumours' },
  predicts: { classNames: ['malignant', 'benign'] },
  start: {
    trainingExamples: 100,
    validationExamples: 400,
    wrongLabelShare: 0.15,
    hiddenLayers: [64],
    learningRate: 0.005,
    batchSize: 20,
    epochs: 60,
    pace: 5,
    arms: [{}, { l2: { lambda: 0.03 } }],
  },
  // Cells: two large and uneven, the others small and round.
  thumbnail: `<g fill="none" stroke="currentColor" stroke-width="1.4">
    <path fill="currentColor" fill-opacity="0.3" d="M12 7c5-4 13-1 13 6s-6 10-12 8-7-10-1-14zM31 21c3-5 12-5 13 2s-3 12-9 11-8-7-4-13z"/>
    <circle cx="37" cy="9" r="4"/><circle cx="46" cy="13" r="3.4"/><circle cx="9" cy="29" r="3.6"/>
    <circle cx="19" cy="31" r="4"/><circle cx="26.5" cy="25.5" r="2.6"/>
  </g><g fill="currentColor">
    <circle cx="17.5" cy="13.5" r="3.4"/><circle cx="37" cy="27" r="3.6"/><circle cx="37" cy="9" r="1.1"/><circle cx="46" cy="13" r="1"/>
    <circle cx="9" cy="29" r="1"/><circle cx="19" cy="31" r="1.1"/><circle cx="26.5" cy="25.5" r="0.8"/>
  </g>`,
});
