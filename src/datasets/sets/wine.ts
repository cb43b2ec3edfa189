/** 178 wines of three growers by 13 chemical measures: an easy table. */
import { tableDataset } from '../kinds/table-dataset.ts';
import { wineFiles } from './wine.shards.ts';

export const wine = tableDataset(wineFiles, {
  label: 'Wine',
  group: 'tables',
  words: { examples: 'wines', class: 'grower' },
  introduction: { aim: 'learn who grew a wine, from', rows: 'wines' },
  predicts: { classNames: ['grower 1', 'grower 2', 'grower 3'] },
  start: {
    trainingExamples: 60,
    validationExamples: 60,
    wrongLabelShare: 0.2,
    hiddenLayers: [64],
    learningRate: 0.005,
    batchSize: 20,
    epochs: 60,
    pace: 5,
    arms: [{}, { l2: { lambda: 0.03 } }],
  },
  // A glass, half full.
  thumbnail: `<g fill="none" stroke="currentColor" stroke-width="1.6" stroke-linejoin="round">
    <path fill="currentColor" fill-opacity="0.55" stroke="none" d="M19.7 13h14.6c0 6-3 9.5-7.3 9.5s-7.3-3.5-7.3-9.5z"/>
    <path d="M20.5 4h13c2 10 0 18.5-6.5 18.5s-8.5-8.5-6.5-18.5zM27 22.5v12M20.5 35.5h13"/>
  </g>`,
});
