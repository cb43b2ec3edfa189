/** Whether pictures of the data show validation points too. */
import { usePlayground } from '../../../store/playground-context.tsx';
import { CheckBox } from '../../../ui/controls/check-box.tsx';
import { count } from '../../../base/text/figure-text.ts';
import { useRunRows } from '../shared/run-rows.ts';

/** More would hide what they lie on. */
export const MOST_VALIDATION_POINTS = 500;

export function ValidationSwitch() {
  const shows = usePlayground((state) => state.showsValidationPoints);
  const show = usePlayground((state) => state.showValidationPoints);
  const [split] = useRunRows().values();
  const all = split?.validation.count ?? 0;
  return (
    <CheckBox isChecked={shows} onChange={show}>
      Validation points
      {all > MOST_VALIDATION_POINTS && ` (${MOST_VALIDATION_POINTS} of ${count(all)})`}
    </CheckBox>
  );
}
