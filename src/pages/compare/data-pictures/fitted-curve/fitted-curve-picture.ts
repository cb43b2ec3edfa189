/** “Fitted curves”: the picture of data that are a curve with noise. */
import type { DataPicture } from '../data-picture.ts';
import { FittedCurves } from './fitted-curves.tsx';

export const fittedCurvePicture: DataPicture = {
  label: 'Fitted curves',
  views: ['fittedCurve'],
  applies: ({ curve, featureCount, standardizes }) =>
    curve !== undefined && featureCount === 1 && !standardizes.features && !standardizes.target,
  Picture: FittedCurves,
};
