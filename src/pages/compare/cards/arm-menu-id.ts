import type { ArmId } from '../../../experiment/experiment.ts';

/** Id of the button in an arm's card that opens the arm's menu. */
export function armMenuId(id: ArmId): string {
  return `menu-of-arm-${id}`;
}
