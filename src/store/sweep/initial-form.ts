/** What the Sweep page opens with: its first preset. */
import { formOfSweep } from '../../plans/sweep-form.ts';
import { l2StrengthSweep } from '../../presets/sweep/l2-strength.ts';

export const INITIAL_FORM = formOfSweep(l2StrengthSweep.sweep, l2StrengthSweep.title);
