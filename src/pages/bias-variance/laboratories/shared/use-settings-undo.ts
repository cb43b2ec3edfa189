/** Undo and Redo of a laboratory's settings, as long as it is on screen. */
import { useEffect, useEffectEvent, useRef, useState } from 'react';
import { useStore } from 'zustand';
import { createStore } from 'zustand/vanilla';
import { createUndoStore } from '../../../../store/undo/undo-store.ts';
import type { UndoState } from '../../../../store/undo/undo-store.ts';
import type { LinkedSettings } from './linked-settings.ts';

/** `isRead`: those of the address are among them; what was before is no step. */
export function useSettingsUndo(
  settings: LinkedSettings,
  isRead: boolean,
  change: (settings: LinkedSettings) => void,
): UndoState {
  const [steps] = useState(() => openSteps(settings));
  const hasBegun = useRef(false);
  const follow = useEffectEvent(() => {
    steps.follow(settings);
    if (!isRead || hasBegun.current) return;
    hasBegun.current = true;
    steps.undo.getState().beginHere();
  });
  const restore = useEffectEvent(change);
  useEffect(() => follow(), [settings, isRead]);
  useEffect(() => steps.onRestore((restored) => restore(restored)), [steps]);
  return useStore(steps.undo);
}

/** All settings as one text: what is dragged in a drawing changes two of them, and is one step. */
interface Written {
  readonly text: string;
}

function openSteps(first: LinkedSettings) {
  const write = (settings: LinkedSettings): Written => ({ text: JSON.stringify(settings) });
  const kept = createStore<Written>(() => write(first));
  let restore: (settings: LinkedSettings) => void = () => undefined;
  const undo = createUndoStore<Written>({
    read: kept.getState,
    subscribe: kept.subscribe,
    write: (written) => {
      kept.setState(written);
      restore(JSON.parse(written.text) as LinkedSettings);
    },
  });
  return {
    undo,
    follow: (settings: LinkedSettings) => kept.setState(write(settings)),
    onRestore: (listener: (settings: LinkedSettings) => void) => {
      restore = listener;
      return () => {
        restore = () => undefined;
      };
    },
  };
}
