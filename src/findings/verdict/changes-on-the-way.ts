/** What was set otherwise while the arms trained: none of them is then one experiment throughout. */
import { joinWords } from '../../experiment/arm-name.ts';
import { BACKEND } from '../../experiment/live-changes.ts';
import type { LiveChange } from '../../experiment/live-changes.ts';
import { epochText } from '../../base/text/figure-text.ts';
import type { ArmEvidence, Evidence } from './evidence.ts';
import type { Statement } from '../statement.ts';

/** Told one by one; more are told by their number. */
const MOST_TOLD = 3;

/** Changes of settings that the arm’s compared figures have trained with. */
function changesOf({ material }: Evidence, { arm, lanes }: ArmEvidence): readonly LiveChange[] {
  const last = Math.max(...lanes.map(({ row }) => row.epoch));
  return material.liveChanges.filter(
    ({ armId, setting, epoch }) =>
      setting !== BACKEND && (armId === null || armId === arm.id) && epoch < last,
  );
}

/** Nothing where all went as it was set up. */
export function describeChanges(evidence: Evidence): Statement[] {
  const changes = [...new Set(evidence.arms.flatMap((arm) => changesOf(evidence, arm)))];
  const ids = [...new Set(changes.map(({ armId }) => armId))].sort(sharedFirst);
  const told = ids.map((id) => {
    const subject = id === null && evidence.all.length > 1 ? ' of all arms' : '';
    return tellChanges(
      changes.filter(({ armId }) => armId === id),
      { id, subject },
    );
  });
  const [only, ...more] = told;
  if (only === undefined) return [];
  if (more.length > 0)
    return [
      {
        lead: 'Changed on the way:',
        text: `${told.join('; ')}. These are not the same experiments throughout.`,
      },
    ];
  const what =
    ids[0] === null
      ? 'figures before and after are not of the same experiment.'
      : 'it is not the same experiment throughout.';
  return [{ lead: `${only.charAt(0).toUpperCase()}${only.slice(1)}:`, text: what }];
}

function sharedFirst(one: string | null, other: string | null): number {
  return (one ?? '').localeCompare(other ?? '');
}

interface Owner {
  /** Null: all arms. */
  readonly id: LiveChange['armId'];
  /** After a setting of all arms: " of all arms". */
  readonly subject: string;
}

/** "B’s L2 λ was changed from 0.001 to 0.01 at epoch 12 and its dropout from 0.5 to 0.2 at epoch 20" */
function tellChanges(changes: readonly LiveChange[], { id, subject }: Owner): string {
  const settings = [...new Set(changes.map(({ setting }) => setting))];
  const named = (setting: string, index: number) => {
    if (id === null) return `the ${setting}${subject}`;
    return `${index === 0 ? `${id}’s` : 'its'} ${setting}`;
  };
  if (changes.length > MOST_TOLD) {
    const first = epochText(changes[0]?.epoch ?? NaN);
    return `${named(joinWords(settings), 0)} ${settings.length === 1 ? 'was' : 'were'} changed ${changes.length} times from epoch ${first} on`;
  }
  const parts = settings.map((setting, index) => {
    const own = changes.filter((change) => change.setting === setting);
    return `${named(setting, index)}${index === 0 ? ' was changed' : ''} ${steps(own)}`;
  });
  return joinWords(parts);
}

/** "from 0.001 to 0.01 at epoch 12 and to 0.1 at epoch 20" */
function steps(changes: readonly LiveChange[]): string {
  const places = changes.map(({ to, epoch }) => `to ${to} at epoch ${epochText(epoch)}`);
  return `from ${changes[0]?.from ?? ''} ${joinWords(places)}`;
}

/** ", with B’s settings changed on the way": what a claim about these arms holds for; '' without changes. */
export function changesReserved(evidence: Evidence, arms: readonly ArmEvidence[]): string {
  const changes = arms.flatMap((arm) => changesOf(evidence, arm));
  if (changes.length === 0) return '';
  const ids = [...new Set(changes.flatMap(({ armId }) => armId ?? []))].sort();
  const whose = changes.some(({ armId }) => armId === null)
    ? 'settings'
    : `${joinWords(ids.map((id) => `${id}’s`))} settings`;
  return `, with ${whose} changed on the way`;
}
