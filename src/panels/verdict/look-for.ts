/** What to watch before and while a run trains: one sentence, and no promise. */
import type { Experiment } from '../../protocol/experiment.ts';

export function lookFor({ data, arms }: Experiment): string {
  const lines = arms.length > 1 ? 'the solid validation lines' : 'the solid validation line';
  if (data.wrongLabelShare > 0)
    return `Watch ${lines}: does one climb, turn and fall while its dashed training line keeps climbing? And count the wrong labels believed.`;
  if (arms.length > 1)
    return `Watch ${lines}: do they part, or does the difference stay within the wobble of a single line?`;
  return 'Watch the gap between the solid validation line and the dashed training line.';
}
