/**
 * What an arm's regularizers come to, in words that scripts read: by the registry's own slots, structure and
 * stopping rule, so that a script cannot say other than the page trains.
 */
import type { Regularizer } from '../../engine/step/regularizer.ts';
import { combineSlots } from '../../engine/step/slots.ts';
import type { RegularizerSlots } from '../../engine/step/slots.ts';
import { ANY_REGULARIZERS } from '../../regularizers/registry.ts';
import type { RegularizerSettings } from '../../regularizers/registry.ts';
import type { SettingsOf, SettingsSchema } from '../../settings/settings.ts';

export interface ArmRules {
  /** λ of λ Σ w² and of λ Σ |w|, added to the loss. */
  readonly l2?: number;
  readonly l1?: number;
  /** λ of the step that cuts weights to exactly 0. */
  readonly l1_exact?: number;
  readonly weight_decay?: number;
  readonly max_norm?: number;
  /** Dropping rates. */
  readonly dropout?: number;
  readonly input_dropout?: number;
  readonly input_noise?: number;
  readonly label_smoothing?: number;
  readonly batch_norm_momentum?: number;
  readonly early_stopping?: {
    readonly watches: 'validation_loss' | 'validation_accuracy';
    readonly patience: number;
    readonly min_delta: number;
    readonly restore_best: boolean;
  };
}

/** What does nothing is left out. */
export function armRules(regularizers: RegularizerSettings): ArmRules {
  const given: Readonly<Record<string, SettingsOf<SettingsSchema>>> = regularizers;
  const active = ANY_REGULARIZERS.flatMap((regularizer) => {
    const settings = given[regularizer.id];
    return settings ? [{ regularizer, settings }] : [];
  });
  const each = <Part>(part: (one: Regularizer, settings: SettingsOf<SettingsSchema>) => Part) =>
    active.map(({ regularizer, settings }) => part(regularizer, settings));
  const slots = combineSlots(each((one, settings) => one.slots(settings)));
  const structure = each((one, settings) => one.structure?.(settings)).find(Boolean);
  const stop = each((one, settings) => one.stop?.(settings)).find(Boolean);
  return {
    ...slotRules(slots),
    ...(structure && { batch_norm_momentum: structure.batchNorm.momentum }),
    ...(stop && {
      early_stopping: {
        watches:
          stop.metric === 'validationLoss'
            ? ('validation_loss' as const)
            : ('validation_accuracy' as const),
        patience: stop.patience,
        min_delta: stop.minDelta,
        restore_best: stop.restoreBest,
      },
    }),
  };
}

function slotRules(slots: RegularizerSlots): ArmRules {
  const rules: Required<Omit<ArmRules, 'batch_norm_momentum' | 'early_stopping'>> = {
    l2: (slots.gradientPerWeight ?? 0) / 2,
    l1: slots.gradientPerSign ?? 0,
    l1_exact: slots.softThreshold ?? 0,
    weight_decay: slots.shrinkBefore ?? 0,
    max_norm: slots.columnLimit ?? Infinity,
    dropout: droppedShare(slots.keepHidden),
    input_dropout: droppedShare(slots.keepInput),
    input_noise: slots.inputNoise ?? 0,
    label_smoothing: slots.labelSmoothing ?? 0,
  };
  return Object.fromEntries(
    Object.entries(rules).filter(([, value]) => value !== 0 && value !== Infinity),
  );
}

/** 1 − 0.8 is 0.19999999999999996. */
function droppedShare(keep = 1): number {
  return Number((1 - keep).toPrecision(12));
}
