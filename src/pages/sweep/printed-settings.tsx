/** On paper, in place of the rail: what was varied, and how it was judged. */
import { countOf } from '../../base/text/count-of.ts';
import { useSweep } from '../../store/sweep/sweep-context.tsx';
import { baseFacts } from '../shared/rail/base-facts.ts';

export function PrintedSettings() {
  const { base, judging, seed } = useSweep((state) => state.prepared.sweep);
  const { foldCount, seeds } = judging;
  const facts = baseFacts(base).map(([name, text]) => `${name}: ${text}`);
  const folds = foldCount === null ? 'one split' : countOf(foldCount, 'folds');
  return (
    <p className="only-printed">
      {facts.join('. ')}. Judged by {folds}, {countOf(seeds, 'seeds')} each; first seed {seed}.
    </p>
  );
}
