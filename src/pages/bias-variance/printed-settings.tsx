/** On paper, in place of the rail: what was learnt from how many training sets, and along which axis. */
import { countOf } from '../../base/text/count-of.ts';
import { axisLabel } from '../../plans/sweep-words.ts';
import { useBiasVariance } from '../../store/bias-variance/bias-variance-context.tsx';
import { baseFacts } from '../shared/rail/base-facts.ts';

export function PrintedSettings() {
  const { axis, sets, base, seed } = useBiasVariance((state) => state.form);
  const facts = baseFacts(base).map(([name, text]) => `${name}: ${text}`);
  return (
    <p className="only-printed">
      {facts.join('. ')}. Along {axisLabel(axis.setting)}, {countOf(sets, 'training sets')} each;
      seed {seed}.
    </p>
  );
}
