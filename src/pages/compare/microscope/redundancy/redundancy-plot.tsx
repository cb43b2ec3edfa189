/** Accuracy against the share of hidden units removed: the arm's own line, the others faint behind it. */
import type { CSSProperties } from 'react';
import type { ArmId } from '../../../../experiment/experiment.ts';
import type { RedundancyView } from '../../../../protocol/views.ts';
import type { ArmPicture } from '../../shared/use-pictures.ts';
import { ArmMarker } from '../../../../ui/arm-marker.tsx';
import { armStyle } from '../../../../ui/arm-style.ts';
import { PlotFrame } from '../../shared/plot-frame.tsx';
import { lowestTick, redundancyPath, WIDTH, HEIGHT, LAST_SHARE } from './redundancy-scale.ts';
import styles from './redundancy.module.css';

interface RedundancyPlotProps {
  readonly armId: ArmId;
  readonly view: RedundancyView;
  readonly others: readonly ArmPicture<RedundancyView>[];
  readonly label: string;
}

export function RedundancyPlot({ armId, view, others, label }: RedundancyPlotProps) {
  const lowest = lowestTick([view, ...others.map(({ picture }) => picture)]);
  const x = { name: '', from: 0, to: 100 * LAST_SHARE };
  const y = { name: '%', from: 100 * lowest, to: 100 };
  return (
    <div className={styles.plot}>
      <PlotFrame x={x} y={y} aspect={WIDTH / HEIGHT}>
        <svg
          viewBox={`0 0 ${WIDTH} ${HEIGHT}`}
          className={styles.lines}
          role="img"
          aria-label={label}
        >
          {others.map((other) => (
            <path
              key={other.armId}
              className={styles.other}
              style={lineOf(other.armId)}
              d={redundancyPath(other.picture, lowest)}
            />
          ))}
          <path className={styles.own} d={redundancyPath(view, lowest)} />
        </svg>
      </PlotFrame>
      <p className={styles.axis} aria-hidden="true">
        % of hidden units removed
      </p>
      {others.length > 0 && (
        <p className={styles.key}>
          {[armId, ...others.map((other) => other.armId)].toSorted().map((id) => (
            <span key={id} data-own={id === armId}>
              <ArmMarker armId={id} /> {id}
            </span>
          ))}
        </p>
      )}
    </div>
  );
}

function lineOf(armId: ArmId): CSSProperties {
  const { color: stroke, dash } = armStyle(armId);
  return { stroke, strokeDasharray: dash };
}
