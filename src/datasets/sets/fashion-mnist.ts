/** 7,000 pictures of clothes of 28x28 pixels: as large as MNIST and harder. */
import { fashionMnistFiles } from './fashion-mnist.shards.ts';
import { imageDataset } from '../kinds/image-dataset.ts';

export const fashionMnist = imageDataset(fashionMnistFiles, {
  label: 'Fashion',
  classNames: [
    ...['T-shirt', 'trousers', 'pullover', 'dress', 'coat'],
    ...['sandal', 'shirt', 'sneaker', 'bag', 'ankle boot'],
  ],
  classWord: 'class',
  introduction: { aim: 'learn', rows: 'pictures of clothes' },
  image: { width: 28, height: 28 },
  start: {
    trainingExamples: 1000,
    validationExamples: 1000,
    wrongLabelShare: 0.3,
    hiddenLayers: [128],
    learningRate: 0.003,
    batchSize: 50,
    epochs: 30,
    pace: 5,
    arms: [{}, { dropout: { rate: 0.5, inputRate: 0.2 } }],
  },
  // A T-shirt.
  thumbnail: `<path fill="currentColor" fill-opacity="0.3" stroke="currentColor" stroke-width="1.7" stroke-linejoin="round"
    d="M20.5 6c2.5 3.5 10.5 3.5 13 0l10 5-3.5 8.5-4.5-2V34h-17V17.5l-4.5 2L10.5 11z"/>`,
});
