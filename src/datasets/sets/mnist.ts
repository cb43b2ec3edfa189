/** 70,000 handwritten digits of 28x28 pixels; the official 60,000 train, the other 10,000 are held out. */
import { imageDataset } from '../kinds/image-dataset.ts';
import { mnistFiles } from './mnist.shards.ts';

export const mnist = imageDataset(mnistFiles, {
  label: 'MNIST',
  classNames: ['0', '1', '2', '3', '4', '5', '6', '7', '8', '9'],
  classWord: 'digit',
  introduction: { aim: 'learn', rows: 'digits' },
  image: { width: 28, height: 28 },
  start: {
    trainingExamples: 1000,
    validationExamples: 2000,
    wrongLabelShare: 0.3,
    hiddenLayers: [128],
    learningRate: 0.003,
    batchSize: 50,
    epochs: 30,
    pace: 5,
    arms: [{}, { dropout: { rate: 0.5, inputRate: 0.2 } }],
  },
  // The 16th training image, a seven, in two inks.
  thumbnail: `<g transform="translate(6 -5) scale(1.5)" fill="none" stroke="currentColor">
    <path opacity="0.5" d="M15 7.5h3M13 8.5h1M7 10.5h1M17 10.5h1M12 11.5h1M17 11.5h1M6 12.5h1M20 12.5h1M10 13.5h1M16 13.5h1M20 13.5h1M6 14.5h1M15 14.5h1M14 15.5h1M18 15.5h1M17 16.5h1M13 17.5h1M16 18.5h1M12 19.5h1M15 19.5h1M14 20.5h1M10 22.5h1M9 23.5h1M12 23.5h1M11 24.5h1M8 25.5h1M8 26.5h1M10 26.5h1"/>
    <path d="M18 7.5h3M14 8.5h8M9 9.5h13M8 10.5h6M18 10.5h4M7 11.5h5M18 11.5h3M7 12.5h4M17 12.5h3M6 13.5h4M17 13.5h3M7 14.5h2M16 14.5h3M15 15.5h3M14 16.5h3M14 17.5h3M13 18.5h3M13 19.5h2M11 20.5h3M11 21.5h3M11 22.5h2M10 23.5h2M9 24.5h2M9 25.5h2M9 26.5h1"/>
  </g>`,
});
