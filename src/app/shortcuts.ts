/**
 * The keys of the page: one list that use-shortcuts.ts obeys and the help draws. Single
 * keys, so they can be switched off (the help does) and never act while somebody types.
 */
import { shownExperiment } from '../store/compare/shown-experiment.ts';
import { canReset, canStep, mainMove } from '../store/compare/next-move.ts';
import type { Playground } from '../store/playground.ts';
import { neighbourPreset } from '../store/compare/preset-choice.ts';
import { applicablePanels } from '../pages/compare/microscope/applicable-panels.ts';
import { REDO_BUTTON_ID, UNDO_BUTTON_ID } from '../pages/shared/rail/undo-button-ids.ts';
import { SWEEP_BUTTON_ID } from '../pages/sweep/sweep-button-id.ts';
import type { ControlGroupId } from '../links/hidden-controls.ts';
import type { Page } from './pages.ts';

export interface Shortcut {
  /** As `KeyboardEvent.key` has them, letters small. */
  readonly keys: readonly string[];
  /** The keys as the help shows them. */
  readonly caps: readonly string[];
  readonly label: string;
  /** Where it acts; absent: on every page. */
  readonly page?: Page['id'];
  /** Waits while these controls are hidden. */
  readonly control?: ControlGroupId;
  /** It is held down with Shift. */
  readonly withShift?: boolean;
  /** It is held down with Ctrl, or with the command key. */
  readonly withControl?: boolean;
  /** Acts again while the key is held down. */
  readonly repeats?: boolean;
  /** No character is typed by it: it stays when single keys are switched off. */
  readonly isAlwaysOn?: boolean;
  /** Where it returns false nothing happens, and the browser keeps the key. */
  readonly applies?: (state: Playground) => boolean;
  readonly act: (state: Playground, key: string) => void;
}

export const SHORTCUTS: readonly Shortcut[] = [
  {
    ...{ keys: [' ', 't'], caps: ['Space', 'T'], page: 'compare' },
    label: 'Train, pause',
    act: (state) => {
      const move = mainMove(state);
      if (move !== null) state[move]();
    },
  },
  {
    ...{ keys: [' ', 't'], caps: ['Space', 'T'], page: 'sweep' },
    label: 'Start, pause the sweep',
    // Its store is another one; its button is there.
    act: () => document.getElementById(SWEEP_BUTTON_ID)?.click(),
  },
  {
    ...{ keys: ['e'], caps: ['E'], page: 'compare', control: 'steps', repeats: true },
    label: 'Step one epoch',
    applies: canStep,
    act: ({ stepEpoch }) => stepEpoch(),
  },
  {
    ...{ keys: ['b'], caps: ['B'], page: 'compare', control: 'steps', repeats: true },
    label: 'Step one batch',
    applies: canStep,
    act: ({ stepBatch }) => stepBatch(),
  },
  {
    ...{ keys: ['r'], caps: ['R'], page: 'compare', control: 'steps' },
    label: 'Reset',
    applies: canReset,
    act: ({ reset }) => reset(),
  },
  {
    ...{ keys: ['ArrowLeft', 'ArrowRight'], caps: ['←', '→'], page: 'compare', repeats: true },
    label: 'Previous epoch, next epoch',
    applies: ({ epoch }) => epoch > 0,
    act: (state, key) => lookAround(state, key === 'ArrowLeft' ? -1 : 1),
  },
  {
    ...{
      keys: ['1', '2', '3', '4', '5', '6', '7', '8', '9'],
      caps: ['1', '…', '9'],
      page: 'compare',
      control: 'panels',
    },
    label: 'Look at the first, second, … panel',
    act: (state, key) => showPanelAt(state, Number(key) - 1),
  },
  {
    ...{ keys: ['n'], caps: ['N'], page: 'compare', control: 'presets' },
    label: 'Next preset',
    act: (state) => goToPreset(state, 1),
  },
  {
    ...{ keys: ['n'], caps: ['Shift', 'N'], page: 'compare', control: 'presets', withShift: true },
    label: 'Previous preset',
    act: (state) => goToPreset(state, -1),
  },
  {
    ...{ keys: ['z'], caps: ['Ctrl', 'Z'], withControl: true, repeats: true, isAlwaysOn: true },
    label: 'Undo the last change of settings',
    act: () => document.getElementById(UNDO_BUTTON_ID)?.click(),
  },
  {
    ...{ keys: ['z'], caps: ['Ctrl', 'Shift', 'Z'], withControl: true, withShift: true },
    ...{ repeats: true, isAlwaysOn: true },
    label: 'Redo',
    act: redo,
  },
  {
    ...{ keys: ['y'], caps: ['Ctrl', 'Y'], withControl: true, repeats: true, isAlwaysOn: true },
    label: 'Redo, as on Windows',
    act: redo,
  },
  {
    ...{ keys: ['p'], caps: ['P'], control: 'header' },
    label: 'Present, large for a projector',
    act: ({ isPresenting, setPresenting }) => setPresenting(!isPresenting),
  },
  {
    ...{ keys: ['Escape'], caps: ['Esc'], isAlwaysOn: true },
    label: 'Leave the presentation',
    applies: ({ isPresenting }) => isPresenting,
    act: ({ setPresenting }) => setPresenting(false),
  },
  {
    ...{ keys: ['d'], caps: ['D'] },
    label: 'Dark or light',
    act: ({ colorScheme, setColorScheme }) =>
      setColorScheme(isDark(colorScheme) ? 'light' : 'dark'),
  },
  {
    ...{ keys: ['?'], caps: ['?'] },
    label: 'Help, with these shortcuts',
    act: ({ showSheet }) => showSheet('help'),
  },
];

function redo(): void {
  document.getElementById(REDO_BUTTON_ID)?.click();
}

function lookAround({ epoch, lookBackEpoch, lookBack }: Playground, by: 1 | -1): void {
  const next = (lookBackEpoch ?? epoch) + by;
  lookBack(next >= epoch ? null : Math.max(0, next));
}

function showPanelAt({ runExperiment, experiment, showPanel }: Playground, index: number): void {
  const panel = applicablePanels(shownExperiment({ runExperiment, experiment }))[index];
  if (panel) showPanel(panel.id);
}

function goToPreset(state: Playground, by: 1 | -1): void {
  const preset = neighbourPreset(state, by);
  if (preset) state.applyPreset(preset);
}

function isDark(scheme: Playground['colorScheme']): boolean {
  if (scheme !== 'system') return scheme === 'dark';
  return matchMedia('(prefers-color-scheme: dark)').matches;
}
