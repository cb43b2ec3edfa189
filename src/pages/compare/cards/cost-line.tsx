/** What the arm costs, in small print. */
import type { LaneHistory } from '../../../client/run-history.ts';
import { count } from '../../../base/text/figure-text.ts';
import styles from './arm-card.module.css';

export function CostLine({ lane }: { readonly lane: LaneHistory }) {
  const { parameterCount, stepsPerEpoch } = lane.lane;
  const epochMs = meanEpochMs(lane);
  const perEpoch = [
    `${count(stepsPerEpoch)} ${stepsPerEpoch === 1 ? 'step' : 'steps'}`,
    ...(Number.isFinite(epochMs) ? [shortTime(epochMs)] : []),
  ];
  return (
    <p className={`${styles.cost ?? ''} not-presented`}>
      <span>{count(parameterCount)} parameters</span> · <span>{perEpoch.join(', ')} an epoch</span>
    </p>
  );
}

/** Over the last ten epochs, so that it follows without flickering. */
function meanEpochMs(lane: LaneHistory): number {
  const from = Math.max(1, lane.length - 10);
  let sum = 0;
  for (let index = from; index < lane.length; index++) sum += lane.value('trainingMs', index);
  return sum / (lane.length - from);
}

function shortTime(ms: number): string {
  if (ms >= 1000) return `${(ms / 1000).toFixed(1)} s`;
  if (ms < 0.05) return '< 0.1 ms';
  return ms < 10 ? `${ms.toFixed(1)} ms` : `${ms.toFixed(0)} ms`;
}
