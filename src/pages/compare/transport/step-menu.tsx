/** One epoch or one batch at a time; the panel stays open for the next step. */
import { Hideable } from '../../shared/hideable.tsx';
import { whyNoReset, whyNoStep } from '../../../store/compare/next-move.ts';
import { usePlayground } from '../../../store/playground-context.tsx';
import { ActionList } from '../../../ui/controls/action-list.tsx';
import { PopoverButton } from '../../../ui/controls/popover-button.tsx';
import { disabledBy } from './problem-strip.tsx';

export function StepMenu() {
  const reason = usePlayground(whyNoStep);
  // A step takes a moment of training; its reason would flicker.
  const lasts = usePlayground((state) => state.status !== 'training');
  // As for Train: a fault disables the steps, but a run that has begun goes on whatever the fields say.
  const fault = usePlayground((state) =>
    state.status === 'training' || state.status === 'paused' ? null : whyNoReset(state),
  );
  const disabled = reason !== null;
  const stepEpoch = usePlayground((state) => state.stepEpoch);
  const stepBatch = usePlayground((state) => state.stepBatch);
  const actions = [
    { label: 'Step one epoch', disabled, act: stepEpoch },
    { label: 'Step one batch', disabled, act: stepBatch },
  ];
  return (
    <Hideable control="steps-step">
      <PopoverButton
        data-control="steps"
        panelLabel="Step"
        {...disabledBy(fault)}
        panel={() => <ActionList actions={actions} reason={reason} showsReason={lasts} />}
      >
        Step <span aria-hidden="true">▾</span>
      </PopoverButton>
    </Hideable>
  );
}
