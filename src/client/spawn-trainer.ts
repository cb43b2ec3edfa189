/** Starts the training worker: the one place that names its file, as Vite wants it written. */
export function spawnTrainer(): Worker {
  return new Worker(new URL('../trainer/trainer.worker.ts', import.meta.url), { type: 'module' });
}
