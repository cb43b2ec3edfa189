/** What bias and variance show, in sentences by the rules of findings/bias-variance. */
import { useMemo } from 'react';
import { describeTradeOff } from '../../../findings/bias-variance/describe-trade-off.ts';
import type { BiasVarianceSummary } from '../../../plans/bias-variance.ts';
import { usePlayground } from '../../../store/playground-context.tsx';
import { useBiasVariance } from '../../../store/bias-variance/bias-variance-context.tsx';
import { useShownPreset } from '../use-shown-preset.ts';
import { tradeOffMaterialOf } from './trade-off-material-of.ts';
import styles from '../../shared/statements.module.css';

export function Findings({ summary }: { readonly summary: BiasVarianceSummary }) {
  const setup = useBiasVariance((state) => state.prepared.setup);
  const isResting = useBiasVariance((state) => state.status === 'resting');
  const isPresenting = usePlayground((state) => state.isPresenting);
  const { preset, isChanged, asks } = useShownPreset();
  const statements = useMemo(
    () => describeTradeOff(tradeOffMaterialOf(setup, summary)),
    [setup, summary],
  );
  const { done, all } = summary.trainings;
  return (
    <section
      className={styles.panel}
      aria-label="Findings"
      // eslint-disable-next-line jsx-a11y-x/no-noninteractive-tabindex -- presented it scrolls, which keys must do too
      tabIndex={isPresenting ? 0 : -1}
    >
      {preset && asks && (
        <p>
          <strong>{preset.question}</strong>{' '}
          {done >= all && isResting && !isChanged && preset.point}
        </p>
      )}
      {done === 0 ? (
        <p>
          Press Start: many training sets are drawn from the same truth, and a network is trained on
          each. How far their mean is from the truth is their bias; how far they are from each
          other, their variance. Bias², variance and the noise of the data add up to the test error.
        </p>
      ) : (
        // What is said while it trains is soon said otherwise: only the end is read aloud.
        <ul className={styles.statements} aria-live={isResting ? 'polite' : 'off'}>
          {statements.map(({ lead, text }) => (
            <li key={lead + text}>
              <strong>{lead}</strong> {text}
            </li>
          ))}
        </ul>
      )}
    </section>
  );
}
