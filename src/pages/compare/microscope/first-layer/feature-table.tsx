/** All features with a bar each, the largest first; those whose weights are exactly 0 are greyed. */
import type { CSSProperties } from 'react';
import type { Dataset } from '../../../../datasets/dataset.ts';
import type { FirstLayerView } from '../../../../protocol/views.ts';
import { decimals } from '../../../../base/text/figure-text.ts';
import { className } from '../shared/class-name.ts';
import type { BarScale, FeatureRow } from './feature-rows.ts';
import panel from '../shared/panel.module.css';
import styles from './first-layer.module.css';

interface FeatureTableProps {
  readonly rows: readonly FeatureRow[];
  readonly scale: BarScale;
  readonly dataset: Dataset;
  readonly view: FirstLayerView;
}

export function FeatureTable({ rows, scale, dataset, view }: FeatureTableProps) {
  const hasTruth = dataset.trueWeights !== undefined;
  const isSigned = view.weights !== null;
  return (
    <>
      {/* A list of fifty can be scrolled by the keyboard too. */}
      {/* eslint-disable-next-line jsx-a11y-x/no-noninteractive-tabindex -- what scrolls must be focusable */}
      <div className={styles.scroll} role="group" aria-label="Weights by feature" tabIndex={0}>
        <table className={styles.features}>
          <thead>
            <tr>
              <th scope="col">Feature</th>
              <td>{isSigned && dataset.outputs === 2 && <Sides dataset={dataset} />}</td>
              <th scope="col">{isSigned ? 'Weight' : 'Norm'}</th>
              {hasTruth && <th scope="col">True</th>}
            </tr>
          </thead>
          <tbody>
            {rows.map((row) => (
              <tr key={row.feature} data-zero={row.isZero}>
                <th scope="row">{row.name}</th>
                <td>
                  <Bar row={row} scale={scale} marksTruth={isSigned} />
                </td>
                <td className={styles.figure}>{row.isZero ? '0' : signed(row.value)}</td>
                {row.trueWeight !== null && (
                  <td className={styles.figure} data-real={row.trueWeight !== 0}>
                    {row.trueWeight === 0 ? '0' : signed(row.trueWeight)}
                  </td>
                )}
              </tr>
            ))}
          </tbody>
        </table>
      </div>
      <p className={panel.note}>{noteOf(view, dataset)}</p>
    </>
  );
}

/** To which class a bar on either side points. */
function Sides({ dataset }: { readonly dataset: Dataset }) {
  return (
    <span className={styles.sides}>
      <span>← {className(dataset, 0)}</span>
      <span>{className(dataset, 1)} →</span>
    </span>
  );
}

interface BarProps {
  readonly row: FeatureRow;
  readonly scale: BarScale;
  readonly marksTruth: boolean;
}

function Bar({ row: { value, isZero, trueWeight }, scale: { from, to }, marksTruth }: BarProps) {
  const at = (place: number) => (100 * (place - from)) / (to - from);
  const percent = (share: number) => `${share.toFixed(2)}%`;
  // Tied to the origin, so that the least bar that can be seen lies on the side of its sign.
  const bar: CSSProperties = {
    ...(value < 0 ? { right: percent(100 - at(0)) } : { left: percent(at(0)) }),
    width: percent(Math.abs(at(value) - at(0))),
  };
  return (
    <span className={styles.track} aria-hidden="true">
      {!isZero && <span className={styles.bar} style={bar} />}
      <span className={styles.origin} style={{ left: percent(at(0)) }} />
      {marksTruth && trueWeight !== null && trueWeight !== 0 && (
        <span className={styles.truth} style={{ left: percent(at(trueWeight)) }} />
      )}
    </span>
  );
}

/** Three decimals, but a weight that is not 0 never reads like one. */
function signed(value: number): string {
  const text = Math.abs(value) < 0.0005 ? value.toExponential(0) : decimals(3)(value);
  return text.replaceAll('-', '−');
}

function noteOf({ weights, units }: FirstLayerView, dataset: Dataset): string {
  const { outputs, trueWeights, standardizes } = dataset;
  const what =
    weights === null
      ? `Norm: √Σw² over the weights of a feature to ${units} ${units === 1 ? 'unit' : 'units'}.`
      : outputs === 2
        ? 'Weight: that to the second class minus that to the first; only the difference counts.'
        : 'The weights themselves.';
  const scaled = standardizes.features ? ' Per standard deviation of the feature.' : '';
  const marks = weights !== null && trueWeights ? ' Upright marks: the true weights.' : '';
  return `${what}${scaled}${marks} One scale for all arms.`;
}
