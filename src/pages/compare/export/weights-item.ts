/** The networks themselves, for other programs. */
import type { ArmId } from '../../../experiment/experiment.ts';
import { fileName } from '../../../exports/file-name.ts';
import type { Playground } from '../../../store/playground.ts';
import { lateModule } from '../../../ui/late-module.ts';
import { saveFile } from '../../../ui/save-file.ts';
import type { ExportItem } from './export-item.ts';

const maker = lateModule(() => import('./weights-file.ts'));

/** `armId`: of one arm alone; null: of all. */
export function weightsItem(armId: ArmId | null): ExportItem {
  return {
    label: 'Weights (safetensors)',
    detail: 'Every network as it stands, for Python; the file says how it is laid out.',
    refusal: (state) => refusalOf(state, armId),
    save: async (state) => {
      const { history, runExperiment: experiment } = state;
      const weights = await state.readWeights();
      if (!history || !experiment) throw new Error('There is no run.');
      maker.fetchAnew();
      const { weightsFile } = await maker.read();
      const bytes = weightsFile(weights, { history, experiment, armId });
      const subject = { page: 'compare', dataset: experiment.data.dataset, armId } as const;
      saveFile(fileName(subject, null, 'safetensors'), 'application/octet-stream', bytes);
    },
  };
}

function refusalOf(
  { history, keptRun, status, runExperiment, retiredArms }: Playground,
  armId: ArmId | null,
): string | null {
  if (keptRun) return 'A kept run has no networks: train it again first.';
  if (!history || status === 'loading data' || status === 'compiling')
    return 'There are no networks yet: they come once the data are loaded.';
  if (status === 'training') return 'Weights are read once training rests: pause it first.';
  const isThere =
    armId === null ||
    (runExperiment?.arms.some(({ id }) => id === armId) && !retiredArms.includes(armId));
  return isThere ? null : 'This arm joins after Reset: it has no networks yet.';
}
