import { expect, it } from 'vitest';
import { FIGURE_COUNT } from '../../../figures/figures.ts';
import { laneFrame } from '../../../store/playground-fixture.ts';
import { recordOnShow } from '../../../store/compare/record-on-show.ts';
import { openPlayground } from '../shared/playground-fixture.tsx';
import { curvesCsv } from './run-files.ts';

it('has a row for each network and epoch: its arm, counted from 1, and plain numbers', () => {
  const { state, frame } = openPlayground();
  state().renameArm('A', '=SUM(A1), "plain"');
  const row = (epoch: number) =>
    Array.from({ length: FIGURE_COUNT }, (_, i) => (i === 0 ? epoch : i === 2 ? 1e-7 : NaN));
  frame({
    lanes: [
      laneFrame(0, { rows: Float64Array.from([...row(0), ...row(1)]) }),
      laneFrame(1, { rows: Float64Array.from(row(0)) }),
    ],
    ...{ epoch: 1, stepInEpoch: 0, stepsPerEpoch: 13, stepsPerSecond: 1 },
  });
  const record = recordOnShow(state());
  const lines = record ? curvesCsv(record).split('\r\n') : [];
  expect(lines).toHaveLength(5);
  expect(lines[0]).toBe(
    'arm,arm id,repeat,fold,epoch,steps taken,validation loss,validation accuracy,lost since best,training loss,training accuracy,accuracy on true labels,wrong labels believed,wrong labels seen through,penalty,weight norm,weight sum,zero weights,training milliseconds',
  );
  const rest = ','.repeat(12);
  expect(lines[2]).toBe(`"A · =SUM(A1), ""plain""",A,1,1,1,,1e-7${rest}`);
  expect(lines[3]).toMatch(/^"?B · Dropout 0.5, inputs 0.2"?,B,1,1,0,,1e-7,/);
});
