/** One epoch or one batch at a time; the panel stays open for the next step. */
import { canStep } from '../../store/next-move.ts';
import { usePlayground } from '../../store/playground-context.tsx';
import { ActionList } from '../../ui/action-list.tsx';
import { PopoverButton } from '../../ui/popover-button.tsx';

export function StepMenu() {
  const isOpen = usePlayground(canStep);
  const stepEpoch = usePlayground((state) => state.stepEpoch);
  const stepBatch = usePlayground((state) => state.stepBatch);
  const actions = [
    { label: 'Step one epoch', disabled: !isOpen, act: stepEpoch },
    { label: 'Step one batch', disabled: !isOpen, act: stepBatch },
  ];
  return (
    <PopoverButton panelLabel="Step" panel={() => <ActionList actions={actions} />}>
      Step <span aria-hidden="true">▾</span>
    </PopoverButton>
  );
}
