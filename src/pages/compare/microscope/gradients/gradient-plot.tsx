/** The size of each layer's gradient over the epochs: the first layer and the last stand out. */
import type { Kept } from '../../../../client/picture-history.ts';
import type { GradientsView } from '../../../../protocol/views.ts';
import { PlotFrame } from '../../shared/plot-frame.tsx';
import { gradientPath, HEIGHT, WIDTH } from './gradient-scale.ts';
import type { GradientScale } from './gradient-scale.ts';
import { powerOfTen } from './typical-gradient.ts';
import styles from './gradients.module.css';

interface GradientPlotProps {
  /** Up to the epoch on show, in order. */
  readonly pictures: readonly Kept<GradientsView>[];
  readonly layers: number;
  readonly scale: GradientScale;
  readonly epochs: number;
  readonly label: string;
}

export function GradientPlot({ pictures, layers, scale, epochs, label }: GradientPlotProps) {
  const x = { name: '', from: 0, to: Math.max(1, epochs) };
  const y = { name: '', ...scale, text: powerOfTen };
  return (
    <div className={styles.plot}>
      <PlotFrame x={x} y={y} aspect={WIDTH / HEIGHT}>
        <svg
          viewBox={`0 0 ${WIDTH} ${HEIGHT}`}
          className={styles.lines}
          role="img"
          aria-label={label}
        >
          {Array.from({ length: layers }, (_, layer) => (
            <path
              key={layer}
              data-layer={layerKind(layer, layers)}
              d={gradientPath(pictures, layer, scale, epochs)}
            />
          ))}
        </svg>
      </PlotFrame>
      <p className={styles.axis} aria-hidden="true">
        epoch
      </p>
    </div>
  );
}

export type LayerKind = 'first' | 'between' | 'last';

/** A single layer is the last. */
export function layerKind(layer: number, layers: number): LayerKind {
  if (layer === layers - 1) return 'last';
  return layer === 0 ? 'first' : 'between';
}
