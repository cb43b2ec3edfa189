/** What stands beneath a saved picture: the settings of the page on show in words, and the link that opens them. */
import { useCallback } from 'react';
import { fileStem } from '../exports/file-name.ts';
import { linkOf } from '../links/shared-state.ts';
import type { SharedState } from '../links/shared-state.ts';
import { settingsInWords } from '../pages/compare/printed-settings/settings-in-words.ts';
import { baseFacts } from '../pages/shared/rail/base-facts.ts';
import { countOf } from '../base/text/count-of.ts';
import { axisLabel } from '../plans/sweep-words.ts';
import { useBiasVarianceStore } from '../store/bias-variance/bias-variance-context.tsx';
import { shownExperiment } from '../store/compare/shown-experiment.ts';
import { usePlaygroundStore } from '../store/playground-context.tsx';
import { useSweepStore } from '../store/sweep/sweep-context.tsx';
import type { PictureText } from '../ui/picture-file/standalone-svg.ts';
import type { Page } from './pages.ts';

type Told = Omit<PictureText, 'title'>;

export function usePictureText(page: Page['id']): () => Promise<Told> {
  const playground = usePlaygroundStore();
  const sweep = useSweepStore();
  const biasVariance = useBiasVarianceStore();
  return useCallback(async () => {
    // A lesson is its address.
    if (page === 'lessons')
      return { subject: lessonName(location.hash), settings: [], link: location.href };
    const tell = async (
      dataset: string,
      settings: readonly string[],
      state: SharedState,
    ): Promise<Told> => {
      const { address } = await linkOf(state);
      const link = `${location.href.split('#')[0] ?? ''}${address}`;
      return { subject: fileStem({ page, dataset }, null), settings, link };
    };
    if (page === 'sweep') {
      const { form, prepared } = sweep.getState();
      const { judging, base, axes, seed } = prepared.sweep;
      const folds = judging.foldCount === null ? 'one split' : countOf(judging.foldCount, 'folds');
      const varied = axes.map(({ setting }) => axisLabel(setting)).join(' and ');
      return tell(
        base.data.dataset,
        [
          `${varied} varied. ${factsOf(base)}.`,
          `Judged by ${folds}, ${countOf(judging.seeds, 'seeds')} each; first seed ${seed}.`,
        ],
        { page, form },
      );
    }
    if (page === 'bias-variance') {
      const { form, prepared } = biasVariance.getState();
      const { axis, base, sets, seed } = prepared.setup;
      return tell(
        base.data.dataset,
        [
          `${axisLabel(axis.setting)} varied. ${factsOf(base)}.`,
          `${countOf(sets, 'training sets')}; seed ${seed}.`,
        ],
        { page, form },
      );
    }
    const experiment = shownExperiment(playground.getState());
    const lines = settingsInWords(experiment).map(
      ({ title, parts }) => `${title}: ${parts.join(', ')}.`,
    );
    return tell(experiment.data.dataset, lines, { page: 'compare', experiment });
  }, [page, playground, sweep, biasVariance]);
}

/** "#/lessons/learning-by-heart" → "lesson-learning-by-heart" */
function lessonName(hash: string): string {
  return `lesson-${/^#\/lessons\/([\w-]+)/.exec(hash)?.[1] ?? 'list'}`;
}

function factsOf(base: Parameters<typeof baseFacts>[0]): string {
  return baseFacts(base)
    .map(([name, text]) => `${name}: ${text}`)
    .join('. ');
}
