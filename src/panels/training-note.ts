/** What a reader must know of the training curves of both charts; undefined: nothing. */
import type { RunHistory } from '../client/run-history.ts';
import { count } from '../ui/figure-text.ts';

export function trainingNote({
  history,
  wrongLabels,
}: {
  readonly history: RunHistory | null;
  readonly wrongLabels: boolean;
}): string | undefined {
  const { trainingRows = 0, trainingSampleRows = 0 } = history?.run ?? {};
  const notes = [
    ...(wrongLabels ? ['labels as given'] : []),
    ...(trainingSampleRows < trainingRows
      ? [`on ${count(trainingSampleRows)} of ${count(trainingRows)} rows`]
      : []),
  ];
  return notes.length === 0 ? undefined : notes.join(', ');
}
