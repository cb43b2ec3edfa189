/** Whose a line is: an arm, a feature, a part of an error. */
import type { Look } from '../../look.ts';

export interface LineOwner extends Look {
  readonly id: string;
  /** At the ends of its lines and in sentences, "A"; '': it is the only one and needs no name. */
  readonly label: string;
  /** In full: "B · Dropout 0.5, inputs 0.2". */
  readonly name: string;
  /** One of many: its lines are thin and have no labels, and its figures are in the table alone. */
  readonly isMinor?: boolean;
}
