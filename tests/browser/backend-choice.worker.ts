/** Chooses a backend on a device that is not this one; answers with the report, or why there is none. */
import type { BackendChoice } from '../../src/protocol/messages.ts';
import type { ComputeBackend } from '../../src/engine/step/kernels.ts';
import { chooseBackend } from '../../src/trainer/backend.ts';
import type { Swarm } from '../../src/trainer/swarm.ts';
import { DEVICES } from './devices.ts';
import type { DeviceName } from './devices.ts';

export interface ChoiceRequest {
  readonly device: DeviceName;
  readonly choice: BackendChoice;
  readonly swarm?: Swarm;
  /** What each backend is said to need for the products that it is judged by; without it they are timed. */
  readonly speedsMs?: Readonly<Record<'cpu' | 'wasm' | 'webgl', number>>;
}

async function choose({ device, choice, swarm, speedsMs }: ChoiceRequest) {
  DEVICES[device]();
  const time = speedsMs && ((one: ComputeBackend) => Promise.resolve(speedsMs[one.name]));
  const { compute, report } = await chooseBackend(choice, swarm, time);
  const tensor = compute.allocate([1, 4]);
  compute.write(tensor, (elements) => elements.set([1, 2, 3, 4]));
  const read = [...(await compute.read(tensor))];
  return { ...report, computesWith: compute.name, read };
}

self.onmessage = ({ data }: MessageEvent<ChoiceRequest>) => {
  choose(data).then(
    (report) => self.postMessage(report),
    (error: unknown) => self.postMessage({ failure: String(error) }),
  );
};
