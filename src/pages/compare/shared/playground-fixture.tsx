/** For tests: a store whose trainer only takes notes, and what panels need around them. */
import { HeadlessMantineProvider } from '@mantine/core';
import type { ReactNode } from 'react';
import { takeAllTurns } from '../../../ui/in-turn.ts';
import type { TrainerListener } from '../../../client/trainer-client.ts';
import type { Preset } from '../../../presets/preset.ts';
import { OPENING_PRESET } from '../../../presets/registry.ts';
import type { Frame, TrainingStatus } from '../../../protocol/messages.ts';
import { PlaygroundProvider } from '../../../store/playground-context.tsx';
import { createPlaygroundStore } from '../../../store/playground-store.ts';
import type { PlaygroundStore } from '../../../store/playground.ts';
import { preparedRun } from '../../../store/compare/prepared-run-fixture.ts';
import type { EventOfRun } from '../../../store/compare/prepared-run-fixture.ts';

export function openPlayground(preset: Preset = OPENING_PRESET) {
  const requests: string[] = [];
  let listener: TrainerListener | null = null;
  const store = createPlaygroundStore({
    connectTrainer: (connected) => {
      listener = connected;
      return {
        prepareRun: () => requests.push('prepareRun'),
        command: (type) => void requests.push(type),
        changeSettings: () => void requests.push('changeSettings'),
        setPace: () => void requests.push('setPace'),
        watchViews: () => void requests.push('watchViews'),
        askNetworks: () => void requests.push('askNetworks'),
        dispose: () => void requests.push('dispose'),
      };
    },
    search: '',
  });
  const emit = (event: EventOfRun) => listener?.eventArrived({ ...event, runId: 1 });
  const status = (word: TrainingStatus) => emit({ type: 'statusChanged', status: word });
  /** The run that is set is there. */
  const arrive = () => {
    const run = preparedRun(store.getState().experiment);
    emit({ type: 'runPrepared', run });
    status('ready');
  };
  const frame = (content: Frame) => {
    emit({ type: 'frameCompleted', frame: content });
    takeAllTurns();
  };
  const arriveAnew = () => {
    store.getState().reset();
    arrive();
  };
  store.getState().applyPreset(preset);
  arrive();
  return {
    store,
    state: () => store.getState(),
    requests,
    emit,
    status,
    frame,
    arrive,
    arriveAnew,
  };
}

export function Surrounded({
  store,
  children,
}: {
  readonly store: PlaygroundStore;
  readonly children: ReactNode;
}) {
  return (
    <HeadlessMantineProvider env="test">
      <PlaygroundProvider store={store}>{children}</PlaygroundProvider>
    </HeadlessMantineProvider>
  );
}
