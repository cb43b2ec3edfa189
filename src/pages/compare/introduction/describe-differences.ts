/** How the arms of an experiment differ, each sentence about one thing or a few of a kind. */
import { withCommas } from '../../../base/text/with-commas.ts';
import { formatNumber } from '../../../settings/settings.ts';
import type { SettingValue } from '../../../settings/settings.ts';
import { OVERRIDE_SCHEMA } from '../../../experiment/experiment.ts';
import type { Arm, ArmId, Experiment, OverrideKey } from '../../../experiment/experiment.ts';
import { activeRegularizers, inSentence, joinWords } from '../../../experiment/arm-name.ts';
import { differingOverrides, ownOrShared } from '../../../experiment/arm-overrides.ts';
import { REGULARIZER_ENTRIES } from '../../../experiment/regularizers.ts';
import type { LooseSettings, RegularizerEntry } from '../../../experiment/regularizers.ts';
import { sameValue } from '../../../base/same-value.ts';
import { lettersInSentence } from './sentence-words.ts';

/** More are a list that nobody reads: the arms' names have them all. */
const MOST_SENTENCES = 3;

export function describeDifferences(experiment: Experiment): string[] {
  const { arms } = experiment;
  const regularizers = describeRegularizers(arms);
  const [only, ...others] = arms;
  if (only && others.length === 0) return regularizers.length > 0 ? regularizers : [NONE_ALONE];
  // The number of examples was named before.
  const own = differingOverrides(experiment).filter((key) => key !== 'trainingExamples');
  const sentences = [...regularizers, ...own.map((key) => describeOverride(experiment, key))];
  if (isAllAlike(experiment)) sentences.push('They are alike: give one of them a regularizer.');
  if (sentences.length <= MOST_SENTENCES) return sentences;
  return [
    ...sentences.slice(0, MOST_SENTENCES - 1),
    'They differ in more than that; see their names.',
  ];
}

const NONE_ALONE = 'It has no regularizer.';

function isAllAlike(experiment: Experiment): boolean {
  const [first, ...others] = experiment.arms;
  const differ = others.some(
    (arm) => !sameValue(activeSettings(arm), first && activeSettings(first)),
  );
  return !differ && differingOverrides(experiment).length === 0;
}

function activeSettings({ regularizers }: Arm) {
  return activeRegularizers(regularizers).map((id) => [id, regularizers[id]]);
}

interface Held {
  readonly entry: RegularizerEntry;
  readonly letters: readonly ArmId[];
  /** Of each of these arms, in their order. */
  readonly settings: readonly LooseSettings[];
}

/** "B has dropout.", "Both have dropout; B has L2.", "B has L2, C weight decay and D max-norm." */
function describeRegularizers(arms: readonly Arm[]): string[] {
  const held = REGULARIZER_ENTRIES.map((entry) => holdersOf(arms, entry)).filter(
    ({ letters }) => letters.length > 0,
  );
  const isVaried = ({ settings }: Held) => settings.some((one) => !sameValue(one, settings[0]));
  const alike = held.filter((one) => !isVaried(one));
  const shared = alike.filter(({ letters }) => letters.length === arms.length);
  const some = alike.filter(({ letters }) => letters.length < arms.length);
  return [
    ...(shared.length > 0 ? [`${everyone(arms)} ${joinWords(shared.map(nameOf))}.`] : []),
    ...(some.length > 0 ? [`${describeHolders(some)}.`] : []),
    ...held.filter(isVaried).map((one) => describeVaried(one, arms)),
  ];
}

function holdersOf(arms: readonly Arm[], entry: RegularizerEntry): Held {
  const holders = arms.filter(({ regularizers }) =>
    activeRegularizers(regularizers).includes(entry.id),
  );
  return {
    entry,
    letters: holders.map(({ id }) => id),
    settings: holders.flatMap(({ regularizers }): LooseSettings[] => {
      const own = regularizers[entry.id];
      return own ? [own] : [];
    }),
  };
}

function nameOf({ entry }: Held): string {
  return inSentence(entry.label);
}

function everyone(arms: readonly Arm[]): string {
  if (arms.length === 1) return 'It has';
  return arms.length === 2 ? 'Both have' : 'All have';
}

/** "B has L2, C weight decay and D max-norm"; arms that have the same stand together. */
function describeHolders(held: readonly Held[]): string {
  const byLetters = new Map<string, string[]>();
  for (const one of held) {
    const letters = lettersInSentence(one.letters);
    byLetters.set(letters, [...(byLetters.get(letters) ?? []), nameOf(one)]);
  }
  const inOrder = [...byLetters].toSorted(([one], [other]) => (one < other ? -1 : 1));
  const clauses = inOrder.map(([letters, names], index) => {
    const verb = index > 0 ? '' : letters.length > 1 ? ' have' : ' has';
    return `${letters}${verb} ${joinWords(names)}`;
  });
  // "B has L2 and dropout and C L1" would be read wrongly.
  return inOrder.some(([, names]) => names.length > 1) ? clauses.join(', ') : joinWords(clauses);
}

/** "B to F have L2, with strength from 0.001 to 0.1.", "Both have L1, with exact zeros only in B." */
function describeVaried({ entry, letters, settings }: Held, arms: readonly Arm[]): string {
  const who =
    letters.length === arms.length ? everyone(arms) : `${lettersInSentence(letters)} have`;
  const keys = Object.keys(entry.schema).filter((key) =>
    settings.some((one) => !sameValue(one[key], settings[0]?.[key])),
  );
  const [key, ...others] = keys;
  const setting = key === undefined ? undefined : entry.schema[key];
  const how =
    key === undefined || others.length > 0 || !setting
      ? 'different settings'
      : describeValues(
          inSentence(setting.label),
          settings.map((one) => one[key]),
          letters,
        );
  return `${who} ${inSentence(entry.label)}, with ${how}.`;
}

function describeValues(
  label: string,
  values: readonly (SettingValue | undefined)[],
  letters: readonly ArmId[],
): string {
  const numbers = values.filter((value) => typeof value === 'number');
  if (numbers.length === values.length) return `${label} ${listOrRange(numbers)}`;
  const on = letters.filter((_, index) => values[index] === true);
  const areSwitches = values.every((value) => typeof value === 'boolean');
  return areSwitches ? `${label} only in ${lettersInSentence(on)}` : `another ${label} in each`;
}

/** "0.1 and 0.2"; of more than four that grow or shrink "from 0.001 to 0.1" */
function listOrRange(numbers: readonly number[]): string {
  const texts = numbers.map((number) => formatNumber(number));
  const [first = ''] = texts;
  return numbers.length > 4 && isMonotone(numbers)
    ? `from ${first} to ${texts.at(-1) ?? first}`
    : joinWords(texts);
}

function isMonotone(numbers: readonly number[]): boolean {
  const steps = numbers.slice(1).map((number, index) => Math.sign(number - (numbers[index] ?? 0)));
  return steps[0] !== 0 && steps.every((step) => step === steps[0]);
}

/** "The learning rate is 0.003 in A and B, 1 in C and D.", "The hidden layer grows from 1 unit in A to 256 in E." */
function describeOverride(experiment: Experiment, key: OverrideKey): string {
  const groups = armsByValue(experiment, key);
  const areWidths = groups.every(({ value }) => typeof value === 'object' && value.length === 1);
  const subject = areWidths ? 'hidden layer' : inSentence(OVERRIDE_SCHEMA[key].label);
  const growth = describeGrowth(groups, areWidths);
  if (growth !== null) return `The ${subject} ${growth}.`;
  const parts = groups.map(
    ({ value, letters }, index) =>
      `${valueText(key, value)}${areWidths && index === 0 ? ' units' : ''} in ${lettersInSentence(letters)}`,
  );
  const verb = areWidths ? 'has' : subject.endsWith('s') ? 'are' : 'is';
  return `The ${subject} ${verb} ${parts.join(', ')}.`;
}

interface ArmsOfValue {
  readonly value: SettingValue;
  readonly letters: readonly ArmId[];
}

/** "grows from 1 unit in A to 256 in E"; null of fewer than three numbers, or in no order. */
function describeGrowth(groups: readonly ArmsOfValue[], areWidths: boolean): string | null {
  const numbers = groups.flatMap(({ value }) =>
    typeof value === 'object' ? value : [Number(value)],
  );
  const [from, to] = [numbers[0], numbers.at(-1)];
  const [first, last] = [groups[0], groups.at(-1)];
  if (from === undefined || to === undefined || !first || !last) return null;
  if (groups.length < 3 || numbers.length !== groups.length || !isMonotone(numbers)) return null;
  const unit = areWidths ? (from === 1 ? ' unit' : ' units') : '';
  const start = `${formatNumber(from)}${unit} in ${lettersInSentence(first.letters)}`;
  return `${to > from ? 'grows' : 'shrinks'} from ${start} to ${formatNumber(to)} in ${lettersInSentence(last.letters)}`;
}

function armsByValue(experiment: Experiment, key: OverrideKey): readonly ArmsOfValue[] {
  const groups: { value: SettingValue; letters: ArmId[] }[] = [];
  for (const arm of experiment.arms) {
    const value = ownOrShared(experiment, arm)[key];
    const group = groups.find((one) => sameValue(one.value, value));
    if (group) group.letters.push(arm.id);
    else groups.push({ value, letters: [arm.id] });
  }
  return groups;
}

function valueText(key: OverrideKey, value: SettingValue): string {
  if (typeof value === 'object') return value.length === 0 ? 'none' : value.join('–');
  if (typeof value === 'number') return value >= 1000 ? withCommas(value) : formatNumber(value);
  const setting = OVERRIDE_SCHEMA[key];
  const options = setting.kind === 'choice' ? setting.options : [];
  return options.find((option) => option.value === value)?.label ?? String(value);
}
