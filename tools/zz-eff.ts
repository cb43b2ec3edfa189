import { openWorkerPage } from './worker-page.ts';
import { PRESETS } from '../src/presets/registry.ts';
const worker = await openWorkerPage('tests/effects/effects.worker.ts');
const preset = PRESETS.find((p: any) => p.id === process.argv[2]) as any;
for (let seed = 1; seed <= Number(process.argv[3]); seed++) {
  const experiment = { ...preset.experiment, training: { ...preset.experiment.training, seed } };
  const r: any = await worker.call({ experiment, backend: process.argv[4] ?? 'wasm' });
  console.log(
    seed,
    r.seconds.toFixed(2) + 's',
    ...r.curves.map((c: any) => {
      const last = c.at(-1);
      const best = Math.max(...c.map((x: any) => x.validationAccuracy));
      return `| val ${(100 * last.validationAccuracy).toFixed(1)} best ${(100 * best).toFixed(1)} train ${(100 * last.trainingAccuracy).toFixed(1)} loss ${last.validationLoss.toFixed(3)}/${last.trainingLoss.toFixed(4)} believed ${last.wrongLabelsBelieved} true ${last.wrongLabelsSeenThrough} of ${r.wrongLabels}`;
    }),
  );
}
await worker.close();
