/** An arm as the owner of its lines on charts. */
import { armName } from '../../../experiment/arm-name.ts';
import { armStyle } from '../../../ui/arm-style.ts';
import type { LineOwner } from '../../../ui/chart/data/line-owner.ts';

export function armOwner(arm: Parameters<typeof armName>[0]): LineOwner {
  return { id: arm.id, label: arm.id, name: armName(arm), ...armStyle(arm.id) };
}
