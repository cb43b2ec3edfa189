/** The comparison, or one arm of it, as code: its makers come after the page, when one is asked for. */
import { codeRefusal } from '../../shared/code-refusal.ts';
import type { CodeKind } from '../../../exports/code/code-file.ts';
import type { ArmId, Experiment } from '../../../experiment/experiment.ts';
import { shownExperiment } from '../../../store/compare/shown-experiment.ts';
import type { Playground } from '../../../store/playground.ts';
import { lateModule } from '../../../ui/late-module.ts';
import { saveFile } from '../../../ui/save-file.ts';
import type { ExportItem } from './export-item.ts';

const makers = lateModule(() => import('./code-files.ts'));

interface Kind {
  readonly kind: CodeKind;
  readonly label: string;
  readonly detail: string;
}

const KINDS: readonly Kind[] = [
  {
    kind: 'pytorch',
    label: 'PyTorch script',
    detail: 'Trains on the same rows, first weights, batches and masks.',
  },
  {
    kind: 'keras',
    label: 'Keras script',
    detail: 'Trains on the same rows, first weights and batches; Keras draws the masks.',
  },
  { kind: 'notebook', label: 'Jupyter notebook', detail: 'In cells, with curves; with PyTorch.' },
];

/** `armId`: of one arm alone; null: of all. */
export function codeItems(armId: ArmId | null): readonly ExportItem[] {
  return KINDS.map(({ kind, label, detail }) => ({
    label,
    detail,
    refusal: (state) => refusalOf(experimentWith(state, armId)),
    save: async (state) => {
      makers.fetchAnew();
      const { codeFile } = await makers.read();
      const siteAddress = new URL('.', location.href).href;
      saveFile(...codeFile(kind, experimentWith(state, armId), armId, siteAddress));
    },
  }));
}

/** An arm that was added since is not of the run on screen. */
function experimentWith(state: Playground, armId: ArmId | null): Experiment {
  const shown = shownExperiment(state);
  return armId === null || shown.arms.some(({ id }) => id === armId) ? shown : state.experiment;
}

/** Scripts know the rows of the site's own sets. */
function refusalOf({ data }: Experiment): string | null {
  return codeRefusal(data.dataset);
}
