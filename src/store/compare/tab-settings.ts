/**
 * The settings of this tab outlast a reload and the way back from another page: they lie in sessionStorage,
 * which is empty in a new tab. Storage may be denied or full: then they last as long as the page.
 */
import { experimentProblems } from '../../experiment/experiment-problems.ts';
import type { Experiment } from '../../experiment/experiment.ts';
import { PACES } from '../../protocol/messages.ts';
import type { Pace } from '../../protocol/messages.ts';
import type { Playground, PlaygroundStore } from '../playground.ts';

/** Even to ask for it may throw. */
type GetStorage = () => Pick<Storage, 'getItem' | 'setItem'>;

interface TabSettings {
  /** Of the preset that the settings come from; one that is none names no preset. */
  readonly id: string;
  readonly experiment: Experiment;
  readonly pace: Pace;
  /** Of the microscope; absent: the first that the run has. */
  readonly panel?: string;
}

export const TAB_KEY = 'settings-of-this-tab';
const UNREADABLE =
  'The settings that this tab had kept are damaged or cannot run. The page starts from the beginning.';

/** As the settings on one name it. */
const OWN_TABLE = '"dataset":"table-';
const WITHOUT_TABLE =
  'The settings of this tab were on an own table that this browser does not keep: open its file again with “Own table…”. The page starts from the beginning.';

/** Opens the page with the settings that the tab has kept, if any, and keeps them from now on. */
export function openWithTabSettings(store: PlaygroundStore, getStorage: GetStorage): void {
  const text = recall(getStorage);
  const kept = text === null ? null : readSettings(text);
  const isOnTable = text !== null && text.includes(OWN_TABLE);
  if (kept) store.getState().applyPreset(kept);
  else store.getState().reset();
  if (text !== null && !kept)
    store.setState(({ notices }) => ({
      notices: [...notices, isOnTable ? WITHOUT_TABLE : UNREADABLE],
    }));
  store.subscribe((state, before) => {
    if (differ(state, before) && state.problems.length === 0) keep(getStorage, state);
  });
}

/** The own table that the settings of this tab are on; null: they are on none. */
export function tableOfTab(getStorage: GetStorage): string | null {
  return /"dataset":"(table-[0-9a-f]+)"/.exec(recall(getStorage) ?? '')?.[1] ?? null;
}

/** Null where they are none, or none that could run. */
function readSettings(text: string): TabSettings | null {
  const value = parse(text);
  if (typeof value !== 'object' || value === null) return null;
  const { id, experiment, pace, panel } = value as Record<string, unknown>;
  const knownPace = PACES.find((one) => one === pace);
  if (knownPace === undefined || !isExperiment(experiment)) return null;
  return {
    id: typeof id === 'string' ? id : '',
    experiment,
    pace: knownPace,
    ...(typeof panel === 'string' && { panel }),
  };
}

function isExperiment(value: unknown): value is Experiment {
  return experimentProblems(value).length === 0;
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}

function differ(state: Playground, before: Playground): boolean {
  return (
    state.experiment !== before.experiment ||
    state.presetId !== before.presetId ||
    state.pace !== before.pace ||
    state.panelId !== before.panelId
  );
}

function keep(getStorage: GetStorage, { presetId, experiment, pace, panelId }: Playground): void {
  const settings: TabSettings = {
    id: presetId,
    experiment,
    pace,
    ...(panelId !== null && { panel: panelId }),
  };
  try {
    getStorage().setItem(TAB_KEY, JSON.stringify(settings));
  } catch {
    // Storage is denied or full: the settings last as long as the page.
  }
}

function recall(getStorage: GetStorage): string | null {
  try {
    return getStorage().getItem(TAB_KEY);
  } catch {
    return null;
  }
}
