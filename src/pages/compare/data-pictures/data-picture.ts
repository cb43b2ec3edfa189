/**
 * A picture of the data themselves and of what every arm makes of them: points in a plane, a curve. It stands
 * beside the charts, above everything else that is to be seen inside the networks. One folder a picture; the list
 * is src/pages/compare/data-pictures/data-pictures.ts.
 */
import type { ComponentType } from 'react';
import type { Dataset } from '../../../datasets/dataset.ts';
import type { ViewId } from '../../../protocol/views.ts';

export interface DataPicture {
  /** Its title. */
  readonly label: string;
  /** What it draws. */
  readonly views: readonly ViewId[];
  /** Whether these data have such a picture. */
  readonly applies: (dataset: Dataset) => boolean;
  /** Of all arms. */
  readonly Picture: ComponentType;
}
