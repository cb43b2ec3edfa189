/** The mean activation of each unit of a layer, the largest first, on one scale for all arms; dead ones last. */
import type { ActivationLayer } from '../../../../protocol/views.ts';
import { count } from '../../../../base/text/figure-text.ts';
import panel from '../shared/panel.module.css';
import styles from './activations.module.css';
import { deadOf } from './describe-activations.ts';

interface UnitProfileProps {
  readonly layer: ActivationLayer;
  /** The same layer of all arms, this one included. */
  readonly peers: readonly ActivationLayer[];
  readonly deadWord: string;
}

const HEIGHT = 40;

export function UnitProfile({ layer, peers, deadWord }: UnitProfileProps) {
  const units = layer.means.length;
  const dead = deadOf(layer);
  const top = Math.max(1e-12, ...peers.flatMap(({ means }) => [...means]));
  const bottom = Math.min(0, ...peers.flatMap(({ means }) => [...means]));
  return (
    <figure className={styles.profile} aria-label="Mean activation of each unit, largest first">
      <svg
        className={styles.strip}
        viewBox={`0 0 ${units} ${HEIGHT}`}
        preserveAspectRatio="none"
        aria-hidden="true"
      >
        {dead > 0 && (
          <rect className={styles.dead} x={units - dead} y={0} width={dead} height={HEIGHT} />
        )}
        <path d={bars(sortedMeans(layer), (mean) => (HEIGHT * (top - mean)) / (top - bottom))} />
      </svg>
      <figcaption className={panel.caption}>
        <span>
          mean of each unit, largest first, {ofScale(bottom)} to {ofScale(top)}
        </span>
        {/* In all arms or in none, so that what lies below is level. */}
        {peers.some((peer) => deadOf(peer) > 0) && (
          <span>{dead > 0 ? `${count(dead)} ${deadWord} (grey)` : `none ${deadWord}`}</span>
        )}
      </figcaption>
    </figure>
  );
}

/** Largest first, dead ones behind. */
function sortedMeans({ means, isDead }: ActivationLayer): number[] {
  const order = [...means.keys()].sort(
    (a, b) => (isDead[a] ?? 0) - (isDead[b] ?? 0) || (means[b] ?? 0) - (means[a] ?? 0),
  );
  return order.map((unit) => means[unit] ?? 0);
}

function bars(means: readonly number[], top: (mean: number) => number): string {
  const origin = top(0).toFixed(2);
  return means
    .map((mean, i) => `M${i},${origin}V${top(mean).toFixed(2)}H${i + 1}V${origin}`)
    .join('');
}

function ofScale(value: number): string {
  return String(Number(value.toPrecision(2))).replace('-', '−');
}
