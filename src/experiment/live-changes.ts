/** What was changed while the run on screen trained: marked on its curves, listed on its cards. */
import { formatNumber } from '../settings/settings.ts';
import type { Setting, SettingsSchema, SettingValue } from '../settings/settings.ts';
import { TRAINING_SCHEMA } from './experiment.ts';
import type { Arm, ArmId, Experiment } from './experiment.ts';
import { inSentence } from './arm-name.ts';
import { REGULARIZER_ENTRIES } from './regularizers.ts';
import type { LooseSettings } from './regularizers.ts';
import { sameValue } from '../base/same-value.ts';

/** One setting, before and after, as the page writes it. */
interface SettingChange {
  /** Null: all arms. */
  readonly armId: ArmId | null;
  /** "dropout", "dropout input rate", "L2 λ", "learning rate" */
  readonly setting: string;
  readonly from: string;
  readonly to: string;
}

export interface LiveChange extends SettingChange {
  /** The epoch that the page knew of when the change was made: 12.4 is in the thirteenth epoch. */
  readonly epoch: number;
  /** By the page's clock. */
  readonly madeAt: number;
}

/** The setting that all arms share and that acts at once. */
export const LEARNING_RATE = inSentence(TRAINING_SCHEMA.learningRate.label);

/**
 * The name of a change of backend. It is no setting of the experiment, but numbers round differently from then on.
 */
export const BACKEND = 'backend';

/** A slider sends many values on its way; they are one change. */
const ONE_MOVE_MS = 1000;

/** "dropout 0.5 → 0.2" */
export function changeText({ setting, from, to }: LiveChange): string {
  return `${setting} ${from} → ${to}`;
}

/** The changes of a run so far, with those that turn `before` into `after` now. */
export function withChanges(
  changes: readonly LiveChange[],
  [before, after]: readonly [Experiment, Experiment],
  now: Pick<LiveChange, 'epoch' | 'madeAt'>,
): readonly LiveChange[] {
  return listLiveChanges(before, after).reduce<readonly LiveChange[]>(
    (all, change) => withChange(all, { ...change, ...now }),
    changes,
  );
}

/** Adds a change, or extends the last one where both belong to the same move of the same control. */
export function withChange(
  changes: readonly LiveChange[],
  next: LiveChange,
): readonly LiveChange[] {
  const index = changes.findLastIndex(
    ({ armId, setting }) => armId === next.armId && setting === next.setting,
  );
  const last = changes[index];
  const isSameMove = last && (last.epoch === next.epoch || next.madeAt - last.madeAt < ONE_MOVE_MS);
  if (!isSameMove) return [...changes, next];
  // The curve bends where the move began. A move that ends where it began is no change.
  const moved = { ...next, from: last.from, epoch: last.epoch };
  return moved.from === moved.to ? changes.toSpliced(index, 1) : changes.with(index, moved);
}

/** The number of epochs bends no curve. */
const { epochs: _, ...BENDING_SCHEMA } = TRAINING_SCHEMA;

/** Expects both to have the same arms with the same regularizers. */
function listLiveChanges(before: Experiment, after: Experiment): SettingChange[] {
  return [
    ...listSettings(BENDING_SCHEMA, before.training, after.training).flatMap(
      ({ label, from, to }) =>
        armsConcerned(before).map((armId) => ({ armId, setting: inSentence(label), from, to })),
    ),
    ...before.arms.flatMap((arm) => {
      const changed = after.arms.find(({ id }) => id === arm.id);
      return changed ? [...listRegularizers(arm, changed), ...listOwnRate(arm, changed)] : [];
    }),
  ];
}

/** All arms (null); where some have a learning rate of their own, the others one by one. */
function armsConcerned({ arms }: Experiment): (ArmId | null)[] {
  const shared = arms.filter(({ overrides }) => overrides?.learningRate === undefined);
  return shared.length === arms.length ? [null] : shared.map(({ id }) => id);
}

function listOwnRate(before: Arm, after: Arm): SettingChange[] {
  const [own, other] = [before.overrides?.learningRate, after.overrides?.learningRate];
  if (own === other) return [];
  const text = (rate: number | undefined) =>
    rate === undefined ? 'the shared one' : formatNumber(rate);
  return [{ armId: before.id, setting: LEARNING_RATE, from: text(own), to: text(other) }];
}

function listRegularizers(before: Arm, after: Arm): SettingChange[] {
  return REGULARIZER_ENTRIES.flatMap(({ id, label, schema }) => {
    const [own, other] = [before.regularizers[id], after.regularizers[id]];
    if (!own || !other) return [];
    const [main] = Object.keys(schema);
    return listSettings(schema, own, other).map(({ key, label: detail, from, to }) => ({
      armId: before.id,
      setting:
        inSentence(label) + (key === main ? strengthSign(schema[key]) : ` ${inSentence(detail)}`),
      from,
      to,
    }));
  });
}

/** "L2 λ 0.001 → 0.01": a strength is written with its symbol, since "L2 0.001" could be read as a share. */
function strengthSign(setting: Setting | undefined): string {
  return setting?.kind === 'number' && setting.symbol === 'λ' ? ' λ' : '';
}

function listSettings(schema: SettingsSchema, before: LooseSettings, after: LooseSettings) {
  return Object.entries(schema)
    .filter(([key]) => !sameValue(before[key], after[key]))
    .map(([key, setting]) => ({
      key,
      label: setting.label,
      from: valueText(setting, before[key]),
      to: valueText(setting, after[key]),
    }));
}

function valueText(setting: Setting, value: SettingValue | undefined): string {
  if (typeof value === 'boolean') return value ? 'on' : 'off';
  if (typeof value === 'number')
    return formatNumber(value, setting.kind === 'number' ? setting.unit : undefined);
  if (setting.kind !== 'choice') return String(value);
  return setting.options.find((option) => option.value === value)?.label ?? String(value);
}
