/** How pictures of the data themselves are drawn, and what a click into one does. No figure follows from it. */
import type { ArmId } from '../../experiment/experiment.ts';

/** Of a click into the plane: nothing, a training point of class 0 or 1, or one taken away. */
export const POINT_TOOLS = ['look', 'addClass0', 'addClass1', 'remove'] as const;

export type PointTool = (typeof POINT_TOOLS)[number];

export interface DataPictureSlice {
  readonly showsValidationPoints: boolean;
  /** Fitted curves: the arm whose curve is plain while the others are faint; null: all are plain. */
  readonly curveInFront: ArmId | null;
  readonly pointTool: PointTool;
  /** What the last click came to, in a sentence; empty: there is nothing to say. */
  readonly pointNote: string;
  readonly showValidationPoints: (shows: boolean) => void;
  readonly putCurveInFront: (armId: ArmId | null) => void;
  readonly choosePointTool: (tool: PointTool) => void;
  readonly notePoint: (note: string) => void;
}
