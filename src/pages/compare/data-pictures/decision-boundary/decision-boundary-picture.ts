/** “Decision boundary”: the picture of points in the plane. */
import { takesOwnPoints } from '../../../../experiment/check-own-points.ts';
import type { DataPicture } from '../data-picture.ts';
import { Planes } from './planes.tsx';

export const decisionBoundaryPicture: DataPicture = {
  label: 'Decision boundary',
  views: ['decisionBoundary'],
  applies: (dataset) => takesOwnPoints(dataset) && !dataset.standardizes.features,
  Picture: Planes,
};
