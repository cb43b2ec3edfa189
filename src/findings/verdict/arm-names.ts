/** Arms by name, where a sentence speaks of many: "dropout 0.5 (B)", "plain (A)". */
import { automaticName, inSentence } from '../../experiment/arm-name.ts';
import { settingsBetween } from './arm-difference.ts';
import type { ArmEvidence, Evidence } from './evidence.ts';

const PLAIN = 'plain';

/** With its letter: that is what cards, charts and the table call it by. */
export function nameInWords(evidence: Evidence, arm: ArmEvidence): string {
  return `${plainName(evidence, arm)} (${arm.arm.id})`;
}

function plainName({ all, material }: Evidence, { arm }: ArmEvidence): string {
  if (arm.name !== null) return arm.name;
  const name = inSentence(automaticName(arm.regularizers, arm.overrides));
  if (name !== PLAIN) return name.replace(`${PLAIN}, `, '');
  // What the others have besides, it has at the value of all.
  const own = all.flatMap((other) => settingsBetween(material.experiment, arm, other.arm));
  const settings = [...new Set(own.map((difference) => difference.own))];
  if (settings.length > 0) return settings.join(', ');
  return name;
}

/** By its regularizers alone, among arms that are otherwise alike: "L2 λ = 0.3 (B)", "plain (A)". */
export function regularizersInWords({ arm }: ArmEvidence): string {
  return `${arm.name ?? inSentence(automaticName(arm.regularizers))} (${arm.id})`;
}
