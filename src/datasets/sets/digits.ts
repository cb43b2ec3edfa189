/** 1,797 handwritten digits of 8x8 pixels in 17 greys: small enough to be there at once. */
import { digitsFiles } from './digits.shards.ts';
import { imageDataset } from '../kinds/image-dataset.ts';

export const digits = imageDataset(digitsFiles, {
  label: 'Digits',
  classNames: ['0', '1', '2', '3', '4', '5', '6', '7', '8', '9'],
  classWord: 'digit',
  introduction: { aim: 'learn', rows: 'digits' },
  image: { width: 8, height: 8 },
  start: {
    trainingExamples: 400,
    validationExamples: 500,
    wrongLabelShare: 0.3,
    hiddenLayers: [256],
    learningRate: 0.005,
    batchSize: 32,
    epochs: 50,
    pace: 5,
    arms: [{}, { dropout: { rate: 0.5, inputRate: 0.2 } }],
  },
  // The first row of the set, a zero, in three inks.
  thumbnail: `<g transform="translate(10 3) scale(4.25)" fill="none" stroke="currentColor">
    <path opacity="0.3" d="M2 0.5h1M6 1.5h1M1 2.5h1M3 2.5h1M1 3.5h1M1 4.5h1M1 5.5h1M1 6.5h1M3 6.5h1M2 7.5h1"/>
    <path opacity="0.65" d="M4 0.5h1M4 1.5h1M5 2.5h2M5 3.5h2M2 4.5h1M5 4.5h2M2 5.5h1M6 5.5h1M4 6.5h1M4 7.5h1"/>
    <path d="M3 0.5h1M2 1.5h2M5 1.5h1M2 2.5h1M2 3.5h1M5 5.5h1M2 6.5h1M5 6.5h1M3 7.5h1"/>
  </g>`,
});
