/** For tests: a frame that brings one picture of each lane, taken at one epoch. */
import { FIGURE_COUNT } from '../../../figures/figures.ts';
import type { Frame } from '../../../protocol/messages.ts';
import type { Pictures } from '../../../protocol/views.ts';

export function pictureFrame(pictures: readonly Pictures[], epoch = 0): Frame {
  return {
    lanes: pictures.map((one, lane) => ({
      lane,
      rows: new Float64Array(FIGURE_COUNT).fill(epoch, 0, 1),
      current: null,
      mislabelledAnswers: new Int32Array(0),
      allTrainingRows: null,
      end: null,
      restoredEpoch: null,
      pictures: [{ epoch, pictures: one }],
    })),
    epoch,
    stepInEpoch: 0,
    stepsPerEpoch: 13,
    stepsPerSecond: 10,
  };
}
