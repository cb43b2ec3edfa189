/** For tests: two arms on circles, and pictures of networks that part the plane by a straight line. */
import { act, render } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import type { OwnPoint } from '../../../../datasets/own/own-points.ts';
import { experimentWith } from '../../../../presets/preset.ts';
import type { DecisionBoundaryView } from '../../../../protocol/views.ts';
import { pictureFrame } from '../../shared/picture-frame-fixture.ts';
import { openPlayground, Surrounded } from '../../shared/playground-fixture.tsx';
import { Planes } from './planes.tsx';

const TRAINING_POINTS = 20;

/** With its pictures: to both arms, everything above y = 0 is class 1. */
export function openCircles(ownPoints: readonly OwnPoint[] = []) {
  const experiment = experimentWith({
    data: {
      ...{ dataset: 'circles', trainingExamples: TRAINING_POINTS, validationExamples: 30 },
      ...{ noise: 0.1, wrongLabelShare: 0.2 },
      ...(ownPoints.length > 0 && { ownPoints }),
    },
    network: { hiddenLayers: [4] },
    training: { epochs: 10 },
    arms: [{ regularizers: {} }, { regularizers: { l2: { lambda: 0.01 } } }],
  });
  const opened = openPlayground({
    id: 'circles',
    title: '',
    question: '',
    point: '',
    experiment,
    pace: null,
  });
  const { container } = render(
    <Surrounded store={opened.store}>
      <Planes />
    </Surrounded>,
  );
  const rows = TRAINING_POINTS + ownPoints.length;
  act(() => {
    opened.frame(
      pictureFrame([
        { decisionBoundary: upperHalf(rows, 1.5) },
        { decisionBoundary: upperHalf(rows, 1.25) },
      ]),
    );
  });
  return { ...opened, container, user: userEvent.setup({ delay: null }) };
}

/** All rows are answered with class 1. */
function upperHalf(rows: number, halfSide: number): DecisionBoundaryView {
  const size = 24;
  return {
    halfSide,
    size,
    margins: Float32Array.from({ length: size * size }, (_, i) => 11.5 - Math.floor(i / size)),
    answers: new Uint8Array(rows).fill(1),
  };
}
