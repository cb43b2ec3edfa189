/**
 * The contract of a regularizer. It acts on a step only by filling slots (slots.ts) that kernels apply at
 * the named moments, on the network by `structure`, on the end of training by `stop`; the training loop
 * knows no regularizer by name. Everything
 * else here is what the page says about it: label, settings, formula, explanation, code.
 */
import type { StopRule } from '../lanes/early-stopping.ts';
import type { BatchNormRule } from './network.ts';
import type { RegularizerSlots } from './slots.ts';
import type { SettingsOf, SettingsSchema } from '../../settings/settings.ts';

/** Sums over the weight matrices of a network (never biases, gamma, beta). */
export interface WeightSums {
  /** Σ|w| */
  readonly absolute: number;
  /** Σw² */
  readonly squares: number;
}

export interface RegularizerCode {
  /** A fragment for each framework, by the place where it goes; missing means nothing goes there. */
  readonly keras: CodeFragments;
  readonly pytorch: CodeFragments;
}

export interface CodeFragments {
  /** Arguments of every hidden and output Dense layer, such as `kernel_regularizer=...`. */
  readonly denseArguments?: string;
  /** A layer before the first Dense, and one after every hidden activation. */
  readonly inputLayer?: string;
  readonly afterActivation?: string;
  /** Added to the training loss, with `model` in scope. */
  readonly lossTerm?: string;
  /** What the reader must know to get the same training. */
  readonly note?: string;
}

export interface Regularizer<Schema extends SettingsSchema = SettingsSchema> {
  readonly id: string;
  readonly label: string;
  readonly schema: Schema;
  /** Settings with which training equals plain training, bit for bit; null: only absence is. */
  readonly neutral: SettingsOf<Schema> | null;
  /** For chips and names: "Dropout 0.5 · 0.2". */
  readonly describe: (settings: SettingsOf<Schema>) => string;
  readonly slots: (settings: SettingsOf<Schema>) => RegularizerSlots;
  /** What it adds to the network itself; such a change needs a reset. */
  readonly structure?: (settings: SettingsOf<Schema>) => { readonly batchNorm: BatchNormRule };
  /** When it ends a lane's training. */
  readonly stop?: (settings: SettingsOf<Schema>) => StopRule;
  /** What is added to the data loss, where the method is a penalty. */
  readonly penalty?: (settings: SettingsOf<Schema>, sums: WeightSums) => number;
  /** It changes weights beside the loss, so that their size is what its numbers come to. */
  readonly actsOnWeights?: true;
  /** What is done with it while a network is measured: "dropout" is off; or it is "batch norm by running averages". */
  readonly whileMeasured?: { readonly off: string } | { readonly instead: string };
  /** Whether it brings weights to exactly 0 ("exact"), or near it ("near"); null: neither, with these settings. */
  readonly zeros?: (settings: SettingsOf<Schema>) => 'exact' | 'near' | null;
  /** Where there are no classes: why it cannot be used, after the name of the data set; null: it can. */
  readonly withoutClasses?: (settings: SettingsOf<Schema>) => string | null;
  /** TeX, with the settings' numbers in it. */
  readonly formula: (settings: SettingsOf<Schema>) => string;
  /** One paragraph in plain words. */
  readonly explanation: string;
  /** Paper or book that the formula and the claims come from. */
  readonly source: string;
  readonly code: (settings: SettingsOf<Schema>) => RegularizerCode;
}

/** Checks a regularizer's types where it is written, and widens nothing. */
export function defineRegularizer<const Id extends string, const Schema extends SettingsSchema>(
  regularizer: Regularizer<Schema> & { readonly id: Id },
): Regularizer<Schema> & { readonly id: Id } {
  return regularizer;
}
