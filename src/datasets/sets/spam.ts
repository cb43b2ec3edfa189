/** 4,601 emails as frequencies of words and characters: spam or not, and which words tell. */
import { spamFiles } from './spam.shards.ts';
import { tableDataset } from '../kinds/table-dataset.ts';

export const spam = tableDataset(spamFiles, {
  label: 'Spam',
  group: 'sparse',
  words: { examples: 'emails', class: 'class' },
  introduction: { aim: 'learn which emails are spam, from', rows: 'emails' },
  predicts: { classNames: ['no spam', 'spam'] },
  start: {
    trainingExamples: 400,
    validationExamples: 1000,
    wrongLabelShare: 0.2,
    hiddenLayers: [64],
    learningRate: 0.005,
    batchSize: 20,
    epochs: 60,
    pace: 5,
    arms: [{}, { l2: { lambda: 0.01 } }],
  },
  // An envelope.
  thumbnail: `<g fill="none" stroke="currentColor" stroke-width="1.7" stroke-linejoin="round">
    <rect x="10" y="8" width="34" height="24" rx="2.5"/><path d="M11 10.5L27 22.5L43 10.5"/>
    <path opacity="0.5" d="M11.5 30L22 19.5M42.5 30L32 19.5"/>
  </g>`,
});
